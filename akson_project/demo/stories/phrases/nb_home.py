"""Home care in bokmål: what is written after an ordinary visit.

A line is `shifts tags | sentence`: d, k, n or * for the shift, then what must be true
of the patient or the author. `[a|b]` are ways to say it, `{x}` is filled in.
"""

HOME_NB = """
# ankomst
d | [Oppe og påkledd|Oppe og klar] da jeg kom kl. {t}.
d | Sov da jeg kom {t}, men våknet lett og var klar.
d | Lå til sengs ved ankomst {t}, [trøtt|litt tung å få i gang], men klar og orientert.
d | [Satt ved kjøkkenbordet|Satt i stua] og ventet ved ankomst.
d alene | Var alt i gang med frokosten da jeg kom.
d ektefelle | {Ekt} åpnet, {han} satt oppe i stua.
d radio | Oppe, radioen på, [blid og pratsom|i godt humør].
d avis | Satt med avisen da jeg kom, hadde stelt seg selv.
d nokkelboks | Låste meg inn, {han} sov fremdeles kl. {t}.
d hund | Hunden møtte i gangen, {han} kom etter [med rullator|på egne bein].
d katt | Lå og hvilte med katten på fanget.
d !rullestol | Kom selv og åpnet døra, [litt andpusten|rolig og fin].
d | [Forsinket|Kom forsinket], kl. {t} i stedet for til vanlig tid. Sa fra på tlf på forhånd.
d | Ikke ferdig med stell ved ankomst, ba meg vente litt.
k | [Satt oppe og så på TV|Satt i godstolen foran TV-en] ved kveldsbesøket.
k sen | Hadde lagt seg før jeg kom, [ville ikke opp igjen|ønsket bare medisiner].
k sen | Klar til å legge seg kl. {t}.
k ektefelle | {Ekt} hadde hjulpet med kveldsstell før jeg kom.
k alene | Mørkt i gangen, lå på sofaen uten lys på. Ville ha det slik.
k | Trøtt etter en lang dag, [ellers som vanlig|ellers i fin form].
n alarm | Utløst trygghetsalarm kl. {t}, ved uhell. Alt i orden.
n | Tilsyn kl. {t}, sov rolig.
n | Våken ved tilsyn {t}. Byttet innlegg, sov igjen da jeg gikk.
n | [Sov ved tilsyn|Sov tungt ved tilsyn|Sov, pustet rolig].
n | Hørte på radio ved tilsyn {t}, ønsket ingenting.
n | Tørst, fikk et glass vann {t}. Lagt godt til rette.
n | Dyna på gulvet, pakket inn igjen. Våknet ikke.
n alene | Våken og lys på kjøkkenet {t}. Fikk varm melk, la seg etterpå.
n | Hjulpet på toalettet {t}, ellers rolig.
# stell
d | Hjulpet med dusj[, vasket håret|, hårvask og neglestell|].
d dusjkrakk | Dusjet sittende på dusjkrakk, klarte overkroppen selv.
d | Stelt ved vask, [ønsket å utsette dusj til {neste}|dusj {neste}].
d | Ville ikke dusje i dag, [sliten etter dårlig natt|frøs]. Ny avtale {neste}.
d | Klarte det meste av morgenstellet selv, trengte hjelp til [rygg og bein|knapper og sokker|føttene].
d | Hjulpet med nedentil og rene klær. [Klarte overkropp selv|Pusset tenner selv].
d stromper | [Støttestrømper på|Tatt på støttestrømper], hel hud på leggene.
k stromper | Støttestrømper av, merker etter kanten, ellers fint.
d mann | Barbert [i dag|seg selv med litt hjelp].
d kvinne | Satt opp håret på {ham}, det liker {han}.
d | Trengte mer hjelp enn vanlig i stellet, [ba om pause to ganger|lite krefter].
d | Lagt fram klær, kledde på seg selv med litt veiledning.
d | Smurt [legger og føtter|rygg og armer] med fuktighetskrem.
k | Kveldsstell ved vasken, pusset protesen selv.
k | Hjulpet med pysj og tannpuss.
k | Ville stelle seg selv i kveld. Gikk fint.
d sp | Klippet negler på hendene. Fotpleier bør ta føttene, sagt fra til {barn_eller}.
d hf | Skiftet på senga[ og satt på en vask|, tok med tøy til vask].
d | Munnstell, litt tørr i munnen. Minnet om å drikke.
# hud
d | Hel og fin hud ved stell.
d | Litt rød i [lysken|hudfoldene], smurt med sinksalve.
d | Tørr hud på leggene, smurt. Klør en del.
d sp | Lite skrubbsår på [ve. albue|hø. håndledd], vasket og plaster på. Ser greit ut.
d | Blåmerke på [hø. overarm|ve. legg], husker ikke å ha slått seg. Følger med.
k | Rød på setet, avlastet og smurt. Snu seg mer, sagt fra.
d sp | Sprekk på [ve. hæl|hø. hæl], smurt og avlastet med pute.
d | Hevelse ve. ankel, mindre enn sist.
d rullestol | Ser ingen nye trykkmerker. Puten i stolen ligger riktig.
# mobil
d rullator | Gikk [til badet|til kjøkkenet|i gangen] med rullator, stødig.
d rullator | Ustø på beina, måtte støttes selv med rullator.
d stokk | Går med stokk inne, [litt stiv i starten|går fint].
d rullestol | Forflyttet fra seng til stol med én hjelper, [gikk greit|tung i dag].
d heis | Forflyttet med heis, to hjelpere. [Rolig under forflytning|Litt engstelig i seilet].
d rullator | Gått tur i trappegangen sammen, hvile halvveis.
d | Gjort [øvelsene fra fysio|balanseøvelsene] sammen, fem minutter.
d | Stiv og støl, [kom i gang etter hvert|brukte lang tid på å reise seg].
d !rullestol | Har vært ute [en tur rundt huset|til postkassen] på egen hånd.
d rullator | Bremsen på rullatoren tar dårlig, meldt hjelpemiddellageret.
d artrose | Vond i kneet når {han} går, holder seg mest inne.
k | Reiste seg uten hjelp. Bruker god tid.
d vinter | Glatt ute, vil holde seg inne til det er strødd.
d sommer | Sittet ute på verandaen, satte opp parasoll.
# mat
d | Spiste [én skive|to skiver|en halv skive] med [brunost|leverpostei|syltetøy|egg] og drakk kaffe.
d | Laget frokost, spiste [det meste|alt|halvparten].
d | Liten matlyst, tok [en yoghurt|noen skjeer grøt|en halv skive].
d | Smurt niste og satt fram til lunsj.
d matombringing | Varmet middag fra matombringing. [Smakte godt|Spiste litt over halvparten].
d matombringing | To middager fra matombringing urørt i kjøleskapet, kastet den eldste.
d | Gammel mat i kjøleskapet, ryddet ut i samråd med {ham}.
d | Drikker lite, satt fram en kanne med saft. Minnet om å drikke.
k | Kveldsmat: [havregrøt|brødskive og te|knekkebrød med ost], spiste [alt|det meste].
k | Hadde ikke spist middag, varmet suppe. Spiste godt.
k | Ville ikke ha kveldsmat. Tok [et glass melk|en banan].
d barn | {Barn} har fylt opp i kjøleskapet, [mye godt der|nok til helga].
d | Næringsdrikk tilbudt, drakk [en halv|hele].
k ektefelle | Spiste middag sammen med {ekt}, god appetitt.
d | Kvalm i dag tidlig, spiste bare litt tørt brød. Bedre da jeg gikk.
d vekt | Vekt {vekt}, [stabil|omtrent som sist].
# med
d multidose | Tok medisiner fra multidose med [tilsyn|litt vann og tilsyn].
d multidose | [Multidose gitt|Gitt multidose] {t}.
d multidose | Ny multidoserull levert, kontrollert mot listen. Stemmer.
d multidose,sp | Endring i multidose fra {dato}, gammel rull levert apoteket.
d dosett,sp | Lagt dosett for én uke, kontrollert av kollega.
d dosett | Tatt medisiner fra dosett selv, morgenrommet var tomt.
d dosett | Glemt kveldsmedisinen i går, lå igjen i dosetten. Sagt fra til sykepleier.
d dispenser | Dispenseren virker, [ingen avvik|fylt på for to uker].
k multidose | Kveldsmedisiner gitt, [ingen problemer|tok dem i yoghurt].
k sen | Ønsket sovetablett kl. {t}, gitt etter plan.
k sen | Spurte om en ekstra sovetablett, forklart hvorfor ikke. Godtok det.
d | Spyttet ut en tablett, tok den på nytt med syltetøy.
d | Lurer på hva den nye tabletten er for, forklart [muntlig|og vist på listen].
d sp | Øyedråper gitt [begge øyne|hø. øye]. Klarer det ikke selv.
d sp,smerte | Paracet 1 g kl. {t}, NRS {nrs1}. [God effekt|Lettere etter en time].
k smerte | Smerter i [hofta|ryggen|skuldra], fikk Paracet etter plan.
d sp | BT {bt}, P {p}. [Som vanlig|Notert til fastlege].
d sp | Ringt apoteket om manglende medisin, kommer {neste}.
d | Medisiner låst inn i skapet, nøkkel på plass.
d sp | Kontrollert medisinskap, kastet utgåtte salver i samråd med {ham}.
# humor
* | I godt humør[, spøkte litt|, fortalte om gamle dager|].
d | Nedstemt, sier dagene blir lange.
d | Virker [sliten|mer sliten enn forrige uke], vil ikke snakke om det.
d | Blid og fornøyd, ingen klager.
d | Bekymret for [økonomien|trappa|å bli liggende om natten]. Tok oss tid til en prat.
k | Litt urolig i kveld, roet seg med prat og te.
k alene | Sier {han} er redd for å være alene om natten.
d | Irritabel i dag, unnskyldte seg da jeg gikk.
d enke | Savner mannen sin, gråt litt. Satt hos henne.
d enkemann | Snakket om kona, ett år siden snart. Satt hos ham en stund.
d mann | Ordknapp, men takket for hjelpen.
d | Gledet seg til [besøk|frisøren|tur] i morgen.
k | Rolig og tilfreds kveld.
d | Husket navnet mitt i dag.
# sosialt
d barn | {Barn} på besøk [i helga|i går], det gjorde godt.
d barn | {Barn} ringte mens jeg var der, alt vel.
k barn | {Barn} var innom med middag.
d ektefelle | {Ekt} er sliten, snakket litt på tomannshånd i gangen.
d ektefelle | {Ekt} har tatt det meste av stellet selv i helga.
d hund | Naboen går tur med hunden så lenge.
d katt | Katten får mat av nabojenta.
d avis | Løser kryssord, leser fremdeles uten vansker.
d strikk | Strikker på [en genser til oldebarnet|et par votter].
k fotball | Så på fotballkamp, [fornøyd med resultatet|ikke fornøyd med resultatet].
d radio | Hører andakten på radio hver morgen, venter gjerne med stell til etterpå.
d | Vært på [dagsenter|frisør|eldretreff], sliten, men fornøyd.
d alene | Har ikke hatt besøk denne uka. Tilbudt besøksvenn, vil tenke på det.
k sommer | Satt på verandaen med naboen.
d | Skal [til tannlegen|til fastlegen|til øyelegen] {neste}, drosje er bestilt.
# sovn
d | Sovet godt.
d | Sovet lite, oppe [to|tre] ganger på do.
d | Våken fra kl. 04, [tenker mye|vondt i beina].
d | Sov til langt på dag, trøtt fremdeles.
n | Urolig, fikk byttet stilling og sov fra {t}.
n | Rolig natt.
n | Oppe på do kl. {t}, fulgt tilbake i seng.
# eliminasjon
d | Mage i orden.
d | Ikke hatt avføring på tre dager, gitt [Laktulose etter plan|svisker og mye drikke].
d sp | Treg mage, Movicol 1 pose gitt.
d | Løs mage siden i går, drikker godt.
d | Vått i senga, skiftet alt. Større innlegg til natten?
k | Toalettbesøk før legging.
d inkontinens | Bestilt flere innlegg, kommer {neste}.
d | Hyppig vannlating, ingen svie. Følger med.
# praktisk
d | Båret ut søppel og tatt inn posten.
d | Røykvarsleren pep, byttet batteri.
d alarm | Testet trygghetsalarmen, fikk svar med en gang.
d | Handleliste levert, varer kommer {neste}.
d nokkelboks | Nøkkelen gikk tregt i boksen, meldt vaktmester.
d | Ryddet gangen for ledninger og løse matter, snublefare.
d | Kaldt i leiligheten, skrudd opp varmen.
k | Kaffetrakteren sto på uten vann, slått av. Snakk om komfyrvakt.
d horeapparat | Byttet batteri i høreapparatet, hørte bedre.
d horeapparat | Finner ikke høreapparatet, let overalt. {Barn_eller} får beskjed.
d syn | Hjalp med å lese brev fra [sykehuset|NAV|kommunen].
d | Ny seng levert i dag, for høy. Justert.
d | Varmepute sto på hele natten, snakket om brannfare.
# plan
d | Ringer {neste} for å høre hvordan det går.
d sp | Tar BT på nytt {neste}.
d | Ber kveldsvakt følge med på [matinntak|smerter|væske].
d hf | Tatt opp med sykepleier på vakt.
d sp | Sagt fra til primærkontakt, tas på rapport.
d sp | Oppdatert tiltaksplanen.
d | Ny vurdering {neste}.
k | Dagvakt bes se til {ham} først på listen.
k hf | Meldt videre til sykepleier.
"""
