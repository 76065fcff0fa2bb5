"""Bergen, at home: wandering, falls, refusal, a worried daughter, the substitute."""

from akson_project.demo.stories.arcs.arc import Arc

EINAR = Arc(
    key="einar",
    name="Einar Krokros",
    sex="male",
    age=85,
    marital="married",
    kin="""
EF | Bjørg Krokros | next link=bjorg all |
DA | Hilde Krokros | guardian all | Verge fra i fjor, vedtak i arkivet
""",
    critical="""
3 | high | Alzheimers sykdom: går seg vill, bærer GPS i beltet | hjemmetjenesten | F00.1 | 8on
""",
    tags="ektefelle gaar multidose fotball",
    child="DA Hilde",
    routine=0.1,
    mute="sosialt mobil",
    stays="""
za1 | y1 09.30 | - | 15 | 6 timer per uke
dag | 7ti 10.00 | - | 17
""",
    planted="two_units",
    script="""
12to 19.10 hf besok | Sto ved ytterdøra med jakka på, skulle på jobb på verftet. Bjørg sier det skjer hver kveld. Gikk en tur sammen, roet seg.
11ma 09.40 SP samtale_parorende | Samtale med Bjørg og Hilde: han har gått ut tre ganger siste måned, sist til gamle verftet. Bjørg våken om natten for å høre døra. Enige om dørvarsler og GPS, Einar sier ja når vi viser ham den.
10on 13.00 SP mote | Samtykkekompetanse vurdert for GPS: forstår at den «finner meg», takker ja. Protesterer ikke. Dokumentert i egen vurdering, tas opp igjen om tre måneder.
9on 22.40 =hege telefon | Politiet ringte: Einar funnet på busstoppet ved verftet, uten ytterjakke. Hjemme 22.20. Varm og blid. Bjørg var sovnet.
9to 09.20 SP besok | Tilsyn etter gårsdagen: hel hud, ikke frossen, temp 36,6. Husker ikke noe. GPS kommer {dag:8on}.
8on 11.15 SP besok | GPS i beltet, lader om natten på kommoden. Varsel går til Hilde, og til oss hvis hun ikke svarer på ti minutter. Testet rundt kvartalet.
7ti 10.30 =ingrid mote | Vedtak om dagsenter to dager i uka. Første dag i dag, bussen henter 09.40.
7to 14.30 hf@dag daglig | Første uke på dagsenteret: bar inn ved og spikret sammen en fuglekasse. Spurte etter bussen fra kl. 13.
5lo 16.50 hf telefon | GPS-varsel 16.30, gikk mot sentrum. Hilde fant ham ved fiskebutikken med to torskehoder. God stemning.
4ti 14.20 hf@dag daglig | Sang bass på sangstunden. Spiste to porsjoner.
3ma 09.30 HF besok | Bjørg har sovet hele natten for første gang på lenge, etter at varsleren kom.
2to 10.15 SP mote | Evaluering med Hilde: tre turer siste måned, alle funnet innen 20 minutter. Dagsenter videreføres, vurderer tredje dag. Avlastning for Bjørg tas opp når hun er klar.
""",
)

