"""Bergen: newborns, twins, a missed check, a pupil, and an interpreter on the line."""

from akson_project.demo.stories.arcs.arc import Arc

NORA = Arc(
    key="nora",
    name="Nora Kvernhella",
    sex="female",
    born="9lo",
    ids="fhn>fnr",
    kin="""
MO | Ida Kvernhella | next parent link=ida all |
FA | Simen Kvernhella | parent all |
""",
    stays="hs | 8ti 09.00 | - | K20",
    planted="newborn_changed_number",
    script="""
8ti 11.00 jo helsestasjon | Hjemmebesøk dag 3. Vekt 3 230 g (fødselsvekt 3 510 g, ned 8 %). Gul i ansiktet og på brystet, sugde søvnig, fire våte bleier siste døgn. Vist vekking til måltid hver tredje time, pumping etter amming. Ny veiing i morgen.
8on 10.20 jo helsestasjon | Dag 4: 3 190 g, ned 9 %. Gul ned til knærne, søvnig, suger dårlig. Transkutan bilirubin 310. Ringt barnemottaket, familien reiser nå.
8fr 13.30 HS epikrise_mottatt | Barneavdelingen: lysbehandling i 26 timer, serum-bilirubin 338 ned til 210. Vekt 3 270 g ved hjemreise, blodtype uten betydning. Ny kontroll hos oss om tre dager. Fødselsnummer er kommet, hjelpenummeret er lagt inn som gammelt.
7ma 10.00 HS helsestasjon | Veid 3 330 g. Svakt gul i ansiktet, våken, suger godt på begge sider. Åtte våte bleier. Tilskudd 30 ml etter annethvert måltid trappes ned.
7on 12.00 HS helsestasjon | Hjemmebesøk dag 11. Vekt 3 400 g, hode 35,2 cm. Ikke gul i ansiktet, bare litt i øynene. Navlen tørr. Far er hjemme to uker. Snakket om søvnstilling, gråt og at hun skal ha D-dråper fra fire uker.
6on 10.30 HS helsestasjon | Veid 3 610 g, opp 210 g på en uke. Fullammes, tilskudd avsluttet.
5on 11.15 HS telefon | Mor ringte: lite avføring på to dager, ellers fornøyd. Normalt hos ammebarn, kommer hvis ikke på fem dager.
5fr 09.30 HS helsestasjon | Fire uker. 3 960 g, lengde 53,5 cm, hode 36,7 cm. Smiler så vidt, løfter hodet. D-dråper startet.
3fr 10.00 HS helsestasjon | 6-ukerskontroll sammen med lege: 4 520 g, 55,5 cm, hode 38,0 cm. Følger blikk i 180 grader, hofter stabile, hjertelyd ua. Rotavirusvaksine dose 1. Ingen gulfarge. Time 3 måneder satt opp.
""",
)

IDA = Arc(
    key="ida",
    name="Ida Kvernhella",
    sex="female",
    age=29,
    marital="cohabiting",
    kin="""
SA | Simen Kvernhella | next all |
DA | Nora Kvernhella | important link=nora |
""",
    critical="1 | low | Nikkel: kontakteksem | pasienten | L23.0 | y6",
    stays="hs | 8ti 09.00 | - | K20",
    script="""
8ti 11.40 jo helsestasjon | Barselbesøk dag 3. Uterus to fingre under navlen, lite blødning, syet rift uten smerter ved gange. Melk kom i natt. Trøtt og litt engstelig for gulfargen. Får sove fra 20 til 23 når Simen tar Nora.
8on 11.00 jo telefon | Ida gråt i telefonen, føler hun har gjort noe galt. Forklart at gulsott kommer av leveren, ikke av henne. Simen er med til barnemottaket.
6on 10.50 HS helsestasjon | Mor er sliten, men hviler når barnet sover. Rift grodd. Prevensjon tas opp ved etterkontroll. Spurt alene om vold, avkreftet.
3fr 10.20 HS helsestasjon | EPDS 6 poeng ved seks uker, tanker om å skade seg: nei. Snakket om gleden over å sove. Fastlegetime om prevensjon i neste uke. Ny samtale ved 3 måneder.
""",
)

