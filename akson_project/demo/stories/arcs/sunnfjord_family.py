"""Sunnfjord: newborns, twins, a check lost in a move, a pupil of 16, a family from Ukraine."""

from akson_project.demo.stories.arcs.arc import Arc

SOLVI = Arc(
    key="solvi",
    name="Sølvi Bjørkestegen",
    sex="female",
    born="8so",
    ids="fhn>fnr",
    kin="""
MO | Marte Bjørkestegen | next parent link=marte_b all |
FA | Øyvind Kleivevadet | parent all |
""",
    stays="hs | 7on 09.00 | - | K20",
    planted="newborn_changed_number",
    script="""
7on 11.00 jo helsestasjon | Heimebesøk dag 3. Vekt 3 190 g (fødselsvekt 3 480 g, ned 8 %). Gul til navlen, geispar og søv ved brystet, fem våte bleier. Vekkjing kvar tredje time, pumping. Ny veging i morgon.
7to 10.30 jo helsestasjon | Dag 4: 3 150 g, ned 9 %. Gul til kneet, søvnig. Hudmåling 305. Ringt barneavdelinga, ber kome i dag, køyrer sjølv no.
6ma 13.30 HS epikrise_mottatt | Barneavdelinga: lysbehandling 20 timar, høgaste bilirubin 322, ned til 205. Vekt 3 240 g ved heimreise. Fødselsnummer har kome, hjelpenummer er gamalt.
6on 10.10 HS helsestasjon | Veging 3 330 g. Berre litt gul i andletet, kvikk, åtte våte bleier.
6fr 12.30 HS helsestasjon | Heimebesøk dag 12. Vekt 3 440 g, hovud 35,4 cm. Nesten ikkje gul. Navlestumpen fall av i går. Far har bytt vakt for å vere heime. Snakka om gråt, søvnstilling og søvn for mor.
5on 10.30 HS helsestasjon | Vekt 3 640 g. Fullammar. Tilskot slutt.
3ma 09.30 HS helsestasjon | Fire veker. 4 020 g, 53,6 cm, hovud 37,0 cm. Smiler, lyfter hovudet. D-dropar.
1ti 10.10 HS helsestasjon | 6-vekerskontroll saman med lege: 4 690 g, 56,0 cm, hovud 38,2 cm. Hofter stabile, hjartelyd ua. Rotavirusvaksine dose 1. Time 3 månader.
""",
)

MARTE_B = Arc(
    key="marte_b",
    name="Marte Bjørkestegen",
    sex="female",
    age=31,
    marital="cohabiting",
    kin="""
SA | Øyvind Kleivevadet | next all |
DA | Sølvi Bjørkestegen | important link=solvi |
""",
    stays="hs | 7on 09.00 | - | K20",
    critical="1 | low | Latexhanskar: kontakteksem | pasienten | | y3",
    script="""
7on 11.30 jo helsestasjon | Barselbesøk dag 3. Lite bløding, sting fine. Mjølk auka i natt. Trøytt, gret då vi sa «på grensa». Øyvind tek nattskift til 01.
7to 10.50 jo telefon | Marte ringde frå bilen: redd. Sagt at gulsott er vanleg og lett å behandle, og at ho har gjort alt rett.
5on 11.00 HS helsestasjon | Mor søv 5 timar. Stinga grodd. Spurt åleine om vald, avkrefta. Prevensjon ved etterkontroll.
1ti 10.30 HS helsestasjon | EPDS 5. Gler seg. Skal prøve familiekafé på {+5}. Samtale ved 3 månader.
""",
)

OSKAR = Arc(
    key="oskar",
    name="Oskar Hasselnipa",
    sex="male",
    born="12on",
    protection="strengt_fortrolig",
    kin="""
MO | Kristin Hasselnipa | next parent link=kristin_h all | Åleine om foreldreansvaret
FA | Joakim Stavevadet | nothing silent | Skal ikkje få vite kvar dei bur
""",
    asked="not_asked",
    stays="hs | 10ma 09.00 | - | K20",
    planted="missed_check",
    script="""
10ma 10.30 HS helsestasjon | Nytt barn: fødd {dato:12on}, flytta hit med mor, sperra adresse. Journal manglar, mor meiner 10-dagarsbesøk ikkje er gjort. Samtykke til å hente journalen er skrive.
9ti 11.00 HS helsestasjon | Heimebesøk i staden for 10-dagars: 20 dagar gammal. 3 920 g, 53,0 cm, hovud 36,3 cm. Fullammar, D-dropar ikkje starta, startar no. Journalen er ikkje komen.
7fr 14.10 HS helsestasjon | Lista over born utan 6-vekerstime: Oskar manglar, vart ikkje flytta over i systemet. Ringt Kristin, første ledige lege {dag:5to}.
5to 10.20 HS helsestasjon | 6-vekerskontroll hos lege, 50 dagar gammal: 5 080 g, 57,2 cm, hovud 39,0 cm. Følgjer, hofter stabile, rotavirusvaksine dose 1 (innan 12 veker). Journalen kom i går.
2ti 12.30 HS telefon | Mor ringde: må byte time til 3-månaderskontroll, ny time {+16} om to veker. Ringer alltid frå skjult nummer.
""",
)

