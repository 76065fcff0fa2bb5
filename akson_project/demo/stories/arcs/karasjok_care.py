"""Karasjok: stroke, palliation, mental health, and two residents of the care centre."""

from akson_project.demo.stories.arcs.arc import Arc

NILS = Arc(
    key="nils_g",
    name="Nils-Ánte Gáranasjávri",
    sex="male",
    age=66,
    marital="married",
    language="se",
    interpreter=True,
    kin="""
EF | Ellen Gáranasjávri | next all |
SO | Mikkel Gáranasjávri | important |
""",
    critical="""
3 | high | Hjerneinfarkt: afasi, norsk er borte, samisk er delvis bevart. Svak hø. side | epikrise | I63.5 | 12ti
4 | medium | Blodfortynnende: Klopidogrel 75 mg | epikrise | B01AC04 | 12ti
""",
    tags="ektefelle rullator samisk tolk",
    child="SO Mikkel",
    routine=0.15,
    mute="tilstand mobil sosialt",
    stays="""
w3 | 12ti 13.00 | 6fr 11.00 | 19
zb1 | 6fr 13.30 | - | 15 | 6 timer per uke
""",
    script="""
12ti 13.40 sp innkomst | Innkomst etter hjerneinfarkt for 16 dager siden. Snakker ikke norsk lenger, svarer på enkle ord på samisk. Barthel 8. Fortykket drikke trinn 1. Viktig for ham: elva, og å kunne si navnet til kona. Ellen med, tolk på skjerm.
12to 10.30 LE legenotat | Visitt på samisk: NIHSS 8. Forstår samisk setning med to ledd, norsk bare enkle ord. BT 138/78. Logoped med samisk tolk bestilles, norske tester skal ikke brukes alene.
11on 13.40 hf daglig | «Ellen», sa han da hun kom. Alle hørte det.
10ma 11.00 sp daglig | Barthel 10. Svelger vann i små slurker etter to dagers prøve. Hø. hånd hviler på bordet under måltid.
9ti 10.20 hf daglig | Gikk åtte meter mellom barrer. Svarte «juo» og «in» riktig hver gang.
9fr 13.00 sp samtale_parorende | Ellen lærer å vente med svaret. Skrevet ordliste samisk-norsk med tegninger, henger over senga.
8to 11.30 hf daglig | Pekte på båten på bildet, sa «fanas» (båt). Logopeden noterte.
7on 14.00 sp mote | Hjemmebesøk med ergo 48 km opp: to trinn, lav benk, rampe kommer {dag:6to}.
6on 11.00 LE legenotat | Visitt: Barthel 14. BT 130/74. Utskrives {dag:6fr} til hjemmet. Kjøreforbud tre måneder, forklart på samisk.
6to 13.30 sp mote | Utskrivningsmøte med tolk: samiskspråklige på morgenbesøk, fysio og logoped på skjerm tre ganger i uka, Ellen avløses to timer på {dag:5ti}.
6fr 15.30 SP besok | Hjemme. Gikk inn med rullator. Sa «ruoktu» (hjemme) helt tydelig.
5ti 11.00 HF besok | Dusjet sittende. Ellen hadde to timer fri, sov.
4to 11.00 SP besok | Barthel 15. Norsk kommer litt: «takk» og «ja». BT 130/76.
3ti 11.10 HF besok | Øvde rotak med elastikk, sønnen satt i båten på land.
2on 12.00 SP mote | Mål: si fem norske ord, oppnådd sju. Båten settes ut når fysio sier ja. Videre hver uke.
1ti 11.00 HF besok | Fortalte på samisk om da han var gutt, i ti setninger.
""",
)

