"""Bokmål: the emergency clinic, case handling, and what closes or sums up a service.

Emergency clinic: `@ name sex low-high`, then nurse, doctor and, if any, a third line.
"""

EMERGENCY_NB = """
@ handledd * 8-90
SP Falt på kjøkkenet, vondt og hovent hø. håndledd. Kjenner i alle fingre. Hastegrad grønn. NRS 5, gitt Paracet 1 g. Elevert.
LE L74. S: falt på utstrakt hånd. O: øm over distale radius, sensibilitet ua. Rtg: udislosert fraktur. V: stabil. P: gips til under albuen, kontroll rtg om 7-10 dager.
@ ore * 1-9
SP Ørevondt i ve. øre siden natt, temp 38,6. Drikker, våken og leker litt. Hastegrad grønn.
LE H71. S: verk siden kl. 02. O: rød, utbulende trommehinne ve., ellers ua. V: akutt mellomørebetennelse. P: Paracet etter vekt, vent og se ett døgn, e-resept på Apocillin om ikke bedre.
@ cystitt female 17-90
SP Svie og hyppig vannlating i to dager, ingen feber, ikke vondt i flanken. Stix: leuk 3+, nitritt pos. Hastegrad grønn.
LE U71. S: første gang i år. O: afebril, ikke bankeøm over nyrelosjene. P: Selexid 400 mg x 3 i 3 dager, mye drikke. Tilbake ved feber eller flankesmerter.
@ kutt * 12-80
SP Kuttskade i ve. pekefinger av brødkniv, 3 cm. Blødning stanset med trykk. Beveger fingeren normalt. Hastegrad grønn.
LE S18. O: ren, overfladisk kuttskade, sene intakt, normal følelse. P: fire sting, stivkrampevaksine satt. Fjernes etter 10 dager hos fastlege.
@ bryst * 45-90
SP Trykk i brystet siden kl. {t}, [kaldsvett|stråler til ve. arm]. {m0}. EKG tatt innen 10 min, vist lege. Hastegrad oransje.
LE K74. S: trykk 20 min i ro, kjent angina. O: EKG uten nye forandringer, troponin sendt. V: ustabil angina kan ikke utelukkes. P: ASA 300 mg, innlagt medisinsk avdeling med ambulanse.
@ pust * 55-90
SP Tungpust siste to døgn, mer oppspytt. {m1}. Hastegrad oransje. Forstøver gitt.
LE R95. S: KOLS, grønt oppspytt. O: forlenget ekspirium, pipelyder bilat., CRP 41. V: forverring med infeksjon. P: Prednisolon 30 mg i 5 dager, Amoxicillin i 5 dager. Bedre etter forstøver, hjem med tilsyn av hjemmetjenesten.
@ allergi * 3-60
SP Elveblest på hele kroppen etter [reker|nøtter|antibiotika]. Ikke hes, ikke tungpust, BT 125/75. Hastegrad gul.
LE A92. S: kløe og utslett siden kl. {t}. O: urticaria, lunger ua., ingen hevelse i munn. V: allergisk reaksjon uten luftveissymptomer. P: Cetirizin og Prednisolon, observert to timer. Henvises fastlege for utredning.
@ rygg * 25-75
SP Akutt ryggsmerte etter løft, går foroverbøyd. Ingen lammelser, vannlating ua. Hastegrad grønn.
LE L03. O: SLR neg., kraft og reflekser ua. V: akutt lumbago. P: bevegelse, Ibux og Paracet i få dager, sykmelding i 5 dager.
@ feber_barn * 0-4
SP Feber 39,4 siden i går kveld, drikker lite. Gråter med tårer, kapillærfylling under 2 sek. Hastegrad gul.
LE R74. O: rød i halsen, ører ua., lunger ua. God hudturgor. V: virusinfeksjon. P: råd om væske og Paracet, ny vurdering hvis slapp eller ikke tisser på 8 timer.
@ krupp * 0-5
SP Gjøende hoste og tungpust siden kl. {t}. Piper på innpust ved gråt. SpO2 96. Hastegrad oransje.
LE R77. O: stridor ved uro, ikke i ro. V: falsk krupp. P: forstøver adrenalin og Betapred, observert tre timer uten tilbakefall. Hjem med foreldre.
@ uklar * 75-95
SP Kommer med ambulanse, ny forvirring siden i morges. {mc}. Stix: leuk 2+. Hastegrad oransje.
LE P71. S: pårørende: helt klar i går. O: desorientert, ikke nakkestiv, mage myk, BS 7,2. V: delir, mistenkt urinveisinfeksjon. P: innlagt medisinsk avdeling til observasjon.
"""