NOAH = Arc(
    key="noah",
    name="Noah Torvgrov",
    sex="male",
    born="12ti",
    protection="strengt_fortrolig",
    kin="""
MO | Sara Torvgrov | next parent link=sara all | Bare mor har foreldreansvar. Far skal ikke få vite adresse eller time
""",
    asked="not_asked",
    stays="hs | 12fr 09.00 | - | K20",
    planted="missed_check",
    script="""
12fr 10.30 jo helsestasjon | Hjemmebesøk dag 3. Vekt 3 260 g (fødselsvekt 3 480 g, ned 6 %). Ikke gul, suger godt. Mor er alene med barnet.
11on 11.00 HS helsestasjon | Hjemmebesøk dag 8. Vekt 3 410 g. Navle tørr. Mor har fått adressesperre. Alle kallinger bare til mors telefon, ingenting i posten.
6ma 09.10 HS telefon | Lista over barn uten 6-ukerstime: Noah står uten time. Ringt mor tre ganger, ikke svar.
6ti 14.00 HS telefon | Fikk kontakt på nytt nummer: mor har flyttet hos venninne og gruet seg for å ringe. Time satt opp {dag:5on}, sier at hun kan ta med venninne.
5on 10.15 HS helsestasjon | Kom ikke til avtalt time. Ringt, ikke svar. Avklart med barnelege om utsatt kontroll: ingen tegn til fare i telefonen, tilbys hjemmebesøk i morgen.
5to 10.00 HS helsestasjon | Hjemmebesøk hos venninnen. Vekt 4 720 g, lengde 56,5 cm, hode 38,8 cm. Smiler, følger. 6-ukerskontrollen gjennomføres på stasjonen {dag:4ma}, drosje er bestilt.
4ma 11.30 HS helsestasjon | 6-ukerskontroll hos lege, 55 dager gammel: 4 900 g, 57,5 cm, hode 39,1 cm. Hjertelyd ua., hofter stabile. Rotavirusvaksine dose 1 gitt (siste frist er 12 uker). Mor fikk time med familierådgiver.
2to 13.30 HS telefon | Mor ringte: trygg bolig er i orden fra {+5}. Ny adresse oppgis ikke, kommer til oss som før.
""",
)

SARA = Arc(
    key="sara",
    name="Sara Torvgrov",
    sex="female",
    age=26,
    protection="strengt_fortrolig",
    kin="""
SO | Noah Torvgrov | important link=noah |
""",
    critical="5 | high | Adresse sperret kode 6: bruk bare mobil som er registrert i dag | helsestasjonen | | 12fr",
    stays="hs | 12fr 09.00 | - | K20",
    script="""
11on 11.40 HS helsestasjon | Mor er flyttet for å være trygg. Tilbudt samtale hos familievernkontoret og krisesenteret. Oppdatert varselliste: ingen post, ikke hovednummeret.
5to 10.30 HS helsestasjon | Mor gråter, redd for at hun «ikke gjør det riktig». EPDS 14. Uten tanker om å skade seg. Henvist psykisk helseteam med samtykke, samtale {dag:4to}.
4ma 12.00 HS helsestasjon | Bedre etter telefonsamtale. Sover tre timer i strekk. Ny samtale neste uke.
2to 13.50 HS telefon | EPDS 8. Samtalene hos psykisk helseteam går fint.
""",
)

