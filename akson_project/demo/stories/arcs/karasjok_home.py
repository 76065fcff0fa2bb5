"""Karasjok, at home: delirium, heart failure, two wounds, weight loss."""

from akson_project.demo.stories.arcs.arc import Arc

BIRET = Arc(
    key="biret_a",
    name="Biret Áhkovárri",
    sex="female",
    age=85,
    marital="widowed",
    language="se",
    interpreter=True,
    kin="""
DA | Elle-Máret Áhkovárri | next all | Snakker samisk og norsk, tolker ikke i samtaler om helse
SO | Juhán Áhkovárri | important | Ofte på vidda, send melding
""",
    critical="""
1 | medium | Selexid: utslett | pasienten | J01CA08 | y3
3 | medium | Delir ved infeksjon, snakker da bare samisk | epikrise | F05 | 7ti
""",
    access_note="Ulåst. Rop i gangen, hun hører dårlig",
    tags="alene enke rullator multidose alarm strikk samisk tolk",
    child="DA Elle-Máret",
    routine=0.14,
    away="9ma-5to",
    stays="""
za1 | y3 10.00 | 8on 11.30 | 15 | 4 timer per uke
lv | 8on 09.40 | 8on 11.45 | K30
w3 | 7ti 15.00 | 5to 11.00 | 18
za1 | 5to 12.00 | - | 15 | 7 timer per uke
""",
    planted="hospital_stay interpreter",
    script="""
9ma 09.00 HF besok | Svarte bare på samisk i dag, trøtt. På do tre ganger mens jeg var der.
9to 09.10 HF besok | «Bávččas», sier hun og tar seg til nedre del av magen. Drakk ett glass vann. Meldt til sykepleier.
9to 13.00 SP telefon | Legekontoret vil ha urinprøve i morgen. Minnet om utslett av Selexid.
9fr 10.00 SP besok | Stix: leukocytter 3+, nitritt pos. Temp 37,9. Nitrofurantoin 50 mg x 3 i fem dager, første dose gitt. Forklart på samisk, Biret gjentok riktig.
9lo 19.10 hf besok | Tok tabletten. Spurte hvor reinen står, det er mange år siden de hadde flokk. Lo av det selv etterpå.
8ti 20.40 sp besok | Sover ikke, plukker på teppet, kaller meg for søsteren sin. Temp 38,0, P 96, BT 120/65. Elle-Máret er ringt og sover der i natt. Nytt tilsyn kl. 07.
8on 07.30 sp besok | Ser barn i hjørnet. RF 24, SpO2 93 uten O2, BT 100/58, P 112, temp 38,7, nyoppstått forvirret: NEWS2 12. Ringt legevakt 07.40, ambulanse rekvirert.
8on 09.50 sp@lv innkomst | Kommer med ambulanse sammen med datter. RF 24, SpO2 92 uten O2, BT 98/55, P 114, temp 38,8, nyoppstått forvirret: NEWS2 12. Samiskspråklig sykepleier hos henne. Væske og blodkultur. Hastegrad rød.
8on 10.40 le@lv legenotat | U71. S: delir siden i går kveld, under behandling for UVI. Tolk på skjerm, datter som pårørende. O: ikke nakkestiv, laktat 2,3. V: urosepsis. P: Gentamicin første dose gitt, luftambulanse til Hammerfest.
7ti 15.20 sp epikrise_mottatt | Epikrise: urosepsis med E. coli, delir, rolig når samiskspråklig personale var til stede. Antibiotika til og med {dag:6ma}. Hjem via korttid.
7ti 15.50 sp innkomst | Innkomst på Sieđga med tolk på skjerm. Vet navn og at hun vil hjem («ruoktot»). Viktig for henne: eget kaffekokekar. MST 2, går med to. Samisk på døra og i tiltaksplanen.
7fr 02.40 hf vakt | Våken, ville melke. Samiskspråklig nattvakt satt hos henne og nynnet. Sov fra 03.20.
6on 10.30 LE legenotat | Visitt på samisk: klarere, 4AT 2. BT 130/70. Antibiotika avsluttet i går. Hb 11,4, kontroll om to uker.
6fr 14.00 hf daglig | Kokte kaffe i eget kar på kjøkkenet, alle på avdelingen fikk smake.
5ma 13.00 sp mote | Møte med Biret, Elle-Máret, hjemmetjenesten og tolk: hjem {dag:5to}, tre besøk daglig i to uker, samiskspråklige så langt det går. Drikkeliste med bilder.
5to 13.10 SP besok | Hjemme. Gikk rundt og tok på veggene. «Giitu», sa hun til huset.
5so 12.00 HF besok | Spiste fisk og poteter. Drikkelisten: 1,4 l.
4on 09.00 HF besok | Sovet hele natten, Elle-Máret har dratt på jobb.
3to 09.30 SP besok | Stix neg., temp 36,6. Bare ett kveldsbesøk annenhver dag fra {+4}.
2on 13.00 SP mote | Gjennomgang med tolk: tidlige tegn er skrevet på samisk og norsk: våken om natten, spør etter reinen, drikker lite. MST 0.
""",
)

