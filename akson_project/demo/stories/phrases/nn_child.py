"""Nynorsk: the health station, by the steps of the programme (form: see `nb_child`)."""

CHILD_NN = """
# komme
* 10D | Heimebesøk dag {dager}, [begge foreldra til stades|mor og barn heime, far på jobb|mor, far og bestemor heime].
* 4U | [Kontroll på stasjonen|Kontroll 4 veker], kjem med {folge}.
* 6U | 6-vekerskontroll saman med lege. Følgje: {folge}.
* 3M | 3-månaderskontroll, kjem med {folge}.
* 4M | Gruppekonsultasjon 4 månader, {folge} var med.
* 5M | 5-månaderskontroll med {folge}.
* 6M | 6-månaderskontroll saman med lege, følgje: {folge}.
* 8M | 8 månader, kjem med {folge}.
* 10M | 10-månaderskontroll med {folge}.
* 12M | 1-årskontroll saman med lege. Kjem med {folge}.
* 15M | 15 månader, kjem med {folge}.
* 18M | 17-18 månader, kjem med {folge}.
* 2A | 2-årskontroll saman med lege, følgje: {folge}.
* 4A | 4-årskontroll, kjem med {folge}.
# maal
* 10D | Vekt {kropp_g} g (fødselsvekt {fv_g} g), hovudomkrins {hode} cm.
* 4U | Vekt {kropp_g} g, lengd {lengde} cm, hovud {hode} cm.
* 6U | {kropp_g} g, {lengde} cm, hovud {hode} cm, [følgjer kurva|jamn vekst].
* 3M 5M 6M | Vekt {kropp_g} g, lengd {lengde} cm, hovud {hode} cm. [Følgjer eiga kurve|Følgjer 50-prosentilen om lag].
* 8M 10M | Vekt {kropp_kg} kg, lengd {lengde} cm, hovud {hode} cm. Fin kurve.
* 12M 15M 18M | {kropp_kg} kg og {lengde} cm, hovud {hode} cm. [Følgjer kurva|Jamn vekst sidan sist].
* 2A 4A | Vekt {kropp_kg} kg, høgd {lengde} cm, KMI innanfor normalområdet.
# mat
* 10D,amme | Fullammar, [syg godt på begge sider|litt såre brystvorter, vist tak], seks til åtte våte bleier.
* 10D,flaske | Morsmjølkerstatning kvar tredje time, gulpar litt. Godt med våte bleier.
* 4U,amme | Ammar etter behov, [roleg etter måltid|mykje gulp, legg på seg fint]. D-dropar starta.
* 4U,flaske | Delvis amming, delvis flaske. D-dropar starta.
* 6U,amme | Fullammar, D-dropar dagleg.
* 6U,flaske | Tek 110 ml per måltid, D-dropar dagleg.
* 3M,amme | Fullammar framleis. Har byrja å sove lengre økter om natta.
* 3M,flaske | Flaske seks gonger i døgnet, nøgd etter måltid.
* 5M | Snakka om fast føde: [graut og smaksprøver frå seks månader|har smakt litt gulrot, gjekk fint]. Jern i kosten.
* 6M | Et graut to gonger dagleg, [likar pære|gulpar mindre]. Kopp med vatn til maten.
* 8M | Et tre måltid, litt bitar. [Hostar av brødskorpe, vist korleis|Et godt sjølv med fingrane].
* 10M | Mat som familien, finmosa. Tran eller D-dropar kvar dag.
* 12M | Et det familien et, drikk av kopp. Overgang til lettmjølk nemnd.
* 15M | [Kresen i periodar, råd om faste måltid|Et variert]. Pussar tennene to gonger dagleg.
* 18M | Et saman med dei andre i barnehagen, mindre heime.
* 2A | Et variert, [lite grønsaker|glad i fisk]. Tannpuss to gonger dagleg.
* 4A | Et variert, drikk vatn i barnehagen.
# utvikling
* 10D | [Så vidt gul i andletet|Ingen gulfarge], navlen [tørr|litt fuktig, blir stelt], vaken mellom måltida.
* 4U | Følgjer med blikket, [lyfter hovudet kort i mageleie|god tone]. Uro om kvelden.
* 6U | Smiler, følgjer i 180 grader, hofter stabile, ikkje bilyd over hjartet. Raud refleks begge auge.
* 3M | Grip etter rangla, [ler høgt|snakkar i veg]. Litt flat bak på hø. side, snakka om variert leie.
* 4M | Rullar frå mage til rygg. Delte erfaringar om søvn i gruppa.
* 5M | Rullar begge vegar, tek leikar i munnen. Søvn: vaknar to gonger.
* 6M | Sit med støtte, byter hand, bablar. Undersøkt av lege: ua.
* 8M | Kryp [på magen|på alle fire], redd for framande. Trygg hos {folge}.
* 10M | Reiser seg etter bordet, pinsettgrep, [vinkar|leikar tittei].
* 12M | Går [langs møblar|nokre steg åleine], seier [mamma|to ord]. Høyrsel og syn: reagerer som venta.
* 15M | Går åleine, peikar på det {han} vil ha. [Fire ord|Mange lydar, tre ord].
* 18M | Byggjer tårn, [10-15 ord|set saman to ord]. Trivst i barnehagen.
* 2A | Teiknar strekar, setningar på to-tre ord. [Spring|Hoppar] utan å falle. Språk vurdert med SATS.
* 4A | Språktest og synstavle gjennomført: [synet 0,8 på begge auge|må kontrollerast på nytt på hø. auge]. Teiknar hovudfoting.
# vaksine
* 6U | Rotavirusvaksine dose 1 gitt.
* 3M | DTP-IPV-Hib-HepB, PKV og rota dose 2 gitt. [Gret kort|Roleg etterpå].
* 5M | DTP-IPV-Hib-HepB og PKV dose 2 gitt, ingen reaksjon sist.
* 12M | DTP-IPV-Hib-HepB og PKV dose 3 gitt i kvart lår.
* 15M | MMR gitt i ve. overarm. Feber kan kome etter ei vekes tid, informert.
# foreldre
* 10D | Snakka om søvnstilling, røyk og gråt. Mor er [sliten, men glad|prega av lite søvn]. Spurt åleine om vald, avkrefta.
* 4U | Snakka om parforhold og avlasting. Far har permisjon om fire veker.
* 6U | Mor har fylt ut EPDS, samtale i eigen journal.
* 3M | Foreldra [samarbeider godt om nettene|er usikre på søvn], gitt råd om rutinar.
* 5M | Søvn er temaet no, [prøver faste leggjetider|vaknar ofte, vil ikkje ha søvntrening].
* 6M | Foreldra [deler permisjonen likt|byter om kven som er heime], går greitt.
* 8M | Snakka om tryggleik i heimen: komfyrvakt, trappegrind.
* 10M | Har søkt barnehageplass. Mor byrjar i 60 % jobb.
* 12M | Skjermbruk drøfta, foreldra er medvitne.
* 15M | Sinne ved avleiing, snakka om grenser og ro.
* 18M | Foreldra opptekne av sysken, mykje sjalusi no. Råd gitt.
* 2A | Bleieslutt når {han} er klar. Snakka om vald og grenser, ikkje uro.
* 4A | Foreldra nøgde, vil ha meir informasjon om skulestart. Spurt om livet heime, ikkje uro.
# plan
* 10D | Ny veging om ei veke[, 6-vekerstime sett opp|].
* 4U | 6-vekerskontroll {dato_fram}
* 6U | 3-månaderstime sett opp.
* 3M | Time 5 månader sett opp.
* 5M 6M 8M 10M | Neste kontroll etter program.
* 12M | Time 15 månader, MMR.
* 15M 18M | Neste time etter program.
* 2A | 4-årskontroll etter program.
* 4A | Ny [synstest|språkvurdering] om tre månader ved behov, elles skulestartundersøking.
"""

