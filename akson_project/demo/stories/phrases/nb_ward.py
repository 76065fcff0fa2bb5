"""Nursing home in bokmål: ordinary days, evenings and nights on a ward."""

WARD_NB = """
# natt
n | Rolig natt[, sovet ved alle tilsyn|].
n | Tilsyn 00, 03 og 05, [sov|sov hver gang|ingen behov].
n | Våken fra {t}, fikk [litt saft|en yoghurt] og sov igjen.
n | Snudd [to|tre] ganger, hel hud.
n demens | Oppe og vandret {t}, fulgt tilbake. [Sov resten av natten|Sovnet etter en halvtime].
n | Fulgt på toalettet {t}.
n | Ringte på {t}, ønsket selskap. Satt litt.
n smerte | Smerter {t}, gitt Paracet 1 g. Sov etter en time.
n | Skiftet innlegg kl. {t}, sov ellers.
n | Hoster [en del|mye] i natt, hevet hodeende[ og ga litt varm drikke|].
n alarm_seng | Sengealarmen gikk kl. {t}, satt på sengekanten. Hjulpet på toalettet.
n | Ville ha lys på i natt, sov fra {t}.
n | Fryser på beina, fikk ullsokker. Sov etterpå.
n | Lå våken og hørte på regnet ved tilsyn {t}, hadde det godt.
n | Tørr i munnen {t}, fikk vann og munnstell.
n | Sov godt, måtte vekkes til stell.
n | Rolig. [Ligget mest på ve. side|Ligget mest på hø. side], snudd {t}.
n | Trengte hjelp til å finne toalettet {t}, la seg igjen selv.
n | Sov urolig, [snakket i søvne|mye snuing].
# stell
d | Fullt stell på rommet, [deltok selv|hjalp til med ansiktet|lite medvirkning].
d | Dusjet, håret vasket. [Likte det godt|Frøs litt etterpå].
d | Avviste stell kl. {t}, forsøkt igjen etter en time. Da gikk det fint.
d mann | Barbert, frisør satt opp {neste}.
d kvinne | Satt ruller i håret, koste seg.
d | Stelt i senga, to hjelpere.
d demens | Ble sint under stell, slo etter oss. Gikk ut, kom tilbake med én pleier.
d | Munnstell, protesen passer dårlig. Meldt tannhelsetjenesten.
d | Negler klippet, tørre hender smurt.
k sen | Kveldsstell med litt hjelp, i seng kl. {t}.
k | Ønsket å være oppe til etter nyhetene.
k | Byttet til nattøy, la seg tidlig.
d | Skiftet på senga, luftet ut.
d rullestol | Satt oppe i rullestol fra 10 til middag.
d heis | Løftet med heis til stolen, satt i 1 1/2 time. Godt liggende etterpå.
# hud
d | Huden hel på rygg og hæler.
d | Rød på korsbeinet, blekner. Snus hver tredje time.
d sp | Hudrift [ve. underarm|hø. legg] 2 cm, steristrips og silikonbandasje.
d | Tørr hud, smurt med fet krem.
d sp | Sopp i lysken, smurt med Daktacort.
k | Avlastet hælene med pute.
d sp | Trykksår kat. 1 sete, uendret. Puten byttet.
# mobil
d rullator | Gått til spisestua med rullator, én følger.
d | Med på sittedans, [smilte|brukte begge armer].
d rullator | Ståtrening tre ganger fem minutter.
d | Sto ikke på beina i dag, brukte ståheis.
d | Nesten falt ved senga, tatt imot. Sklisokker på, sagt fra på rapport.
d | Fysio: [gangtrening i korridoren|øvelser i rullestol], bra innsats.
k | Setter seg selv på sengekanten, sengealarm på.
# mat
d | Spiste [hele|halve] frokosten, drakk {ml} ml.
d | Matet i dag, [åpnet munnen greit|spyttet ut brødbitene]. Bedre med most mat.
d | Spiste selv når tallerkenen ble satt rett foran.
d | Liten matlyst til middag, tok dessert og to glass saft.
d | Vekt {vekt}, [stabil siste måned|opp litt|omtrent som sist].
d | Drikker dårlig, tilbudt saft hver time. Inntak {ml} ml så langt i dag.
k | To skiver til kvelds, [drakk te|drakk melk].
k | Ville bare ha [is|pudding|rømmegrøt] i kveld.
d | Næringsdrikk 2 x, fylt ut kostliste.
d | Satt med på felles lunsj, rolig ved bordet.
k | Svelger bedre oppreist, hosten borte med fortykket drikke.
d | Fødselsdag på avdelingen, to stykker kake.
# med
d | Medisiner tatt i syltetøy.
d | Spyttet ut tabletter, tas opp på visitt {neste}.
k | Kveldsmedisin gitt kl. {t}.
d sp | Samstemt listen mot e-resept, ingen endring.
d sp | Ved behov-medisin [Sobril 10 mg|Paracet 1 g] gitt {t}, effekt etter 45 min.
d sp | Øyedråper og salve gitt, mindre rød i dag.
d sp | Laktulose økt etter avtale, avføring {neste}?
d sp | B12-injeksjon gitt [ve.|hø.] overarm.
k | Ikke gitt ved behov-medisin i kveld.
d sp | BT {bt}, P {p}, temp 36,8.
d sp | Blodprøver tatt etter ordinasjon, sendt.
# humor
d | Blid og med på det meste.
d | Gråtkvalt etter besøk, satt hos {ham}.
d | Sov det meste av formiddagen.
k | Urolig i skumringen, [roet seg med musikk|gikk i gangen med oss].
k demens | Spør etter {savner} ved leggetid, satt litt hos {ham}.
k sen | Rolig kveld, oppe til {t}.
d | Roper en del fra rommet, slutter når noen setter seg.
d | Kranglet med medboer om stolen i stua, skilt rolig.
d | Gjenkjente visene, sang alle versene.
d | Mer oppegående enn på lenge, spøkte med nattvakta.
d demens | Leter etter ytterdøra, fulgt ut i hagen. Rolig etterpå.
k | Ville ringe hjem, hjulpet med telefonen.
d demens | Hånd i hånd med medboer på sofaen, fornøyd.
d | Tilbaketrukket, spiste på rommet etter eget ønske.
# sosialt
d barn,rullestol | {Barn} på besøk, gikk tur i rullestol.
d barn | {Barn} på besøk, [drakk kaffe i stua|så i album sammen].
k barn | {Barn} ringte, satte på høyttaler.
d ektefelle | {Ekt} spiste middag sammen med {ham}.
d | Med på bingo, vant kaffe.
d | Andakt i dag, ble med frivillig.
d | Hørte høytlesing av avisen i stua.
d hund | Besøkshund på avdelingen, klappet og smilte.
d barn | {Barn} har tatt med nye bilder til rommet.
d strikk | Nøstet garn med aktivitøren.
d radio | Egen radio på rommet, [kjente igjen stemmene|slår av selv].
d fotball | Så kamp på storskjerm med to andre.
# eliminasjon
d | Avføring i dag, middels mengde.
d | Ingen avføring på tre døgn, gitt Movicol 2 poser.
d | Fulgt på toalettet til faste tider, tørr hele vakta.
k | Innlegget var fullt, byttet til større størrelse.
d | Mørk og sterk urin, drikkeliste startet. Ingen feber.
d kad | Kateterpose tømt, {ml} ml.
d sp | Klyster gitt med god effekt.
# praktisk
d | Brillene er borte, lett på rommet og i vaskeriet.
d horeapparat | Høreapparat renset, ny slange.
d | Vaskeriet har rotet bort to skjorter, pårørende har fått beskjed.
d | Sengealarm byttet batteri.
d | Nytt navn på døra og større bilde, finner rommet lettere.
d | Klær merket på nytt.
d | En tann har løsnet, time hos tannlegen {neste}.
# plan
d hf | Meldt til sykepleier.
d sp | Tas opp på visitt {neste}.
d sp | Tiltaksplan oppdatert.
d | Kveldsvakt følger med på [drikke|smerter|søvn].
k | Nattevakt tar ekstra tilsyn.
d sp | Pårørende informert på tlf.
"""