KRISTIN_H = Arc(
    key="kristin_h",
    name="Kristin Hasselnipa",
    sex="female",
    age=28,
    protection="strengt_fortrolig",
    kin="""
SO | Oskar Hasselnipa | important link=oskar |
FA | Kjell Hasselnipa | next all | Bestefar, kan ringjast
""",
    stays="hs | 10ma 09.00 | - | K20",
    script="""
10ma 11.00 HS helsestasjon | Ny i kommunen, åleine med spedbarn. Adressa er sperra, ingenting i posten. Fekk tilbod om barselgruppe og fast samtale.
5to 10.50 HS helsestasjon | EPDS 11, tankar om skade: nei. Vanskeleg å setje ord på. Psykisk helse på helsestasjon, time {+7}.
4to 11.20 HS telefon | «Eg sov ti timar.» EPDS blir teken att om tre veker.
1to 12.00 HS helsestasjon | EPDS 6. Har funne ein annan med same alder på barnet.
""",
)

LARS = Arc(
    key="lars",
    name="Lars Oregrova",
    sex="male",
    born="11ti",
    kin="""
MO | Eline Oregrova | next parent link=eline all |
FA | Magnus Oregrova | parent all |
""",
    stays="hs | 10on 09.00 | - | K20",
    script="""
10on 09.40 HS helsestasjon | Heimebesøk, tvilling 1, uke 35, åtte dagar. Vekt 2 240 g (fødselsvekt 2 195 g). Tek bryst seks gonger og 25 ml tilskot.
9fr 10.10 HS helsestasjon | 2 470 g. Vaken to gonger mellom måltid. D-dropar.
7on 10.20 HS helsestasjon | 2 890 g. Jern startar. Hud mot hud dagleg.
5fr 10.00 HS helsestasjon | Seks veker og tre dagar (korrigert halvannan veke): 3 390 g, 50,8 cm, hovud 35,6 cm. Ser i to sekund.
3to 10.30 HS helsestasjon | Lege: 6-vekerskontroll med korrigert alder. 3 880 g, 52,7 cm. Rotavirusvaksine dose 1. Ny hofteultralyd negativ.
""",
)

MATHEA = Arc(
    key="mathea",
    name="Mathea Oregrova",
    sex="female",
    born="11ti",
    kin="""
MO | Eline Oregrova | next parent link=eline all |
FA | Magnus Oregrova | parent all |
""",
    stays="hs | 10on 09.00 | - | K20",
    script="""
10on 10.10 HS helsestasjon | Heimebesøk, tvilling 2, uke 35, åtte dagar. Vekt 2 080 g (fødselsvekt 2 050 g). Søv seg vekk frå bryst, flaske 40 ml etter. Vekkje kvar tredje time.
9fr 10.30 HS helsestasjon | 2 250 g. Tilskot 50 ml. Redd for å samanlikne, sagt at kvar har si eiga kurve.
7on 10.40 HS helsestasjon | 2 610 g. Jern startar. Kolikk frå 20 til 22.
5fr 10.20 HS helsestasjon | Seks veker og tre dagar (korrigert halvannan veke): 3 060 g, 49,1 cm, hovud 35,0 cm.
3to 10.50 HS helsestasjon | Lege: 3 520 g, 51,0 cm. Bilyd over hjartet, tilvist ekko, mor får høyre at det mest truleg er godarta. Rotavirusvaksine dose 1.
2fr 11.00 HS telefon | Ekko normal, mor letta. Bilyden er uskuldig.
""",
)

ELINE = Arc(
    key="eline",
    name="Eline Oregrova",
    sex="female",
    age=33,
    marital="married",
    kin="""
EF | Magnus Oregrova | next all |
SO | Lars Oregrova | important link=lars |
DA | Mathea Oregrova | important link=mathea |
""",
    stays="hs | 10on 09.00 | - | K20",
    script="""
10on 10.40 HS helsestasjon | Tvillingmor, keisarsnitt. Sår fint, såre hender av flasker. Magnus og mormor kjem på skift.
7on 11.00 HS helsestasjon | Søv to timar om gongen. EPDS 10. Ingen tankar om å skade seg, redd for å svikte den minste.
5fr 10.40 HS helsestasjon | Samtale åleine. Avlasting to netter av mormor. Ny EPDS {dag:3to}.
3to 11.10 HS helsestasjon | EPDS 6. «Eg har funne att mat.» Fast time avslutta, kjem ved 3 månader.
""",
)

