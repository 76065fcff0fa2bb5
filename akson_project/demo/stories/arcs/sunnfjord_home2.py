"""Sunnfjord, at home: falls, refusal, a worried son, the substitute, wandering."""

from akson_project.demo.stories.arcs.arc import Arc

KLARA = Arc(
    key="klara",
    name="Klara Stavenipa",
    sex="female",
    age=90,
    marital="widowed",
    kin="""
SO | Sverre Stavenipa | next all |
DA | Inger Stavenipa | important |
""",
    critical="4 | medium | Hofteprotese ve. side sidan 2016, hø. side etter brot i år | epikrise | Z96.6 | 9on",
    access_note="Nøkkel hos grannen, Fure-huset",
    tags="alene enke rullator multidose alarm strikk",
    child="SO Sverre",
    routine=0.14,
    mute="mobil smerte med",
    away="12fr-6to",
    stays="""
zb2 | y4 09.00 | 12fr 06.40 | 15 | 5 timar per veke
w3 | 11ti 13.00 | 6to 11.00 | 19
zb2 | 6to 12.20 | - | 15 | 9 timar per veke
""",
    planted="hospital_stay",
    script="""
12on 09.30 HF besok | Har sett rullatoren att ved trappa, «berre to steg». Minte om han. Nattlys verkar ikkje.
12fr 05.20 hf besok | Alarm 04.55. Funnen på badegolvet, hø. bein innovervridd og kortare. Ikkje slege hovudet. NRS 8. Ligg varmt under teppe. Ringt 113.
12fr 06.20 hf besok | Ambulansen her, morfin gitt av dei. Sverre er på veg til Førde.
11ti 13.40 sp epikrise_mottatt | Epikrise: brot i hø. lårhals, hemiprotese {dato:12fr}. Full belasting. Klexane i fire veker, Paracet fast, Oxynorm ved behov.
11ti 14.20 sp innkomst | Innkomst. Klara: «Heim til katten som ikkje er min.» MST 1, trykksårrisiko, NRS 4 i rørsle. Medisin samstemt. Fallrisiko: redd for å falle.
11to 11.00 LE legenotat | Visitt: sår tørt, blåmerke til kneet, Hb 10,2. Jern starta. Ikkje delir. Beintettleiksmåling bestilt, Fosamax blir vurdert.
10ma 10.40 hf daglig | Stod med gåstol i éit minutt. Hadde pynta seg.
9on 11.20 hf daglig | Gjekk 12 meter med éin. Sting fjerna, arr fint.
9fr 14.10 sp daglig | NRS 2 i ro, 3 i rørsle. Klexane sett, ingen blåmerke.
8ma 14.30 hf daglig | Gjekk 40 meter med prekestol. Strikkar sittande med kne på pute.
7on 13.30 sp mote | Heimreisemøte: heim {dag:6to}, rullator, handtak og toalettforhøgar montert. Fysio to gonger i veka, kveldstilsyn i fire veker. Klara vil ha alarmen på armen, ikkje om halsen.
6to 13.00 SP besok | Heime. Katten til grannen låg i senga. Klexane slutt {+3}.
5ti 09.00 HF besok | Dusja på ny krakk, hjelpt med ryggen. Gjekk til kjøkenet fire gonger.
4ma 09.20 SP besok | TUG 21 sekund (27 i korttid). Beintettleik lav, Fosamax starta av fastlege.
3on 09.10 HF besok | Gjekk ned trappa sidelengs med meg framfor. Sov i eiga seng.
2ma 10.30 SP mote | Gjennomgang: ingen fall på tre månader, alarm brukt éin gong ved uhell. Kveldstilsyn blir slutt. Ny TUG om tre månader.
1fr 09.00 HF besok | Gjekk til porten med katten etter.
""",
)

