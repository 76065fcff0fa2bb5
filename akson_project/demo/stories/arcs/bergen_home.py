"""Bergen, at home: delirium, heart failure, two wounds, weight loss."""

from akson_project.demo.stories.arcs.arc import Arc

SOLVEIG = Arc(
    key="solveig",
    name="Solveig Havreskar",
    sex="female",
    age=86,
    marital="widowed",
    kin="""
DA | Kristin Havreskar | next all | Ringes også om natten
SO | Tor Havreskar | important | Bor i Trondheim
""",
    critical="""
1 | medium | Trimetoprim-sulfa: utslett | fastlege | J01EE01 | y6
3 | medium | Tidligere delir ved infeksjon, se etter tegn tidlig | epikrise | F05 | 8fr
""",
    access_note="Nøkkelboks til høyre for døra",
    tags="alene enke rullator multidose alarm avis stromper",
    child="DA Kristin",
    routine=0.15,
    away="10ma-6on",
    stays="""
za1 | y3 10.00 | 9lo 09.40 | 15 | 5 timer per uke
w3 | 8to 13.00 | 6on 11.00 | 18
za1 | 6on 12.00 | - | 15 | 8 timer per uke
""",
    planted="hospital_stay",
    script="""
10ti 08.40 HF besok | Klar for dagen, tatt på støttestrømper. Sier hun har vært mye på do i natt.
10to 08.55 HF besok | Svie ved vannlating og drikker lite. Meldt til sykepleier.
10to 13.20 SP telefon | Ringt legekontoret, de ønsker urinprøve før behandling. Datter Kristin leverer i morgen tidlig.
10fr 10.10 SP besok | Stix: leukocytter 3+, nitritt pos. Temp 37,9, P 88. Fastlege har sendt resept på Selexid 200 mg x 3 i fem dager. Første dose gitt 10.15.
10so 09.05 HF besok | Trøtt, spiste en halv skive. Svir mindre. Minnet om å drikke, satte fram saft.
9on 08.50 HF besok | Siste Selexid tatt i dag. Ikke svie, men sliten og støl.
9fr 20.40 hf besok | Rotet med tablettene i kveld og lette etter mannen sin, som døde for ni år siden. Dette er nytt. Ringt sykepleier.
9fr 21.20 sp besok | Tilsyn: uklar for tid, klar for sted og person. Temp 37,8, BT 130/70, P 92. Drakk to glass. Datter Kristin informert, hun blir over natten.
9lo 08.30 sp besok | Urolig og våken hele natten ifølge Kristin, plukker i dyna. 4AT 8. RF 22, SpO2 93 uten O2, BT 108/60, P 114, temp 38,8, nyoppstått forvirret: NEWS2 11. Ringt 113 kl. 08.40.
9lo 09.15 sp telefon | Hentet av ambulanse 09.05, Kristin er med. Innleggelsesrapport sendt Haukeland med medisinliste og beskjed om at hun vanligvis er helt klar.
8to 13.20 sp epikrise_mottatt | Epikrise: urosepsis (E. coli) og delir. Antibiotika intravenøst i fire dager, så tabletter til og med {dag:7ma}. Sovemedisin seponert. Utskrevet til korttidsopphold for å komme til krefter.
8to 14.10 sp innkomst | Innkomstsamtale med Solveig og Kristin. Klar for person, litt usikker på hvor hun er. Viktig for henne: hjem til egen seng. MST 2, fall: ustø, rullator. Legemiddelliste samstemt med epikrisen. Sår: ingen.
8fr 04.30 hf vakt | Våken 02-04, ville kle på seg. Fulgt tilbake, satt litt hos henne. Sov fra 04.10.
8so 14.20 hf daglig | Klarere i dag, leste avisen og husket hva datteren sa i går. Spiste hele middagen.
7ti 10.30 LE legenotat | Visitt: afebril, klar og orientert x 4, 4AT 1. Antibiotika avsluttet i går. Orto-BT 135/75 til 125/70 uten svimmelhet. Blodprøver om en uke: CRP, Hb, kreatinin.
7on 11.10 hf daglig | Gått til spisestua med rullator, stødig. Øvd på trapp sammen med fysio.
7fr 13.00 sp mote | Møte med Solveig, Kristin, fysio og hjemmetjenesten på tlf: hjem {dag:6on}, besøk morgen, middag og kveld de første to ukene. Kristin tar handling. Drikkeliste på kjøkkenet.
6ti 14.10 hf daglig | Pakket selv til hjemreise. Vekt 58,2, opp 0,9 siden ankomst.
6on 12.40 SP besok | Hjemme igjen, gråt litt av glede. Går stødig inne. Medisiner lagt etter ny liste. Avtalt at vi ser etter tidlige tegn: uro om natten, lite drikke, svie.
5ma 08.35 HF besok | Sovet hjemme i egen seng, fin nattesøvn. Drikkelisten viser 1,4 l i går.
5fr 12.50 HF besok | Spiste fiskekaker, drakk melk. Kristin skal på jobb igjen fra {+3}.
4ti 09.10 SP besok | Klar og orientert. Stix neg., temp 36,8. Kveldsbesøket kan trappes ned til annenhver dag, Solveig er enig.
2on 10.20 SP mote | Gjennomgang etter seks uker: ingen ny uro, MST 0, vekt 60,1. Timer vurderes redusert fra neste måned, saksbehandler er varslet.
""",
)