JONAS = Arc(
    key="jonas_s",
    name="Jonas Svadvadet",
    sex="male",
    age=16,
    kin="""
MO | Bente Svadvadet | next parent important | Jonas, 16 år, samtykkjer sjølv i helsesaker
FA | Rolf Svadvadet | parent important |
BR | Jo Svadvadet | all | Ringer kvar kveld
""",
    asked="asked_none",
    stays="skole | 12ma 08.00 | - | K20",
    planted="youth_alone",
    script="""
12on 11.00 HS helsestasjon | Drop-in. Jonas, 16, vidaregåande, bur på hybel. Har slutta med fotball, sov på bordet i klassen. Vil ha time, ikkje med foreldre.
11to 12.00 HS helsestasjon | Samtale 50 min. Nedstemt sidan kjærasten flytta. Søv 4 timar, spring ikkje. Sjølvmordstankar: ja, flyktige, ikkje plan. Trygg avtale: bror Jo ringjer kvar kveld, time i morgon og legevakt-nummer i telefonen.
11fr 11.00 HS helsestasjon | Møtte med bror etter Jonas sitt ønske. Tryggleiksplan skriven. Fastlege i dag kl. 14, foreldre får vite at han har time, ikkje kvifor.
10ma 12.00 HS helsestasjon | Søv 6 timar. Fastlege har tilvist psykolog. Ringde sjølv til trenaren.
8to 12.00 HS helsestasjon | Ingen planar, tankar éin gong i veka, kjem og går. Sov heile natta i helga.
6on 12.00 HS helsestasjon | Psykolog første time. Kjem på skulen tre dagar i veka.
3to 12.00 HS helsestasjon | «Eg klarte matteprøva.» Tryggleiksplan gjennomgått, han held han sjølv.
1on 12.00 HS helsestasjon | Time annakvar veke. Fotball på laurdagar. Vil at foreldra får takk for å la vere å mase.
""",
)

OKSANA = Arc(
    key="oksana",
    name="Oksana Stepnenko",
    sex="female",
    age=32,
    marital="married",
    language="uk",
    interpreter=True,
    ids="dnr",
    kin="""
EF | Taras Stepnenko | next all | På språkkurs, snakkar litt norsk
DA | Daryna Stepnenko | important link=daryna |
""",
    stays="hs | 9ma 09.00 | - | K20",
    critical="1 | medium | Penicillin: utslett som barn | pasienten | J01C | 9ma",
    planted="interpreter",
    script="""
9ma 10.30 HS helsestasjon | Ny i landet, bur på mottak med mann og Daryna. Tolk på skjerm (ukrainsk). Snakka om kva helsestasjonen er. Søv dårleg, høyrer framleis sirener. Vil prøve open barnehage.
7to 10.20 HS helsestasjon | Tolk. EPDS er ikkje rett reiskap her, brukar kartlegging etter krig: søv tre timar, redde draumar. Tilvist psykisk helse for flyktningar, godteke.
5ti 10.20 HS telefon | Taras ringde på norsk og fekk meldinga rett att. Oksana fekk brev på ukrainsk.
2on 10.30 HS helsestasjon | Tolk. Søv fem timar. I open barnehage er det «to kvinner frå Kyiv og éi frå Nigeria», ho lo.
""",
)

DARYNA = Arc(
    key="daryna",
    name="Daryna Stepnenko",
    sex="female",
    born="y2",
    language="uk",
    interpreter=True,
    ids="dnr",
    kin="""
MO | Oksana Stepnenko | next parent link=oksana all |
FA | Taras Stepnenko | parent all |
""",
    asked="asked_none",
    stays="hs | 9ma 09.00 | - | K20",
    script="""
9ma 11.00 HS helsestasjon | Første kontroll, 2 år. 12,1 kg, 87,0 cm. Vaksinekort frå Kharkiv: to dosar, manglar MMR. Tolk. Ny plan saman med lege. Tennene fine.
8on 10.30 HS helsestasjon | DTP-IPV-Hib-HepB gitt i hø. lår, neste om to månader. Utslett frå penicillin er mor si, ikkje jenta si.
5to 10.20 HS helsestasjon | MMR gitt. Tolk. Snakkar ukrainsk og seier «ha det» på nynorsk.
2fr 10.30 HS helsestasjon | 12,6 kg, 88,4 cm. Kjende att stetoskopet.
""",
)

ARCS = (SOLVI, MARTE_B, OSKAR, KRISTIN_H, LARS, MATHEA, ELINE, JONAS, OKSANA, DARYNA)
