"""Nynorsk: what is written about the illness itself, at home and in the nursing home."""

CONDITIONS_NN = """
# tilstand
d hjertesvikt | Vekt {vekt}, [stabil siste veka|ingen auke]. Lite hovne legger.
d hjertesvikt,sp | Vege: {vekt}. BT {bt}, P {p}. Ikkje tungpusta i kvile.
d hjertesvikt,hjemme | Andpusten etter trappa, betre etter fem minutt i ro.
d hjertesvikt | Hovne okle om kvelden, flate att i dag tidleg. Følgjer med.
d hjertesvikt | Søv med to puter, som vanleg. Har ikkje vakna av tungpust.
d hjertesvikt,hjemme | Teke Furix, må mykje på do fram til lunsj. Vil difor ha seint besøk.
d hjertesvikt,sp | Pittingødem +1 bilat., uendra. Vekt {vekt}.
k hjertesvikt | Beina høgt i godstolen, mindre hovne enn i går.
d hjertesvikt | Drikk om lag 1,5 l i døgnet, held seg til avtalen.
d hjertesvikt,hjemme | Gløymde å vege seg i dag, gjer det {neste}.
n hjertesvikt | Sov med heva hovudende, roleg pust.
d hjertesvikt,sp,hjemme | Snakka om salt i maten, {han} [har slutta med spekemat|saltar mindre enn før].
d kols | SpO2 {spo2} i kvile, som {han} plar ha. Hostar opp litt klart slim.
d kols | Tungpusta etter stell, sat framoverbøygd i fem minutt. Ingen ny hoste.
d kols | Inhalasjonar tekne med kammer, [bra teknikk|trong påminning om å halde pusten].
d kols,sp | RF {rf} i kvile, SpO2 {spo2} utan O2. Habituelt.
k kols | Forstøvar kl. {t}, lettare etterpå.
d kols,hjemme | Røykjer framleis litt, vil ikkje snakke om å slutte no.
d kols | Hosta mykje i natt, slim uendra. Følgjer med på farge.
d kols,sp,hjemme | Gått gjennom eigenbehandlingsplanen, veit når {han} skal ringje.
n kols | Sat oppe i senga og pusta med leppebrems {t}, la seg etter ein halvtime.
d kols | Orkar mindre i dag, delte stellet i to.
d kols,sp | Kontrollert inhalasjonsteknikk, skyl munnen etter Symbicort. Ingen sopp i munnen.
d diabetes,sp | BS {bs} før frukost, sette insulin etter liste i magen [ve. side|hø. side].
d diabetes,hjemme | BS {bs} fastande. Åt frukost før eg gjekk.
d diabetes,sp | BS {bs}, Lantus sett i [ve. lår|hø. lår]. Ingen kular etter stikka.
k diabetes | BS {bs} før kveldsmat, åt to skiver.
k diabetes,sp | BS {bs}, kveldsinsulin sett {t}.
d diabetes,hjemme | Hadde ete før måling, BS {bs}. Minte om å vente.
d diabetes,sp | Såg på føtene: heil hud, varme, [kjenner monofilament|nedsett kjensle under forfoten som før].
d diabetes | Litt skjelven kl. {t}, BS 4,1. Fekk juice og skive, BS 6,8 etter 20 min.
d diabetes,sp | Ny insulinpenn teken i bruk, dato skriven på.
d diabetes,hjemme | Har saft og druesukker liggjande ved senga.
d diabetes,sp,hjemme | Snitt BS siste veka mellom {bs} og {bs_hoy}. Sendt til fastlegen etter avtale.
n diabetes | BS {bs} kl. {t}, trong ikkje ekstra mat.
d slag | Svak arm heng litt etter, brukar han til å støtte brødskiva.
d slag | Leitar etter ord i dag, tek seg god tid. Skjønar godt.
d slag | Øvde på å kneppe knappar, klarte tre av fem.
d slag | Snudde forsiktig i svak skulder, ikkje smerter i dag.
d slag | Drakk fortjukka saft, ingen hoste under måltidet.
d slag | Sikla litt frå munnviken, tørka og smurt.
k slag | Tydelegare svakheit når {han} er trøytt om kvelden, som kjent.
d slag | Overser svak side, fann ikkje koppen før han vart flytta.
d slag | Skinna til handa er på om natta, ingen merke.
d slag,sp | BT {bt}, under målet fastlegen har sett.
d slag | Lo av at {han} sa feil ord. God stemning.
d demens,hjemme | Hugsa ikkje at eg var der i går, men [kjende meg att|vart roleg då eg sa namnet mitt].
d demens,hjemme | Leitar etter veska, funnen i steikjeomnen. Omnen var ikkje på.
d demens | Teke på to genserar og ingen strømper, hjelpt.
d demens,hjemme | Trudde det var kveld. Følgt til kalenderen og klokka.
d demens | Nekta først, vart med då vi sette på musikk.
k demens | Vil heim til mor, [avleidd med bilete|gjekk ein runde i gangen saman].
k demens | Uroleg frå kl. {t}, roa seg då lyset vart dempa.
d demens,hjemme | Ringde {barn_eller} fire gonger i går, fortel {han}. Tydeleg hugselapp ved telefonen.
d demens | Svarar ja på det meste, treng to val om gongen.
n demens | Oppe og kledd på seg {t}, følgt attende i seng.
d demens,hjemme | Fann gamle pillar i sukkerskåla, fjerna.
d demens | Kan ikkje seie når {han} sist åt. Åt godt då maten stod framfor {ham}.
d demens | Song med på heile visa i dag.
d demens | Skuldar [nokon|oss] for å ha teke lommeboka. Låg i jakka.
d parkinson | Stiv før første Sinemet, betre etter 40 minutt.
d parkinson | Frys til i døropninga, talde takta saman.
d parkinson | Medisin gitt på klokka kl. {t}. Viktig at medisinen ikkje kjem seint.
d parkinson | Skjelv meir i dag, [dårleg natt|litt oppøst etter telefon].
k parkinson | Mykje ufrivillige rørsler (dyskinesiar) i kveld, gjekk over etter ein time.
d parkinson | Låg stemme, bad {ham} ta i. Skjøna då godt.
d parkinson | Svelgjer fint med haka ned, brukar tjukk drikke.
n parkinson | Snudd {t}, klarer det ikkje sjølv om natta.
d parkinson,sp | BT liggjande {bt}, ståande lågare og litt svimmel. Reiser seg i to trinn.
d parkinson,hjemme | Ser mus i gangen, veit at dei ikkje er der. Meldt til fastlegen sist.
d hofte,hjemme | Treningsprogram gjort i seng og ved kjøkenbenken.
d hofte | Går med [krykkjer|rullator], belastar fullt.
d hofte,sp | Arret fint og tørt, ingen varme eller raudne.
d hofte | Smerter ved første reising, NRS {nrs1}, lettar når {han} kjem i gang.
d hofte,sp | Klexane sett i magen, ingen blåmerke.
d hofte,hjemme | Brukar gripetong og strømpepåtrekkjar, klarte begge sokkane sjølv.
d hofte,hjemme | Fysio var her i går, nye øvingar heng på kjøleskåpet.
d hofte,hjemme | Er redd for å falle att, gjekk bak {ham} i trappa.
d hofte,inst | Gangtrening i korridoren med fysio, [30|40|50] meter med [rullator|prekestol].
d hofte,inst | Trapp opp og ned med fysio, éin følgjer. Sliten, men stolt.
d hofte,inst | Opp av stol utan hjelp fem gonger på rad.
k hofte,inst | Vondt etter treninga i dag, NRS {nrs1}. Paracet 1 g, lettare etter ein time.
d slag,inst | Ergo: [smurde brødskive med svak hand|trena på av- og påkledning], delvis hjelp.
d slag,inst | Logoped i dag, set namn på åtte av ti bilete.
d kols,inst | Med på lungegruppe, pust med motstand. SpO2 {spo2} etterpå.
d hjertesvikt,inst | Dagleg vekt {vekt}, innanfor grensa. Beina opp etter middag.
d demens,inst | Fann ikkje rommet sitt, følgt. Kjende att biletet på døra.
k demens,inst | Samla serviettar og koppar i senga, rydda stille etterpå.
d demens,inst | Dekte bord saman med aktivitøren, [alt på rett plass|nøgd med å hjelpe].
d diabetes,inst,sp | BS {bs} før frukost, insulin sett etter skjema.
d parkinson,inst | Sovna over maten, medisintidene blir tekne opp på visitt.
d sar,sp | Sår {side} legg {sar} cm, [granulerer|fibrin i botnen], moderat sekresjon. Skylt med NaCl, [hydrofiber + skum|Aquacel og skum].
d sar,sp | Sårstell: {sar} cm, heil kant, ingen lukt. Neste stell {neste}.
d sar | Bandasjen tørr og på plass.
d sar,sp | Gjennomslag på bandasjen, skifta. {sar} cm, [litt macerert kant|mindre sekresjon enn sist].
d sar,sp | Kompresjon lagd frå tå til kne, varm og rosa i tærne etterpå.
d sar | Klør under bandasjen, men lèt han vere.
d sar,sp | Bilete teke med samtykke, lagt i journalen. Mål {sar} cm.
d sar,sp | Smerter under stell NRS {nrs2}. Gir Paracet ein halv time før neste gong.
d psyk | Har ikkje dusja på ei veke, seier {han} ikkje orkar. Avtale {neste}.
d psyk | Snakka om natta: grublar, men ingen tankar om å skade seg. Spurt direkte.
d psyk | Gardinene dregne frå i dag, lufta saman.
d psyk,hjemme | Svara ikkje på ringeklokka, ringde på tlf. Låg og sov, alt i orden.
d psyk | Gjekk tur saman, 20 min. Lettare å snakke ute.
k psyk | Uroleg i kveld, pusta saman. Roa seg før eg gjekk.
d psyk | Tok morgonmedisin medan eg såg på. Seier medisinen gjer {ham} trøytt.
d psyk,sp | Depotinjeksjon sett i [ve.|hø.] seteregion, neste om fire veker.
d psyk,hjemme | Rydda kjøkenbenken saman, tok oppvasken sjølv.
d psyk | Har vore på aktivitetshuset, spela biljard.
d kreft | Smerter NRS {nrs1} i ro, teke ekstra [Oxynorm|smertestillande] éin gong siste døgnet.
d kreft | Sliten etter kur, kvilte mesteparten av føremiddagen.
d kreft,sp | Smerteplaster bytt, [ve.|hø.] overarm. Gammalt plaster bretta og kasta.
d kreft | Kvalm om morgonen, tok Afipran. Fekk i seg litt suppe.
d kreft,sp | Såg på veneporten, tørr og fin. Skylt etter prosedyre.
d kreft | Snakka om det som kjem. Vil ta éin dag om gongen.
k kreft | Fekk sitje i stolen til kl. {t} med {venn} på besøk.
d kreft,sp | Munnsopp? Kvitt belegg, Mycostatin starta etter avtale med lege.
d kad,sp | Kateter skifta utan problem, Ch 14, klar urin. Neste om {uker} veker.
d kad | Tømt kateterpose, {ml} ml, klar urin.
d kad | Skifta dagpose, stelt rundt kateteret.
k kad | Kopla nattpose, [slangen utan knekk|heng lågt nok].
d kad | Grumsete urin, ingen feber. Drikke meir, følgjer med.
d kad,sp | Lekkasje ved sida av, skylt kateteret. God retur.
d ms | Trøytt i beina, brukte rullestol inne i dag.
d ms | Spasmar i natt, tøygde hamstring på begge sider.
d ms | Varmen tek på, dusja lunke.
d ms | Orka å lage mat sjølv i går, betaler for det i dag.
d ms,sp | Sjølvkateterisering går greitt, ingen teikn til UVI.
d ms | Ergo var innom og såg på gripereiskap.
d flimmer | Ujamn puls rundt {p}, ikkje svimmel. Tek Eliquis to gonger dagleg.
d flimmer,sp | Puls tald i eitt minutt: {p}. BT {bt}.
d flimmer | Naseblod i går, stoppa etter ti min. Brukar blodfortynnande, følgjer med.
d syn | Ser dårleg, sette merke på mikroen og omnen.
d syn | Lydboka lasta inn på nytt, nøgd.
d nyre | Kviler etter dialyse i går, BT {bt}.
d nyre,sp | Fistelarmen varm, god sus. Ingen BT på den armen.
d nyre | Held seg til avtalt drikkemengd.
d smerte | Ryggen verst om morgonen, NRS {nrs1}. Varmepose og Paracet hjelper.
d smerte,hjemme | Sit på ny pute, mindre vondt i halebeinet.
d artrose | Stive fingrar, opna syltetøyglas og flasker for {ham}.
d artrose,sp | Voltaren gel på kneet, heil hud.
"""
