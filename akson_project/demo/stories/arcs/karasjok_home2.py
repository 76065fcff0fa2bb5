"""Karasjok, at home: falls, refusal, a daughter far away, the substitute, COPD."""

from akson_project.demo.stories.arcs.arc import Arc

ISSAT = Arc(
    key="issat",
    name="Issát Muohtaleahki",
    sex="male",
    age=89,
    marital="widowed",
    language="se",
    kin="""
DA | Risten Muohtaleahki | next all |
BB | Ánde Muohtaleahki | important |
""",
    critical="4 | high | Blodfortynnende: Eliquis 2,5 mg x 2. Hodeskade: ring lege | fastlege | B01AF02 | y3",
    tags="alene enkemann rullator multidose alarm radio samisk",
    child="DA Risten",
    routine=0.13,
    mute="mobil",
    stays="""
za1 | y4 09.00 | - | 15 | 6 timer per uke
lv | 9to 06.50 | 9to 10.20 | K30
""",
    script="""
12ti 08.50 HF besok | Snublet i dørterskelen til badet i natt, reiste seg selv. Blåmerke hø. hånd.
11ti 13.00 SP mote | Fallrisiko: to snubler siste måned, mørkt om natten, blodtrykksmedisin om kvelden, løse matter. Tiltak: nattlys, matter bort, ergo og fysio. Risten er med.
9to 05.30 hf besok | Alarm 05.10: funnet på badegulvet, slo bakhodet mot vasken. Kul 2 cm. Bruker Eliquis. BT 140/78, P 86, SpO2 96, våken. Ringt legevakt, ambulanse.
9to 07.05 sp@lv innkomst | Hodeskade under blodfortynnende. RF 17, SpO2 96 uten O2, BT 138/76, P 84, temp 36,2, våken og klar: NEWS2 0. GCS 15. Hastegrad oransje.
9to 08.30 le@lv legenotat | N80. S: fall fra egen høyde, ingen bevissthetstap. O: GCS 15, pupiller ua. Video med vakthavende på sykehus. V: hodeskade, lav risiko, men Eliquis. P: observert i to timer, hjem med tilsyn hver fjerde time i et døgn. Eliquis pause ett døgn.
9to 11.40 SP besok | Hjemme. Ikke kvalm, spiste grøt. Risten sover der i natt.
9to 19.30 hf besok | Tilsyn: våken, ikke hodepine. Avvik skrevet.
8ti 09.30 SP telefon | Fastlege: blodtrykksmedisin om morgenen, halvert. Eliquis startet igjen i går.
8on 10.30 SP besok | Ergo: håndtak og dusjkrakk er bestilt, ni kilometer til leverandør. Issát vil ha håndtak på venstre side.
7ma 10.00 SP besok | BT liggende 135/72, stående 128/70. Fysio i gang, snakker samisk med ham.
6on 09.10 HF besok | Håndtak montert. Prøver seg to steg om gangen.
5to 10.00 SP besok | Reiser seg fra stol uten armer 4 ganger på 30 sek.
3ti 10.30 SP mote | Ingen fall på seks uker. 7 ganger på 30 sek. Alarm brukt én gang, med hensikt.
1on 09.30 HF besok | Gikk til skuret og tilbake, 60 meter. Sa «giitu» da jeg ga ham hånden.
""",
)

LEMET = Arc(
    key="lemet",
    name="Lemet Sarvvajávri",
    sex="male",
    age=71,
    marital="single",
    language="se",
    kin="BR | Johan Sarvvajávri | next important | Broren kan ringes, men ikke om vask",
    asked="not_asked",
    access_note="Hytte ved elva, skuter eller båt. Ikke hund",
    tags="alene gaar samisk radio",
    routine=0.04,
    mute="stell hud humor mat praktisk ankomst",
    evenings=False,
    stays="zb1 | 11on 11.00 | - | 15 | 2 timer per uke",
    planted="wrong_patient",
    script="""
11on 12.10 SP innkomst | Henvist fra legekontoret: sår på leggene, bor alene 40 km opp i elva. Lemet, 71 år, snakker bare samisk, svarer kort. Slipper inn. Ja til at samme to kommer {+7}.
10on 12.00 SP besok | Fikk se leggene i dag. Væskende sår ve. 3 x 2 cm og hø. 2 x 1 cm, tørr hud, ingen feber. Nei til å vaske.
9ti 13.10 SP mote | Samtykkekompetanse for stell: forstår, gjengir, velger nei til dusj og innleggelse, ja til bandasje. Vurderes kompetent. To faste medarbeidere, samisk.
9on 12.00 SP besok | Bandasje på ve. legg. Han tok av seg støvlene selv. Kaffe fra båltønna.
8on 12.10 HF besok #feil !8to 09.00 HF | Dusjet på krakk, vasket hår. Kona hjalp til med frokost. | Notatet gjelder en annen bruker på ruta.
8to 12.10 SP besok | Ve. sår 2,6 x 1,8, hø. 1,5 x 0,8. Brukte renset vann fra kanna hans.
7on 12.00 SP besok | Blodprøver hos ham: Hb 11,2, HbA1c 44, CRP 8. Lege snakket på skjerm i ti minutter, på samisk.
6on 12.00 SP besok | Ja til å sitte med beina høyt «når ingen ser det». Sår 1,9 x 1,2 og 0,9 x 0,5.
5on 12.10 HF besok | Vann hentet selv, to kanner. Rene sokker på snor.
4on 12.00 SP besok | Ve. 1,2 x 0,7, hø. grodd.
3on 12.10 SP besok | Spurt om kritisk informasjon: ville heller snakke om elva. Tas neste gang.
2on 12.00 SP besok | Ve. grodd. Smører med fuktkrem. Ny avtale annenhver uke, vil ikke miste besøket.
1on 12.10 SP mote | Evaluering: stell på hans premisser, ingen tvang. Faste medarbeidere, samisk, ingen uanmeldte besøk.
""",
)