ARNE = Arc(
    key="arne",
    name="Arne Lyngmork",
    sex="male",
    age=79,
    marital="married",
    kin="""
EF | Ruth Lyngmork | next all |
SO | Frode Lyngmork | important |
""",
    critical="""
3 | high | Hjertesvikt, EF 30 %. Ring ved vektøkning over 2 kg på tre dager | epikrise | I50.9 | y2
4 | medium | ICD (hjertestarter) ve. side | epikrise | Z95.0 | y2
""",
    access_note="Ringeklokke merket Lyngmork, 2. etasje uten heis",
    tags="ektefelle stokk multidose fotball",
    child="SO Frode",
    routine=0.13,
    mute="mat hud",
    stays="za2 | y2 09.00 | - | 15 | 4,5 timer per uke",
    planted="draft",
    script="""
12to 09.05 SP besok | Vekt 66,9. BT 115/70, P 68. Ingen ødem. Ruth fører vekt i boka hver morgen.
10ma 08.50 HF besok | Vekt 67,1. Puster fint, går til postkassen.
9ma 09.00 HF besok | Vekt 68,4 (66,9 for tre uker siden). Skoene strammer. Sagt fra til sykepleier.
9ma 12.10 SP besok | Pittingødem +2 bilat. til midt på leggen. Vekt 68,4. Ikke tungpust i hvile, tre puter i natt. Ringt fastlege: Furix 40 mg ekstra i tre dager, ny vekt {+4}.
9on 08.45 HF besok | Tar ekstra Furix, på do ni ganger i går. Vekt 67,8.
9fr 09.10 SP besok | Vekt 67,2, ødem +1. Sov med to puter. Ekstra Furix avsluttet etter planen, fastlege orientert.
7ti 08.55 HF besok | Vekt 67,0. I godt humør, tippekupongen levert.
6so 21.10 hf besok | Andpusten etter kveldsmat, ville sitte oppe. Ruth sier han har spist røkt torsk hos sønnen i helga.
5ma 08.30 SP besok | Vekt 69,6, opp 2,6 kg på under to uker. Ødem til kneet, hvilepust 22. RF 22, SpO2 94 uten O2, BT 110/70, P 92, temp 36,7, våken og klar: NEWS2 5. Ringt fastlege kl. 08.50, hjemmebesøk i dag.
5ma 13.40 SP telefon | Fastlege har vært der: Burinex 2 mg x 2 i fem dager, blodprøver {dag:5on}, daglig vekt. Innleggelse hvis ikke ned 1 kg innen {dag:5on}.
5on 09.00 SP besok | Vekt 68,3. Kreatinin 118, K 4,1. Lettere å puste, RF 18. Blir hjemme.
5fr 09.15 SP besok | Vekt 67,4. Ødem bare rundt anklene. Snakket om salt i ferdigmat og røkt fisk, Ruth skriver handleliste på nytt.
4ti 10.30 SP samtale_parorende | Samtale med Ruth: redd hver gang han hoster. Gått gjennom planen på kjøkkenskapet: når hun ringer oss, og når hun ringer 113. Hun får prøve selv å veie og tolke.
3ma 09.00 HF besok | Vekt 67,0. Gått rundt kvartalet i går.
2to 09.10 SP besok | Vekt 66,8. Burinex 1 mg x 2 fast nå. BT 115/70, P 66. Ruth ringte selv fastlegen da vekten var opp 0,7, og fikk ros for det.
1fr 09.05 HF besok | Vekt 67,2. Ingen hevelse. Så fram til kampen i kveld.
d3 09.20 SP besok kladd | Vekt 68,1, opp 0,9 siden {dag:1fr}. Ikke tungpust, men skoene er på uten lisser. Har vært i bursdag. Ringe fastlege etter
""",
)