SIGURD = Arc(
    key="sigurd",
    name="Sigurd Hestegrova",
    sex="male",
    age=77,
    marital="widowed",
    kin="SO | Ola Hestegrova | next important | Sigurd: «Sonen treng ikkje vite om kvar pille»",
    critical="3 | high | Atrieflimmer og tidlegare drypp. Vil ikkje ta blodfortynnande, informert to gonger | fastlege | I48 | y1",
    tags="alene enkemann gaar avis",
    child="SO Ola",
    routine=0.06,
    mute="med stell humor sovn mat",
    evenings=False,
    stays="zb1 | 12on 10.00 | - | 15 | 2 timar per veke",
    planted="wrong_patient",
    script="""
12on 10.30 SP innkomst | Starta etter ønske frå fastlege. Kona døydde for åtte månader sidan, ho styrte medisinane. Sigurd, 77 år: slutta med alt for tre månader sidan, kjenner seg betre. Blodtrykk 168/94, P 104 ujamn. Viktig for han: få ro, ha kniven skarp, plass i båten til sonen. Seier ja til vekentleg besøk.
11on 10.20 SP besok | Vil snakke om båten. Medisinar i skuffa urørte. Fekk måle BT: 172/96.
10fr 13.30 SP mote | Informert skriftleg og munnleg om slagfare, gjev att rett: «Eg kan miste språket, eg veit det.» Samtykkekompetanse for denne avgjerda: ja. Ikkje press. Spør heller kva som ville gjort det lettare.
9on 10.10 SP besok | Ja til éin tablett til BT «om han ikkje er kvit». BT 164/92. Fastlegen skriv ut i annan farge.
9fr 09.20 hf besok #feil !9fr 12.40 SP | Hjelpt med morgonstell og støttestrømper, dusja på krakk. God matlyst, to skiver. | Notatet er ført på feil pasient, gjeld ein annan på lista.
8on 10.20 SP besok | BT 156/90. Teke tablett sju av sju. Ikkje blodfortynnande. «Det får vere mi grense.»
7on 10.10 HF besok | Bad meg lese siste brev frå legen høgt. Kaffi, to koppar.
6on 10.20 SP besok | BT 148/86, P 92. Kom seg til kyrkjegarden med sonen.
5fr 10.30 SP samtale_parorende | Ola ringde: vil at vi skal «tvinge han». Sagt at eg ikkje kan fortelje om medisinane. Han vart stille, skal ringje far om båten i staden.
4on 10.10 SP besok | BT 146/84. Spør om slagteikn, fekk plakat: fjes, arm, språk, ring 113. Heng på kjøleskåpet.
3on 10.20 HF besok | Handla ved brygga. Tok tabletten framfor meg utan å seie noko.
2on 10.10 SP mote | Ny samtale om blodfortynnande, framleis nei. Fastlege notert. Ny vurdering om tre månader. Sigurd vil at vi kjem likevel.
1on 10.20 SP besok | BT 144/82. Fortalde om kona i tjue minutt, uten tårer. Bad meg kome same dag til neste veke.
""",
)