MAHTTE = Arc(
    key="mahtte",
    name="Máhtte Suologieddi",
    sex="male",
    age=80,
    marital="married",
    language="se",
    kin="""
EF | Ánne Suologieddi | next all |
SO | Nils-Ánte Suologieddi | important |
""",
    critical="""
3 | high | Hjertesvikt, EF 25 %. To kilo opp på tre dager: ring lege | epikrise | I50.9 | y2
4 | medium | Pacemaker (CRT-P) | epikrise | Z95.0 | y2
""",
    tags="ektefelle stokk multidose radio samisk",
    child="SO Nils-Ánte",
    routine=0.12,
    mute="mat hud tilstand",
    stays="zb1 | y2 10.00 | - | 15 | 3,5 timer per uke",
    planted="draft",
    script="""
12ti 11.00 SP besok | Vekt 71,4. BT 110/65, P 70. Ikke hoven. 62 km hit, Ánne har middag klar når vi kommer.
10ti 11.10 HF besok | Vekt 71,6. Har vært og sett på garnene.
9ti 11.00 SP besok | Vekt 73,3, opp 1,7. Dype merker etter sokkekanten, ødem til ankelen. Ringt legekontoret: Furix 40 mg ekstra i tre dager, Ánne måler vekt og ringer oss {+2}.
9to 12.10 SP telefon | Ánne ringte: 72,4 i dag. Går oftere på do, sover med to puter. Fortsetter til i morgen.
8ti 11.00 SP besok | Vekt 71,5. Ødem borte. Bruker samisk veiekort nå, med tall og tegninger.
6fr 10.50 HF besok | Vekt 72,0. Spist mye salt kjøtt i bryllup.
5ti 09.20 sp telefon | Ánne ringte: 74,0, sitter i stolen hele natten. Kjører ut med en gang, tar med EKG-apparat.
5ti 10.50 SP besok | Vekt 74,1. RF 24, SpO2 92 uten O2, BT 102/60, P 94, temp 36,5, våken og klar: NEWS2 6. Ringt legevakt 11.00, videokonsultasjon med lege 11.15.
5ti 12.00 SP telefon | Legevaktlege: Burinex 2 mg intramuskulært nå, deretter tabletter, nytt besøk i kveld. Ambulanse bare hvis RF over 28. Máhtte vil være hjemme.
5ti 19.40 sp besok | RF 20, SpO2 95 uten O2, BT 112/66, P 82, temp 36,6, våken og klar: NEWS2 1. Tisset 1,6 liter siden formiddagen. Sover i senga.
5to 11.00 SP besok | Vekt 72,2, kreatinin 121, K 4,2.
4ti 11.00 SP samtale_parorende | Samtale med Ánne på samisk: tør ikke sove. Plan for når hun skal ringe: 2 kilo, tre puter, hoste om natten. Sønnen kan nås på satellittelefon.
3ti 11.10 HF besok | Vekt 71,7. Burinex 1 mg x 2 fast. Fisk uten salt, laget av Ánne.
2ti 11.00 SP besok | Vekt 71,6, BT 112/68.
1ti 11.00 HF besok | Vekt 71,8. Klar for garnene igjen, men Ánne får bære.
d3 11.30 SP besok kladd | Vekt 72,9 i dag, opp 1,1 siden {dag:1ti}. Litt hoven over ankelen. Har hatt gjester. Ringe lege om
""",
)