ELLA = Arc(
    key="ella",
    name="Ella Havreryggen",
    sex="female",
    born="11to",
    kin="""
MO | Julie Havreryggen | next parent link=julie all |
FA | Espen Havreryggen | parent all |
""",
    stays="hs | 10ma 09.00 | - | K20",
    script="""
10on 10.00 HS helsestasjon | Hjemmebesøk, tvilling 1, født i uke 36, i dag seks dager gammel. Vekt 2 410 g (fødselsvekt 2 340 g). Spiser hver tredje time, morsmelk og 20 ml tilskudd.
9on 10.30 HS helsestasjon | Veid 2 590 g. Våken mellom måltidene. Fortsetter med jern fra åtte uker, D-dråper startet.
7on 11.00 HS helsestasjon | 3 010 g. Gråt mye om kvelden, hud mot hud hjelper. Snakket med mor om ikke å sammenligne med bror.
4on 10.45 HS helsestasjon | Sju uker, korrigert tre uker: 3 620 g, 51,5 cm, hode 36,2 cm. Smilte i dag.
3fr 10.00 HS helsestasjon | 6-ukerskontroll hos lege (korrigert alder brukt): 4 020 g, 53,2 cm. Rotavirusvaksine dose 1. Hjertelyd ua.
""",
)

OLAV = Arc(
    key="olav",
    name="Olav Havreryggen",
    sex="male",
    born="11to",
    kin="""
MO | Julie Havreryggen | next parent link=julie all |
FA | Espen Havreryggen | parent all |
""",
    stays="hs | 10ma 09.00 | - | K20",
    script="""
10on 10.25 HS helsestasjon | Hjemmebesøk, tvilling 2, født i uke 36, i dag seks dager gammel. Vekt 2 205 g (fødselsvekt 2 180 g). Søvnig ved bryst, får tilskudd 30 ml på flaske. Våkner ikke alltid selv, vekkes.
9on 11.00 HS helsestasjon | Veid 2 320 g, opp 115 g på en uke. Tilskudd økes til 40 ml. Ny veiing {+2}.
9fr 10.30 HS helsestasjon | Veid 2 405 g. Suger bedre etter bytte av flaskesmokk.
7on 11.20 HS helsestasjon | 2 790 g. Tar bryst fire ganger i døgnet, flaske ellers.
4on 11.10 HS helsestasjon | Sju uker, korrigert tre uker: 3 310 g, 50,1 cm, hode 35,6 cm. Følger søsteren med blikket.
3fr 10.20 HS helsestasjon | 6-ukerskontroll hos lege (korrigert alder): 3 790 g, 51,7 cm. Hofte ve. litt løs, ultralyd henvist. Rotavirusvaksine dose 1.
""",
)

JULIE = Arc(
    key="julie",
    name="Julie Havreryggen",
    sex="female",
    age=34,
    marital="married",
    kin="""
EF | Espen Havreryggen | next all |
DA | Ella Havreryggen | important link=ella |
SO | Olav Havreryggen | important link=olav |
""",
    stays="hs | 10ma 09.00 | - | K20",
    script="""
10on 10.50 HS helsestasjon | Barsel etter tvillingfødsel i uke 36. Sover to timer av gangen, har såre brystknopper. Espen tar nattflasken. Bestemor er hos dem.
7on 11.40 HS helsestasjon | Sliten, sammenligner barna hver time. Snakket om at de kan ha hver sin rytme. Bestemor tar tre netter.
4on 11.40 HS helsestasjon | EPDS 12: sliten og gråter lett, ingen tanker om å skade seg. Ny samtale alene {+5}, avtale om å sove når bestemor er der.
3ma 13.00 HS helsestasjon | Samtale alene, 45 min. Redd for å ikke klare det. Fastlege kontaktes med samtykke, psykisk helse for barseltid. Espen informert etter avtale.
3fr 10.40 HS helsestasjon | EPDS 7. Sov fire timer i strekk i natt. Går tur med vogn sammen med nabo.
""",
)

