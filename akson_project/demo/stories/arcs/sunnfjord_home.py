"""Sunnfjord, at home: delirium, heart failure, two wounds, weight loss."""

from akson_project.demo.stories.arcs.arc import Arc

MARGIT = Arc(
    key="margit",
    name="Margit Heggjagrova",
    sex="female",
    age=84,
    marital="widowed",
    kin="""
DA | Liv Heggjagrova | next all | Bur i nabohuset, kan ringjast om natta
SO | Odd Heggjagrova | important | Arbeider offshore, send melding
""",
    critical="""
1 | high | Penicillin: utslett og hovna lepper | pasienten | J01C | y20
3 | medium | Hadde delir ved urinvegsinfeksjon | epikrise | F05 | 7ti
""",
    access_note="Kjøkeninngangen er open på dagtid",
    tags="alene enke rullator multidose alarm radio strikk",
    child="DA Liv",
    routine=0.14,
    away="9ma-5to",
    stays="""
zb2 | y2 10.00 | 8on 12.30 | 15 | 4 timar per veke
lv | 8on 13.40 | 8on 16.10 | K30
w3 | 7ti 13.00 | 5to 11.00 | 18
zb2 | 5to 12.00 | - | 15 | 7 timar per veke
""",
    planted="hospital_stay",
    script="""
9ma 09.10 HF besok | Stiv og trøytt, har ikkje vore ute i helga. Måtte på do to gonger medan eg var der.
9to 09.00 HF besok | Urinen luktar sterkt. Drakk eitt glas til frukost. Meldt til sjukepleiar.
9to 13.40 SP telefon | Ringt legekontoret: prøve i morgon. Minte om penicillinallergi.
9fr 10.30 SP besok | Stix: leukocyttar 3+, nitritt pos. Temp 37,8. Nitrofurantoin 50 mg x 3 i fem dagar, Liv hentar. Drikkeliste på bordet.
9so 18.20 hf besok | Tok tabletten. Snakka om at kyrne måtte inn, det er 30 år sidan dei hadde kyr. Sa ho tulla då eg spurde.
8ti 20.50 hf besok nb | Fant henne i fjøsgangen i nattkjole. Fulgte inn. Mer forvirret enn i går, sier at mor venter. Liv er ringt og sover der.
8on 08.50 sp besok | Har ikkje sove. Ser folk i gardina. RF 24, SpO2 94 utan O2, BT 98/55, P 108, temp 38,6, nyoppstått forvirra: NEWS2 10. Ringt legevakta 09.00, dei vil ha henne inn. Ventar på ambulanse, lang veg.
8on 12.10 sp telefon | Ambulansen køyrde 11.55, Liv er med. Innleggingsrapport med medisinliste og allergi sendt Førde sentralsjukehus og legevakta.
8on 13.55 sp@lv innkomst | Kjem med ambulanse, ny forvirring. RF 23, SpO2 93 utan O2, BT 96/54, P 110, temp 38,7, nyoppstått forvirra: NEWS2 11. To blodkulturar, venekanyle. Hastegrad oransje.
8on 14.40 le@lv legenotat | U71. S: forvirra sidan i går, i antibiotikakur. O: desorientert, varm, mage mjuk, ikkje nakkestiv. Laktat 2,1. V: urosepsis med delir. P: Gentamicin etter avtale (penicillinallergi), lagd inn medisinsk avdeling.
7ti 13.20 sp epikrise_mottatt | Epikrise: urosepsis med E. coli, delir. Gentamicin i fem dagar, så Ciprofloxacin til og med {dag:6on}. Tolte det godt. Utskriven til korttid for opptrening.
7ti 14.00 sp innkomst | Innkomstsamtale med Margit og Liv. Veit namn og kvar ho bur, ikkje dato. Viktig for henne: heim til komfyren. MST 1, fall: ustø, gåstol. Heil hud. Legemiddel samstemt med epikrisen.
7fr 03.10 hf vakt | Vaken frå 01, ville ut til dyra. Song for henne. Sov frå 02.40.
6on 10.50 LE legenotat | Visitt: klarare, 4AT 2. BT 125/70 liggjande, 115/65 ståande, lett svimmel. Betablokkar halvert. Antibiotikakur slutt i dag.
6fr 14.10 hf daglig | Steikte egg på treningskjøkenet, slo av plata sjølv.
5ti 13.00 sp mote | Møte med Margit, Liv og heimetenesta: heim {dag:5to}. Tre besøk dagleg i to veker, alarm om halsen, drikkeliste. Liv har ferie den første veka.
5to 13.10 SP besok | Heime. Gjekk rundt i stova og tok på alt. Varm suppe på komfyren då eg kom.
5so 12.20 HF besok | Åt to poteter og fiskebollar. Drikkelista viser 1,5 l.
4ti 09.00 HF besok | Sov godt. Liv på arbeid att frå i går.
3on 09.20 SP besok | Stix neg., temp 36,7, BT 130/75, ikkje svimmel. Kveldsbesøk kvar dag blir til annankvar kveld.
2to 13.00 SP mote | Gjennomgang: ikkje uro om natta på fem veker, MST 0. Plan ved tidlege teikn: snakk om kyr eller mor, lite drikke, vaken natt. Liv har lista.
""",
)

