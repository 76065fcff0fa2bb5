"""Nynorsk, at home: small courses of events over some days (form: see `nb_spells_home`)."""

SPELLS_HOME_NN = """
@ uvi kvinne,!kad,!penallergi
0 d HF besok | Svie ved vasslating sidan i går, på do kvar halvtime. Sagt frå til sjukepleiar.
0 d SP telefon | Ringt legekontoret. Urinprøve blir levert i morgon tidleg, brukar er elles klar og utan feber.
1 d SP besok | Stix: leukocyttar 3+, nitritt pos. Fastlegen har sendt resept på Selexid i fem dagar. {Barn_eller} hentar.
3 d HF besok | Mindre svie, har sove heile natta. Tek Selexid tre gonger dagleg, minte om å drikke.
7 d SP besok | Kuren ferdig, ingen plager frå blæra. Avslutta oppfølging.
@ fall !rullestol
0 d HF besok | [Funnen på stovegolvet|Låg på stovegolvet] kl. {t}, [sat med ryggen mot sofaen|på sida ved bordet]. Skleid på teppet. [Ingen smerter|Ikkje vondt nokon stad], kunne røre alt.
0 d SP besok | Tilsyn etter fall: {m0}. Har ikkje slått hovudet, ikkje vondt nokon stad. Teppet rulla bort. Avvik skrive.
1 d HF besok | [Litt støl i setet|Støl i ryggen|Øm i skuldra], elles fin. [Ville helst ikkje snakke om fallet|Går meir forsiktig no|Spøkte med at teppet fekk skulda].
4 d SP mote | Fallrisiko gjennomgått: ustø i svingar, sløvande medisin om kvelden, lause teppe fjerna. Fysio ser på balanse {neste}.
@ hudrift -
0 k HF besok | Hudrift [hø. underarm etter dørkarmen|hø. underarm mot bordkanten], [2|3|4] cm, hudfliken ligg godt. Reinsa, Mepilex på.
2 d SP besok | Skifta på hudrifta: [tørr, fliken har festa seg|litt væske, ikkje raudne]. Ny bandasje, skal sitje i fem dagar.
7 d HF besok | [Bandasjen på armen av, grodd|Armen grodd, ingen bandasje]. Tynn hud, blir smurd dagleg.
@ obstipasjon -
0 d HF besok | Ikkje hatt avføring på [fire|fem] dagar, [kvalm og lite svolten|vondt i magen|uggen]. [Meldt til sjukepleiar|Ringt sjukepleiar på vakt].
0 d SP besok | Magen utspilt, men mjuk. Gitt Movicol 2 posar og rikeleg drikke, klyster i morgon om det ikkje verkar.
1 d SP besok | [God effekt i natt|God tømming to gonger], åt frukost att. Movicol 1 pose dagleg i ei veke.
@ forkjolelse -
0 d HF besok | [Forkjølt, tett i nasen og sliten|Snørr og hås stemme|Forkjølt og pjuskete]. [Ikkje feber|Temp 37,2]. [Ville liggje i dag|Ville ikkje dusje|Åt berre litt].
1 d SP besok | Hostar meir. {m0}. Ekstra tilsyn i kveld.
1 k HF besok | [Drakk te og to glas saft|Drakk godt, to glas vatn|Fekk varm solbærtoddy]. [Ikkje verre enn i føremiddag|Uendra sidan i dag tidleg|Litt betre i kveld].
4 d HF besok | [Nesten kvitt forkjølinga|Så godt som frisk|Hostar berre litt om morgonen], [oppe og i gang att|et som før].
@ multidose multidose
0 d HF besok | Multidosen manglar morgonposen for {neste}. Ringt vakthavande.
0 d SP telefon | Apoteket stadfestar feil ved pakking, sender ny rull i morgon før kl. 12. Tok ut frå reserve til i dag.
1 d SP besok | Ny rull kontrollert mot lista, rett. Avvik meldt apoteket.
@ lastdor !ektefelle
0 d HF besok | Låst dør, svarar ikkje på tlf. Venta ti minutt, vakthavande varsla kl. {t}.
0 d SP telefon | Nådde {barn_eller}: brukar er på handletur, hadde gløymt å seie frå. Medisinar blir gitt når {han} er heime.
0 k HF besok | Heime, lei seg for bryet. Skrive lapp på døra om å ringje oss.
@ svimmel !nyre
0 d HF besok | [Svimmel då {han} reiste seg, måtte setje seg att|Ør i hovudet ved stell, la seg ned att]. BT 110/60 sitjande.
0 d SP telefon | Lagt fram for fastlegen: halvere blodtrykksmedisinen frå i morgon, nye mål i tre dagar.
2 d SP besok | BT liggjande 135/75, ståande 125/70 etter tre minutt. Ikkje svimmel i dag.
6 d SP besok | BT {bt}, ikkje svimmel sidan endringa. Fastlege orientert, ny liste frå apoteket.
@ horeapparat horeapparat
0 d HF besok | Høyreapparatet borte sidan i går, høyrer svært dårleg. Leitt i senga og i bosset.
1 d HF besok | Skreiv meldingar på blokk, går greitt så lenge.
3 k HF besok | Høyreapparatet funne i lomma på slåbroken! Reinsa, verkar.
@ alarm alarm
0 n HF besok | Tryggleiksalarm kl. {t}: sat på golvet ved senga, hadde glidd ned. Hjelpt opp av to, ingen skade. Sov då vi gjekk.
1 d SP besok | Sett til etter natta: {m0}. Senga senka, sklimatte lagd ved sengekanten.
@ omgang -
0 d HF besok | [Kasta opp to gonger i natt og laus mage|Oppkast og diaré sidan midnatt]. Drikk små slurkar. Smittevern: hanskar og munnbind, avfall i eigen pose.
0 k SP besok | {m0}. Har ikkje kasta opp sidan kl. 13, held på saft.
2 d HF besok | [Magen betre, åt tørr loff|Ingen diaré siste døgnet, åt kjeks]. Held fram med munnbind til 48 timar utan plager.
@ hjelpemiddel !heis
0 d HF besok | [Strevar med å kome opp frå toalettet, tek tak i vasken|Fekk ikkje reist seg frå toalettet åleine i dag]. Bør få armstøtter.
2 d SP mote | Ergoterapeut kontakta, heimebesøk {neste}.
9 d HF besok | Toalettforhøgar med armlene montert. Reiser seg no åleine.
@ sliten ektefelle
0 d HF samtale_parorende | {Ekt} gret i gangen, søv dårleg og har ikkje vore ute på to veker. Takka ja til at primærkontakt ringjer.
1 d SP samtale_parorende | Samtale med {ekt}: hardast om natta. Informert om dagsenter og korttid. Ønskjer dagsenter éin dag i veka først, søknad blir send.
11 d SP mote | Søknaden om dagsenter er komen til tildelingskontoret, ventar svar innan tre veker.
@ oye -
0 d HF besok | Raudt og klissete [hø.|ve.] auge, vaska med lunke vatn.
1 d SP telefon | Fastlege: Kloramfenikol augedropar x 4 i fem dagar. Vi hentar på apoteket.
4 d SP besok | Auget nesten utan puss, dryp ferdig kuren.
@ tannverk -
0 k HF besok | Vond i ein jeksel nede til høgre, åt berre graut. Paracet gitt.
1 d SP telefon | Den offentlege tannklinikken har time {neste}. Transport tinga.
6 d HF besok | Trekt ei tann hos tannlegen, blødde litt første kvelden. Et mjukt.
@ brann -
0 d HF besok | Søl av kaffi på ve. hand, raud med ei blemme 1 x 1 cm. Skylt lunke i 20 minutt.
1 d SP besok | Brannblemma heil, skumbandasje. Ingen teikn til infeksjon.
5 d SP besok | Blemma sprokken og tørr, ny hud under. Ingen bandasje lenger.
@ kontroll barn
0 d HF besok | Til kontroll hos fastlegen kl. [11|13|14], følgt av {barn_eller}.
1 d SP telefon | Frå legekontoret: blodprøver greie, kolesterolmedisin avslutta. Endringa er lagd inn i medisinlista.
@ helvetesild -
0 d HF besok | Brennande smerter og blemmer i belte på ve. side av brystet sidan i går.
0 d SP telefon | Fastlegen såg bilete: helvetseld. Valaciklovir i sju dagar, blir henta i dag. Gravide medarbeidarar blir bytte ut.
3 d SP besok | Ingen nye blemmer. NRS 5 om natta, Paracet fast x 4. Lause klede.
10 d SP besok | Skorper, tørt. NRS 2. Kuren ferdig, held fram med Paracet til natta.
@ dusj -
0 d HF besok | Takka nei til dusj for [andre|tredje] veka på rad. [Seier det er kaldt på badet|Frys berre ved tanken].
3 d HF besok | Varmeomn på ein halvtime i førevegen. Vart med på dusj, det gjekk fint.
10 d HF besok | [Dusj att, utan diskusjon|Dusja, stod klar sjølv]. Varmeomnen må stå på frå kl. 8, skrive i planen.
@ fotpleie -
0 d HF besok | Inngrodd stortånagl [hø.|ve.] fot, raud og øm. Sokkane klemmer.
1 d SP besok | Grønsåpebad, naglekant raud utan puss. Fotterapeut har time {neste}.
8 d HF besok | Har vore hos fotterapeut, nagl teken i kanten. Ikkje vond lenger.
"""
