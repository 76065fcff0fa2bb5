"""Bokmål, at home: small courses of events over some days.

`@ name tags` begins one; then `day shift profession kind | text`. `{m0}`, `{m1}` and
`{m2}` are measurements of somebody nearly well, poorly and ill, with their NEWS2.
"""

SPELLS_HOME_NB = """
@ uvi kvinne,!kad,!penallergi
0 d HF besok | Svie ved vannlating siden i går, på do hver halvtime. Sagt fra til sykepleier.
0 d SP telefon | Ringt legekontoret. Urinprøve leveres i morgen tidlig, bruker er ellers klar og uten feber.
1 d SP besok | Stix: leukocytter 3+, nitritt pos. Fastlege har sendt resept på Selexid i fem dager. {Barn_eller} henter.
3 d HF besok | Mindre svie, sovet hele natten. Tar Selexid tre ganger daglig, minnet om å drikke.
7 d SP besok | Kuren ferdig, ingen plager fra blæra. Avsluttet oppfølging.
@ fall !rullestol
0 d HF besok | [Funnet på stuegulvet|Lå på stuegulvet] kl. {t}, [satt med ryggen mot sofaen|på siden ved bordet]. Gled av teppet. [Ingen smerter|Ikke vondt noe sted], kunne bevege alt.
0 d SP besok | Tilsyn etter fall: {m0}. Ikke slått hodet, ikke vondt noe sted. Teppet rullet bort. Avvik skrevet.
1 d HF besok | [Litt støl i setet|Støl i ryggen|Øm i skuldra], ellers fin. [Ville helst ikke snakke om fallet|Går mer forsiktig nå|Spøkte med at teppet fikk skylda].
4 d SP mote | Fallrisiko gjennomgått: ustø i svinger, sløvende medisin om kvelden, løse tepper fjernet. Fysio ser på balanse {neste}.
@ hudrift -
0 k HF besok | Hudrift [hø. underarm etter dørkarmen|hø. underarm mot bordkanten], [2|3|4] cm, hudfliken ligger godt. Renset, Mepilex på.
2 d SP besok | Skiftet på hudriften: [tørr, fliken har festet|litt væske, ingen rødme]. Ny bandasje, skal sitte i fem dager.
7 d HF besok | [Bandasjen på armen av, grodd|Armen grodd, ingen bandasje]. Tynn hud, smøres daglig.
@ obstipasjon -
0 d HF besok | Ikke hatt avføring på [fire|fem] dager, [kvalm og lite sulten|vondt i magen|uggen]. [Meldt sykepleier|Ringt sykepleier på vakt].
0 d SP besok | Magen utspilt, men myk. Gitt Movicol 2 poser og rikelig drikke, klyster i morgen hvis ingen effekt.
1 d SP besok | [God effekt i natt|God tømming to ganger], spiste frokost igjen. Movicol 1 pose daglig i en uke.
@ forkjolelse -
0 d HF besok | [Forkjølet, tett i nesen og sliten|Snørr og hes stemme|Forkjølet og pjusk]. [Ikke feber|Temp 37,2]. [Ville ligge i dag|Ville ikke dusje|Spiste bare litt].
1 d SP besok | Hoster mer. {m0}. Ekstra tilsyn i kveld.
1 k HF besok | [Drakk te og to glass saft|Drakk godt, to glass vann|Fikk varm solbærtoddy]. [Ikke verre enn i formiddag|Uendret siden i dag tidlig|Litt bedre i kveld].
4 d HF besok | [Nesten kvitt forkjølelsen|Så godt som frisk|Hoster bare litt om morgenen], [oppe og i gang igjen|spiser som før].
@ multidose multidose
0 d HF besok | Multidosen mangler morgenposen for {neste}. Ringt vakthavende.
0 d SP telefon | Apoteket bekrefter feil ved pakking, sender ny rull i morgen før kl. 12. Tok ut fra reserve til i dag.
1 d SP besok | Ny rull kontrollert mot listen, riktig. Avvik meldt apoteket.
@ lastdor !ektefelle
0 d HF besok | Låst dør, svarer ikke på tlf. Ventet ti minutter, vakthavende varslet kl. {t}.
0 d SP telefon | Nådde {barn_eller}: bruker er på handletur, hadde glemt å si fra. Medisiner gis når {han} er hjemme.
0 k HF besok | Hjemme, lei seg for bryderiet. Skrevet lapp på døra om å ringe oss.
@ svimmel !nyre
0 d HF besok | [Svimmel da {han} reiste seg, måtte sette seg igjen|Ør i hodet ved stell, la seg ned igjen]. BT 110/60 sittende.
0 d SP telefon | Lagt fram for fastlege: halvere blodtrykksmedisinen fra i morgen, nye mål i tre dager.
2 d SP besok | BT liggende 135/75, stående 125/70 etter tre minutter. Ikke svimmel i dag.
6 d SP besok | BT {bt}, ingen svimmelhet siden endringen. Fastlege orientert, ny liste fra apoteket.
@ horeapparat horeapparat
0 d HF besok | Høreapparatet borte siden i går, hører svært dårlig. Lett i senga og i søppelet.
1 d HF besok | Skrev beskjeder på blokk, fungerer greit så lenge.
3 k HF besok | Høreapparatet funnet i lommen på slåbroken! Renset, virker.
@ alarm alarm
0 n HF besok | Trygghetsalarm kl. {t}: satt på gulvet ved senga, glidd ned. Hjulpet opp av to, ingen skade. Sov da vi gikk.
1 d SP besok | Sett til etter natten: {m0}. Senga senket, sklimatte lagt ved sengekanten.
@ omgang -
0 d HF besok | [Kastet opp to ganger i natt og løs mage|Oppkast og diaré siden midnatt]. Drikker små slurker. Smittevern: hansker og munnbind, avfall i egen pose.
0 k SP besok | {m0}. Ikke kastet opp siden kl. 13, beholder saft.
2 d HF besok | [Mage bedre, spiste tørr loff|Ingen diaré siste døgn, spiste kjeks]. Fortsetter med munnbind til 48 timer uten plager.
@ hjelpemiddel !heis
0 d HF besok | [Strever med å komme opp fra toalettet, tar tak i vasken|Fikk ikke reist seg fra toalettet alene i dag]. Bør få armstøtter.
2 d SP mote | Ergoterapeut kontaktet, hjemmebesøk {neste}.
9 d HF besok | Toalettforhøyer med armlener montert. Reiser seg nå alene.
@ sliten ektefelle
0 d HF samtale_parorende | {Ekt} gråt i gangen, sover dårlig og har ikke vært ute på to uker. Takket ja til at primærkontakt ringer.
1 d SP samtale_parorende | Samtale med {ekt}: hardest om natten. Informert om dagsenter og korttid. Ønsker dagsenter én dag i uka først, søknad sendes.
11 d SP mote | Søknaden om dagsenter er mottatt hos tildelingskontoret, svar ventes i løpet av tre uker.
@ oye -
0 d HF besok | Rødt og klissete [hø.|ve.] øye, vasket med lunkent vann.
1 d SP telefon | Fastlege: Kloramfenikol øyedråper x 4 i fem dager. Hentes på apoteket av oss.
4 d SP besok | Øyet nesten uten puss, drypper ferdig kuren.
@ tannverk -
0 k HF besok | Vond i en jeksel nede til høyre, spiste bare grøt. Paracet gitt.
1 d SP telefon | Den offentlige tannklinikken har time {neste}. Transport bestilt.
6 d HF besok | Trukket en tann hos tannlegen, blødde litt første kveld. Spiser mykt.
@ brann -
0 d HF besok | Søl av kaffe på ve. hånd, rød med en blemme 1 x 1 cm. Skylt lunkent i 20 minutter.
1 d SP besok | Brannblemmen hel, skumbandasje. Ingen tegn til infeksjon.
5 d SP besok | Blemma sprukket og tørr, ny hud under. Ingen bandasje lenger.
@ kontroll barn
0 d HF besok | Til kontroll hos fastlege kl. [11|13|14], fulgt av {barn_eller}.
1 d SP telefon | Fra legekontoret: blodprøver greie, kolesterolmedisin avsluttes. Endringen er lagt inn i medisinlisten.
@ helvetesild -
0 d HF besok | Brennende smerter og blemmer i belte på ve. side av brystet siden i går.
0 d SP telefon | Fastlege så bilde: helvetesild. Valaciklovir i sju dager, hentes i dag. Gravide kolleger byttes ut.
3 d SP besok | Ingen nye blemmer. NRS 5 om natten, Paracet fast x 4. Løse klær.
10 d SP besok | Skorper, tørt. NRS 2. Viruskur ferdig, fortsetter med Paracet til natten.
@ dusj -
0 d HF besok | Takket nei til dusj for [andre|tredje] uke på rad. [Sier det er kaldt på badet|Fryser bare ved tanken].
3 d HF besok | Varmeovn på en halvtime i forveien. Ble med på dusj, det gikk fint.
10 d HF besok | [Dusj igjen, uten diskusjon|Dusjet, sto klar selv]. Varmeovnen må stå på fra kl. 8, skrevet i planen.
@ fotpleie -
0 d HF besok | Inngrodd stortånegl [hø.|ve.] fot, rød og øm. Sokkene klemmer.
1 d SP besok | Grønnsåpebad, neglekant rød uten puss. Fotterapeut har time {neste}.
8 d HF besok | Vært hos fotterapeut, negl tatt i kanten. Ikke vond lenger.
"""