ANDERS = Arc(
    key="anders_e",
    name="Anders Eikevadet",
    sex="male",
    age=81,
    marital="married",
    kin="""
EF | Kjellaug Eikevadet | next all |
SO | Per Eikevadet | all | Driv garden
""",
    critical="""
3 | high | Hjartesvikt, EF 35 %. Ring lege ved 2 kg opp på tre dagar | epikrise | I50.9 | y1
4 | medium | Blodfortynnande: Eliquis 5 mg x 2 | fastlege | B01AF02 | y1
""",
    access_note="Laus hund i tunet, roleg. Køyr heilt inn",
    tags="ektefelle stokk dosett radio hund",
    child="SO Per",
    routine=0.12,
    mute="mat hud",
    stays="zb1 | y2 09.00 | - | 15 | 4 timar per veke",
    planted="draft",
    script="""
12on 10.10 SP besok | Vekt 78,2. BT 120/70, P 70 ujamn, ikkje hovne legger. Kjellaug fører vekta i almanakken.
10to 09.40 HF besok | Vekt 78,6. Har vore med til støls i bilen.
9to 09.40 SP besok | Vekt 80,1, opp 1,5 på ei veke. Sokkemerke, litt hoven over okla. Sagt til fastlege, Furix 40 mg ekstra i tre dagar.
8ma 10.00 HF besok | Vekt 79,0. På do heile føremiddagen, måtte snu på veg til butikken.
8to 09.30 SP besok | Vekt 78,4. Ikkje hoven. Held fram som før.
6fr 10.20 HF besok | Vekt 79,2. Åt spekekjøt på dugnad i går, seier han angrar.
5ti 09.00 SP besok | Vekt 81,4. Sov i stolen. RF 23, SpO2 93 utan O2, BT 105/65, P 98, temp 36,6, vaken og klar: NEWS2 6. Ringt fastlege kl. 09.20, ho kjem heim.
5ti 13.30 SP telefon | Fastlegen: Burinex 2 mg to gonger dagleg i fire dagar, blodprøver torsdag. Kjellaug ringjer legevakt ved meir tungpust. Legevakta er orientert.
5to 10.00 SP besok | Vekt 79,6, ned 1,8. RF 20, SpO2 96 utan O2, BT 118/68, P 78, temp 36,7, vaken og klar: NEWS2 0. K 4,0, kreatinin 124.
4ma 10.00 HF besok | Vekt 78,8. Sov i senga med to puter. Tok ein tur til hønehuset.
4to 12.00 SP samtale_parorende | Kjellaug fortel at ho er meir uroleg enn Anders. Skreiv saman opp kva som tel: to kilo, tre dagar, tre puter. Per ringjer henne kvar morgon.
3on 10.10 SP besok | Vekt 78,3, BT 118/70. Burinex 1 mg fast. Hund og mann klare for tur.
2to 10.30 HF besok | Vekt 78,0. Skriv vekta sjølv no.
1fr 10.00 SP besok | Vekt 78,5. Ikkje ødem. Hadde handla grønsaker sjølv.
d3 10.15 SP besok kladd | Vekt 79,6 i dag, opp 1,1 sidan {dag:1fr}. Litt hoven om okla att. Har hatt gjester. Ringje fastlege om
""",
)

