"""Sunnfjord: COPD, stroke, ALS, mental health, pain, and a death at the nursing home."""

from akson_project.demo.stories.arcs.arc import Arc

REIDAR = Arc(
    key="reidar",
    name="Reidar Fureklova",
    sex="male",
    age=78,
    marital="divorced",
    kin="DA | Tove Fureklova | next important | Ringjast ved innlegging",
    critical="""
3 | high | KOLS grad III, høg CO2 ved siste innlegging: SpO2-mål 88-92 %, NEWS2 skala 2 | lungelege | J44.1 | 8on
""",
    access_note="Andre etasje, bratt trapp. Ring, han kastar ned nøkkelen i pose",
    tags="alene gaar dosett radio kols",
    child="DA Tove",
    routine=0.12,
    mute="tilstand mobil",
    away="9lo-8ti",
    stays="""
za2 | y3 09.00 | - | 15 | 4 timar per veke
lv | 9lo 18.40 | 9lo 21.30 | K30
""",
    script="""
12ma 09.30 SP besok | SpO2 91 i kvile, forstøvar verkar. Tek Spiriva kvar morgon, Ventoline ved behov inntil fire gonger.
10fr 09.20 HF besok | Hostar meir, men same slim. Har fyrt i omnen med fuktig ved.
9on 09.40 SP besok | Grønt slim frå i går. RF 20, SpO2 90. Ringt fastlege: Prednisolon 30 mg og Doxylin i fem dagar frå i dag.
9lo 17.50 sp besok | Klarer ikkje heile setningar. RF 30, SpO2 84 utan O2, BT 155/85, P 122, temp 38,2, vaken og klar: NEWS2 9. Ventoline x 2 gitt, ringt legevakt 17.55 og 113 kl. 18.00.
9lo 18.55 sp@lv innkomst | RF 28, SpO2 90 med 2 l O2, BT 150/80, P 118, temp 38,3, vaken og klar: NEWS2 11. Trøytt. Forstøvar starta. Hastegrad raud.
9lo 20.10 le@lv legenotat | R95. S: KOLS-forverring fjerde dag. O: brukar hjelpemuskulatur, pCO2 7,8, CRP 92. P: O2 mot SpO2 88-92, lagd inn for NIV. Varslar dotter Tove etter avtale.
8ti 13.40 SP epikrise_mottatt | Epikrise: KOLS-forverring, NIV i to døgn. SpO2-mål 88-92, skala 2. Antibiotika ferdig {dag:8to}. Kurs i pusteteknikk hos fysio.
8on 10.20 SP mote | Skala 2 lagd inn etter ordinasjon, alle på lista er informerte. Omnen bytt mot varmepumpe, kommunen søkjer tilskot saman med han.
7to 09.30 SP besok | RF 18, SpO2 90 utan O2, BT 135/75, P 80, temp 36,5, vaken og klar: NEWS2 skala 2: 0. Gjekk ned trappa med to kvilepausar.
6ma 09.20 HF besok | Har ikkje røykt på tre veker. Tove sende kort.
4to 09.10 HF besok | Seier «slimet er grågrønt, ikkje grønt». Ringt sjukepleiar, kjem i føremiddag.
4to 10.30 SP besok | RF 22, SpO2 88 utan O2, BT 140/80, P 92, temp 37,4, vaken og klar: NEWS2 skala 2: 3. Starta eigenbehandling (Prednisolon og Doxylin frå skapet) etter planen. Tilsyn i kveld.
4to 19.30 sp besok | RF 20, SpO2 89 utan O2, BT 135/80, P 88, temp 37,2, vaken og klar: NEWS2 skala 2: 0. Betre. Søv oppreist i godstolen.
3fr 09.00 SP besok | Ferdig med kuren, RF 18. Ros for å seie frå same dagen som fargen skifta.
2ti 10.30 SP mote | Evaluering: to forverringar, éi tidleg fanga heime. Eigenbehandlingsplan ligg i medisinskåpet, farge skal seiast høgt ved kvart besøk.
""",
)

