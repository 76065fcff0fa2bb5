"""Karasjok: a newborn, a check missed on the plateau, twins, a pupil in a foster home, an interpreter."""

from akson_project.demo.stories.arcs.arc import Arc

AILU = Arc(
    key="ailu",
    name="Áilu Guovžanjárga",
    sex="male",
    born="9to",
    ids="fhn>fnr",
    language="se",
    kin="""
MO | Risten-Márjá Guovžanjárga | next parent link=risten_m all |
FA | John-Ánte Jervmo | parent all |
""",
    stays="hs | 8ma 09.00 | - | K20",
    planted="newborn_changed_number",
    script="""
8ma 11.00 jo helsestasjon | Hjemmebesøk dag 4. Vekt 3 120 g (fødselsvekt 3 400 g, ned 8 %). Gul i ansikt og på mage, lite våken, fire våte bleier. Vekking hver tredje time, pumping. Ny veiing i morgen.
8ti 10.30 jo helsestasjon | Dag 5: 3 100 g. Gul til leggene, hudmåling 320. Ringt barneavdelingen i Hammerfest, fly kl. 13.
7ma 13.00 HS epikrise_mottatt | Barneavdelingen: lysbehandling i 22 timer, serum-bilirubin 336 ned til 198. Vekt 3 210 g ved hjemreise. Fødselsnummer er kommet, hjelpenummeret er lagt inn som gammelt.
7on 11.00 HS helsestasjon | Veid 3 290 g, lys gul i ansiktet. Våkner selv.
6to 11.30 HS helsestasjon | Hjemmebesøk dag 21. Vekt 3 620 g, hode 36,0 cm. Ikke gul. Komse og søvnstilling: på rygg. Samtalen var på samisk. Faster tar natt i helga.
5on 10.30 HS helsestasjon | Fire uker: 3 900 g, 53,2 cm, hode 36,8 cm. D-dråper startet. Smiler.
3fr 10.00 HS helsestasjon | 6-ukerskontroll hos lege (43 dager): 4 520 g, 55,4 cm, hode 38,1 cm. Hofter stabile, hjertelyd ua. Rotavirusvaksine dose 1.
""",
)

RISTEN_M = Arc(
    key="risten_m",
    name="Risten-Márjá Guovžanjárga",
    sex="female",
    age=28,
    language="se",
    marital="cohabiting",
    kin="""
SA | John-Ánte Jervmo | next all |
SO | Áilu Guovžanjárga | important link=ailu |
""",
    stays="hs | 8ma 09.00 | - | K20",
    script="""
8ma 11.40 jo helsestasjon | Barsel dag 4. Liten rift, grodd bra. Sliten, melk er kommet. Gråter for at han er gul. Faster sover hos dem.
8ti 11.00 jo helsestasjon | Flyr med Áilu til Hammerfest, John-Ánte er med. Fått klær, kopp og nummer til oss.
6to 12.00 HS helsestasjon | Mor sover fire timer i strekk. Spurt alene om vold, avkreftet. Snakket om samisk på helsestasjonen, bra.
3fr 10.30 HS helsestasjon | EPDS 6. Liker å gå langs elva med vogn.
""",
)

SUNNA_L = Arc(
    key="sunna_l",
    name="Sunná Luossaluokta",
    sex="female",
    born="12ti",
    language="se",
    kin="""
MO | Elen Luossaluokta | next parent link=elen_l all |
FA | Lemet Luossaluokta | parent important | I siidaen til neste uke
""",
    asked="not_asked",
    stays="hs | 11ma 09.00 | - | K20",
    planted="missed_check",
    script="""
11ti 10.30 HS helsestasjon | Hjemmebesøk dag 7, familien følger flokken i perioder, bor i gamme to mil fra veien. 3 310 g (fødselsvekt 3 300 g), navle tørr, suger godt.
6on 14.10 HS telefon | 6-ukerstimen var i dag, de kom ikke. Ikke dekning. Sendt melding til faster i Márkan.
5ti 12.20 HS telefon | Faster nådde dem: alle er ute med reinen til {dag:4to}. Sunná spiser og er glad. Tid fredag.
4fr 11.00 HS helsestasjon | 6-ukerskontroll hos lege, 59 dager gammel: 4 900 g, 57,0 cm, hode 38,7 cm. Hofter stabile, hjertelyd ua. Rotavirusvaksine dose 1 (dag 84 er siste frist). Neste time er lagt utenom flyttingen.
1on 11.10 HS helsestasjon | 11 uker, vaksiner: kommer neste uke. 5 700 g. Familien bor i Márkan en stund nå.
""",
)

