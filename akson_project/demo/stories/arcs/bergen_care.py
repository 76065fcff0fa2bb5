"""Bergen: COPD, stroke, palliation, mental health, and two residents of the nursing home."""

from akson_project.demo.stories.arcs.arc import Arc

PER = Arc(
    key="per",
    name="Per Tjeldstokk",
    sex="male",
    age=76,
    marital="married",
    kin="""
EF | Inger-Lise Tjeldstokk | next all |
SO | Geir Tjeldstokk | important |
""",
    critical="""
3 | high | KOLS grad IV med hyperkapni: SpO2-mål 88-92 %, NEWS2 skala 2 etter ordinasjon | lungepoliklinikk | J44.9 | 9to
1 | medium | Erytromycin: magesmerter og utslett | pasienten | J01FA01 | y10
""",
    access_note="2. etasje, heis. Banker på, åpner selv",
    tags="ektefelle gaar multidose avis kols",
    child="SO Geir",
    routine=0.12,
    mute="tilstand mobil",
    away="10lo-9ti 4so-3ti",
    stays="""
za2 | y2 08.30 | - | 15 | 5 timer per uke
lv | 10lo 20.05 | 10lo 22.40 | K30
""",
    script="""
11ti 09.00 SP besok | SpO2 89 i hvile, habituelt. Inhalasjonsteknikk fin. Egenbehandlingsplan gjennomgått med Inger-Lise: økt oppspytt + farge = ring.
10to 08.50 HF besok | Mer hoste siden i går, gulgrønt oppspytt. SpO2 88. Sagt fra til sykepleier.
10to 13.15 SP telefon | Fastlege startet Prednisolon 30 mg og Amoxicillin 500 mg x 3 i fem dager. Nytt tilsyn i kveld.
10lo 19.20 sp besok | Sitter framoverlent, snakker i korte setninger. RF 28, SpO2 86 uten O2, BT 150/85, P 116, temp 38,1, våken og klar: NEWS2 9. Ringt legevakt 19.40, ambulanse 19.55.
10lo 20.20 sp@lv innkomst | Kjent KOLS grad IV, forverring tredje døgn. RF 28, SpO2 90 med 1 l O2, BT 148/85, P 114, temp 38,1, våken og klar: NEWS2 11. Forstøver startet. Hastegrad rød.
10lo 21.10 le@lv legenotat | R95. S: tungpust, farget oppspytt. O: forlenget ekspirium, pipelyder, CRP 74. Blodgass pCO2 7,1. V: KOLS-forverring med hyperkapni. P: O2 mot SpO2 88-92, forstøver x 2, innlagt lungeavdeling for vurdering av NIV.
9ti 14.00 SP epikrise_mottatt | Epikrise: NIV i to døgn, deretter hjem med O2 1 l om natten. SpO2-mål 88-92 %, hyperkapni. Antibiotika avsluttet. Kontroll lungepoliklinikk om seks uker.
9ti 16.10 sp besok | Hjemme. Nattoksygen satt opp, slangen går under dørmatta, teipet. RF 20, SpO2 90. Inger-Lise trygg på apparatet.
9to 10.30 SP mote | Legen har ordinert NEWS2 skala 2. Oppdatert i kritisk informasjon og tiltaksplan. Røykvarsler og røykestopp drøftet: Per røyker to om dagen, aldri med oksygen på.
7on 09.00 SP besok | RF 18, SpO2 89 uten O2, BT 135/75, P 82, temp 36,6, våken og klar: NEWS2 skala 2: 0. Slutter å røyke i dag, sier han, og gir meg tobakkspakken.
5ma 09.10 HF besok | Ingen røyk på tolv dager. Går til postkassen med to pauser.
4so 12.10 hf besok | Dårlig natt. SpO2 87, hoster mer. Egenbehandlingsplan: startet Prednisolon selv i går kveld. Sykepleier varslet.
4so 13.20 sp besok | RF 22, SpO2 87 uten O2, BT 140/80, P 96, temp 37,6, våken og klar: NEWS2 skala 2: 4. Ringt legevakt på tlf: hjemme med tilsyn hver sjette time, terskel for innleggelse NEWS2 skala 2 over 5.
4so 19.40 sp besok | RF 20, SpO2 88 uten O2, BT 135/80, P 90, temp 37,3, våken og klar: NEWS2 skala 2: 0. Bedre. Legger seg med hevet hodeende.
3ti 09.00 SP besok | RF 18, SpO2 90. Kuren ferdig i morgen. Fikk ros for å ha startet tidlig.
2on 10.15 SP mote | Kontroll lungepoliklinikk i forrige uke: fortsetter nattoksygen, henvist til lungerehabilitering. Ny evaluering om tre måneder.
""",
)

