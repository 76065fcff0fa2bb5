"""Nursing home in nynorsk: ordinary days, evenings and nights on a ward."""

WARD_NN = """
# natt
n | Roleg natt[, har sove ved alle tilsyn|].
n | Tilsyn 00, 03 og 05, [sov|sov kvar gong|trong ingenting].
n | Vaken frå {t}, fekk [litt saft|ein yoghurt] og sov att.
n | Snudd [to|tre] gonger, heil hud.
n demens | Oppe og vandra {t}, følgt attende. [Sov resten av natta|Sovna etter ein halvtime].
n | Følgt på toalettet {t}.
n | Ringde på {t}, ønskte selskap. Sat litt.
n smerte | Smerter {t}, gitt Paracet 1 g. Sov etter ein time.
n | Skifta innlegg kl. {t}, sov elles.
n | Hostar [ein del|mykje] i natt, heva hovudendet[ og gav litt varm drikke|].
n alarm_seng | Sengealarmen gjekk kl. {t}, sat på sengekanten. Hjelpt på toalettet.
n | Ville ha lys på i natt, sov frå {t}.
n | Frys på beina, fekk ullsokkar. Sov etterpå.
n | Låg vaken og høyrde på regnet ved tilsyn {t}, hadde det godt.
n | Tørr i munnen {t}, fekk vatn og munnstell.
n | Sov godt, måtte vekkjast til stell.
n | Roleg. [Har lege mest på ve. side|Har lege mest på hø. side], snudd {t}.
n | Trong hjelp til å finne toalettet {t}, la seg att sjølv.
n | Sov uroleg, [snakka i svevne|mykje snuing].
# stell
d | Fullt stell på rommet, [var med sjølv|hjelpte til med ansiktet|lite medverknad].
d | Dusja, håret vaska. [Likte det godt|Fraus litt etterpå].
d | Avviste stell kl. {t}, prøvde att etter ein time. Då gjekk det fint.
d mann | Barbert, frisør sett opp {neste}.
d kvinne | Sette rullar i håret, kosa seg.
d | Stelt i senga, to hjelparar.
d demens | Vart sint under stell, slo etter oss. Gjekk ut, kom att med éin pleiar.
d | Munnstell, protesen passar dårleg. Meldt til tannhelsetenesta.
d | Negler klipte, tørre hender smurde.
k sen | Kveldsstell med litt hjelp, i seng kl. {t}.
k | Ønskte å vere oppe til etter nyhenda.
k | Bytte til nattøy, la seg tidleg.
d | Skifta på senga, lufta ut.
d rullestol | Sat oppe i rullestol frå 10 til middag.
d heis | Lyft med heis til stolen, sat i 1 1/2 time. Ligg godt etterpå.
# hud
d | Huda heil på rygg og hælar.
d | Raud på korsbeinet, bleiknar. Snuast kvar tredje time.
d sp | Hudrift [ve. underarm|hø. legg] 2 cm, steristrips og silikonbandasje.
d | Tørr hud, smurt med feit krem.
d sp | Sopp i lysken, smurt med Daktacort.
k | Avlasta hælane med pute.
d sp | Trykksår kat. 1 på setet, uendra. Puta bytt.
# mobil
d rullator | Gjekk til matsalen med rullator, éin følgjer.
d | Med på sitjedans, [smilte|brukte begge armane].
d rullator | Ståtrening tre gonger fem minutt.
d | Stod ikkje på beina i dag, brukte ståheis.
d | Nesten falle ved senga, teken imot. Sklisokkar på, sagt frå på rapport.
d | Fysio: [gangtrening i korridoren|øvingar i rullestol], bra innsats.
k | Set seg sjølv på sengekanten, sengealarm på.
# mat
d | Åt [heile|halve] frukosten, drakk {ml} ml.
d | Mata i dag, [opna munnen greitt|spytta ut brødbitane]. Betre med most mat.
d | Åt sjølv når tallerkenen vart sett rett framfor.
d | Lita matlyst til middag, tok dessert og to glas saft.
d | Vekt {vekt}, [stabil siste månaden|opp litt|om lag som sist].
d | Drikk dårleg, fekk tilbod om saft kvar time. Inntak {ml} ml så langt i dag.
k | To skiver til kvelds, [drakk te|drakk mjølk].
k | Ville berre ha [is|pudding|rømmegraut] i kveld.
d | Næringsdrikk 2 x, fylt ut kostliste.
d | Sat med på felles lunsj, roleg ved bordet.
k | Svelgjer betre oppreist, hosten borte med fortjukka drikke.
d | Fødselsdag på avdelinga, to stykke kake.
# med
d | Medisinar tekne i syltetøy.
d | Spytta ut tablettar, blir teke opp på visitt {neste}.
k | Kveldsmedisin gitt kl. {t}.
d sp | Samstemt lista mot e-resept, ingen endring.
d sp | Ved behov-medisin [Sobril 10 mg|Paracet 1 g] gitt {t}, effekt etter 45 min.
d sp | Augedropar og salve gitt, mindre raud i dag.
d sp | Laktulose auka etter avtale, avføring {neste}?
d sp | B12-injeksjon gitt [ve.|hø.] overarm.
k | Ikkje gitt ved behov-medisin i kveld.
d sp | BT {bt}, P {p}, temp 36,8.
d sp | Blodprøver tekne etter ordinasjon, sende.
# humor
d | Blid og med på det meste.
d | Gråtkvalt etter besøk, sat hos {ham}.
d | Sov det meste av føremiddagen.
k | Uroleg i skumringa, [roa seg med musikk|gjekk i gangen med oss].
k demens | Spør etter {savner} ved leggjetid, sat litt hos {ham}.
k sen | Roleg kveld, oppe til {t}.
d | Ropar ein del frå rommet, sluttar når nokon set seg.
d | Krangla med medbuar om stolen i stova, skilde roleg.
d | Kjende att visene, song alle versa.
d | Kvikkare enn på lenge, spøkte med nattvakta.
d demens | Leitar etter ytterdøra, følgt ut i hagen. Roleg etterpå.
k | Ville ringje heim, hjelpt med telefonen.
d demens | Hand i hand med medbuar på sofaen, nøgd.
d | Tilbaketrekt, åt på rommet etter eige ønske.
# sosialt
d barn,rullestol | {Barn} på besøk, gjekk tur i rullestol.
d barn | {Barn} på besøk, [drakk kaffi i stova|såg i album saman].
k barn | {Barn} ringde, sette på høgtalar.
d ektefelle | {Ekt} åt middag saman med {ham}.
d | Med på bingo, vann kaffi.
d | Andakt i dag, vart med frivillig.
d | Høyrde høgtlesing av avisa i stova.
d hund | Besøkshund på avdelinga, klappa og smilte.
d barn | {Barn} har teke med nye bilete til rommet.
d strikk | Nøsta garn med aktivitøren.
d radio | Eigen radio på rommet, [kjende att stemmene|slår av sjølv].
d fotball | Såg kamp på storskjerm med to andre.
# eliminasjon
d | Avføring i dag, middels mengd.
d | Inga avføring på tre døgn, gitt Movicol 2 posar.
d | Følgt på toalettet til faste tider, tørr heile vakta.
k | Innlegget var fullt, bytte til større storleik.
d | Mørk og sterk urin, drikkeliste starta. Ingen feber.
d kad | Tømt kateterpose, {ml} ml.
d sp | Klyster gitt med god effekt.
# praktisk
d | Brillene er borte, leitt på rommet og i vaskeriet.
d horeapparat | Høyreapparat reinsa, ny slange.
d | Vaskeriet har rota bort to skjorter, pårørande har fått melding.
d | Bytte batteri i sengealarmen.
d | Nytt namn på døra og større bilete, finn rommet lettare.
d | Klede merkte på nytt.
d | Ei tann har losna, time hos tannlegen {neste}.
# plan
d hf | Meldt til sjukepleiar.
d sp | Blir teke opp på visitt {neste}.
d sp | Tiltaksplan oppdatert.
d | Kveldsvakta følgjer med på [drikke|smerter|søvn].
k | Nattevakta tek ekstra tilsyn.
d sp | Pårørande informerte på tlf.
"""