INGVILD = Arc(
    key="ingvild",
    name="Ingvild Hasselstegen",
    sex="female",
    age=69,
    marital="married",
    kin="""
EF | Øystein Hasselstegen | next all |
DA | Tone Hasselstegen | important |
""",
    critical="""
3 | high | Hjerneinfarkt: halvsidig lamming hø. side, afasi | epikrise | I63.5 | 12ma
4 | medium | Blodfortynnande: Eliquis 5 mg x 2 (atrieflimmer) | epikrise | B01AF02 | 12ma
""",
    tags="ektefelle rullestol strikk",
    child="DA Tone",
    routine=0.16,
    mute="tilstand mobil sosialt",
    stays="""
w3 | 12ma 12.00 | 5fr 11.00 | 19
za1 | 5fr 13.00 | - | 15 | 8 timar per veke
""",
    script="""
12ma 13.00 sp innkomst | Innkomst etter infarkt for to veker sidan. Hø. arm kan ikkje løftast, seier «ja» og «oi», men nikkar rett. Barthel 7. Svelgjer fortjukka trinn 2. Viktig for henne: å strikke att, og sitje i eige kjøken.
11on 10.30 LE legenotat | Visitt: NIHSS 9, BT 140/80, ujamn puls. Eliquis held fram. Tilvist logoped og ergo. Øystein spør om bilkøyring: tre månader, og vi ser då.
11fr 14.20 hf daglig | Peikar på bilete: vatn, do, Øystein. Stod i ståheis åtte minutt.
10ti 11.10 hf daglig | Sa «kaffi» klart ved frukost. Hø. skulder kvilar i ortose.
9on 14.00 sp daglig | Barthel 9. Vatn med skei, hostar ikkje. Trøytt om kvelden av å øve.
8to 11.20 hf daglig | Gjekk ti meter mellom barrar. Sa «no» då logopeden kom.
8fr 13.30 sp samtale_parorende | Øystein har øvd på forflytting med oss. Snakka om ord: vente, tre sekund, ikkje gjette alt.
7ti 10.40 hf daglig | Strikka tre masker med ve. hand og stativ. Gret av glede.
6on 10.30 LE legenotat | Visitt: Barthel 12. Depresjonsteikn vurdert, ikkje medisin no, ny vurdering om to veker. BT 130/80.
5on 13.00 sp mote | Utskrivingsmøte: heim {dag:5fr}. Heimeteneste kvar morgon, fysio og logoped tre gonger i veka. Rekkverk på begge sider, dusjstol montert.
5fr 15.10 SP besok | Heime. Kjøkenet er bygd om, ho tok på skåpdøra og nikka. Sa «heim».
4ma 09.30 HF besok | Dusja sitjande, brukte ve. hand til å vaske hø. Sa fire ord i setning til dottera på telefon.
3to 10.00 SP besok | Barthel 14. Køyreforbod drøfta med Øystein, dei spør fastlege om tre veker.
2on 10.30 SP mote | Øystein sov i natt for første gong på sju veker. Avlasting to timar på tysdag. Logoped skryt.
1ma 09.20 HF besok | Laga kaffi til meg med ve. hand. Sa «takk, Oddny» til kollega.
""",
)