SOFE = Arc(
    key="sofe",
    name="Sofe Biellogieddi",
    sex="female",
    age=69,
    marital="married",
    language="se",
    kin="""
EF | Juhán Biellogieddi | next all |
DA | Láila Biellogieddi | all | Sykepleier i Tromsø, kommer hver annen helg
""",
    critical="""
5 | high | HLR minus etter eget ønske, vil være hjemme så lenge det er godt | fastlege | | 9on
4 | medium | Subkutan smertepumpe (Morfin) | palliativt team | | 4ti
""",
    tags="ektefelle samisk",
    child="DA Láila",
    routine=0.07,
    mute="tilstand mat mobil stell humor hud sosialt",
    stays="zb2 | 12ma 11.00 | - | 15 | 14 timer per uke",
    script="""
12ma 11.30 SP innkomst | Lungekreft med spredning til lever og skjelett, avsluttet behandling i forrige måned. Vil være hjemme ved elva. ESAS: smerte 5, tungpust 4, tretthet 8. Palliativt team Hammerfest på skjerm hver {dag:11ti}.
11to 12.10 SP samtale_parorende | Juhán: redd for at medisin «drar henne bort». Samtale på samisk om hva Morfin gjør. Han vil kunne gi selv når vi er 40 minutter unna.
10ti 11.40 sp besok | ESAS: smerte 6. Morfin depot økt til 30 mg x 2. Obstipasjon forebygges med Laktulose.
9on 13.00 SP mote | Forhåndssamtale hjemme med fastlege, Láila på skjerm. Vil dø hjemme, HLR minus. Medikamentskrin og telefonkjede: Juhán - oss - lege. Juhán øver på sprøyte med vann.
8fr 11.30 sp besok | Sitter med beina i skinnfell ved vinduet. Smerte 3. Vaffel med tyttebær.
7to 11.20 HF besok | Lot Láila vaske håret. Luktet av furu etterpå.
6ti 11.30 sp besok | Tungpust om kvelden, Morfin 2,5 mg før seng har effekt. RF 22, vifte på.
5to 12.00 SP samtale_parorende | Slekt på besøk i tre dager, for mye. Avtalt lapp på døra og besøk én time om dagen. Juhán bestemmer.
4ti 11.10 sp besok | Smertepumpe startet: Morfin 20 mg per døgn. NRS 2.
4fr 11.40 HF besok | «Buorre idja», sa hun midt på dagen og sov godt.
3on 11.30 sp besok | Munnstell med olje. Drikker tyttebærsaft med skje.
2ti 12.00 SP samtale_parorende | Juhán spør når: vi vet ikke, dager til uker. Han vil at reinskinnet ligger på senga.
1fr 11.20 sp besok | Smertefri i hvile. Hud hel, snudd med to. Tilsyn natt fra Márkan etter ønske, 40 minutter hver vei, sammen med naboen som har nøkkel.
""",
)

OLE = Arc(
    key="ole_m",
    name="Ole-Máhtte Ruoŧaleahki",
    sex="male",
    age=34,
    marital="single",
    language="se",
    kin="SI | Elen Ruoŧaleahki | next important | Søster kan ringes hvis jeg ikke sover",
    critical="3 | high | Psykose: tidlig tegn er at han slutter å spise med folk. Kriseplan i telefonen | DPS | F29 | y2",
    access_note="Annen etasje. Send melding på samisk før du kommer",
    tags="alene gaar radio samisk",
    routine=0.08,
    mute="tilstand humor stell ankomst sosialt",
    evenings=False,
    stays="za2 | y2 11.00 | - | 15 | 3 timer per uke",
    script="""
12ma 11.30 SP besok | Depotinjeksjon Abilify Maintena 400 mg satt i ve. delta. Neste om fire uker, {dag:8ma}. Jobber to dager i skjæreverkstedet.
10fr 11.20 HF besok | Spiser ikke hos faster lenger, har stengt gardinene. Snakket kort om været.
9ma 11.30 SP besok | Sov tre timer i natt. «De andre ser på meg på butikken.» Kriseplan lest sammen, ja til å ringe DPS.
9ti 11.00 SP telefon | DPS ringt, time i morgen, Elen er varslet etter planen. Faster henter ham til middag.
8ma 11.20 SP besok | Abilify 400 mg satt i hø. delta. Har vært hos DPS to ganger, sover seks timer. Gardinene er oppe.
7to 11.20 HF besok | Middag hos faster tre ganger, fortalte selv.
6fr 11.30 SP besok | Vekt 82,4 og midje målt. Vil på fisketur med bror.
5on 11.20 HF besok | På fisketur, tre røyer i kjøleskapet. Viste bilder.
4ma 11.30 SP besok | Depotinjeksjon satt i ve. delta. Søvn sju timer.
3on 11.30 SP besok | Har laget en liste over hva han gjør når naboen smeller i døra: musikk, tur, ringe Elen.
2to 11.00 SP mote | Samarbeidsmøte med Ole-Máhtte, Elen, DPS og fastlege på skjerm: kriseplanen er hans egen, beholdes. Tre dager på jobb.
1ti 11.20 HF besok | I godt humør, spiste sammen med kollega på jobben.
""",
)