GERD = Arc(
    key="gerd",
    name="Gerd Torvros",
    sex="female",
    age=77,
    marital="widowed",
    kin="""
SO | Terje Torvros | next all |
SI | Reidun Kvernbotn | important |
""",
    critical="1 | low | Plaster med akryl: kontakteksem, bruk silikon | hjemmetjenesten | | y2",
    tags="alene enke stokk dosett strikk katt",
    child="SO Terje",
    routine=0.1,
    mute="hud",
    evenings=False,
    stays="zb1 | y1 10.00 | - | 15 | 2,5 timer per uke",
    planted="corrected",
    script="""
12ma 09.30 SP besok | Venøst leggsår hø. legg innside, 4,2 x 3,1 cm. Fibrin i bunnen, rikelig sekresjon, litt lukt. Skylt med NaCl, Aquacel og skum, kompresjon 2-lags fra tå til kne. Ankel-arm-indeks 0,96 tatt hos fastlege.
12to 09.40 SP besok | Gjennomslag på bandasjen etter to dager. Samme stell. NRS 4 under skifte, gir Paracet 1 g en halv time før neste gang.
11ma 09.25 sp besok #side | Sårstell ve. legg: 3,8 x 2,8 cm, mindre fibrin, kanten macerert. Smurt kant med sinkpasta, ellers som før.
11on 11.10 sp besok ~side | Sårstell hø. legg: 3,8 x 2,8 cm, mindre fibrin, kanten macerert. Smurt kant med sinkpasta, ellers som før. | Skrev feil side. Såret er på høyre legg.
10to 09.35 SP besok | 3,2 x 2,4 cm, rent, granulerer i halvparten. Bilde tatt med samtykke. Strikker med beina på krakken slik vi avtalte.
9to 09.30 SP besok | Kompresjonen var tatt av, den klødde. Legget hovent igjen. Ny kompresjon med polstring, lovet å ringe i stedet for å klippe.
8ma 09.40 SP besok | 2,5 x 1,8 cm, friskt rødt vev, moderat sekresjon. Hevelsen borte. Skifter nå to ganger i uka.
6to 09.20 SP besok | 1,6 x 1,0 cm, flatt og rent. NRS 1 under stell, trenger ikke Paracet på forhånd.
5ma 10.05 sp besok | Bandasjen tørr. Byttet ytterlag, ikke åpnet ned til såret.
4to 09.30 SP besok | 0,8 x 0,5 cm, epitel fra kantene. Bare skumbandasje nå.
3to 09.25 SP besok | Såret er grodd etter ni uker. Hel, tynn hud. Måltatt for kompresjonsstrømper klasse 2.
2ti 10.00 HF besok | Strømpene har kommet, øvd på påtrekker. Klarer den høyre selv.
1to 09.30 SP mote | Sårstell avsluttet. Besøk én gang i uka for strømper og hudkontroll ut måneden. Gerd ringer ved rødme eller væsking.
""",
)

ODD = Arc(
    key="odd",
    name="Odd Skarvgrov",
    sex="male",
    age=70,
    marital="divorced",
    kin="""
DA | Hege Skarvgrov | next important | Vil helst ikke at hun bekymres unødig
""",
    critical="""
3 | high | Insulin: føling uten varsel, druesukker i jakkelomma | fastlege | E10.9 | y8
4 | medium | Karkirurgisk stent hø. bein | epikrise | Z95.8 | y1
""",
    tags="alene gaar dosett radio diabetes",
    child="DA Hege",
    routine=0.09,
    mute="hud mobil",
    sugar=9.2,
    stays="zb2 | y4 08.30 | - | 15 | 5 timer per uke",
    script="""
12ti 08.40 SP besok | Nytt sår under ve. stortå, 0,8 x 0,6 cm, trykk fra nye sko. Kjenner det ikke. Renset, skumbandasje, avlastningssåle. BS 11,4.
11fr 08.50 SP besok | 1,0 x 0,8 cm, kant med hard hud. Fotterapeut {+4}. Sagt at skoene må bort, han er ikke enig.
10ti 09.00 SP besok | 1,2 x 1,0 cm, gulbrunt belegg, moderat sekresjon. Puls i fotryggen svak. Sendt bilde og spørsmål til fastlege.
10to 11.30 SP telefon | Fastlege henviser til diabetesfotpoliklinikk, ønsker HbA1c og CRP. Time {dag:8ma}.
9fr 08.45 SP besok | 1,4 x 1,2 cm, dybde 3 mm, rødme 1 cm rundt. Temp 37,2. BS 13,1. Avlastningssko brukt «når jeg husker det».
8ma 14.10 SP epikrise_mottatt | Fotpoliklinikken: nevroiskemisk sår, bein kjennes ikke ved sondering. Dicloxacillin 500 mg x 4 i ti dager, totalavlastning, røntgen bestilt. Stell hver dag i to uker.
8fr 08.30 sp besok | Stell: 1,3 x 1,2 cm, mindre rødme. Antibiotika tatt. Kvalm av dem, tar dem nå til maten.
7on 08.50 sp besok | 1,3 x 1,1 cm, mindre væske. HbA1c 78. Enig i å måle BS fire ganger i uka sammen med oss.
6on 08.40 SP besok | Ny lukt, gul puss, rødme 3 cm opp på fotryggen. RF 20, SpO2 97 uten O2, BT 145/80, P 94, temp 38,3, våken og klar: NEWS2 2. Ringt fotpoliklinikken: inn i dag.
6on 15.10 SP telefon | Innlagt Haukeland: osteitt i stortå. Hege er varslet etter avtale med Odd. Besøk satt på pause.
4ma 12.30 SP epikrise_mottatt | Epikrise: stortå ve. amputert {dato:5ti}, ukomplisert. Antibiotika til og med {dag:3ma}. Sting fjernes {dag:3to}. Fullt avlastet i to uker, gips-sko.
4ti 09.10 SP besok | Hjemme. Operasjonssår 4 cm, sting, tørt. Snakket om tåa: «Den var jeg glad i.» Spøker, men sover dårlig.
3to 09.00 SP besok | Sting fjernet, sårkanter holder. Avlastningssko på, denne gangen hele dagen.
2fr 08.50 SP besok | Tørr skorpe 1 cm. BS mellom 7,2 og 10,4 siste uke. Vil lære å se under foten med speil.
1on 08.45 HF besok | Så på begge føttene sammen med speil. Hel hud på hø. fot. Hege har kastet de gamle skoene.
""",
    away="6on-4ma",
)