STEINAR = Arc(
    key="steinar",
    name="Steinar Reinehjelle",
    sex="male",
    age=63,
    marital="married",
    kin="""
EF | Gunnvor Reinehjelle | next all |
SO | Andreas Reinehjelle | all | Bur i Oslo, kjem annakvar helg
""",
    critical="""
5 | high | ALS: ikkje trakeostomi, ikkje HLR, førehandsavtale på kjøkenskåpet | nevrolog | G12.2 | 10to
3 | high | Skal aldri liggje flatt: pust og svelg. NIV om natta | nevrolog | G12.2 | 11on
""",
    tags="ektefelle rullestol heis",
    routine=0.08,
    mute="tilstand mat mobil stell humor hud sosialt sovn",
    stays="za1 | y1 09.00 | - | 15 | 24 timar per veke",
    script="""
12ma 10.00 SP besok | ALS. Styrer rullestol med haka. Gunnvor og vi deler kveld og natt. Viktig for han: å sjå laksen gå opp elva.
11on 10.30 SP besok | NIV-maska trykkjer over nasen. Ny maskestorleik. SpO2 96 gjennom natta, CO2 blir målt på sjukehus {+8}.
10to 13.00 SP mote | Førehandssamtale heime med fastlege og lungelege på skjerm. Steinar: NIV ja, trakeostomi nei, HLR nei, heime så lenge det er bra. Gunnvor fekk seie det ho er redd for.
9fr 21.10 sp besok | Hosten er svak, brukte hostemaskina to gonger. Gunnvor viste det sjølv.
8ti 10.20 sp besok | Svelgjer berre tjukk drikke, kviler etter tre. PEG drøfta, ja.
7on 14.00 SP epikrise_mottatt | PEG lagd på sjukehuset {dato:7ma}, ingen komplikasjon. Isosource 1 500 ml per døgn, oppstart med 50 ml/t, aukast.
7to 10.20 sp besok | 80 ml/t, ingen kvalme. Området raudt 1 cm, reinsa, ingen puss.
6fr 22.40 =eldrid besok | Maska glei av to gonger. SpO2 92. Gunnvor har polstra stroppen med ull. Sov frå 23.30.
5ti 11.00 SP samtale_parorende | Gunnvor er trøytt. Avlasting på Rogn annakvar helg er innvilga. Ho gret av lette.
4to 13.30 SP besok | Talar med augestyring. Skreiv: «Eg har det betre enn det ser ut.»
3on 10.00 sp besok | Smerter i skuldrene, Paracet i sonden og pute under armane hjelper. NRS 1.
2ti 11.20 SP besok | Førehandsavtale gjennomgått med Andreas til stades. Ingen endring.
1fr 10.30 sp besok | Åt tre skeier is for kosen si skuld, resten gjennom PEG. Elva er stor i dag, Gunnvor opna vindauget.
""",
)

LINDA = Arc(
    key="linda",
    name="Linda Svadgrova",
    sex="female",
    age=39,
    marital="single",
    kin="BR | Geir Svadgrova | next important | Linda: ring Geir når eg ikkje svarar i to dagar",
    critical="3 | high | Bipolar liding type 1: maniteikn er nettbutikk og ikkje søvn. Kriseplan | DPS | F31.7 | y2",
    access_note="Ringeklokke er av. Send SMS, kjem ned",
    tags="alene gaar dosett radio",
    routine=0.1,
    mute="tilstand humor stell ankomst sosialt sovn",
    evenings=False,
    stays="za2 | y2 11.00 | - | 15 | 3 timar per veke",
    script="""
12on 11.20 SP besok | Litium etter plan, speil 0,71. Søv sju timar. Arbeider to dagar på butikken.
10ma 11.00 SP besok | Seks pakkar på trappa. Søv fire timar, kledd i raudt. «Eg skal starte matbuss.» Kriseplan lagd på bordet, ho tok han fram sjølv.
10ti 11.30 SP telefon | DPS: time i morgon, Geir varsla etter avtale. Linda heldt plan: kort i låst konvolutt, Geir passar bankkort i tre veker.
9ma 11.20 SP besok | Olanzapin 10 mg om kvelden, søv seks timar. Sende attende fem av seks pakkar. Lo og gret.
8ti 11.10 HF besok | Gjekk tur 40 minutt, Linda telte skritt.
7on 11.20 SP besok | Rolegare. Litium 0,64. Har sagt frå til butikken sjølv, dei ventar på henne.
6ma 11.00 HF besok | Vekt 71,8, opp 1,2. Sur for det. Snakka om tur og sein middag.
4fr 11.20 SP besok | Søv sju timar, olanzapin ned til 5 mg etter plan. Bankkort er attende.
2ti 11.30 SP mote | Samarbeidsmøte med Linda, Geir og DPS: kriseplan verka, blir beholdt. Neste teikn: raud SMS til Geir. Til butikken att neste veke.
1on 11.20 SP besok | Første dag på butikken. «Ingen spurde om matbuss.» Søv som før.
""",
)

