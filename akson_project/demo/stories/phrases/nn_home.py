"""Home care in nynorsk: what is written after an ordinary visit (form: see `nb_home`)."""

HOME_NN = """
# ankomst
d | [Oppe og påkledd|Oppe og i gang] då eg kom kl. {t}.
d | Sov då eg kom {t}, men vakna lett og var klar.
d | Låg til sengs då eg kom {t}, [trøytt|litt tung å få i gang], men klar og orientert.
d | [Sat ved kjøkenbordet|Sat i stova] og venta på meg.
d alene | Var alt i gang med frukosten då eg kom.
d ektefelle | {Ekt} opna, {han} sat oppe i stova.
d radio | Oppe, radioen på, [blid og pratsam|i godt lag].
d avis | Sat med avisa då eg kom, hadde stelt seg sjølv.
d nokkelboks | Låste meg inn, {han} sov framleis kl. {t}.
d hund | Hunden møtte i gangen, {han} kom etter [med rullator|på eigne bein].
d katt | Låg og kvilte med katten i fanget.
d !rullestol | Kom sjølv og opna døra, [litt andpusten|roleg og fin].
d | Forseinka, kl. {t} i staden for vanleg tid. Sa frå på tlf på førehand.
d | Ikkje ferdig med stellet då eg kom, bad meg vente litt.
k | [Sat oppe og såg på TV|Sat i godstolen framfor TV-en] ved kveldsbesøket.
k sen | Hadde lagt seg før eg kom, [ville ikkje opp att|ville berre ha medisinar].
k sen | Klar til å leggje seg kl. {t}.
k ektefelle | {Ekt} hadde hjelpt med kveldsstellet før eg kom.
k alene | Mørkt i gangen, låg på sofaen utan lys på. Vil ha det slik.
k | Trøytt etter ein lang dag, [elles som vanleg|elles i fin form].
n alarm | Utløyst tryggleiksalarm kl. {t}, ved eit uhell. Alt i orden.
n | Tilsyn kl. {t}, sov roleg.
n | Vaken ved tilsyn {t}. Bytte innlegg, sov att då eg gjekk.
n | [Sov ved tilsyn|Sov tungt ved tilsyn|Sov, pusta roleg].
n | Høyrde på radio ved tilsyn {t}, ønskte ingenting.
n | Tørst, fekk eit glas vatn {t}. Lagt godt til rette.
n | Dyna på golvet, pakka inn att. Vakna ikkje.
n alene | Vaken og lys på kjøkenet {t}. Fekk varm mjølk, la seg etterpå.
n | Hjelpt på toalettet {t}, elles roleg.
# stell
d | Hjelpt med dusj[, vaska håret|, hårvask og neglestell|].
d dusjkrakk | Dusja sitjande på dusjkrakk, klarte overkroppen sjølv.
d | Stelt ved vasken, [ønskte å utsetje dusjen til {neste}|dusj {neste}].
d | Ville ikkje dusje i dag, [sliten etter dårleg natt|fraus]. Ny avtale {neste}.
d | Klarte det meste av morgonstellet sjølv, trong hjelp til [rygg og bein|knappar og sokkar|føtene].
d | Hjelpt nedantil og med reine klede. [Klarte overkroppen sjølv|Pussa tennene sjølv].
d stromper | [Støttestrømper på|Teke på støttestrømper], heil hud på leggene.
k stromper | Støttestrømpene av, merke etter kanten, elles fint.
d mann | Barbert [i dag|seg sjølv med litt hjelp].
d kvinne | Sette opp håret på {ham}, det likar {han}.
d | Trong meir hjelp enn vanleg i stellet, [bad om pause to gonger|lite krefter].
d | La fram klede, kledde på seg sjølv med litt rettleiing.
d | Smurt [legger og føter|rygg og armar] med fuktkrem.
k | Kveldsstell ved vasken, pussa protesen sjølv.
k | Hjelpt med pysj og tannpuss.
k | Ville stelle seg sjølv i kveld. Gjekk fint.
d sp | Klipte neglene på hendene. Fotpleiar bør ta føtene, sagt frå til {barn_eller}.
d hf | Skifta på senga[ og sette på ein vask|, tok med tøy til vask].
d | Munnstell, litt tørr i munnen. Minte om å drikke.
# hud
d | Heil og fin hud ved stell.
d | Litt raud i [lysken|hudfaldane], smurt med sinksalve.
d | Tørr hud på leggene, smurt. Klør ein del.
d sp | Lite skrubbsår på [ve. olboge|hø. handledd], vaska og plaster på. Ser greitt ut.
d | Blåmerke på [hø. overarm|ve. legg], hugsar ikkje å ha slått seg. Følgjer med.
k | Raud på setet, avlasta og smurt. Må snu seg meir, sagt frå.
d sp | Sprekk på [ve. hæl|hø. hæl], smurt og avlasta med pute.
d | Hoven ve. okle, mindre enn sist.
d rullestol | Ser ingen nye trykkmerke. Puta i stolen ligg rett.
# mobil
d rullator | Gjekk [til badet|til kjøkenet|i gangen] med rullator, stødig.
d rullator | Ustø på beina, måtte støttast sjølv med rullator.
d stokk | Går med stokk inne, [litt stiv i starten|går fint].
d rullestol | Forflytta frå seng til stol med éin hjelpar, [gjekk greitt|tung i dag].
d heis | Forflytta med heis, to hjelparar. [Roleg under forflytting|Litt uroleg i seglet].
d rullator | Gjekk ein tur ut i trappegangen saman, kvilte halvvegs.
d | Gjorde [øvingane frå fysio|balanseøvingane] saman, fem minutt.
d | Stiv og støl, [kom i gang etter kvart|brukte lang tid på å reise seg].
d !rullestol | Har vore ute [ein tur rundt huset|til postkassa] på eiga hand.
d rullator | Bremsa på rullatoren tek dårleg, meldt til hjelpemiddellageret.
d artrose | Vond i kneet når {han} går, held seg mest inne.
k | Reiste seg utan hjelp. Brukar god tid.
d vinter | Glatt ute, vil halde seg inne til det er strødd.
d sommer | Har sete ute på verandaen, sette opp parasollen.
# mat
d | Åt [ei skive|to skiver|ei halv skive] med [brunost|leverpostei|syltetøy|egg] og drakk kaffi.
d | Laga frukost, åt [det meste|alt|halvparten].
d | Lita matlyst, tok [ein yoghurt|nokre skeier graut|ei halv skive].
d | Smurde niste og sette fram til lunsj.
d matombringing | Varma middag frå matombringinga. [Smakte godt|Åt litt over halvparten].
d matombringing | To middagar frå matombringinga urørte i kjøleskåpet, kasta den eldste.
d | Gammal mat i kjøleskåpet, rydda ut i samråd med {ham}.
d | Drikk lite, sette fram ei mugge med saft. Minte om å drikke.
k | Kveldsmat: [havregraut|brødskive og te|knekkebrød med ost], åt [alt|det meste].
k | Hadde ikkje ete middag, varma suppe. Åt godt.
k | Ville ikkje ha kveldsmat. Tok [eit glas mjølk|ein banan].
d barn | {Barn} har fylt opp i kjøleskåpet, [mykje godt der|nok til helga].
d | Baud fram næringsdrikk, drakk [ein halv|heile].
k ektefelle | Åt middag saman med {ekt}, god matlyst.
d | Kvalm i dag tidleg, åt berre litt tørt brød. Betre då eg gjekk.
d vekt | Vekt {vekt}, [stabil|om lag som sist].
# med
d multidose | Tok medisinar frå multidose med [tilsyn|litt vatn og tilsyn].
d multidose | [Multidose gitt|Gav multidose] {t}.
d multidose | Ny multidoserull levert, kontrollert mot lista. Stemmer.
d multidose,sp | Endring i multidose frå {dato}, gammal rull levert apoteket.
d dosett,sp | Lagt dosett for éi veke, kontrollert av kollega.
d dosett | Har teke medisinar frå dosett sjølv, morgonrommet var tomt.
d dosett | Gløymde kveldsmedisinen i går, låg att i dosetten. Sagt frå til sjukepleiar.
d dispenser | Dispensaren verkar, [ingen avvik|fylt på for to veker].
k multidose | Kveldsmedisinar gitt, [ingen problem|tok dei i yoghurt].
k sen | Ønskte sovetablett kl. {t}, gitt etter plan.
k sen | Spurde om ein ekstra sovetablett, forklart kvifor ikkje. Godtok det.
d | Spytta ut ein tablett, tok han på nytt med syltetøy.
d | Lurer på kva den nye tabletten er for, forklart [munnleg|og vist på lista].
d sp | Augedropar gitt [begge auge|hø. auge]. Klarer det ikkje sjølv.
d sp,smerte | Paracet 1 g kl. {t}, NRS {nrs1}. [God effekt|Lettare etter ein time].
k smerte | Vondt i [hofta|ryggen|skuldra], fekk Paracet etter plan.
d sp | BT {bt}, P {p}. [Som vanleg|Notert til fastlegen].
d sp | Ringt apoteket om medisin som manglar, kjem {neste}.
d | Medisinane låste inn i skåpet, nøkkel på plass.
d sp | Kontrollert medisinskåpet, kasta utgåtte salvar i samråd med {ham}.
# humor
* | I godt lag[, spøkte litt|, fortalde om gamle dagar|].
d | Nedstemt, seier dagane blir lange.
d | Verkar [sliten|meir sliten enn førre veke], vil ikkje snakke om det.
d | Blid og nøgd, ingen klager.
d | Uroar seg for [økonomien|trappa|å bli liggjande om natta]. Tok oss tid til ein prat.
k | Litt uroleg i kveld, roa seg med prat og te.
k alene | Seier {han} er redd for å vere åleine om natta.
d | Irritabel i dag, bad om orsaking då eg gjekk.
d enke | Saknar mannen sin, gret litt. Sat hos henne.
d enkemann | Snakka om kona, eitt år sidan snart. Sat hos han ei stund.
d mann | Fåmælt, men takka for hjelpa.
d | Gledde seg til [besøk|frisøren|tur] i morgon.
k | Roleg og nøgd kveld.
d | Hugsa namnet mitt i dag.
# sosialt
d barn | {Barn} på besøk [i helga|i går], det gjorde godt.
d barn | {Barn} ringde medan eg var der, alt vel.
k barn | {Barn} var innom med middag.
d ektefelle | {Ekt} er sliten, snakka litt på tomannshand i gangen.
d ektefelle | {Ekt} har teke det meste av stellet sjølv i helga.
d hund | Naboen går tur med hunden så lenge.
d katt | Katten får mat av nabojenta.
d avis | Løyser kryssord, les framleis utan vanskar.
d strikk | Strikkar på [ein genser til oldebarnet|eit par vottar].
k fotball | Såg på fotballkamp, [nøgd med resultatet|ikkje nøgd med resultatet].
d radio | Høyrer andakta på radio kvar morgon, ventar gjerne med stell til etterpå.
d | Har vore på [dagsenteret|frisør|eldretreff], sliten, men nøgd.
d alene | Har ikkje hatt besøk denne veka. Tilbode besøksven, vil tenkje på det.
k sommer | Sat på verandaen med naboen.
d | Skal [til tannlegen|til fastlegen|til augelegen] {neste}, drosje er tinga.
# sovn
d | Har sove godt.
d | Har sove lite, oppe [to|tre] gonger på do.
d | Vaken frå kl. 04, [tenkjer mykje|vondt i beina].
d | Sov til langt på dag, trøytt framleis.
n | Uroleg, fekk bytt stilling og sov frå {t}.
n | Roleg natt.
n | Oppe på do kl. {t}, følgt attende i seng.
# eliminasjon
d | Mage i orden.
d | Ikkje hatt avføring på tre dagar, gitt [Laktulose etter plan|svisker og mykje drikke].
d sp | Treg mage, Movicol 1 pose gitt.
d | Laus mage sidan i går, drikk godt.
d | Vått i senga, skifta alt. Større innlegg til natta?
k | Toalettbesøk før legging.
d inkontinens | Tinga fleire innlegg, kjem {neste}.
d | Hyppig vasslating, ingen svie. Følgjer med.
# praktisk
d | Bar ut boss og tok inn posten.
d | Røykvarslaren peip, bytte batteri.
d alarm | Testa tryggleiksalarmen, fekk svar med ein gong.
d | Handleliste levert, varer kjem {neste}.
d nokkelboks | Nøkkelen gjekk tregt i boksen, meldt til vaktmeister.
d | Rydda gangen for leidningar og lause matter, snublefare.
d | Kaldt i huset, skrudde opp varmen.
k | Kaffitraktaren stod på utan vatn, slått av. Snakka om komfyrvakt.
d horeapparat | Bytte batteri i høyreapparatet, høyrde betre.
d horeapparat | Finn ikkje høyreapparatet, leitt overalt. {Barn_eller} får melding.
d syn | Hjelpte til med å lese brev frå [sjukehuset|NAV|kommunen].
d | Ny seng levert i dag, for høg. Justert.
d | Varmepute stod på heile natta, snakka om brannfare.
# plan
d | Ringer {neste} for å høyre korleis det går.
d sp | Tek BT på nytt {neste}.
d | Ber kveldsvakta følgje med på [matinntak|smerter|væske].
d hf | Teke opp med sjukepleiar på vakt.
d sp | Sagt frå til primærkontakt, blir teke på rapport.
d sp | Oppdatert tiltaksplanen.
d | Ny vurdering {neste}.
k | Dagvakta må sjå til {ham} først på lista.
k hf | Meldt vidare til sjukepleiar.
"""