TORBJORG = Arc(
    key="torbjorg",
    name="Torbjørg Vassreset",
    sex="female",
    age=79,
    marital="widowed",
    kin="DA | Eli Vassreset | next all |",
    critical="1 | low | Jod på hud: kløe | heimetenesta | | y4",
    tags="alene enke gaar dosett strikk hund",
    child="DA Eli",
    routine=0.1,
    mute="hud",
    evenings=False,
    stays="zb2 | 12ma 10.00 | - | 15 | 2 timar per veke",
    planted="corrected",
    script="""
12ma 10.20 SP innkomst | Rift på ve. legg etter sauegjerde for fire dagar sidan, 5 x 3 cm, ikkje sydd. Eige stell med bandasje frå dyrlegen. Reinsa, raud kant 1 cm, ikkje feber. Torbjørg, 79 år, bur åleine, har to sauer. Viktig for henne: å ikkje måtte spørje om hjelp til fôring.
12on 10.00 SP besok | Skylt med NaCl, Aquacel Ag og skum. Raudne uendra. Stivkrampevaksine hos fastlege i går.
11fr 10.15 SP besok | 4,5 x 2,6 cm, mindre raudne, moderat sekresjon. Bandasjen hadde halde, men støvelen er for trong.
10to 10.10 SP besok #maal | 3,6 x 2,1 cm, reint. Kanten litt macerert, sinkpasta rundt.
10fr 09.30 sp besok ~maal | 3,9 x 2,4 cm, reint. Kanten litt macerert, sinkpasta rundt. | Hadde lese feil av målebandet.
9to 10.00 SP besok | 3,1 x 1,9 cm, granulerer over heile. Byte kvar tredje dag no.
7on 10.20 SP besok | 2,0 x 1,2 cm. Fôra sjølv i går, sokk over bandasjen.
6on 10.15 SP besok | 1,2 x 0,8 cm, litt sekresjon. Ho gir sauene namn etter oss.
5on 10.00 SP besok | 0,6 x 0,4 cm, epitel frå kantane.
4on 10.20 SP besok | Grodd. Tynn, heil hud. Smør med fuktkrem, lange sokkar.
3to 10.00 SP mote | Stellet er avslutta. Eitt besøk kvar veke til hud- og fallkontroll i ein månad. Torbjørg vil vere med på å bestemme tida etter fôringa.
1to 10.30 HF besok | Heil hud. Kaffi og lefse på trappa, ho ville ikkje ha meg inn i det heile.
""",
)

RANDI = Arc(
    key="randi",
    name="Randi Lauvkleiva",
    sex="female",
    age=58,
    marital="divorced",
    kin="""
DA | Silje Lauvkleiva | next all |
MO | Olga Lauvkleiva | important | Randi fortel sjølv det ho vil
""",
    critical="""
3 | high | Multippel sklerose, sekundær progressiv: rullestol, nedsett kjensle under livet | nevrolog | G35 | y6
4 | medium | Baklofenpumpe i magen, fyllast på sjukehuset | nevrolog | Z45.8 | y2
""",
    access_note="Elektronisk lås, opnar med app. Rampe på baksida",
    tags="alene rullestol heis alarm dosett ms",
    child="DA Silje",
    routine=0.12,
    mute="hud humor tilstand mobil",
    stays="za1 | y3 08.00 | - | 15 | 21 timar per veke",
    script="""
12ti 08.40 SP besok | Trykksår kat. 2 over ve. sitjebein, 2 x 1 cm. Sit ti timar i stolen når ho arbeider heime. Skum, trykkavlastande pute bestilt.
11fr 08.30 SP besok | 2,2 x 1,3 cm. Puta kjem {dag:10on}. Sidelege to økter om dagen, Randi likar det ikkje.
10on 08.40 SP besok | Ny pute på plass. 2,4 x 1,5, væskande. Følgjer Randi sin eigen plan: opp kl. 07, liggje 12-14 på jobbmøte med kamera av.
9to 09.00 SP besok | Kat. 3: 2,8 x 2,0 x 0,5 cm, gul botn. Kjenner ikkje smerte. Temp 37,4. Ringt fastlege, sårprøve og CRP.
9fr 13.20 SP telefon | Fastlege: CRP 18, sårprøve: blandingsflora. Tilvist sårpoliklinikk, time {dag:7ti}. Ernæring: protein 1,5 g/kg.
8on 09.00 SP besok | Vakuumbehandling er aktuelt. 2,9 x 2,2 x 0,6. Næringsdrikk to gonger, Silje handlar.
7ti 14.40 SP epikrise_mottatt | Sårpoliklinikken: underminering 1 cm mot midten, røntgen utan beinpåverknad. Vakuumpumpe starta, byte {dag:7fr} og {dag:6ma}. Sit maks to timar i strekk.
7fr 08.50 sp besok | Byte av vakuum saman med sjukepleiar frå sjukehuset. 2,7 x 2,0 x 0,5. Hud rundt skjør, hydrokolloid kant.
6ma 08.40 SP besok | 2,4 x 1,7 x 0,4, granulerer. Randi fører timeliste i stol på nettbrett, aldri over 1 t 50.
5to 08.50 SP besok | 2,0 x 1,4 x 0,3. Ingen lukt. Har byrja med kveldsmat i seng for å vinne ein time.
4ma 08.30 SP besok | Vakuum avslutta: 1,7 x 1,1 x 0,2. Skum og hydrofiber, byte annankvar dag.
3to 08.40 SP besok | 1,2 x 0,9, flatt. «Eg hatar at de har rett.» Lo.
2ma 09.00 SP mote | Gjennomgang med Randi og Silje: liggetid held, stol er justert av ergo, pute kontrollert. Nytt hjelpemiddel: puteluft blir målt kvar måndag.
1on 08.40 SP besok | 1,0 x 0,7, tørt. Tek bilete kvar veke, byte to gonger i veka.
""",
)