CHILD_CONTACTS_NN = """
# kontakt
* baby | Mor ringde: [et mindre enn vanleg|hissig utslett på kinn]. Ingen feber, tissar som før. Ser det an, ringjer att i morgon.
* baby,amme | Ammerettleiing på stasjonen, tak sett på. Prøver anna stilling, ny kontakt {neste}.
* baby | Veging: {kropp_g} g, opp {opp_g} g siste veka. Held fram som før.
* baby,fersk | Far ringde om kolikk. Græt mest frå 18 til 22, elles nøgd. Råd gitt, tilbod om samtale {neste}.
* baby | Tørr hud på kinn og i olbogar, feit krem to gonger dagleg. Kontroll ved neste time.
* smaa | Mor ringde: vil ikkje sove i eiga seng. Snakka om kveldsrutine, sender brosjyre.
* barnehage | Barnehagen har bede om ein samtale om språk. Avtalt felles møte {neste}, foreldra samtykkjer.
* smaa | Far ringde: fall frå sofaen, kul i panna, gret med ein gong og leikar no. Råd om kva han skal sjå etter i natt.
* smaa | Mor ringde om matlei. Vekta følgjer kurva, snakka om faste måltid og ro ved bordet.
* smaa | Kom innom for veging: {kropp_kg} kg. Mor er rolegare, ny veging er ikkje naudsynt.
* smaa | Far ringde om treg mage: meir væske og frukt, prøver i to veker.
* vaksinert | Mor ringde om feber dagen etter vaksine, 38,4. Leikar og drikk. Råd gitt, ingen grunn til legevakt no.
* skole,stor | Drop-in: vondt i hovudet i timane. Drikk lite og hoppar over frukost. Avtale om å kome att {neste}.
* skole,stor | Drop-in, krangel i venegjengen. Snakka ut, vil sjølv ta det opp med kontaktlærar.
* skole,stor | Tilvising frå kontaktlærar: mykje fråvær. Samtale avtalt {neste}, foreldre informerte.
* skole,stor | Ønskjer samtale om søvn. Mobilen ut av rommet, prøver i to veker.
* skole | Skadde okla i gymtimen, hoven. Is og elastisk bind, mor henta.
* skole,liten | Vondt i magen om morgonen før skulen. Samtale saman med mor {neste}, kontaktlærar er informert.
* skole,liten | Fall i friminuttet, skrubbsår på kneet. Reinsa, plaster, attende til timen.
* skole,liten | Tissar på seg i timane. Avtale med lærar om fast dopause og meir drikke, mor blir ringd om to veker.
* skole,liten | Far ringde om hovudlus i klassen. Råd om kur, melding send til alle på steget.
* skole,ungdom | Drop-in: spør om prevensjon for ein ven. Fekk svar og brosjyre, kan kome att åleine.
* skole,stor | Svimmel i gymtimen, hadde ikkje ete sidan i går kveld. Åt brødskive her, snakka om kropp og mat.
* skole,t1 | Skulestartundersøking: {kropp_kg} kg, {lengde} cm. Syn og høyrsel ua. Gler seg over friminutta.
* skole,t2 | DTP-IPV gitt på 2. steg, [ingen reaksjon|kvilte fem minutt etterpå].
* skole,t3 | Vege og målt på 3. steg: {kropp_kg} kg, {lengde} cm. Trivst med leik ute.
* skole,t6 | MMR dose 2 gitt på 6. steg.
* skole,t7 | HPV-vaksine dose 1 gitt på 7. steg.
* skole,t8 | Helsesamtale 8. steg: {kropp_kg} kg, {lengde} cm. Trivst, to gode vener, søv for lite i vekedagane.
* skole,t10 | DTP-IPV gitt på 10. steg, samtykke frå føresette.
"""