JAN = Arc(
    key="jan",
    name="Jan Silderos",
    sex="male",
    age=72,
    marital="cohabiting",
    kin="""
SA | Tone Grønngrov | next all |
SO | Martin Silderos | important |
""",
    critical="""
3 | high | Hjerneinfarkt: svak ve. side, svelgvansker (fortykket drikke trinn 1) | epikrise | I63.9 | 12on
4 | medium | Blodfortynnende: Klopidogrel 75 mg | epikrise | B01AC04 | 12on
""",
    tags="ektefelle gaar rullator",
    child="SO Martin",
    routine=0.16,
    mute="tilstand mobil mat",
    stays="""
w3 | 12on 12.00 | 6fr 11.00 | 19
za2 | 6fr 12.30 | - | 15 | 6 timer per uke
""",
    script="""
12on 12.40 sp innkomst | Innkomst etter hjerneinfarkt for tre uker siden. Svak ve. arm og bein, snakker i korte setninger, forstår alt. Barthel 9. Svelger tykk drikke trygt. Viktig for ham: ut i båten igjen. Samboer Tone med.
12to 10.00 le legenotat | Visitt: NIHSS 6. BT 145/80 under mål. Klopidogrel og Atorvastatin videreføres. Henvist fysio, ergo, logoped. Førerkort: kjøreforbud tre måneder, Jan er informert.
11fr 11.30 hf daglig | Sto ved barre i fem minutter med støtte av to. Svettet, men lo.
10ti 13.15 hf daglig | Tørr hele dagen, gikk til toalettet med én. Spiste med høyre hånd, venstre holder glasset.
9on 11.00 sp daglig | Barthel 12. Går åtte meter med rullator. Logoped øver navn på båtdeler, kan 11 av 15.
8to 14.00 sp samtale_parorende | Tone spør hva hun skal øve på hjemme. Vist forflytning, fikk ark fra fysio. Hun er sliten, får pause to dager i helga.
7ma 10.20 sp daglig | Drikker nå vanlig vann i små slurker, ingen hoste etter to dagers prøve. Avklart med logoped.
7on 12.30 hf daglig | Hjemmebesøk med ergo: høy terskel på badet, bratt trapp. Utleier setter inn rekkverk før {dag:6fr}.
6ma 11.10 le legenotat | Visitt: Barthel 15. BT 130/75. Smertefri skulder. Utskrives {dag:6fr} til hjemmet med hjemmetjeneste, fysio to ganger i uka.
6to 14.00 sp mote | Utskrivningsmøte: hjemme morgen og kveld de første to ukene, dusj {dag:5ti} og {dag:5fr}. Mål: gå til båten med én følger innen to måneder.
6fr 15.20 SP besok | Hjemme. Går til stua med rullator. Ve. arm hviler i bøyle om natten. Tone har lagt teppene på loftet.
5ti 09.00 HF besok | Dusjet sittende, trengte hjelp til rygg og føtter. Sa «takk» helt tydelig.
4to 09.40 SP besok | Barthel 16. BT 130/75, P 72. Klarer kaffekoppen med ve. hånd.
3fr 14.00 HF besok | Gikk ned til sjøen sammen, 180 meter. Satt på benken og så på båten.
2to 10.00 SP mote | Mål nådd delvis: gikk til båten med én følger. Kjøreforbud vurderes på nytt hos fastlege. Fysio fortsetter, morgenbesøk avsluttes.
1ti 09.15 HF besok | Kom selv til døra. Klarer dusj med tilsyn.
""",
)