# The doctor and nurse write shortly; case handlers write longer.
CASES_NB = """
@ stottekontakt 9
Søknad om støttekontakt mottatt. Bor [alene|sammen med søsken], har [få|ingen] kontakter utenom familie. Ønsker følge på svømming og kino.
Hjemmebesøk: [rolig og tydelig i samtale|litt sjenert i starten]. Ønsker én fast person, gjerne [jevnaldrende|en som liker fotball]. Mor er med på det.
Vedtak om støttekontakt 4 timer per uke i ett år, hol. § 3-2 nr. 6 b. Klageadgang opplyst, frist tre uker.
Støttekontakt er rekruttert, første treff {neste}. Evaluering om tre måneder.
@ avlastning 7
Søknad om avlastning én helg per måned. Barn med sammensatte behov, tre søsken hjemme. Foreldrene slitne.
Kartlegging med foreldre og barnehage: trenger tett oppfølging ved måltid og nattevåk. Barnekoordinator informert.
Vedtak om avlastning 48 timer per måned i privat hjem, hol. § 3-6. Starter {neste}.
Evaluert etter to helger: barnet sov bedre enn ventet, søsknene fikk tid. Videreføres.
@ praktisk 1
Søker om hjelp til rengjøring hver tredje uke. Hofteprotese for to år siden, klarer ikke å støvsuge.
Funksjon kartlagt hjemme: klarer egen hygiene og matlaging, trenger hjelp til husarbeid (IPLOS 3).
Vedtak: praktisk bistand 2 timer hver tredje uke, egenandel etter inntekt. Orientering sendt.
Ringt etter én måned: fornøyd, ønsker fredag i stedet for tirsdag. Endret.
@ omsorgsstonad 11
Søknad om omsorgsstønad fra {kontakt} for omsorg tilsvarende [15|20] timer i uka. Legeerklæring er etterspurt.
Samtale hjemme: nattevåk tre-fire netter i uka, får ikke hvilt. Dagsenter er drøftet, ikke ønsket nå.
Vedtak: omsorgsstønad 10 timer per uke, seks måneder. Nytt besøk før fornyelse.
@ bpa 3
Søknad om BPA, 25 timer per uke. Vil lede ordningen selv, ønsker mindre avhengighet av faste tidspunkt.
Møte med leverandør og bruker: mål er studier to dager i uka. Fysioterapeut har sendt vurdering.
Vedtak om brukerstyrt personlig assistanse 25 timer, seks måneder prøvetid. Klagefrist tre uker.
Assistentteam på fire er på plass. Arbeidsleder, altså bruker, har fått kurs.
@ matombringing 5
Søker matombringing, klarer ikke å bære varer lenger. Spiser stort sett brødmat.
Vedtak: middag fire dager i uka, egenbetaling. Levering fra mandag. Ingen allergier.
Etter tre uker: vekten er opp, {han} er fornøyd med fisken. Videreføres.
@ trygghetsalarm 6
Søker om trygghetsalarm etter fall på badet. Bor alene i andre etasje.
Trygghetsalarm installert, brukerens prøvealarm mottatt. Nøkkelboks montert på rekkverket.
"""

# One sentence each, for what rounds off a service.
CLOSING_NB = """
@ slutt
Tjenesten avsluttes i dag etter ønske fra bruker og i samråd med fastlege. {Barn_eller} informert. Medisiner og nøkkel levert tilbake.
Målet er nådd, klarer seg selv nå. Avsluttet i dag, kan ta kontakt på nytt.
"""