ELEN_L = Arc(
    key="elen_l",
    name="Elen Luossaluokta",
    sex="female",
    age=30,
    language="se",
    marital="married",
    kin="""
EF | Lemet Luossaluokta | next all |
DA | Sunná Luossaluokta | important link=sunna_l |
""",
    stays="hs | 11ma 09.00 | - | K20",
    script="""
11ti 11.00 HS helsestasjon | Mor har det bra, sliten av kokt vann og vask. Snakket om søvn, faster er hos henne.
4fr 11.40 HS helsestasjon | EPDS 7. Bekymret for kontroll som gikk i glemmeboka, beroliget. Time for henne selv avtales.
1on 11.40 HS helsestasjon | EPDS 4. Glad for at det går an å ringe faster i Márkan.
""",
)

IDA_M = Arc(
    key="ida_m",
    name="Ida-Máret Beaskajohka",
    sex="female",
    born="11on",
    language="se",
    kin="""
MO | Ragna Beaskajohka | next parent link=ragna_b all |
FA | Aslak Beaskajohka | parent all |
""",
    stays="hs | 10ma 09.00 | - | K20",
    script="""
10on 10.00 HS helsestasjon | Hjemmebesøk, tvilling 1, uke 36, i dag sju dager gammel. 2 480 g (fødselsvekt 2 400 g). Tar bryst sju ganger i døgnet.
9fr 10.20 HS helsestasjon | 2 690 g. D-dråper startet.
7on 10.30 HS helsestasjon | 3 100 g. Våkner to ganger om natten. Jern startes fra åtte uker.
5to 10.30 HS helsestasjon | Seks uker (korrigert to): 3 620 g, 52,0 cm. Følger med øynene.
3to 10.40 HS helsestasjon | 6-ukerskontroll hos lege, korrigert alder: 4 120 g, 54,1 cm. Rotavirusvaksine dose 1.
""",
)

ANTE_B = Arc(
    key="ante_b",
    name="Ánte Beaskajohka",
    sex="male",
    born="11on",
    language="se",
    kin="""
MO | Ragna Beaskajohka | next parent link=ragna_b all |
FA | Aslak Beaskajohka | parent all |
""",
    stays="hs | 10ma 09.00 | - | K20",
    script="""
10on 10.20 HS helsestasjon | Hjemmebesøk, tvilling 2, uke 36, i dag sju dager gammel. 2 260 g (fødselsvekt 2 220 g). Sover mye, flaske 35 ml etter bryst.
9fr 10.40 HS helsestasjon | 2 430 g. Tilskudd 40 ml.
7on 10.50 HS helsestasjon | 2 820 g. Gråter kl. 22, hud mot hud hjelper.
5to 10.50 HS helsestasjon | Seks uker (korrigert to): 3 300 g, 50,6 cm. Litt mørkere om øynene, tilses av lege.
3to 11.00 HS helsestasjon | 6-ukerskontroll hos lege: 3 790 g, 52,5 cm. Hb normal, hofter stabile. Rotavirusvaksine dose 1.
""",
)

RAGNA = Arc(
    key="ragna_b",
    name="Ragna Beaskajohka",
    sex="female",
    age=32,
    marital="married",
    language="se",
    kin="""
EF | Aslak Beaskajohka | next all |
DA | Ida-Máret Beaskajohka | important link=ida_m |
SO | Ánte Beaskajohka | important link=ante_b |
""",
    stays="hs | 10ma 09.00 | - | K20",
    script="""
10on 10.50 HS helsestasjon | Tvillingmor, fødsel i Hammerfest. Såre bryst, to timers økter. Aslak henter vann, faster koker.
7on 11.10 HS helsestasjon | EPDS 11. Redd for å bytte barn av tretthet. Armbånd med navn på, lo av det selv. Ingen tanker om skade.
5to 11.20 HS helsestasjon | Sov fem timer i natt, faster tok flasken. EPDS 8.
3to 11.20 HS helsestasjon | EPDS 5. Med i bærekrok-gruppa, alle ute på tur.
""",
)