LIV = Arc(
    key="liv",
    name="Liv Skarvmork",
    sex="female",
    age=66,
    marital="married",
    kin="""
EF | Dag Skarvmork | next all |
DA | Silje Skarvmork | all | Gravid, ringes på dagtid
""",
    critical="""
5 | high | HLR minus etter eget ønske, ikke sykehus uten at hun ber om det | fastlege | | 9to
4 | medium | Smertepumpe subkutant (Morfin/Midazolam) | palliativt team | | 4ma
""",
    tags="ektefelle strikk",
    child="DA Silje",
    routine=0.1,
    mute="tilstand mat mobil stell humor hud",
    stays="zb2 | 12ma 10.00 | - | 15 | 12 timer per uke",
    script="""
12ma 10.30 SP innkomst | Bukspyttkjertelkreft med levermetastaser, avsluttet cellegift for to uker siden. Hjemme med Dag. Viktig for henne: å se barnebarnet som kommer. ESAS: smerte 4, kvalme 3, tretthet 7. Kontakt med palliativt team.
11to 14.00 SP samtale_parorende | Samtale med Dag: redd for å gjøre feil om natten. Vist bruk av behovsmedisin, telefonnummer på kjøkkendøra. Silje er med.
10ma 09.20 sp besok | ESAS: smerte 6, kvalme 4. Økt Oxycontin 20 mg x 2 etter legens plan. Obstipert, Movicol startet.
9to 12.30 SP mote | Forhåndssamtale hjemme med fastlege og palliativ sykepleier. Liv vil dø hjemme. HLR minus. Medikamentskrin satt inn, forordninger klare.
8ti 10.00 sp besok | ESAS: smerte 3 etter økning. Sitter opp to timer av gangen, strikker bitte liten lue.
7fr 11.40 hf besok | Sliten, vil heller ligge. Vasket ved senga. Dag har lagt nattbord med alt hun trenger.
6ti 09.30 sp besok | Kvalm, kaster opp om kvelden. Haldol 1 mg subkutant startet etter avtale, god effekt.
5to 13.00 SP samtale_parorende | Silje har fått datter i natt. Bilder på brettet, Liv gråt og lo. Film av første gråt.
4ma 09.10 sp besok | Smertepumpe startet av palliativt team: Morfin 20 mg, Midazolam 5 mg per døgn. ESAS smerte 2. Sover mer.
4fr 14.00 sp besok | Barnebarnet på besøk, ligger i armkroken hennes i et kvarter. Dag tok bilder.
3on 10.20 hf besok | Munnstell, drikker noen teskjeer. Lang hvile etter besøk. Dag har fått sove fra 01 til 07 for første gang.
2ti 11.00 sp besok | Smertefri i hvile, varm og rolig. Snudd med to. Hud hel. Forhåndsavtaler bekreftet.
1fr 10.30 SP besok | Klar og mild i dag, ba om havrelefse. Sovet 18 timer i døgnet. Tilsyn hver fjerde time om natten fra i kveld etter ønske fra Dag.
""",
)

MORTEN = Arc(
    key="morten",
    name="Morten Krokgrov",
    sex="male",
    age=48,
    marital="single",
    kin="SI | Anita Krokgrov | next important | Morten: ring søster når jeg slutter å sove, ikke ellers",
    critical="3 | high | Schizofreni: tidlig tegn er søvnmangel og dunkende musikk. Kriseplan i permen | DPS | F20.0 | y3",
    access_note="Ring 5 min før, ta av skoene. Nøkkel nr. 14 på kontoret",
    tags="alene gaar radio",
    routine=0.1,
    mute="tilstand humor stell ankomst sosialt",
    evenings=False,
    stays="za1 | y4 10.00 | - | 15 | 4 timer per uke",
    script="""
12ti 10.30 SP besok | Depotinjeksjon Xeplion 100 mg satt i hø. delta. Neste om fire uker, {dag:8ti}. Gode rutiner, sover sju timer.
10fr 10.40 HF besok | Har bestilt pizza tre dager på rad. Leiligheten luktet av røyk, åpnet vindu sammen.
9ma 10.20 SP besok | Sov to timer i natt, musikk på full styrke kl. 03. Snakket om naboen som «lyser inn». Kriseplan tas fram, Morten leser den selv.
9ti 10.10 SP telefon | Ringt DPS: samtale hos behandler i morgen, tilbud om brukerstyrt seng. Søster Anita varslet etter planen.
9on 14.00 SP telefon | Morten på brukerstyrt seng til {dag:8ti}. Leiligheten låst, kaktusen vannes av meg.
8ti 13.00 SP besok | Hjemme igjen. Xeplion 100 mg satt i ve. delta. Sovet åtte timer tre netter på rad. Naboen er «bare naboen».
7fr 10.30 HF besok | Handlet sammen, husket listen selv. Snakket med ekspeditøren.
6ti 10.20 SP besok | Måler blodtrykk, vekt (94,6) og midje 112 cm. Henvist fastlege for metabolsk kontroll.
5on 10.30 HF besok | Malte i aktivitetshuset i går, tok med et bilde. Henger på kjøkkenet.
4ti 10.10 SP besok | Xeplion satt i hø. delta. Vekt 93,8. Vil prøve turgruppa.
3to 10.40 HF besok | Første gang i turgruppa, gikk to kilometer. «Ikke verst.»
2ti 10.30 SP mote | Samarbeidsmøte med Morten, DPS og fastlege: kriseplanen virket, beholdes. Søvnregistrering på kjøkkenet. Søker deltid på fabrikken.
1on 10.20 SP besok | Sover seks til sju timer. Spørsmål om egenandel er sendt saksbehandler. Neste depot {+6}.
""",
)