EDVARD = Arc(
    key="edvard",
    name="Edvard Øyregrova",
    sex="male",
    age=84,
    marital="married",
    kin="""
EF | Borghild Øyregrova | next all |
SO | Stein Øyregrova | important | Bur i Australia. Sjå lista over kva han får vite
""",
    critical="1 | medium | Allopurinol: utslett | fastlege | M04AA01 | y3",
    tags="ektefelle rullator dosett avis horeapparat",
    child="SO Stein",
    routine=0.13,
    mute="sosialt",
    stays="za2 | y1 09.00 | - | 15 | 4,5 timar per veke",
    script="""
12on 14.30 SP telefon | Stein ringde frå Melbourne kl. 22.30 hans tid: far har «sluntra unna med medisin». Sagt at eg treng far sitt ja. Ringjer attende {+2}.
12fr 13.30 SP samtale_parorende | Samtale med Edvard og Borghild: Stein får vite om sjukehus, fall og endring i helsa. Ikkje vekt, avføring eller om han åt. Edvard vil seie det sjølv.
11to 22.10 =eldrid telefon | Stein ringde på nattvakta, høg stemme. Fekk høyre at far er i seng og har det greitt. Fleire spørsmål blir tekne i morgon.
10ti 10.00 SP besok | Edvard las e-posten frå Stein: 14 spørsmål. Svara på tre saman med meg. Resten seier han «er hans».
8on 13.00 SP mote | Videosamtale på nettbrett: Edvard, Borghild, Stein og eg. Avtalt: Stein får oppdatering kvar {dag:8to} kl. 08 på video av far sjølv, vi er med første gongen. Borghild tek seg av e-posten.
7to 08.15 SP besok | Første videosamtale. Edvard viste hage og medisindosett. Stein gret etterpå, Borghild held telefonen.
5fr 10.10 HF besok | Borghild seier Stein no spør om været i staden for avføring.
4ma 09.00 SP besok | RF 19, SpO2 97 utan O2, BT 140/80, P 78, temp 37,1, vaken og klar: NEWS2 0. Forkjølt. Edvard vil vente med å seie det til Stein til torsdag.
2to 08.20 SP telefon | Stein takka for at vi tok det på alvor. Vi svarar på det far har sagt ja til, ikkje meir.
1ti 09.10 HF besok | Edvard har kjøpt ny hatt. Spør om vi synest han er pen i video.
""",
)

KNUT = Arc(
    key="knut",
    name="Knut Slåttegrova",
    sex="male",
    age=80,
    marital="married",
    kin="EF | Ingrid Slåttegrova | next all |",
    critical="3 | high | Marevan: INR-styrt, liste i permen kan vere gammal, ring lege | fastlege | B01AA03 | 10on",
    tags="ektefelle gaar dosett avis",
    routine=0.1,
    mute="med",
    stays="za1 | y2 08.30 | - | 15 | 2,5 timar per veke",
    planted="substitute",
    script="""
11ti 08.50 VK besok nb | Første vakt på lista. Leste tiltaksplan. To brukere med nesten likt navn her og på nabolista, dobbeltsjekket fødselsdato før dosett.
11to 09.10 VK besok nb | Dosetten hadde Marevan 2,5 mg mandag, ingen onsdag. Listen i permen sier onsdag 1,25. Ringt sykepleier, ikke lagt noe selv.
10on 10.40 SP telefon | INR 3,6. Fastlege: onsdagsdosen var stroken, lista i permen var to veker for gammal. Ny liste lagd inn, gammal makulert.
10fr 08.45 SP besok | Dosett lagd om, sjekka av kollega. Ingrid får vite at lista i permen alltid skal ha dato øvst.
9on 08.50 VK besok nb | Dosett stemmer med liste (dato øverst). Knut viste båtmotor.
8ma 09.20 SP mote | Vikaren si melding er teken opp som forbetringssak: lister utan dato på alle i sona, tre til er funne. Takk til vikaren.
7on 08.50 HF besok | INR 2,6. Ingen blåmerke.
5ti 08.40 SP besok | INR 2,4. Ingrid les lista høgt kvar laurdag.
3to 08.55 VK besok nb | Siste vakt i sonen for min del. Knut vil at jeg skriver at det var gull verd.
1ti 08.50 HF besok | INR 2,5. Ny vikar på lista, Knut viste henne permen med datoen.
""",
)