PIERA = Arc(
    key="piera",
    name="Piera Beaskaleahki",
    sex="male",
    age=53,
    marital="married",
    language="se",
    kin="""
EF | Inga Beaskaleahki | next all |
DA | Sárá Beaskaleahki | important |
""",
    critical="1 | low | Tape: blemmer, bruk silikon | sykehuset | | 11to",
    tags="ektefelle samisk radio",
    child="DA Sárá",
    routine=0.05,
    mute="hud mobil stell sovn ankomst mat",
    evenings=False,
    stays="za2 | 11on 10.00 | - | 15 | 3 timer per uke",
    planted="corrected",
    script="""
11on 10.30 SP innkomst | Firhjulingvelt på vidda for ti dager siden, stort åpent sår hø. legg, transplantert på sykehus for seks dager siden. Reindriftsutøver, 53 år. Viktig for ham: tilbake til flokken før flytting. Inga får opplæring i sårskift til dager uten oss.
11to 10.00 SP besok | Transplantat 8 x 5 cm, 90 % festet, litt væske i kanten. Donorsted lår tørt. Sårsalve og ikke-klebende bandasje.
10ma 10.20 SP besok #side | Bandasje skiftet, transplantat fint. Liten nekrose 1 x 1 cm øverst. NRS 3.
10ma 14.10 SP besok ~side | Bandasje skiftet, transplantat fint. Liten nekrose 1 x 1 cm nederst. NRS 3. | Skrev øverst, det skal være nederst.
10to 10.20 SP besok | Nekrosen 0,8 x 0,6, fast. Piera kan allerede skifte selv med Inga.
9ma 10.10 SP besok | Skiftet av Inga {dag:10lo}, ser fint ut. Ingen rødme.
9to 10.00 SP besok | Nekrosen løsnet, rent under. 7 x 4,5 cm tynn hud, skal smøres.
8ma 10.20 SP besok | Ingen sekresjon. Vil ha på støvel igjen, enige om å vente to uker.
7ma 10.00 SP besok | Hel hud, rosa. Kompresjon for ødem.
6ma 10.10 SP besok | Full bevegelse i ankel, strekk gjøres tre ganger daglig. Smører med fuktkrem.
5ma 10.00 SP besok | Ingen bandasje lenger. Inga lo av at han smører seg med krem.
4on 10.10 SP besok | Kan bruke støvel med innersokk. Kontroll hos sykehuset {+6}.
3ti 10.00 SP mote | Sykehuset: fornøyd. Piera fri til å jobbe med flokken, hudkrem daglig og solbeskyttelse. Ett besøk til neste uke, så slutt hvis fint.
1on 10.20 SP besok | Hel hud. Sendt bilde fra vidda i går. Avslutter når han sier fra.
""",
)

