"""Bokmål: what is written about the illness itself, at home and in the nursing home."""

CONDITIONS_NB = """
# tilstand
d hjertesvikt | Vekt {vekt}, [stabil siste uke|ingen økning]. Lite hevelse i leggene.
d hjertesvikt,sp | Veid: {vekt}. BT {bt}, P {p}. Ikke tungpust i hvile.
d hjertesvikt,hjemme | Andpusten etter trappa, bedre etter fem minutter i ro.
d hjertesvikt | Hovne ankler om kvelden, flate igjen i dag tidlig. Følger med.
d hjertesvikt | Sover med to puter, som vanlig. Ikke våknet av tungpust.
d hjertesvikt,hjemme | Tatt Furix, må mye på do frem til lunsj. Vil derfor ha sent besøk.
d hjertesvikt,sp | Pittingødem +1 bilat., uendret. Vekt {vekt}.
k hjertesvikt | Beina høyt i godstolen, mindre hovne enn i går.
d hjertesvikt | Drikker omtrent 1,5 l i døgnet, holder seg til avtalen.
d hjertesvikt,hjemme | Glemte å veie seg i dag, gjør det {neste}.
n hjertesvikt | Sov med hevet hodeende, rolig pust.
d hjertesvikt,sp,hjemme | Snakket om salt i maten, {han} [har sluttet med spekemat|salter mindre enn før].
d kols | SpO2 {spo2} i hvile, som {han} pleier. Hoster opp litt klart slim.
d kols | Tungpust etter stell, satt framoverlent fem minutter. Ingen ny hoste.
d kols | Inhalasjoner tatt med kammer, [bra teknikk|trengte påminning om å holde pusten].
d kols,sp | RF {rf} i hvile, SpO2 {spo2} uten O2. Habituelt.
k kols | Forstøver kl. {t}, lettere etterpå.
d kols,hjemme | Røyker fremdeles litt, vil ikke snakke om å slutte nå.
d kols | Hostet mye i natt, slim uendret. Følger med på farge.
d kols,sp,hjemme | Gått gjennom egenbehandlingsplanen, vet når {han} skal ringe.
n kols | Satt oppe i senga og pustet med leppebrems {t}, la seg etter en halvtime.
d kols | Orker mindre i dag, delte stellet i to.
d kols,sp | Kontrollert inhalasjonsteknikk, skyller munnen etter Symbicort. Ingen sopp i munnen.
d diabetes,sp | BS {bs} før frokost, satt insulin etter liste i magen [ve. side|hø. side].
d diabetes,hjemme | BS {bs} fastende. Spiste frokost før jeg gikk.
d diabetes,sp | BS {bs}, Lantus satt i [ve. lår|hø. lår]. Ingen kuler etter stikkene.
k diabetes | BS {bs} før kveldsmat, spiste to skiver.
k diabetes,sp | BS {bs}, kveldsinsulin satt {t}.
d diabetes,hjemme | Hadde spist før måling, BS {bs}. Minnet om å vente.
d diabetes,sp | Sett på føttene: hel hud, varme, [kjenner monofilament|nedsatt følelse under forfoten som før].
d diabetes | Litt skjelven kl. {t}, BS 4,1. Fikk juice og skive, BS 6,8 etter 20 min.
d diabetes,sp | Ny insulinpenn tatt i bruk, dato skrevet på.
d diabetes,hjemme | Har saft og druesukker liggende ved senga.
d diabetes,sp,hjemme | Snitt BS siste uke mellom {bs} og {bs_hoy}. Sendt til fastlege etter avtale.
n diabetes | BS {bs} kl. {t}, ikke behov for ekstra mat.
d slag | Svak arm henger litt etter, bruker den til å støtte brødskiva.
d slag | Leter etter ord i dag, tar seg god tid. Forstår godt.
d slag | Øvd på å kneppe knapper, klarte tre av fem.
d slag | Snudd forsiktig i svak skulder, ikke smerter i dag.
d slag | Drakk fortykket saft, ingen hoste under måltidet.
d slag | Sikler litt fra munnviken, tørket og smurt.
k slag | Mer uttalt svakhet når {han} er trøtt om kvelden, som kjent.
d slag | Overser svak side, fant ikke koppen før den ble flyttet.
d slag | Skinnen til hånda er på om natten, ingen merker.
d slag,sp | BT {bt}, under målet fastlegen har satt.
d slag | Lo av at {han} sa feil ord. God stemning.
d demens,hjemme | Husket ikke at jeg var der i går, men [kjente meg igjen|ble rolig da jeg sa navnet mitt].
d demens,hjemme | Leter etter veska, funnet i stekeovnen. Ovnen var ikke på.
d demens | Tatt på to gensere og ingen strømper, hjulpet.
d demens,hjemme | Trodde det var kveld. Fulgt til kalenderen og klokka.
d demens | Nektet først, kom da vi satte på musikk.
k demens | Vil hjem til mor, [avledet med bilder|gikk en runde i gangen sammen].
k demens | Urolig fra kl. {t}, roet seg da lyset ble dempet.
d demens,hjemme | Ringt {barn_eller} fire ganger i går, forteller {han}. Tydelig huskelapp ved telefonen.
d demens | Svarer ja på det meste, trenger to valg om gangen.
n demens | Oppe og kledd på seg {t}, fulgt tilbake i seng.
d demens,hjemme | Fant gamle piller i sukkerskåla, fjernet.
d demens | Kan ikke si når {han} sist spiste. Spiste godt da maten sto foran {ham}.
d demens | Sang med på hele visa i dag.
d demens | Beskylder [noen|oss] for å ha tatt lommeboka. Lå i jakka.
d parkinson | Stiv før første Sinemet, bedre etter 40 minutter.
d parkinson | Fryser til i døråpningen, telte takten sammen.
d parkinson | Medisin gitt på klokka kl. {t}. Viktig at medisinen ikke kommer sent.
d parkinson | Skjelver mer i dag, [dårlig natt|litt opprørt etter telefon].
k parkinson | Mye ufrivillige bevegelser (dyskinesier) i kveld, gikk over etter en time.
d parkinson | Lav stemme, ba {ham} ta i. Forstod da godt.
d parkinson | Svelger fint med haka ned, bruker tykk drikke.
n parkinson | Snudd {t}, klarer det ikke selv om natten.
d parkinson,sp | BT liggende {bt}, stående lavere og litt svimmel. Reiser seg i to trinn.
d parkinson,hjemme | Ser mus i gangen, vet at de ikke er der. Meldt fastlege sist.
d hofte,hjemme | Treningsprogram gjennomført i seng og ved kjøkkenbenken.
d hofte | Går med [krykker|rullator], belaster fullt.
d hofte,sp | Arret fint og tørt, ingen varme eller rødme.
d hofte | Smerter ved første reising, NRS {nrs1}, letter når {han} kommer i gang.
d hofte,sp | Klexane satt i magen, ingen blåmerker.
d hofte,hjemme | Bruker gripetang og strømpepåtrekker, klarte begge sokker selv.
d hofte,hjemme | Fysio var her i går, nye øvelser henger på kjøleskapet.
d hofte,hjemme | Er redd for å falle igjen, gikk bak {ham} i trappa.
d hofte,inst | Gangtrening i korridoren med fysio, [30|40|50] meter med [rullator|prekestol].
d hofte,inst | Trapp opp og ned med fysio, én følger. Sliten, men stolt.
d hofte,inst | Opp av stol uten hjelp fem ganger på rad.
k hofte,inst | Vondt etter dagens trening, NRS {nrs1}. Paracet 1 g, lettere etter en time.
d slag,inst | Ergo: [smørte brødskive med svak hånd|trent på av- og påkledning], delvis hjelp.
d slag,inst | Logoped i dag, benevner åtte av ti bilder.
d kols,inst | Deltok på lungegruppe, pust med motstand. SpO2 {spo2} etterpå.
d hjertesvikt,inst | Daglig vekt {vekt}, innenfor grensen. Beina opp etter middag.
d demens,inst | Fant ikke rommet sitt, fulgt. Kjente igjen bildet på døra.
k demens,inst | Samlet servietter og kopper i senga, ryddet stille etterpå.
d demens,inst | Dekket bord sammen med aktivitøren, [alt på rett plass|fornøyd med å hjelpe].
d diabetes,inst,sp | BS {bs} før frokost, insulin satt etter skjema.
d parkinson,inst | Falt i søvn over maten, medisintidene tas opp på visitt.
d sar,sp | Sår {side} legg {sar} cm, [granulerer|fibrin i bunnen], moderat sekresjon. Skylt med NaCl, [hydrofiber + skum|Aquacel og skum].
d sar,sp | Sårstell: {sar} cm, hel kant, ingen lukt. Neste stell {neste}.
d sar | Bandasjen tørr og på plass.
d sar,sp | Gjennomslag på bandasjen, skiftet. {sar} cm, [litt macerert kant|mindre sekresjon enn sist].
d sar,sp | Kompresjon lagt fra tå til kne, varm og rosa i tærne etterpå.
d sar | Klør under bandasjen, men lar den være.
d sar,sp | Bilde tatt med samtykke, lagt i journalen. Mål {sar} cm.
d sar,sp | Smerter under stell NRS {nrs2}. Gir Paracet en halv time før neste gang.
d psyk | Ikke dusjet på en uke, sier {han} ikke orker. Avtale {neste}.
d psyk | Snakket om natten: grubler, men ingen tanker om å skade seg. Spurt direkte.
d psyk | Gardinene trukket fra i dag, luftet sammen.
d psyk,hjemme | Svarte ikke på ringeklokka, ringte på tlf. Lå og sov, alt i orden.
d psyk | Gått tur sammen, 20 min. Lettere å snakke ute.
k psyk | Urolig i kveld, pustet sammen. Roet seg før jeg gikk.
d psyk | Tok morgenmedisin mens jeg så på. Sier den gjør {ham} trøtt.
d psyk,sp | Depotinjeksjon satt i [ve.|hø.] seteregion, neste om fire uker.
d psyk,hjemme | Ryddet kjøkkenbenken sammen, tok oppvasken selv.
d psyk | Vært på aktivitetshuset, spilte biljard.
d kreft | Smerter NRS {nrs1} i ro, tatt ekstra [Oxynorm|smertestillende] én gang siste døgn.
d kreft | Sliten etter kur, hvilte mesteparten av formiddagen.
d kreft,sp | Smerteplaster byttet, [ve.|hø.] overarm. Gammelt plaster brettet og kastet.
d kreft | Kvalm om morgenen, tok Afipran. Fikk i seg litt suppe.
d kreft,sp | Sett på veneporten, tørr og fin. Skylt etter prosedyre.
d kreft | Snakket om det som kommer. Vil ta én dag om gangen.
k kreft | Fikk sitte i stolen til kl. {t} med {venn} på besøk.
d kreft,sp | Munnsopp? Hvitt belegg, Mycostatin startet etter avtale med lege.
d kad,sp | Kateter skiftet uten problemer, Ch 14, klar urin. Neste om {uker} uker.
d kad | Kateterpose tømt, {ml} ml, klar urin.
d kad | Skiftet dagpose, stelt rundt kateteret.
k kad | Koblet nattpose, [slangen uten knekk|henger lavt nok].
d kad | Grumset urin, ingen feber. Drikke mer, følger med.
d kad,sp | Lekkasje ved siden av, skylt kateteret. God retur.
d ms | Trett i beina, brukte rullestol inne i dag.
d ms | Spasmer i natt, tøyd hamstring begge sider.
d ms | Varmen tar på, dusjet lunkent.
d ms | Orket å lage mat selv i går, betaler for det i dag.
d ms,sp | Selvkateterisering går greit, ingen tegn til UVI.
d ms | Ergo var innom og så på griperedskap.
d flimmer | Uregelmessig puls rundt {p}, ikke svimmel. Tar Eliquis to ganger daglig.
d flimmer,sp | Puls talt i ett minutt: {p}. BT {bt}.
d flimmer | Neseblod i går, stoppet etter ti min. Bruker blodfortynnende, følger med.
d syn | Ser dårlig, satte merke på mikroen og ovnen.
d syn | Lydboka lastet inn på nytt, fornøyd.
d nyre | Hviler etter dialyse i går, BT {bt}.
d nyre,sp | Fistelarm varm, god sus. Ingen BT på den armen.
d nyre | Holder seg til avtalt drikkemengde.
d smerte | Ryggen verst om morgenen, NRS {nrs1}. Varmepose og Paracet hjelper.
d smerte,hjemme | Sitter på ny pute, mindre vondt i halebeinet.
d artrose | Stive fingre, åpnet syltetøyglass og flasker for {ham}.
d artrose,sp | Voltaren gel på kneet, hel hud.
"""