EMMA = Arc(
    key="emma",
    name="Emma Lyngteig",
    sex="female",
    age=14,
    kin="""
MO | Siv Lyngteig | next parent important | Emma: mor får vite om avtaler, ikke om det vi snakker om
FA | Trond Lyngteig | parent nothing | Emma ønsker ikke at far informeres
""",
    asked="asked_none",
    stays="skole | 12ma 08.00 | - | K20",
    planted="youth_alone",
    script="""
12ti 11.20 HS helsestasjon | Drop-in, Emma, 9. trinn. Vondt i magen før prøver. Sover dårlig. Skal prøve pusteøvelse før time. Egen time {+7}.
11ti 12.15 HS helsestasjon | Samtale 45 min. Far kan bli høyrøstet når karakterene ikke er som ventet. Ingen vold beskrevet, sagt hva jeg har plikt til hvis det endrer seg. Vurdert etter bestemmelsen om at foreldre ikke informeres der barnet ber om det (12-15 år): mor får vite om avtaler, innholdet holdes tilbake.
9to 11.30 HS helsestasjon | Har skrevet søvndagbok, sover fra 23 til 06.30. Bruker pusteøvelse før prøver. «Det virker litt.»
7ti 12.10 HS helsestasjon | Snakket om karakterpress sammen med kontaktlærer, etter Emmas ønske. Laget en plan for to innleveringer.
5to 12.00 HS helsestasjon | Tallkarakter i matte bedre enn hun trodde. Mor sier at hun er gladere. Spurt direkte om selvmordstanker, avkreftet.
2ti 11.45 HS helsestasjon | Går til drop-in hver tredje uke. Vil ta opp fotball igjen. Enig om å avslutte fast time.
""",
)

HASSAN = Arc(
    key="hassan",
    name="Hassan Al-Nahrawi",
    sex="male",
    age=63,
    marital="married",
    language="ar",
    interpreter=True,
    ids="dnr>fnr",
    kin="""
EF | Rima Al-Nahrawi | next all | Snakker arabisk, trenger tolk
SO | Tarek Al-Nahrawi | important | Tolker ikke for foreldrene, ber om profesjonell tolk
""",
    critical="""
1 | medium | ACE-hemmer: tørrhoste | fastlege | C09A | y2
3 | medium | Insulinbehandlet diabetes, faster under ramadan: plan må tas i god tid | fastlege | E11.9 | y1
""",
    access_note="Tolk bestilles to dager før samtale, kvinne eller mann er likt",
    tags="ektefelle gaar dosett tolk",
    child="SO Tarek",
    routine=0.06,
    mute="tilstand sosialt mat",
    sugar=9.0,
    stays="za2 | 12ti 09.00 | - | 15 | 2 timer per uke",
    planted="interpreter",
    script="""
12ti 10.00 SP innkomst | Innkomst med tolk på tlf (arabisk, 40 min). Diabetes type 2 med insulin, ny i kommunen. Viktig for ham: moskeen {+3}, og å klare det selv. D-nummer byttes til fødselsnummer, begge er lagt inn. Sønn er ikke tolk.
12to 10.15 SP besok | BS 12,3. Viste hvordan pennen stilles inn, med tolk. Forklarte tilbake riktig.
11to 09.40 HF besok | BS 10,1. Tegning av tallerken henger på kjøleskapet.
10on 10.00 SP besok | Føtter: hel hud, nedsatt følelse på begge forfoter. Tolk på skjerm. Spurt om ramadan: ønsker plan før den begynner, fastlege kontaktes.
9ti 14.00 SP telefon | Sønnen ringte om medisinliste. Forklart at vi bruker tolk og at han ikke skal oversette, han takket for det.
8to 10.10 SP besok | BS 8,2. HbA1c 63 (72 for tre måneder siden). Hassan fikk svaret på arabisk og lo.
6to 09.50 HF besok | Rima har vondt i ryggen av å bære handlenett. Tilbud om handlehjelp, hun vil tenke på det.
5ti 10.00 SP besok | Tolk ble 10 min forsinket, ventet med samtalen. Ingen føling siste måned. BS-boka er ført hver dag.
3to 10.05 SP besok | Klarer insulin og måling selv. Besøk trappes ned til annenhver uke.
2to 10.00 SP mote | Møte med tolk, Rima og fastlege på tlf: HbA1c 58. Plan for ramadan er skrevet på arabisk og norsk. Vi kommer annenhver {+0}.
""",
)

ARCS = (NORA, IDA, NOAH, SARA, ELLA, OLAV, JULIE, EMMA, HASSAN)