KARE = Arc(
    key="kare",
    name="Kåre Ulvestokk",
    sex="male",
    age=88,
    marital="widowed",
    kin="""
DA | Berit Ulvestokk | next all |
DA | Turid Hegremork | important |
""",
    critical="4 | high | Blodfortynnende: Eliquis 2,5 mg x 2. Hodeskade = ring lege | fastlege | B01AF02 | y4",
    tags="alene enkemann rullator multidose alarm radio horeapparat",
    child="DA Berit",
    routine=0.13,
    mute="mobil",
    stays="""
zb1 | y5 09.00 | - | 15 | 7 timer per uke
lv | 9so 05.40 | 9so 08.50 | K30
""",
    script="""
12fr 08.20 HF besok | Snublet i dørstokken til badet i går kveld, kom seg opp selv. Blåmerke hø. albue. Har ikke trykket på alarmen, «ikke så farlig».
11ma 13.10 SP mote | Fallrisiko: to fall siste år, ustø, redd på badet, blodtrykkstabletter om kvelden, parkett og løse tepper. Tiltak: tepper bort, nattlys, sklisokker. Fysio og ergo kontaktes.
9so 04.40 hf besok | Alarm 04.20. Funnet sittende på badegulvet, skled. Slo bakhodet mot karet, kul 3 cm. Våken. BT 138/76, P 88, SpO2 95. Bruker Eliquis: ringt legevakt.
9so 05.55 sp@lv innkomst | Hodeskade under blodfortynnende. RF 16, SpO2 95 uten O2, BT 138/76, P 88, temp 36,4, våken og klar: NEWS2 1. GCS 15. Hastegrad oransje.
9so 06.40 le@lv legenotat | N80. S: fall fra egen høyde, ingen bevissthetstap, ikke kvalme. O: GCS 15, pupiller ua., ingen nevrologiske utfall, kul bakhode. CT caput: ingen blødning. V: hodeskade uten tegn til intrakraniell blødning. P: hjem, tilsyn hver fjerde time i et døgn, Eliquis pause i ett døgn etter samråd.
9so 12.20 SP besok | Tilsyn nr. 2 etter hjemkomst: våken og klar, ikke kvalm, spiste suppe. Pupiller like. Berit er hos ham til i kveld.
9so 20.30 hf besok | Tilsyn: våken, ikke hodepine. Avvik skrevet, Berit sover der i natt.
8ma 09.30 SP telefon | Fastlege: blodtrykksmedisin flyttes til morgen og halveres, Eliquis på igjen i kveld. BT-måling to ganger i uka.
8on 10.40 SP besok | Hjemmebesøk med ergoterapeut: dusjstol, håndtak ved toalett og senkede terskler bestilt. Kåre vil ha håndtaket på høyre side.
7ti 09.10 HF besok | Håndtak montert. Øver på å sette seg uten å slippe rullatoren.
6to 11.00 SP besok | BT 130/70 liggende, 125/70 stående etter tre minutter. Ingen svimmelhet. Fysio har startet balansetrening to ganger i uka.
4lo 23.50 hf besok | Alarm 23.35: hadde gått til kjøleskapet og ble stående, turte ikke gå tilbake. Fulgt i seng. Ingen skade.
3to 10.30 SP mote | Evaluering: ingen fall på åtte uker, trykker på alarmen når han blir usikker. Reiser seg fra stol uten armer 7 ganger på 30 sek (5 i starten).
1ti 09.20 HF besok | Gikk til postkassen og tilbake med rullator sammen med meg. Sa fra selv da han ble sliten.
""",
)