INGER_A = Arc(
    key="inger_a",
    name="Inger-Ánne Vuollejohka",
    sex="female",
    age=83,
    marital="widowed",
    language="se",
    kin="""
DA | Máren Vuollejohka | next important | «Hun skal få vite om sykehus og fall», Inger-Ánne
SO | Jovnna Vuollejohka | nothing | Ikke kontakt
""",
    critical="5 | medium | Ønsker ikke blodoverføring | pasienten | | y5",
    tags="alene enke rullator dosett samisk radio",
    child="DA Máren",
    routine=0.13,
    mute="sosialt mat",
    stays="za2 | y2 09.00 | - | 15 | 3,5 timer per uke",
    script="""
12on 10.40 SP telefon | Máren ringte fra Oslo: bekymret for at mor er tynnere på bilder. Sagt at jeg må spørre mor først.
12on 13.00 SP besok | Inger-Ánne: «Si at jeg lever.» Vekt 58,2, stabil siste halvår. Telefonen lå i gáktien.
11ti 12.10 SP samtale_parorende | Ringt Máren etter avtale: vekt stabil, telefon lagt på kjøkkenbordet. Ikke mer, hun ble fornøyd og litt lei seg.
9ti 20.30 hf telefon | Máren ringte, sint: hadde lest i avisa om ventelister. Lyttet, samtale {dag:8on}.
8on 12.00 SP samtale_parorende | Videosamtale med mor, datter og tolk på skjerm. Inger-Ánne ledet: fall, sykehus og endring i medisiner meldes. Máren ringer {dag:8to} kl. 18 og spør om kaker, ikke om toalett.
7fr 10.10 HF besok | Inger-Ánne hadde bakt til samtalen, tre slag.
5ma 10.20 SP telefon | Máren ringte: mor lød sløv. Nettopp våknet, orientert, 5 av 5 på dato og sted. Bare det sagt.
4to 09.30 SP besok | Snørr. RF 18, SpO2 97 uten O2, BT 130/70, P 82, temp 37,2, våken og klar: NEWS2 0. Ønsker ikke at Máren får vite det.
2ti 13.10 SP samtale_parorende | Máren er roligere, sender bilder av hunden i stedet for spørsmål om medisiner.
1on 10.00 HF besok | Ukeplan på samisk og norsk, kopi sendt Máren på Inger-Ánnes ønske.
""",
)