OLGA = Arc(
    key="olga",
    name="Olga Kalvereset",
    sex="female",
    age=83,
    marital="married",
    kin="""
EF | Leiv Kalvereset | link=leiv all | Trygg mann, men høyrer dårleg
DA | Kari Kalvereset | next proxy all | Bur i nabobygda, ring også om natta
""",
    critical="3 | high | Alzheimers sjukdom: går ut om natta, bur ved elva | fastlege | F00.1 | y2",
    tags="ektefelle gaar multidose strikk demens",
    child="DA Kari",
    routine=0.1,
    mute="sosialt mobil tilstand",
    stays="""
zb2 | y1 10.00 | 5ma 11.30 | 15 | 7 timar per veke
w1 | 5ma 13.00 | - | 21
""",
    away="5lo-4so",
    script="""
12ti 09.30 HF besok | Stod ved elva då eg kom, «skal over til mor». Kald i føtene. Følgt inn, sette på TV.
11to 13.00 SP samtale_parorende | Kari og Leiv: ho går ut tre-fire netter i veka. Leiv søv i stova ved døra. Prata om GPS, dørvarsling og dagsenter. Leiv vil prøve dørvarsling først.
10fr 12.30 SP besok | Dørvarslar montert. Testa saman, Leiv høyrer varselet på nattbordet.
9on 23.20 =eldrid telefon | Varsel 22.50, Leiv sov. Kari fann henne ved brua, våte sko. Varm dusj heime. Ikkje skade.
9to 10.20 SP besok | Tilsyn: temp 36,5, heil hud, blåmerke ve. kne. Leiv gret: «Eg klarer ikkje meir om natta.»
8on 13.30 sb saksnotat | Søknad om langtidsopphald. Kartlagt heime: går ut dagleg om natta, ektefelle sliten. Samtykkekompetanse for flytting: ikkje. Kari er fullmektig. Vedtak ventar.
7to 11.00 SP mote | Møte med Kari, Leiv og Olga. Olga seier «eg kan bu der dei syng». Kari og Leiv støttar avdeling Bjørk.
6ti 14.10 sb saksnotat | Vedtak om langtidsopphald på Bjørk frå {dag:5ma}. Klagerett opplyst, Leiv får besøkstider når han vil.
5ma 13.40 sp innkomst | Innkomst på Bjørk med Kari og Leiv. Rommet er pynta med Olgas gardiner. Ho song i matsalen. Fall: god gange, går ut ved uro. HLR-status blir drøfta seinare.
5ti 03.30 hf vakt | Leita etter elva, følgde henne i korridoren til kunstverket med båten. Sov frå 04.20.
5fr 15.10 sp daglig | Leiv kom kvar dag kl. 11, går heim når ho et middag. Mindre gråt i dag.
4on 14.00 hf daglig | Syng sopran i stova, held takten.
3to 03.10 sp vakt | Sov i natt, berre oppe éin gong. Dørvarslar trengst ikkje.
2ma 13.40 hf daglig | Strikkar vott med Kari, to masker om gongen.
1on 13.00 sp mote | Fem veker på Bjørk: frå fire til ei uroleg natt i veka. Leiv søv heime. Kari vil at vi syng meir ved døra kl. 16.
""",
)

LEIV = Arc(
    key="leiv",
    name="Leiv Kalvereset",
    sex="male",
    age=85,
    marital="married",
    kin="""
EF | Olga Kalvereset | link=olga important | Bur på Bjørk
DA | Kari Kalvereset | next all |
""",
    critical="3 | medium | Høgt blodtrykk, nitroglyserin i lomma ved brystsmerter | fastlege | I10 | y4",
    tags="gaar dosett radio horeapparat",
    child="DA Kari",
    routine=0.08,
    mute="sosialt",
    evenings=False,
    stays="zb2 | y1 10.00 | - | 15 | 1,5 timar per veke",
    script="""
9to 10.45 SP besok | Sov tre timar i natt, høyreapparatet låg i skuffa. BT 158/88. Vil at vi kjem same tid kvar veke, ikkje meir.
7to 11.30 SP samtale_parorende | Leiv etter møtet: «Huset er så stilt.» Snakka om skuldkjensle, han skal ikkje avgjere åleine. Kari er med.
5on 10.30 HF besok | Bustaden er stille. Åt suppe med Kari i går. Klarer mat sjølv.
3on 10.20 SP besok | Søv seks timar no. BT 142/80. Ikkje brystsmerter. Høyreapparat kontrollert.
1on 10.10 HF besok | Har kjøpt radio til Olga på Bjørk. Sov godt.
""",
)

ARCS = (KLARA, SIGURD, EDVARD, KNUT, OLGA, LEIV)
