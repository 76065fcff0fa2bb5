"""Nynorsk, nursing home: small courses of events over some days (form: see `nb_spells_home`)."""

SPELLS_WARD_NN = """
@ uvi !kad,!penallergi
0 d HF daglig | Uroleg og hyppig på toalettet, sterk lukt av urinen. Urinprøve sett av.
0 d SP daglig | Stix: leukocyttar 3+, nitritt pos., temp 37,6. Lege ringt: Selexid i fem dagar.
1 n HF vakt | Oppe fire gonger på do, varm i panna. Drakk to glas.
3 d HF daglig | Rolegare, et att. Antibiotika blir teke i yoghurt.
6 d SP daglig | Kuren ferdig, ingen symptom frå urinvegane.
@ lunge !penallergi
0 k HF vakt | Hostar mykje, slapp og varm. Sjukepleiar tilkalla.
0 k SP vakt | {m1}. Surklar hø. side. Legevakt konferert kl. {t}: Apocillin blir starta i kveld, mål NEWS2 kvar fjerde time.
1 n SP vakt | {m1}. Sov i korte økter, heva hovudende.
1 d LE legenotat | Tilsyn: knatrelydar basalt hø. side, CRP 86. Nedre luftvegsinfeksjon, held fram med Apocillin i sju dagar. Ikkje trong for sjukehus no.
3 d SP daglig | {m0}. Feberfri, sat oppe ein time. Drikk betre.
7 d SP daglig | Antibiotika ferdig. Hostar litt om morgonen, elles som før.
@ fall !heis
0 k HF vakt | Fann {ham} på golvet ved senga kl. {t}, på veg til toalettet. Ingen synleg skade, vondt i ve. hofte?
0 k SP vakt | Undersøkt etter fall: lik beinlengd, kan lyfte begge bein, ikkje vondt ved støyt i hælen. {m0}. Avvik skrive, pårørande blir ringde i morgon.
1 d SP samtale_parorende | Informert {barn_eller} om fallet i går kveld. Samd i sengealarm og sokkar med gummi.
3 d HF daglig | Blåmerke ve. hofte, går som før. Sengealarm i bruk.
@ ernaering -
0 d HF daglig | Vekt {vekt}, ned 1,6 kg på ein månad. Et lite til middag.
1 d SP daglig | MST 2: vekttap 1 poeng, nedsett matlyst 1 poeng. Kostregistrering i tre dagar, mellommåltid kl. 10 og 20.
5 d SP mote | Kostregistrering: ca. 1 200 kcal/døgn. Berika graut og næringsdrikk x 2, ny vekt kvar måndag.
19 d HF daglig | Vekt {vekt}, har slutta å gå ned. Likar vaniljedrikken best.
@ smerte -
0 d HF daglig | Kneip att og stønna ved stell, meir enn før. Peikar på ve. hofte.
1 d SP daglig | Observert smerte i kvile og under stell, verst ved snuing til ve. side. Teke opp med lege.
2 d LE legenotat | Visitt: truleg coxartrose. Paracet 1 g x 3 fast i to veker, deretter vurdere effekt.
9 d SP daglig | Roleg under stell etter fast Paracet, går lengre. Blir vidareført.
@ omgang -
0 n HF vakt | Kasta opp kl. {t}, diaré. Isolert på rommet.
0 d SP daglig | Omgangssjuke på avdelinga, tre sjuke. Smittevernregime innført, pårørande blir bedne om å vente med besøk. {m0}.
2 d HF daglig | Inga oppkast siste døgnet. Åt kjeks og saft.
4 d SP daglig | 48 timar utan symptom, isolasjonen oppheva. Rommet vaska ned.
@ medisingjennomgang -
0 d LE legenotat | Legemiddelgjennomgang: 11 faste medikament. Simvastatin og Nexium blir seponerte, Sobril fast blir trappa ned over fire veker. BT og søvn blir følgde.
7 d SP daglig | Nedtrapping av Sobril går greitt, søv som før. BT {bt}.
21 d SP daglig | Vaknare på dagtid etter nedtrapping. Ikkje meir uro om kvelden.
@ orepropp -
0 d HF daglig | Høyrer dårlegare enn vanleg, skrur opp TV-en. Svarar feil på spørsmål.
2 d SP daglig | Øyrevoks i begge øyre, oljedropar i tre dagar.
6 d SP daglig | Skylt begge øyre, mykje voks. Høyrer mykje betre.
@ arssamtale barn
0 d SP mote | Årssamtale med {barn} og {ham_navn}: trivst, ønskjer meir tur ut og eigen kaffikopp. Semje om ingen fleire sjukehusinnleggingar for infeksjon utan ny samtale.
1 d HF daglig | Kaffikoppen heimanfrå er på plass ved bordet. Smilte.
@ trykksar !rullator
0 d HF daglig | Raudt felt over korsbeinet som ikkje bleiknar, 3 x 2 cm.
0 d SP daglig | Trykksår kat. 1. Vekseltrykkmadrass tinga, snuing annankvar time, ernæring gjennomgått.
4 d SP daglig | Feltet 2 x 1 cm, bleiknar no delvis. Madrassen på plass.
11 d HF daglig | Huda på korsbeinet normal att. Held fram med å snu om natta.
@ obstipasjon -
0 d HF daglig | Fire dagar utan avføring, uroleg og held seg på magen.
0 d SP daglig | Rektalt: hard avføring. Klyx gitt, god tømming. Movicol fast dagleg.
8 d HF daglig | Avføring annankvar dag, rolegare ved måltida.
@ oye -
0 d HF daglig | Auga klissete om morgonen, raudt ve. auge.
1 d SP daglig | Kloramfenikol augedropar starta etter ordinasjon. Eigen klut til kvart auge.
5 d SP daglig | Auget fint, dropane avslutta.
@ hudrift -
0 k HF vakt | Hudrift på ve. legg mot fotstøtta, 4 cm. Reinsa og steristrips, sjukepleiar såg på det.
3 d SP daglig | Skifta på leggen: fliken er fin, ikkje raudne. Fotstøtta er polstra.
10 d SP daglig | Leggen grodd, bandasje av.
@ forhand barn
0 d LE legenotat | Førehandssamtale med pasient, {barn} og primærkontakt. Ønskjer å vere her ved forverring, lindring først. HLR minus stadfest, gjennomgang om eit halvt år.
2 d SP daglig | Avklaringa er lagd i kritisk informasjon og teken på rapport.
@ tann -
0 d HF daglig | Vil ikkje bruke underprotesen, gnagsår på gommen.
3 d SP daglig | Tannpleiar var her: protesen slipt, skyljast med klorheksidin i éi veke.
9 d HF daglig | Brukar protesen att, et skorpe.
@ tur -
0 d HF daglig | På tur med avdelinga til kafé, åt vaffel. Sliten, men i godt lag heile kvelden.
@ sovn -
0 n HF vakt | Vaken til 04, ville opp og lage mat til borna.
1 n HF vakt | Vaken på nytt, følgt til stova, fekk graut. Sov frå {t}.
3 d SP mote | Søvn drøfta: meir dagslys før lunsj, ikkje kvile etter kl. 15, varm drikke kl. 21.
9 n HF vakt | Tredje natta med søvn frå 22 til 05.
"""
