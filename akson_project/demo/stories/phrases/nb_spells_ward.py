"""Bokmål, nursing home: small courses of events over some days (form: see `nb_spells_home`)."""

SPELLS_WARD_NB = """
@ uvi !kad,!penallergi
0 d HF daglig | Urolig og hyppig på toalettet, sterk lukt av urinen. Urinprøve satt av.
0 d SP daglig | Stix: leukocytter 3+, nitritt pos., temp 37,6. Lege ringt: Selexid i fem dager.
1 n HF vakt | Oppe fire ganger på do, varm i pannen. Drakk to glass.
3 d HF daglig | Roligere, spiser igjen. Antibiotika tas i yoghurt.
6 d SP daglig | Kuren ferdig, ingen symptomer fra urinveiene.
@ lunge !penallergi
0 k HF vakt | Hoster mye, slapp og varm. Sykepleier tilkalt.
0 k SP vakt | {m1}. Surkler hø. side. Legevakt konfertert kl. {t}: Apocillin startes i kveld, mål NEWS2 hver fjerde time.
1 n SP vakt | {m1}. Sov i korte økter, hevet hodeende.
1 d LE legenotat | Tilsyn: knatrelyder basalt hø. side, CRP 86. Nedre luftveisinfeksjon, fortsetter Apocillin i sju dager. Ikke behov for sykehus nå.
3 d SP daglig | {m0}. Feberfri, satt oppe en time. Drikker bedre.
7 d SP daglig | Antibiotika ferdig. Hoster litt om morgenen, ellers som før.
@ fall !heis
0 k HF vakt | Fant {ham} på gulvet ved senga kl. {t}, på vei til toalettet. Ingen synlig skade, vondt i ve. hofte?
0 k SP vakt | Undersøkt etter fall: lik beinlengde, kan løfte begge bein, ikke vondt ved støt i hælen. {m0}. Avvik skrevet, pårørende ringes i morgen.
1 d SP samtale_parorende | Informert {barn_eller} om fallet i går kveld. Enig i sengealarm og sokker med gummi.
3 d HF daglig | Blåmerke ve. hofte, går som før. Sengealarm i bruk.
@ ernaering -
0 d HF daglig | Vekt {vekt}, ned 1,6 kg på en måned. Spiser lite til middag.
1 d SP daglig | MST 2: vekttap 1 poeng, nedsatt appetitt 1 poeng. Kostregistrering i tre dager, mellommåltid kl. 10 og 20.
5 d SP mote | Kostregistrering: ca. 1 200 kcal/døgn. Beriket grøt og næringsdrikk x 2, ny vekt hver mandag.
19 d HF daglig | Vekt {vekt}, stoppet å gå ned. Liker vaniljedrikken best.
@ smerte -
0 d HF daglig | Knep igjen og stønnet ved stell, mer enn før. Peker på ve. hofte.
1 d SP daglig | Observert smerte i hvile og under stell, verst ved snuing til ve. side. Tatt opp med lege.
2 d LE legenotat | Visitt: trolig coxartrose. Paracet 1 g x 3 fast i to uker, deretter vurdere effekt.
9 d SP daglig | Rolig under stell etter fast Paracet, går lengre. Videreføres.
@ omgang -
0 n HF vakt | Kastet opp kl. {t}, diaré. Isolert på rommet.
0 d SP daglig | Omgangssyke på avdelingen, tre syke. Smittevernregime innført, pårørende bes vente med besøk. {m0}.
2 d HF daglig | Ingen oppkast siste døgn. Spiste kjeks og saft.
4 d SP daglig | 48 timer uten symptomer, isolasjon opphevet. Rommet vasket ned.
@ medisingjennomgang -
0 d LE legenotat | Legemiddelgjennomgang: 11 faste medikamenter. Simvastatin og Nexium seponeres, Sobril fast nedtrappes over fire uker. BT og søvn følges.
7 d SP daglig | Nedtrapping av Sobril går greit, sover som før. BT {bt}.
21 d SP daglig | Våknere på dagtid etter nedtrapping. Ingen mer uro om kvelden.
@ orepropp -
0 d HF daglig | Hører dårligere enn vanlig, skrur opp TV-en. Svarer feil på spørsmål.
2 d SP daglig | Ørevoks begge ører, oljedråper i tre dager.
6 d SP daglig | Skylt begge ører, mye voks. Hører mye bedre.
@ arssamtale barn
0 d SP mote | Årssamtale med {barn} og {ham_navn}: trives, ønsker mer tur ut og egen kaffekopp. Enighet om ingen flere sykehusinnleggelser for infeksjon uten ny samtale.
1 d HF daglig | Kaffekoppen hjemmefra er på plass ved bordet. Smilte.
@ trykksar !rullator
0 d HF daglig | Rødt felt over korsbeinet som ikke blekner, 3 x 2 cm.
0 d SP daglig | Trykksår kat. 1. Vekseltrykkmadrass bestilt, snuing hver annen time, ernæring gjennomgått.
4 d SP daglig | Feltet 2 x 1 cm, blekner nå delvis. Madrassen på plass.
11 d HF daglig | Huden på korsbeinet normal igjen. Fortsetter å snu om natten.
@ obstipasjon -
0 d HF daglig | Fire dager uten avføring, urolig og holder seg på magen.
0 d SP daglig | Rektalt: hard avføring. Klyx gitt, god tømming. Movicol fast daglig.
8 d HF daglig | Avføring annenhver dag, roligere ved måltidene.
@ oye -
0 d HF daglig | Øynene klissete om morgenen, rødt ve. øye.
1 d SP daglig | Kloramfenikol øyedråper startet etter ordinasjon. Egen klut til hvert øye.
5 d SP daglig | Øyet fint, dråpene avsluttet.
@ hudrift -
0 k HF vakt | Hudrift på ve. legg mot fotstøtten, 4 cm. Renset og steristrips, sykepleier så på det.
3 d SP daglig | Skiftet på leggen: fliken er fin, ingen rødme. Fotstøtten er polstret.
10 d SP daglig | Leggen grodd, bandasje av.
@ forhand barn
0 d LE legenotat | Forhåndssamtale med pasient, {barn} og primærkontakt. Ønsker å være her ved forverring, lindring først. HLR minus bekreftet, gjennomgås om et halvt år.
2 d SP daglig | Avklaringen er lagt i kritisk informasjon og tatt på rapport.
@ tann -
0 d HF daglig | Vil ikke bruke underprotesen, gnagsår på gommen.
3 d SP daglig | Tannpleier var her: protesen slipt, skylles med klorheksidin i én uke.
9 d HF daglig | Bruker protesen igjen, spiser skorpe.
@ tur -
0 d HF daglig | På tur med avdelingen til kafé, spiste vaffel. Sliten, men i godt humør hele kvelden.
@ sovn -
0 n HF vakt | Våken til 04, ville opp og lage mat til barna.
1 n HF vakt | Våken på nytt, fulgt til stua, fikk grøt. Sov fra {t}.
3 d SP mote | Søvn drøftet: mer dagslys før lunsj, ikke hvile etter kl. 15, varm drikke kl. 21.
9 n HF vakt | Tredje natt med søvn fra 22 til 05.
"""