KARE_J = Arc(
    key="kare_j",
    name="Káre Jokŋaluokta",
    sex="female",
    age=81,
    marital="widowed",
    language="se",
    kin="""
DA | Ánne Jokŋaluokta | next guardian all |
SO | Lásse Jokŋaluokta | all |
""",
    critical="""
3 | high | Alzheimers sykdom: går ut for å samle reinen, følg heller enn å stoppe | fastlege | F00.1 | y1
""",
    tags="demens enke gaar samisk",
    child="DA Ánne",
    routine=0.29,
    mute="natt mobil tilstand",
    stays="w1 | y1 13.00 | - | 21",
    script="""
12to 04.00 hf vakt | Sto i gangen med skaut på, skulle ut til flokken. Gikk runde i korridoren med «hund», lo da vi snudde. Sov fra 04.40.
11ti 13.00 SP mote | Tiltaksmøte med Ánne: vandrer 03-05 og 15-17. Ullskjerf, tau å holde i, samisk radio kl. 15. Hagen med gjerde åpnes.
10to 15.30 hf vakt | Satt med tau mellom fingrene i 40 min, ikke gått i gangen.
9so 03.30 hf vakt | Våken, svarte på joik fra radio. Sov fra 04.10.
8on 10.30 LE legenotat | Visitt på samisk: urolig søvn, vekt stabil, stix neg. Ikke sovemedisin. Dagslys i hagen hver formiddag.
7to 14.10 hf daglig | I hagen med kopp, fortalte om sommerbeite i tjue minutter.
6ti 13.00 hf daglig | Ga skautet sitt til medboer, hentet det tilbake med takk.
5fr 03.50 hf vakt | Sov til nå, ett glass vann, tilbake.
4ti 16.00 hf vakt | Ánne på besøk, kaffe fra kjelen. Káre kalte meg «mánážan» (barnet mitt).
3ma 11.00 SP mote | Evaluering: én urolig natt per uke mot fem. Ikke fall. Radio på samisk kl. 15 videreføres.
2to 14.00 hf daglig | Nynnet hele sangen under stell.
1ti 14.00 hf daglig | Rettet på kragen min, «čáppat» (pent), sa hun.
""",
)

GAREN = Arc(
    key="garen",
    name="Gáren Šuvonmaras",
    sex="female",
    age=92,
    marital="widowed",
    language="se",
    kin="""
SO | Piera Šuvonmaras | next all |
BB | Sunna Šuvonmaras | all |
""",
    critical="5 | high | HLR minus, livets siste tid på Gieddi | sykehjemslege | | d58",
    tags="enke rullestol samisk",
    routine=0.2,
    mute="natt tilstand mat hud mobil sosialt",
    away="d30-d12",
    stays="w2 | y2 13.00 | d12 23.00 | 21",
    deceased="d12",
    planted="deceased",
    script="""
d65 10.30 LE legenotat | Visitt på samisk: hjertesvikt, spiser lite. Gáren vil dø her og høre på elva fra vinduet. Piera orienteres, samtale neste uke.
d58 13.00 LE legenotat | Forhåndssamtale med Gáren, Piera, Sunna og primærkontakt på samisk. HLR minus, ikke sykehus. Morfin, Midazolam og Robinul forordnet ved behov.
d42 14.30 hf daglig | Spiste to skjeer bidossuppe. Fortalte om faren som bar henne over elva.
d30 20.50 sp vakt | Ikke krefter til stolen. Beina varme, ullteppe.
d23 11.00 SP samtale_parorende | Piera og Sunna: drikker ikke selv lenger. Slekt sitter på skift, kaffe står framme.
d20 10.10 LE legenotat | Døende fase. Unødvendige medisiner avsluttes. Munnstell, lindring, ro.
d18 04.00 sp vakt | Surkler lite, snudd, Robinul 0,4 mg subkutant. Rolig etter 15 min.
d16 14.10 hf daglig | Sunna joiket farfarens luohti ved senga. Gáren lukket øynene og smilte.
d14 02.30 sp vakt | Lange pauser i pusten. Piera ved senga. Morfin 2,5 mg kl. 02.10, lett pust.
d13 21.20 sp vakt | Ikke kontaktbar. Slekten synger stille, vi lar døra stå på gløtt.
d12 22.20 sp vakt | Gáren døde stille kl. 22.00. Piera holdt hånden. Elva hørtes gjennom åpent vindu. Stell med familien, gákti ligger klar. Lege ringt.
""",
)

ARCS = (NILS, SOFE, OLE, KARE_J, GAREN)
