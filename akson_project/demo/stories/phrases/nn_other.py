"""Nynorsk: the emergency clinic, case handling, and what closes a service (form: see `nb_other`)."""

EMERGENCY_NN = """
@ handledd * 8-90
SP Fall på kjøkenet, vondt og hove hø. handledd. Kjenner i alle fingrar. Hastegrad grøn. NRS 5, gitt Paracet 1 g. Elevert.
LE L74. S: fall på utstrekt hand. O: øm over distale radius, sensibilitet ua. Rtg: udislosert fraktur. V: stabil. P: gips til under olbogen, kontroll rtg om 7-10 dagar.
@ ore * 1-9
SP Vondt i ve. øyre sidan i natt, temp 38,6. Drikk, vaken og leikar litt. Hastegrad grøn.
LE H71. S: verk sidan kl. 02. O: raud, utbulande trommehinne ve., elles ua. V: akutt mellomøyrebetennelse. P: Paracet etter vekt, vent og sjå eit døgn, e-resept på Apocillin om ikkje betre.
@ cystitt female 17-90
SP Svie og hyppig vasslating i to dagar, ingen feber, ikkje vondt i flanken. Stix: leuk 3+, nitritt pos. Hastegrad grøn.
LE U71. S: første gong i år. O: afebril, ikkje bankeøm over nyrelosjane. P: Selexid 400 mg x 3 i 3 dagar, mykje drikke. Tilbake ved feber eller flankesmerter.
@ kutt * 12-80
SP Kuttskade i ve. peikefinger av brødkniv, 3 cm. Bløding stansa med trykk. Rører fingeren normalt. Hastegrad grøn.
LE S18. O: rein, overflatisk kuttskade, sene intakt, normal kjensle. P: fire sting, stivkrampevaksine sett. Fjernast etter 10 dagar hos fastlege.
@ bryst * 45-90
SP Trykk i brystet sidan kl. {t}, [kaldsveitt|strålar til ve. arm]. {m0}. EKG teke innan 10 min, vist til lege. Hastegrad oransje.
LE K74. S: trykk 20 min i ro, kjend angina. O: EKG utan nye forandringar, troponin sendt. V: ustabil angina kan ikkje utelukkast. P: ASA 300 mg, lagd inn på medisinsk avdeling med ambulanse.
@ pust * 55-90
SP Tungpusta siste to døgn, meir oppspytt. {m1}. Hastegrad oransje. Forstøvar gitt.
LE R95. S: KOLS, grønt oppspytt. O: forlengd ekspirium, pipelydar bilat., CRP 41. V: forverring med infeksjon. P: Prednisolon 30 mg i 5 dagar, Amoxicillin i 5 dagar. Betre etter forstøvar, heim med tilsyn av heimetenesta.
@ allergi * 3-60
SP Elveblest på heile kroppen etter [reker|nøtter|antibiotika]. Ikkje hes, ikkje tungpusta, BT 125/75. Hastegrad gul.
LE A92. S: kløe og utslett sidan kl. {t}. O: urticaria, lunger ua., ingen hevelse i munn. V: allergisk reaksjon utan luftvegssymptom. P: Cetirizin og Prednisolon, observert to timar. Blir tilvist fastlege for utgreiing.
@ rygg * 25-75
SP Akutt ryggsmerte etter lyft, går framoverbøygd. Ingen lammingar, vasslating ua. Hastegrad grøn.
LE L03. O: SLR neg., kraft og refleksar ua. V: akutt lumbago. P: rørsle, Ibux og Paracet i få dagar, sjukmelding i 5 dagar.
@ feber_barn * 0-4
SP Feber 39,4 sidan i går kveld, drikk lite. Græt med tårer, kapillærfylling under 2 sek. Hastegrad gul.
LE R74. O: raud i halsen, øyre ua., lunger ua. God hudturgor. V: virusinfeksjon. P: råd om væske og Paracet, ny vurdering om slapp eller ikkje tissar på 8 timar.
@ krupp * 0-5
SP Gøyande hoste og tungpusta sidan kl. {t}. Pip på innpust ved gråt. SpO2 96. Hastegrad oransje.
LE R77. O: stridor ved uro, ikkje i ro. V: falsk krupp. P: forstøva adrenalin og Betapred, observert tre timar utan tilbakefall. Heim med foreldra.
@ uklar * 75-95
SP Kjem med ambulanse, ny forvirring sidan i dag tidleg. {mc}. Stix: leuk 2+. Hastegrad oransje.
LE P71. S: pårørande: heilt klar i går. O: desorientert, ikkje nakkestiv, mage mjuk, BS 7,2. V: delir, mistenkt urinvegsinfeksjon. P: lagd inn på medisinsk avdeling til observasjon.
"""