TORLEIF = Arc(
    key="torleif",
    name="Torleif Svartebotn",
    sex="male",
    age=74,
    marital="single",
    kin="BR | Arvid Svartebotn | next important | Broren vil vite om innleggelse, ikke om hygiene",
    asked="not_asked",
    access_note="Åpner ikke alltid. Ring 10 minutter før. Bank på kjøkkenvinduet",
    tags="alene gaar radio",
    routine=0.05,
    mute="stell hud humor mat praktisk ankomst",
    evenings=False,
    stays="za2 | 11on 10.00 | - | 15 | 2 timer per uke",
    planted="wrong_patient",
    script="""
11on 10.40 SP innkomst | Kartleggingsbesøk etter bekymring fra borettslaget om lukt. Torleif, 74 år, bor alene, aldri hatt hjelp. Slipper inn etter ti minutter i gangen. Leilighet full av aviser, sti til senga. Mat på benken. Vil «ikke bli stelt på». Ja til at vi kommer tilbake {+5}.
10ma 11.20 SP besok | Fikk sette meg i gangen. Snakket om båter. Nei til vask og til lege.
10on 11.00 SP besok | Hovne, væskende legger, strømpene fast i huden. Nei til å se under. Spurte om jeg kunne komme igjen, sa ja.
10fr 13.30 SP mote | Samtykkekompetanse for stell og legebesøk: forstår hva vi foreslår, kan gjengi konsekvens («det kan bli betent»), velger likevel nei. Vurderes kompetent. Plan: bygge tillit, kjente ansikter, ett tema om gangen.
9ti 09.20 hf besok #feil !9ti 11.40 HF | Dusjet sittende på dusjkrakk, håret vasket. Spiste frokost sammen med kona. | Notatet gjelder en annen bruker på lista.
9to 11.10 SP besok | Lot meg klippe opp strømpene. Maceren hud, to sår på ve. legg 2 x 1 og 3 x 2 cm, ingen feber. Skylt og lagt bandasje. Han så bort hele tiden.
8ti 11.05 HF besok | Kom inn uten venting. Bandasje skiftet av sykepleier i går, tørr. Hadde kokt kaffe til to.
8fr 11.30 SP besok | Sår 2 x 1 og 2,5 x 2 cm, renere. Ja til blodprøver «hvis du tar dem her».
7ma 10.10 SP telefon | Blodprøver: Hb 10,9, albumin 31, HbA1c 41. Fastlege tilbyr hjemmebesøk. Torleif sier kanskje.
6to 11.00 SP besok | Fastlegen var med. Satt i gangen alle tre. Hjertelyd ua., ødem av stillesitting. Kompresjon ja, innleggelse nei.
5on 11.20 HF besok | Kastet to poser med aviser sammen, etter hans utvalg. Benken er fri.
4ma 11.10 SP besok | Nei til dusj, ja til fotbad. Hud hel på hø. legg, ve. sår 1 x 1 cm.
3fr 11.15 HF besok | Fotbad og rene strømper uten diskusjon. Spurte hvem som kommer {dag:2on}.
2on 11.00 SP besok | Ve. legg grodd. Dusjer hos broren {+3}, det var hans idé.
1on 11.10 SP mote | Evaluering: kom inn med tillit, ikke med tvang. Besøk to ganger i uka videre, rydding i hans tempo. Kritisk informasjon er fremdeles ikke spurt, tas neste gang.
""",
)

RUTH = Arc(
    key="ruth",
    name="Ruth Blåhella",
    sex="female",
    age=85,
    marital="widowed",
    kin="""
DA | Anne-Grethe Blåhella | next important | Ruth: «Hun skal få vite om sykehus og fall, ikke alt annet»
SO | Øyvind Blåhella | nothing | Ønsker ikke kontakt
""",
    critical="5 | medium | Ønsker ikke blodoverføring (Jehovas vitner), kort i lommeboka | pasienten | | y7",
    tags="alene enke rullator dosett strikk alarm",
    child="DA Anne-Grethe",
    routine=0.14,
    mute="sosialt mat",
    stays="zb1 | y2 09.00 | - | 15 | 4 timer per uke",
    script="""
12fr 11.20 SP telefon | Datter Anne-Grethe ringte: bekymret for at mor spiser lite og ikke svarer på telefon. Sa at jeg må spørre mor hva hun får vite. Ringer tilbake.
12fr 13.05 SP besok | Spurt Ruth: «Si at jeg lever.» Vekt 61,8, stabil siste halvår. Hørte ikke telefonen, den lå i strikkekurven.
11ma 09.20 SP samtale_parorende | Ringt Anne-Grethe etter avtale med Ruth: vekt stabil, telefonen settes på høyere lyd. Ikke opplyst om annet. Hun hadde ventet å få hele journalen, forklart hvorfor ikke.
9to 15.40 hf telefon | Anne-Grethe ringte på nytt, gråt: leser om vanskjøtsel i avisa. Lyttet. Ba henne skrive ned spørsmålene til samtalen {dag:8ti}.
8ti 13.00 SP samtale_parorende | Hjemmemøte med Ruth og Anne-Grethe. Ruth ledet selv. Avtalt: vi ringer ved fall, sykehus og endring i medisiner. Anne-Grethe ringer mor hver {dag:8on} og {dag:8so} kl. 18. Ruth setter telefonen på bordet da.
7on 09.15 HF besok | Ruth fortalte at datteren ringte presis kl. 18 i går. «Vi snakket om roser, ikke om piller.»
5fr 10.30 SP telefon | Anne-Grethe ringte: mor lød forvirret i går. Ruth klar i dag, 5 av 5 på orientering. Hadde sovet da telefonen ringte. Bare dette opplyst.
4to 09.00 SP besok | Lett forkjølet. RF 18, SpO2 96 uten O2, BT 135/75, P 84, temp 37,4, våken og klar: NEWS2 0. Ruth ønsker ikke at datteren ringes for «litt snørr».
3ti 09.30 HF besok | Frisk igjen. Strikker på det andre ermet.
2ma 14.20 SP samtale_parorende | Oppfølging på tlf: Anne-Grethe er roligere, savner ikke svar lenger. Ruth er enig i at hun får kopi av ukeplanen.
1to 09.10 HF besok | Ukeplan i stor skrift på kjøleskapet, kopi levert datter etter Ruths ønske.
""",
)