JAKOB = Arc(
    key="jakob",
    name="Jakob Gjelfletten",
    sex="male",
    age=86,
    marital="widowed",
    kin="""
DA | Marit Gjelfletten | next all |
BB | Sondre Gjelfletten | important |
""",
    critical="1 | low | Skalldyr: kløe i munnen | pasienten | | y12",
    tags="alene enkemann stokk multidose avis matombringing",
    child="DA Marit",
    routine=0.1,
    mute="mat vekt med",
    weight=64.0,
    stays="zb1 | y1 09.00 | - | 15 | 4 timar per veke",
    script="""
12ma 09.40 HF besok | Bukseselane er på siste hol. Åt berre bananen, tygg på éi side.
12to 10.00 SP besok | Vekt 62,4. For fem månader sidan 68,0: ned 5,6 kg. Høgd 176, KMI 20,1. Vondt når han tygg, vil ikkje snakke om tannlege.
11ma 13.20 SP mote | MST 3: vekttap 2 poeng, nedsett matlyst 1 poeng. Kostregistrering i tre dagar, blodprøver hos fastlege.
11to 10.10 SP besok | Registrert: 1 100 kcal per dag, mest graut. Overtenner knekte for to månader sidan, han har ikkje sagt det til nokon.
10on 11.00 SP telefon | Ringt tannhelsetenesta: time {dag:9ti}, drosje. Marit vil vere med, Jakob seier nei, så ja.
9ti 14.00 HF besok | Hos tannlegen i dag, ny protese om tre veker. Åt suppe i bilen heim.
9to 10.20 SP mote | Plan med Jakob og Marit: mjuk middag frå matombringinga, fløyte i grauten, næringsdrikk kveld. Mål 65 kg innan to månader. Vekt kvar torsdag.
8to 10.00 HF besok | Vekt 62,2. Drakk næringsdrikken, «smakar som kvitvask». Bytte til eple.
7to 10.00 HF besok | Vekt 62,6. Grautgryta var tom.
6to 10.10 SP besok | Ny protese. Øver på brødskorpe med kaffi. Vekt 63,1.
5to 10.00 HF besok | Vekt 63,8. Kjøtkaker i små bitar.
4to 10.10 SP besok | Vekt 64,5. MST 0. Hb 13,1.
3to 10.00 HF besok | Vekt 65,1. Målet nådd. Sondre kom med torsk, steikte sjølv.
2to 13.00 SP mote | Evaluering: vekta ned 5,6 kg kom av munnen. Næringsdrikk blir slutt, månadleg vekt. Jakob vil at journalen skal seie at det ikkje var einsemd.
1to 10.00 HF besok | Vekt 65,3. Saug på eple med skal på.
""",
)

ARCS = (MARGIT, ANDERS, TORBJORG, RANDI, JAKOB)