INGER = Arc(
    key="inger",
    name="Inger Måsehella",
    sex="female",
    age=82,
    marital="widowed",
    kin="""
DA | Marianne Måsehella | next guardian all |
SO | Kjell Måsehella | all |
""",
    critical="""
3 | high | Alzheimers sykdom: går i døgnet om, tar av seg smykker og gir bort | fastlege | F00.1 | y2
5 | medium | HLR minus, samtale med verge og lege | sykehjemslege | | y1
""",
    tags="demens enke gaar inkontinens",
    child="DA Marianne",
    routine=0.3,
    mute="natt mobil tilstand",
    stays="w1 | y1 13.00 | - | 21",
    script="""
12lo 03.10 hf vakt | Fant Inger på trappa i jakke og støvler, på vei «hjem til ungene». Fulgt tilbake, varm melk. Sov fra 04.
11ti 11.00 SP mote | Tiltaksmøte med Marianne: vandrer mest 02-05 og 15-17. Prøver å følge henne i stedet for å stoppe. Kaffekrok ved hennes vindu kl. 15, ullteppe, bildebok.
10to 15.20 hf vakt | Satt i kaffekroken fra 15 til 16, sorterte knapper etter farge. Gikk ikke i gangen.
9so 02.40 sp vakt | Oppe og gikk, uten mål. Fulgt i 20 min, la seg på sofaen på stua med teppe. Sov til 05.
8fr 10.10 LE legenotat | Visitt: urolig natt og vekt ned 0,8. BT 130/70, urinstix neg., ingen smerter ved tilstandsvurdering. Ikke sovemedisin, dagslys og aktivitet først.
7to 14.30 hf daglig | På tur i hagen 30 min hver dag denne uka. Sover nå fra 22 til 03.
6ma 13.20 hf daglig | Ga bort ringen til medboeren, fant den på hennes bord. Avtalt at Marianne tar ringen hjem, Inger får en annen på fingeren.
5fr 02.30 sp vakt | Oppe fra 01.50, tørst, fikk saft. Fulgt til sengs, sov fra 02.20.
4ti 15.40 hf vakt | Datter på besøk, sang sammen. Inger viste «huset sitt» (kaffekroken).
3on 11.00 SP mote | Evaluering: to urolige netter siste tre uker mot ti i starten. Ingen fall. Leter ikke lenger etter ringen.
2to 14.10 hf daglig | Hjalp til med å brette servietter, 60 stykker.
1ma 03.30 sp vakt | Tilsyn 01 og 03, sov begge ganger.
""",
)

ASLAUG = Arc(
    key="aslaug",
    name="Aslaug Blåvardal",
    sex="female",
    age=91,
    marital="widowed",
    kin="""
DA | Ingunn Blåvardal | next all | Vil ringes når som helst
BB | Sunniva Blåvardal | all |
""",
    critical="5 | high | HLR minus, livets siste tid hjemme på avdelingen | sykehjemslege | | d60",
    tags="enke rullestol",
    routine=0.22,
    mute="natt tilstand mat hud mobil sosialt",
    stays="w2 | y3 13.00 | d12 22.15 | 21",
    deceased="d12",
    planted="deceased",
    away="d33-d12",
    script="""
d70 10.20 LE legenotat | Visitt: hjertesvikt og nyresvikt forverres, GFR 16. Pasient er rolig, spiser mindre. Forhåndssamtale planlegges med Ingunn.
d60 13.30 LE legenotat | Forhåndssamtale med Aslaug, Ingunn og primærkontakt. Ønsker ro, sin egen stol og salmer. HLR minus, ikke sykehus. Morfin og Midazolam forordnet ved behov.
d45 14.20 hf daglig | Spiste to skjeer grøt og hele isen. Hånden i min under andakten.
d31 21.00 sp vakt | Ikke krefter til stolen. Legger seg på siden med teppet hun strikket selv.
d24 11.10 SP samtale_parorende | Ingunn er informert: Aslaug drikker ikke lenger av seg selv. De sitter på skift. Sunniva får sove i lenestolen.
d20 10.00 LE legenotat | Døende fase vurdert. Munnstell, lindring. Unødvendige medisiner avsluttet. Livets siste dager følges etter planen.
d18 03.40 sp vakt | Surkler litt, snudd mot ve. side, Robinul 0,4 mg subkutant. Rolig pust etter 20 min.
d17 14.00 hf daglig | Vasket ansikt og hender med varmt vann, Ingunn leste fra salmeboka. Aslaug rørte leppene.
d15 06.10 sp vakt | Lange pustepauser i natt. Ingunn ved senga. Morfin 2,5 mg kl. 02.10 og 05.30, rolig.
d14 13.10 SP samtale_parorende | Søsknene har vært innom. De spør om hvor lenge, svart ærlig at det er dager. Vinduet på gløtt som hun likte.
d13 22.10 sp vakt | Ikke kontaktbar, varm, puster 8 per minutt med pauser. Sunniva holder hånden.
d12 21.40 sp vakt | Aslaug sovnet stille inn kl. 21.35, Ingunn og Sunniva til stede. Stelt med dem, den blå kjolen. Lege ringt, dødsattest i morgen. Vinduet åpnet.
""",
)

ARCS = (PER, JAN, LIV, MORTEN, INGER, ASLAUG)