DUOMMA = Arc(
    key="duomma",
    name="Duommá Luossajávri",
    sex="male",
    age=86,
    marital="widowed",
    language="se",
    interpreter=True,
    kin="SO | Sverre Luossajávri | next all |",
    critical="3 | high | Insulin: NovoRapid til måltid, Lantus 18 IE kveld. Likner hverandre | hjemmetjenesten | E11.9 | 9ma",
    tags="alene enkemann gaar dosett samisk tolk",
    child="SO Sverre",
    routine=0.11,
    mute="tilstand",
    stays="za1 | y3 08.00 | - | 15 | 7 timer per uke",
    planted="substitute",
    script="""
11on 07.50 VK besok | Første vakt, kan ikke samisk. Tolk på skjerm i ti minutter før insulin. BS 8,6, NovoRapid 5 IE satt. Tok seg god tid.
10to 20.30 VK besok | BS 8,9. Leste på etiketten, tok først NovoRapid i hånda, oppdaget det. Lantus 18 IE satt 20.35. Meldt sykepleier.
9ma 09.00 SP mote | Gjennomgang: pennene er merket med blå (dag) og rød (natt), etikett på samisk og norsk. Avvik skrevet. Duommá valgte fargene.
9on 07.55 HF besok | BS 8,0. Farge stemmer.
8so 20.20 VK besok | Bruker fire samiske ord nå, Duommá lo av uttalen. BS 8,3, Lantus 18 IE fra rød penn.
7fr 08.00 SP besok | BS siste to uker 6,4-9,4. HbA1c 55. Ingen føling.
5to 12.00 SP besok | Øvd på å sette selv: trykket ut luft og talte til ti. Ikke helt klar ennå.
4ti 07.50 VK besok | Satte 5 IE mens jeg så på. Tolk trengte vi ikke i dag.
3to 09.10 SP mote | Vikaren går til annen liste. Fargeboks tas i bruk i hele sonen. Duommá gav henne tørket kjøtt.
2ti 08.00 HF besok | Setter måltidsinsulin selv, jeg ser på. BS 7,8.
1on 08.00 HF besok | BS 7,5. Sønnen tok bilde av boksen.
""",
)

ARVID = Arc(
    key="arvid",
    name="Arvid Bekkestryk",
    sex="male",
    age=77,
    marital="married",
    kin="""
EF | Gerd Bekkestryk | next all |
SO | Kjell Bekkestryk | important |
""",
    critical="""
3 | high | KOLS grad IV, tidligere CO2-retensjon: SpO2-mål 88-92 %, NEWS2 skala 2 | lungelege | J44.1 | 8to
1 | low | Penicillin: magebesvær, ikke allergi | fastlege | | y3 | refuted | Fastlegen har testet, det er ingen allergi
""",
    access_note="Rampe, garasje i øst. Fyringslukt er vanlig",
    tags="ektefelle gaar multidose avis kols",
    child="SO Kjell",
    routine=0.11,
    mute="tilstand mobil",
    away="9so-8on",
    stays="""
za2 | y3 08.30 | - | 15 | 4,5 timer per uke
lv | 9so 16.10 | 9so 18.40 | K30
""",
    script="""
12on 09.10 SP besok | SpO2 90 i hvile, inhalasjoner ok. Egenbehandlingsplan med Gerd: gult slim og mer hoste, ring samme dag.
10ti 09.10 HF besok | Brenner ved, hoster om kvelden. SpO2 89. Luftefilter satt inn i går.
9fr 13.20 SP telefon | Fastlege: Prednisolon 30 mg og Doxylin i fem dager. Startet i går kveld.
9so 15.20 sp besok | Sliten, snakker to ord om gangen. RF 28, SpO2 85 uten O2, BT 150/82, P 118, temp 38,2, våken og klar: NEWS2 9. Ringt legevakt 15.25, ambulanse, 14 min fram.
9so 16.20 sp@lv innkomst | RF 26, SpO2 89 med 1 l O2, BT 145/80, P 114, temp 38,3, våken og klar: NEWS2 11. Forstøver. Hastegrad rød.
9so 17.30 le@lv legenotat | R95. S: forverring femte dag. O: forlenget ekspirium, CRP 84, pCO2 7,4. V: KOLS-forverring med CO2-retensjon. P: O2 mot SpO2 88-92, helikopter til Hammerfest for NIV.
8on 14.20 SP epikrise_mottatt | Epikrise: NIV ett døgn, god effekt. SpO2-mål 88-92, skala 2. Antibiotika avsluttet i går. Kontroll lunge om to måneder.
8to 10.10 SP besok | Hjemme. RF 19, SpO2 90 uten O2, BT 138/76, P 84, temp 36,8, våken og klar: NEWS2 skala 2: 0. Røykvarsler og pipekontroll.
6fr 09.10 HF besok | Varmepumpe er satt inn, bare ved i helga.
4ti 09.20 SP besok | RF 20, SpO2 88 uten O2, BT 140/80, P 92, temp 37,5, våken og klar: NEWS2 skala 2: 1. Mer slim. Startet egenbehandling etter planen, fastlege varslet. Tilsyn i kveld.
4ti 19.10 sp besok | RF 19, SpO2 89 uten O2, BT 138/78, P 88, temp 37,3, våken og klar: NEWS2 skala 2: 0. Bedre, sover oppreist.
3fr 09.00 SP besok | Kuren er ferdig, rosa kinn. Slimet er klart.
1ti 09.20 SP mote | Én unngått innleggelse, én ikke. Planen er skrevet på nytt med Gerd, som fører slimfargen i boka.
""",
)

ARCS = (ISSAT, LEMET, INGER_A, DUOMMA, ARVID)