CASES_NN = """
@ stottekontakt 9
Søknad om støttekontakt motteken. Bur [åleine|saman med sysken], har [få|ingen] kontaktar utanom familien. Ønskjer følgje på symjing og kino.
Heimebesøk: [roleg og tydeleg i samtale|litt sjenert i starten]. Ønskjer éin fast person, gjerne [jamaldra|ein som likar fotball]. Mor er med på det.
Vedtak om støttekontakt 4 timar per veke i eitt år, hol. § 3-2 nr. 6 b. Klagerett opplyst, frist tre veker.
Støttekontakt er rekruttert, første møte {neste}. Evaluering om tre månader.
@ avlastning 7
Søknad om avlasting éi helg per månad. Barn med samansette behov, tre sysken heime. Foreldra slitne.
Kartlegging med foreldre og barnehage: treng tett oppfølging ved måltid og nattevak. Barnekoordinator informert.
Vedtak om avlasting 48 timar per månad i privat heim, hol. § 3-6. Startar {neste}.
Evaluert etter to helger: barnet sov betre enn venta, syskena fekk tid. Blir vidareført.
@ praktisk 1
Søkjer om hjelp til reingjering kvar tredje veke. Hofteprotese for to år sidan, klarer ikkje å støvsuge.
Funksjon kartlagd heime: klarer eigen hygiene og matlaging, treng hjelp til husarbeid (IPLOS 3).
Vedtak: praktisk bistand 2 timar kvar tredje veke, eigendel etter inntekt. Orientering sendt.
Ringt etter éin månad: nøgd, ønskjer fredag i staden for tysdag. Endra.
@ omsorgsstonad 11
Søknad om omsorgsstønad frå {kontakt} for omsorg tilsvarande [15|20] timar i veka. Legeerklæring er etterspurd.
Samtale heime: nattevak tre-fire netter i veka, får ikkje kvilt. Dagsenter er drøfta, ikkje ønskt no.
Vedtak: omsorgsstønad 10 timar per veke, seks månader. Nytt besøk før fornying.
@ bpa 3
Søknad om BPA, 25 timar per veke. Vil leie ordninga sjølv, ønskjer å vere mindre avhengig av faste tidspunkt.
Møte med leverandør og brukar: mål er studium to dagar i veka. Fysioterapeut har sendt vurdering.
Vedtak om brukarstyrt personleg assistanse 25 timar, seks månader prøvetid. Klagefrist tre veker.
Assistentteam på fire er på plass. Arbeidsleiar, altså brukar, har fått kurs.
@ matombringing 5
Søkjer matombringing, klarer ikkje å bere varer lenger. Et stort sett brødmat.
Vedtak: middag fire dagar i veka, eigenbetaling. Levering frå måndag. Ingen allergiar.
Etter tre veker: vekta er opp, {han} er nøgd med fisken. Blir vidareført.
@ trygghetsalarm 6
Søkjer om tryggleiksalarm etter fall på badet. Bur åleine i andre etasje.
Tryggleiksalarm installert, prøvealarm motteken. Nøkkelboks montert på rekkverket.
"""

CLOSING_NN = """
@ slutt
Tenesta blir avslutta i dag etter ønske frå brukar og i samråd med fastlegen. {Barn_eller} informert. Medisinar og nøkkel leverte tilbake.
Målet er nådd, klarer seg sjølv no. Avslutta i dag, kan ta kontakt på nytt.
"""
