"""What is written only here: the district's own sentences (form: see `nb_home`)."""

LOCAL_BERGEN = """
# sosialt
d | Har vært på butikken med bussen, stolt av å klare det.
d sommer | Sto i vinduet og så på buekorpsene øve.
d fotball | Brann-skjerfet på, klar for kampen i kveld.
d | Fikk fiskekaker av nabokona, delte dem med meg på et fat.
# praktisk
d | Heisen står, gikk trappene. Meldt styret i sameiet.
d | Parkering sperret av gravearbeid, ti minutter forsinket videre.
d | Vannlekkasje hos naboen over, bøtte i gangen. Styret varslet.
# humor
d | Klager på regnet, ellers fornøyd.
"""

LOCAL_SUNNFJORD = """
# sosialt
d | Fortalde om slåtten i gamle dagar, hugsar kvar teig.
d barn,bygd | {Barn} har fjøset no, kom innom etter stellet.
d | Grannen kom med nykokt fisk, åt litt.
d | Song i bygdekoret i 40 år, nynna under stellet.
d mann,bygd | Ser etter sauene i beitet frå stoveglaset.
d kvinne | Har bakt lefse med naboen, baud meg smake.
# praktisk
d bygd | Vegen stengd av ras i natt, kom ein time seinare. Sa frå på tlf.
d bygd | Ferja var innstilt, kvelds- og nattbesøk omdisponert.
d | Straumen gjekk kl. {t}, kom att etter ein time. Tryggleiksalarmen verka.
d | Hol i tunet etter uvêret, bil parkert ved postkassa.
# humor
d bygd | Uroa seg for at det skal bli for lang veg heimanfrå til sjukeheimen.
"""

LOCAL_KARASJOK = """
# sosialt
d samisk | Snakket samisk hele besøket, {han} blir livligere da.
d samisk | «Buorre beaivi» fra senga da jeg kom. Oppe etter kaffen.
d samisk | Fikk goikebiergu av {barn_eller}, tygget lenge og vel.
d samisk,kvinne | Viste fram duodji {han} holder på med, stødige hender i dag.
d samisk,mann | Nynnet på en luohti mens jeg smurte beina.
k samisk | Hørte på samisk radio før legging.
d samisk,barn | {Barn} er i siidaen og kommer hjem til helga.
d samisk | Kokte bidos i går, spiste rester til frokost.
d | Slekt fra Finland på besøk, mye folk i huset.
d | Fortalte om flyttinga i gamle dager, husker alle navnene på fjellene.
# tilstand
d tolk | Tolk på tlf under samtalen om medisiner. Gjentok selv det viktigste, det var riktig forstått.
d tolk | Tolk ble 10 min forsinket, ventet med samtalen om smerter.
d samisk,sp | Medisinliste gjennomgått på samisk, da stilte {han} flere spørsmål.
d samisk | Svarer bare «giitu» på norsk når {han} er sliten. Bytter til samisk.
d samisk,demens | Faller tilbake til samisk, samiskspråklig kollega settes opp så ofte det går.
# praktisk
d bygd | 74 km hver vei, slår sammen dagens to besøk til ett langt.
d vinter,bygd | Snøskuterløypa var raskere enn veien i dag.
d vinter | Kaldstart, 38 minus. Bilen startet på andre forsøk, kom kl. {t}.
d bygd | Ikke mobildekning, meldt fra på sambandet ved ankomst og avreise.
d vinter | Ved båret inn for to dager.
"""

LOCAL_KARASJOK_WARD = """
# sosialt
d samisk | Joiket sammen i stua, {han} kjente alle.
d samisk | Samisk andakt på radio, satt stille hele tiden.
d samisk | Spiste to porsjoner bidos, sa «giitu» til kokken.
k samisk | Vil at kveldsvakten skal snakke samisk ved legging, da går det bedre.
d samisk,demens | Roligere i stell når det blir forklart på samisk.
d samisk,kvinne | Kjente på gákti-stoffet i sykurven, ble sittende lenge.
d tolk | Samtale med tolk om nattesøvn, forteller om tørst og smerter i knærne.
# humor
d samisk | Lengter til vidda, vi så bilder på nettbrettet sammen.
"""