SARA_A = Arc(
    key="sara_a",
    name="Sára Áldujohka",
    sex="female",
    age=15,
    language="se",
    protection="strengt_fortrolig",
    kin="""
FM | Anne Furuskard | next all | Fostermor, barnevernstjenesten har omsorgen
MO | Ellen Áldujohka | nothing silent | Skal ikke kontaktes, ingen post hit
FA | Jon Áldujohka | parent until=y2 nothing silent | Kontaktforbud
""",
    asked="asked_none",
    stays="skole | 12ma 08.00 | - | K20",
    planted="youth_alone",
    script="""
12to 11.00 HS helsestasjon | Drop-in, Sára, 10. trinn. Bor i fosterhjem, adresse sperret kode 6. Sover dårlig, drømmer. Vil ha time alene, ikke sammen med fostermor i dag.
11on 12.00 HS helsestasjon | Samtale 45 min på samisk. Ikke selvmordstanker. Redd for at biologisk far skal se henne på butikken. Sagt: barnevernet og politi har plan, vi vet den. Pusteøvelse på samisk lydfil.
9to 11.30 HS helsestasjon | Øvelsen brukt fem kvelder. Vil ha lysbryter ved senga, Anne ordner.
7on 12.00 HS helsestasjon | Sover seks timer. Korøvelse på samisk. Sårbar tirsdag etter brev.
5to 12.00 HS helsestasjon | Ny klasse, venn. Samtale med fostermor etter Sáras ønske, bare om søvn og skole.
2ti 12.10 HS helsestasjon | Fast time annenhver uke beholdes. «Jeg er meg.» Ingen endring i sperre.
""",
)

FADUMO = Arc(
    key="fadumo",
    name="Fadumo Guuleedi",
    sex="female",
    age=33,
    language="so",
    interpreter=True,
    ids="dnr>fnr",
    marital="married",
    kin="""
EF | Yusuf Guuleedi | next all | Snakker norsk, tolker ikke for henne
DA | Sahra Guuleedi | important link=sahra |
""",
    stays="hs | 12on 09.00 | - | K20",
    planted="interpreter",
    script="""
12on 10.20 HS helsestasjon | Ny i kommunen, tolk på skjerm (somali). Sahra er 15 måneder. Savner følge, ingen med samme språk. Vil på åpen barnehage.
10to 10.30 HS helsestasjon | Tolk. Snakket om D-dråper, jern i grøt og tran uten gelatin. Yusuf får alt på lapp på somali.
6fr 10.20 HS helsestasjon | EPDS brukes ikke uten oversatt utgave, samtale med tolk i stedet: sover greit, savner søster. Mødregruppe med matlaging.
2on 10.30 HS helsestasjon | Tolk. Har lært «buorre beaivi» og «god morgen» samme uke. Arbeidspraksis i kantinen.
""",
)

SAHRA = Arc(
    key="sahra",
    name="Sahra Guuleedi",
    sex="female",
    born="d540",
    language="so",
    interpreter=True,
    ids="dnr>fnr",
    kin="""
MO | Fadumo Guuleedi | next parent link=fadumo all |
FA | Yusuf Guuleedi | parent all |
""",
    asked="asked_none",
    stays="hs | 12on 09.00 | - | K20",
    script="""
12on 10.40 HS helsestasjon | Første kontroll: 8,9 kg, 74,5 cm, hode 45,6 cm. Vaksinekort: tre doser. Går langs møbler. Følger kurva.
10to 10.50 HS helsestasjon | Hb 10,8, jern dråper 1 mg per kg i to måneder. Ny prøve.
6fr 10.40 HS helsestasjon | Vekt 9,3 kg. Hb 11,6. Går alene.
2on 10.50 HS helsestasjon | Vekt 9,6 kg. MMR gitt hø. lår. Sa «mamma» på norsk, somali og samisk.
""",
)

ARCS = (AILU, RISTEN_M, SUNNA_L, ELEN_L, IDA_M, ANTE_B, RAGNA, SARA_A, FADUMO, SAHRA)