GUDRUN = Arc(
    key="gudrun",
    name="Gudrun Nautereset",
    sex="female",
    age=88,
    marital="widowed",
    kin="""
DA | Ellen Nautereset | next guardian all |
SO | Trygve Nautereset | important |
""",
    critical="1 | medium | Morfin: sterk kløe, bruk annan opioid | pasienten | N02AA01 | y7",
    tags="enke rullator demens inkontinens",
    child="DA Ellen",
    routine=0.32,
    mute="smerte tilstand mobil natt",
    stays="w2 | y2 13.00 | - | 21",
    script="""
12ma 13.40 hf daglig | Skrik ved stell av hø. hofte, i går òg.
11ti 10.50 LE legenotat | Visitt: mistenkjer artrose, røntgen bestilt. Paracet 1 g x 3 fast. Smerte skal observerast under stell før og etter.
11to 14.10 hf daglig | Roleg stell etter Paracet kl. 08. Åt heile middagen.
10on 11.00 LE legenotat | Røntgen: uttalt artrose, ikkje brot. Oxycodon 2,5 mg om morgonen. Obstipasjonsprofylakse samstundes.
9to 14.20 sp daglig | Avføring kvar dag. Smerte i kvile borte, litt att ved vending.
8ma 10.20 hf daglig | Gjekk til matsalen med rullator for første gong på ei veke.
7on 11.00 LE legenotat | Visitt: smerte ved stell minkar. Morfin skal ikkje brukast (kløe). Oxycodon held fram.
6ti 13.00 sp samtale_parorende | Ellen: «Ho er mor att.» Avtalt at Ellen kan lese til henne kl. 14, det stillar både mor og dotter.
4on 14.30 hf daglig | Dansa to steg med kjøkenvakta. Lo.
3to 10.40 sp daglig | Blå i hø. handflate etter fall mot kantskåp. Ikkje vond, rører handa fint. Avvik skrive.
2ma 11.00 LE legenotat | Visitt: Oxycodon 2,5 x 2. Ny gangtrening. Ellen nøgd, Gudrun også.
1ti 14.00 hf daglig | Song «Fagert er landet» med hand på kne.
""",
)

MIKAL = Arc(
    key="mikal",
    name="Mikal Orevadet",
    sex="male",
    age=93,
    marital="widowed",
    kin="""
SO | Johannes Orevadet | next all |
BB | Ingrid Orevadet | all | Prest, vil lese ved senga
""",
    critical="5 | high | HLR minus, livets siste tid på Heggtun | sjukeheimslege | | d55",
    tags="enkemann rullestol radio",
    routine=0.2,
    mute="natt tilstand mat hud mobil sosialt",
    away="d30-d12",
    stays="w2 | y2 13.00 | d12 20.30 | 21",
    deceased="d12",
    planted="deceased",
    script="""
d68 10.20 LE legenotat | Visitt: dårleg nyrefunksjon, ikkje dialyse. Mikal vil ha stille tid i stova, ikkje sjukehus. Johannes er samd. Innkalling til samtale.
d55 13.30 LE legenotat | Førehandssamtale med Mikal, Johannes og primærkontakt. Vil høyre salmeradio. HLR minus, ikkje sjukehus. Robinul, Morfin og Midazolam ordinerte til behov.
d44 14.10 hf daglig | Et to skeier fiskesuppe. Fortalde om faren sin ferd til Amerika.
d30 15.40 SP samtale_parorende | Johannes spør kor lenge. Svart ærleg at vi ser endring frå veke til veke. Familien ønskjer å vere ved senga på skift.
d23 10.20 LE legenotat | Sterk auke i kreatinin, ikkje vaken. Unødvendige medisinar er seponerte. Lindring etter plan. Ingrid er varsla.
d20 03.50 sp vakt | Surklar lett, snudd. Robinul 0,4 mg, tørka munn. Roleg innan tjue minutt.
d17 14.30 hf daglig | Ingrid las Salme 23. Mikal opna auga to gonger.
d15 05.40 sp vakt | Smerte, grimase. Morfin 2,5 mg kl. 04.40, roleg på ti minutt.
d13 21.50 sp vakt | Overflatisk pust, lange pausar. Johannes sit, Ingrid er i rommet ved sida av.
d12 19.10 sp vakt | Mikal døydde stille kl. 19.00. Johannes heldt handa. Salmeradioen på lågt. Stell med familien. Lege kjem {+1}.
""",
)

ARCS = (REIDAR, INGVILD, STEINAR, LINDA, GUDRUN, MIKAL)