KAREN = Arc(
    key="karen_t",
    name="Karen Tjernmo",
    sex="female",
    age=73,
    marital="widowed",
    kin="""
SO | Tor Tjernmo | next all |
SI | Berit Tjernmo | important |
""",
    critical="""
3 | high | Diabetes med nevropati, kjenner ikke sår på føttene | fastlege | E11.4 | y3
4 | medium | Blodfortynnende: Klopidogrel 75 mg | fastlege | B01AC04 | y2
""",
    access_note="Rampe, dør ulåst på dagtid",
    tags="alene enke gaar dosett avis diabetes",
    child="SO Tor",
    routine=0.09,
    mute="hud mobil",
    sugar=8.9,
    away="6ti-4to",
    stays="za1 | y2 09.00 | - | 15 | 4,5 timer per uke",
    script="""
12on 09.20 SP besok | Blemme på hø. hæl, 2 x 1,5 cm, har gått i ull uten sokk inni. Blemma hel, avlastet.
11ti 09.10 SP besok | Blemma sprakk, sår 2 x 1,8 cm, rød bunn. Avlastningssko på. BS 12,1.
10on 09.20 SP besok | 2,2 x 2,0 cm, gult belegg. Sendt bilde til fastlege, spør etter ankeltrykk.
10fr 11.00 SP telefon | Fastlege: ABI 0,62, henvist karkirurg. Antibiotika hvis rødme eller lukt, se daglig.
9ti 09.00 SP besok | 2,5 x 2,2, rødme 1 cm rundt, litt lukt. Dicloxacillin 500 mg x 4 startet av legen.
8on 09.10 SP besok | Rødme mindre, lukt borte. 2,4 x 2,0, gult.
8to 14.00 SP epikrise_mottatt | Karkirurg: utposning mulig {dag:6on}. Fortsett avlastning, røykestopp er viktigst.
7ti 09.00 SP besok | 2,3 x 1,9. Karen har røykt tre sigaretter denne uka, ikke tjue.
6ti 09.10 SP besok | Kaldere i foten enn før, hvilesmerter om natten. Ringt karkirurg, innlegges {dag:6on} som planlagt.
4on 14.30 SP epikrise_mottatt | Epikrise: utposning av leggarterie og rensing i operasjonsstue. Puls i foten. Daglig stell til {dag:3fr}, deretter hver tredje dag.
4fr 09.00 SP besok | 1,8 x 1,4, rød bunn. Kjenner at foten er varm.
3ma 09.10 SP besok | 1,5 x 1,2. Kaffe, ikke sigarett.
3fr 09.00 SP besok | 1,3 x 1,0. Skifter nå hver tredje dag.
2ti 09.20 SP besok | 1,0 x 0,8, granulerer.
2fr 11.30 SP mote | Karkirurg på skjerm med Tor: sår lukker langsomt, røykfri er betingelse for ny operasjon. HbA1c 62.
1on 09.10 SP besok | 0,8 x 0,7. Tre uker røykfri. «Jeg har aldri hatt så mye penger.»
""",
)

ELLE_N = Arc(
    key="elle_n",
    name="Elle Njállamaras",
    sex="female",
    age=84,
    marital="married",
    language="se",
    kin="""
EF | Áslat Njállamaras | next all |
DA | Marja Njállamaras | all | Bor i Oslo, besøker hver sommer
""",
    critical="3 | medium | Melkeallergi: ingen kumelk i næringsdrikk, havrebasert går bra | fastlege | Z91.0 | 11fr",
    tags="ektefelle rullator multidose samisk",
    child="DA Marja",
    routine=0.1,
    mute="mat vekt",
    weight=52.0,
    stays="zb2 | y1 11.00 | - | 15 | 3 timer per uke",
    script="""
12to 11.20 HF besok | Gákti henger på henne. Áslat spiser begge tallerkenene, sier hun.
11fr 11.00 SP besok | Vekt 51,2 (55,0 for fem måneder siden, ned 3,8 kg). Høyde 156, KMI 21,0. Svekket luktesans etter forkjølelse.
10ti 13.00 SP mote | MST 2: vekttap 1 poeng, nedsatt matlyst 1 poeng. Blodprøver og kostregistrering. Tenner bra.
10fr 11.10 HF besok | Kostregistrering: goikebiergu, kaffe, brød. Ca. 1 000 kcal.
9ti 12.00 SP mote | Plan: suppe med havrefløte, bidos på fredag fra omsorgssenteret, næringsdrikk av havre. Mål 53,5 kg innen to måneder. Vekt hver {dag:9ti}.
8ti 11.00 HF besok | Vekt 51,0. Áslat lærte å ikke ta fra hennes fat.
7ti 11.10 HF besok | Vekt 51,5. Bidos smakte.
6ti 11.00 SP besok | Vekt 52,0. Ferritin 18, jern startet.
5ti 11.00 HF besok | Vekt 52,6. Marja ringer på video mens de spiser.
4ti 11.00 HF besok | Vekt 53,0, luktesansen er litt tilbake.
3ti 11.10 SP besok | Vekt 53,6, målet er nådd. MST 0.
2ti 13.00 SP mote | Evaluering: fortsetter suppe to dager, næringsdrikk etter behov. Áslat skal lage mat på mandager.
1ti 11.00 HF besok | Vekt 53,8. Hun viste gákti som sitter godt igjen.
""",
)

ARCS = (BIRET, MAHTTE, PIERA, KAREN, ELLE_N)