BJORG = Arc(
    key="bjorg",
    name="Bjørg Krokros",
    sex="female",
    age=83,
    marital="married",
    kin="""
EF | Einar Krokros | link=einar all | Har selv hukommelsesvikt, ring datter i tillegg
DA | Hilde Krokros | next proxy all | Fullmakt registrert
""",
    critical="3 | medium | Cøliaki: må ha glutenfri mat, også ved oppskriving av næringsdrikk | fastlege | K90.0 | y9",
    tags="ektefelle rullator multidose radio kvinne",
    child="DA Hilde",
    routine=0.1,
    mute="mat vekt",
    weight=54.0,
    stays="""
za1 | y2 09.00 | - | 15 | 3 timer per uke
""",
    script="""
12on 09.10 HF besok | Kjolen henger på henne. Sier hun ikke orker å lage to middager, en til Einar og en glutenfri.
12fr 10.00 SP besok | Vekt 52,8. Husker ikke sist vekt, i journalen 57,1 for fem måneder siden: ned 4,3 kg. Høyde 163, KMI 19,9.
11ti 13.15 SP mote | MST 2: vekttap 1 poeng, nedsatt matlyst 1 poeng. I risiko. KMI under 22 og over 70 år. Kartlegging startes: kostregistrering i tre dager, fastlege kontaktes om blodprøver.
11fr 09.30 HF besok | Kostregistrering ferdig: kaffe og glutenfritt knekkebrød til tre måltider, ingen middag. Ca. 900 kcal per dag.
10ti 12.40 SP telefon | Fastlege: Hb 11,6, ferritin lav, TSH normal. Jern startes, ny prøve om seks uker. Ingen mistanke om kreft etter undersøkelse.
10to 13.30 SP mote | Plan sammen med Bjørg og Hilde: glutenfri middag fra matombringing fem dager, næringsdrikk kl. 10 og 20, berike grøt med smør og fløte. Mål: 54 kg innen seks uker. Veies {+4} og deretter hver uke.
9ma 09.20 HF besok | Vekt 52,4. Middagene står i kjøleskapet, varmet én sammen. Spiste to tredeler.
8ma 09.15 HF besok | Vekt 52,6. Drikker bare jordbærdrikken, byttet hele esken.
7ma 09.10 SP besok | Vekt 53,0. Einar spiser av maten hennes. Setter opp to tallerkener og sitter ti minutter.
6ma 09.20 HF besok | Vekt 53,5. Kjolen sitter bedre, hun så det selv i speilet.
5to 12.10 HF besok | Til bords da jeg kom, spiste laks og poteter. Bedt om oppskrift på glutenfri vaffel.
4ma 09.15 SP besok | Vekt 54,3. Hb 12,4. Målet er nådd.
3ti 10.30 SP mote | Evaluering: MST 0, vekt opp 1,5 kg fra start. Fortsetter matombringing tre dager, veies en gang i måneden. Hilde overtar handling av glutenfritt.
1ma 09.20 HF besok | Vekt 54,6. Bakte vaffel til meg, glutenfri.
""",
)

ARCS = (SOLVEIG, ARNE, GERD, ODD, BJORG)