MAGNE = Arc(
    key="magne",
    name="Magne Fagreteig",
    sex="male",
    age=81,
    marital="widowed",
    kin="SO | Sverre Fagreteig | next all |",
    critical="""
3 | high | Insulinbehandlet diabetes: NovoRapid til måltid, Lantus 22 IE kveld. To penner som ligner | hjemmetjenesten | E11.9 | 9ma
""",
    tags="alene enkemann stokk dosett avis",
    child="SO Sverre",
    routine=0.12,
    mute="tilstand",
    stays="za1 | y3 08.00 | - | 15 | 8 timer per uke",
    planted="substitute",
    script="""
11to 07.50 VK besok | Første vakt hos bruker. Lest tiltaksplan og kritisk informasjon på enheten. BS 8,4, NovoRapid 6 IE satt etter liste. Hyggelig mann.
10fr 20.40 VK besok | BS 9,1. Tok fram NovoRapid i stedet for Lantus, oppdaget det på navnet før injeksjon. Lantus 22 IE satt 20.45. Ringt sykepleier på vakt og sagt fra. Ingen skade.
9ma 09.10 SP mote | Gjennomgang etter nesten-uhell: de to pennene har samme farge på hetta. Merket med rød (måltid) og blå (natt) teip, egne bokser. Avvik skrevet. Magne har vært med på å velge boksene.
9on 07.55 HF besok | BS 7,9. Fargeteip brukt, enkelt å se. Magne leser opp fargen selv nå.
8lo 20.30 VK besok | BS 8,8, Lantus 22 IE fra blå boks. Dobbeltsjekket mot liste.
6ti 08.05 SP besok | BS siste to uker 6,2-9,8. HbA1c 56. Ingen føling. Har bedt om å sette måltidsinsulin selv.
5to 12.10 SP besok | Øvd: trykker luft ut, teller til ti. Satt 6 IE riktig under oppsyn, to ganger.
4ti 07.50 VK besok | Magne satte selv 6 IE, jeg så på. BS 7,4. Skrev i boka hans.
3fr 08.00 SP mote | Vikar går videre til en annen sone fra neste uke. Erfaring: fargebokser kopieres til tre andre brukere på lista. Takk gitt.
2on 08.10 HF besok | Setter måltidsinsulin selv, jeg ser på. BS 8,0.
1ma 08.05 HF besok | BS 7,6. Stolt av at han klarer det. Viste boka for sønnen i går.
""",
)

ARCS = (EINAR, KARE, TORLEIF, RUTH, MAGNE)
