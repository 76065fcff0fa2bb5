"""Bokmål: the health station, by the steps of the programme (kodeverk 9505).

Every topic gives one sentence; tags are the step, and how the child is fed.
"""

CHILD_NB = """
# komme
* 10D | Hjemmebesøk dag {dager}, [begge foreldre til stede|mor og barn hjemme, far på jobb|mor, far og bestemor hjemme].
* 4U | [Kontroll på stasjonen|Kontroll 4 uker], kommer med {folge}.
* 6U | 6-ukerskontroll sammen med lege. Følge: {folge}.
* 3M | 3-månederskontroll, kommer med {folge}.
* 4M | Gruppekonsultasjon 4 måneder, {folge} deltok.
* 5M | 5-månederskontroll med {folge}.
* 6M | 6-månederskontroll sammen med lege, følge: {folge}.
* 8M | 8 måneder, kommer med {folge}.
* 10M | 10-månederskontroll med {folge}.
* 12M | 1-årskontroll sammen med lege. Kommer med {folge}.
* 15M | 15 måneder, kommer med {folge}.
* 18M | 17-18 måneder, kommer med {folge}.
* 2A | 2-årskontroll sammen med lege, følge: {folge}.
* 4A | 4-årskontroll, kommer med {folge}.
# maal
* 10D | Vekt {kropp_g} g (fødselsvekt {fv_g} g), hodeomkrets {hode} cm.
* 4U | Vekt {kropp_g} g, lengde {lengde} cm, hode {hode} cm.
* 6U | {kropp_g} g, {lengde} cm, hode {hode} cm, [følger kurva|jevn vekst].
* 3M 5M 6M | Vekt {kropp_g} g, lengde {lengde} cm, hode {hode} cm. [Følger egen kurve|Følger 50-prosentilen omtrent].
* 8M 10M | Vekt {kropp_kg} kg, lengde {lengde} cm, hode {hode} cm. Fin kurve.
* 12M 15M 18M | {kropp_kg} kg og {lengde} cm, hode {hode} cm. [Følger kurva|Jevn vekst siden sist].
* 2A 4A | Vekt {kropp_kg} kg, høyde {lengde} cm, KMI innenfor normalområdet.
# mat
* 10D,amme | Fullammes, [suger godt på begge sider|litt såre brystknopper, vist tak], seks til åtte våte bleier.
* 10D,flaske | Morsmelkerstatning hver tredje time, gulper litt. Godt med våte bleier.
* 4U,amme | Ammes etter behov, [rolig etter måltid|mye gulp, legger på seg fint]. D-dråper startet.
* 4U,flaske | Delvis ammet, delvis flaske. D-dråper startet.
* 6U,amme | Fullammes, D-dråper daglig.
* 6U,flaske | Tar 110 ml per måltid, D-dråper daglig.
* 3M,amme | Fullammes fortsatt. Har begynt å sove lengre økter om natten.
* 3M,flaske | Flaske seks ganger i døgnet, fornøyd etter måltid.
* 5M | Snakket om fast føde: [grøt og smakebiter fra seks måneder|har smakt litt gulrot, gikk fint]. Jern i kosten.
* 6M | Spiser grøt to ganger daglig, [liker pære|gulper mindre]. Kopp med vann til maten.
* 8M | Spiser tre måltider, litt biter. [Hoster av brødskorpe, vist hvordan|Spiser godt selv med fingrene].
* 10M | Familiens mat, finmoset. Tran eller D-dråper hver dag.
* 12M | Spiser det familien spiser, drikker av kopp. Overgang til lettmelk omtalt.
* 15M | [Kresen i perioder, tipset om faste måltider|Spiser variert]. Pusser tenner to ganger daglig.
* 18M | Spiser sammen med de andre i barnehagen, mindre hjemme.
* 2A | Spiser variert, [lite grønnsaker|glad i fisk]. Tannpuss to ganger daglig.
* 4A | Spiser variert, drikker vann i barnehagen.
# utvikling
* 10D | [Så vidt gul i ansiktet|Ingen gulfarge], navlen [tørr|litt fuktig, stelles], våken mellom måltidene.
* 4U | Følger med blikket, [løfter hodet kort i mageleie|god tone]. Uro om kvelden.
* 6U | Smiler, følger i 180 grader, hofter stabile, bilyd over hjertet ikke hørt. Rød refleks begge øyne.
* 3M | Griper etter rangla, [ler høyt|snakker i vei]. Litt flat bak på hø. side, snakket om variert leie.
* 4M | Ruller fra mage til rygg. Delte erfaringer om søvn i gruppa.
* 5M | Ruller begge veier, tar leker i munnen. Søvn: våkner to ganger.
* 6M | Sitter med støtte, bytter hånd, babler. Undersøkt av lege: ua.
* 8M | Krabber [på magen|på alle fire], redd for fremmede. Trygg hos {folge}.
* 10M | Reiser seg etter bordet, pinsettgrep, [vinker|leker tittei].
* 12M | Går [langs møbler|noen skritt alene], sier [mamma|to ord]. Hørsel og syn: reagerer som ventet.
* 15M | Går alene, peker på det {han} vil ha. [Fire ord|Mange lyder, tre ord].
* 18M | Bygger tårn, [10-15 ord|setter sammen to ord]. Trives i barnehagen.
* 2A | Tegner streker, setninger på to-tre ord. [Løper|Hopper] uten å falle. Språk vurdert med SATS.
* 4A | Språktest og synstavle gjennomført: [synet 0,8 på begge øyne|må kontrolleres på nytt på hø. øye]. Tegner hodefoting.
# vaksine
* 6U | Rotavirusvaksine dose 1 gitt.
* 3M | DTP-IPV-Hib-HepB, PKV og rota dose 2 gitt. [Gråt kort|Rolig etterpå].
* 5M | DTP-IPV-Hib-HepB og PKV dose 2 gitt, ingen reaksjon sist.
* 12M | DTP-IPV-Hib-HepB og PKV dose 3 gitt i hvert lår.
* 15M | MMR gitt i ve. overarm. Feber kan komme etter en ukes tid, informert.
# foreldre
* 10D | Snakket om søvnstilling, røyk og gråt. Mor er [sliten, men glad|preget av lite søvn]. Spurt alene om vold, avkreftet.
* 4U | Snakket om parforhold og avlastning. Far har permisjon om fire uker.
* 6U | Mor fylt ut EPDS, samtale i egen journal.
* 3M | Foreldrene [samarbeider godt om netter|er usikre på søvn], gitt råd om rutiner.
* 5M | Søvn er temaet nå, [prøver faste leggetider|våkner ofte, vil ikke ha søvntrening].
* 6M | Foreldrene [deler permisjonen likt|bytter om hvem som er hjemme], går greit.
* 8M | Snakket om sikkerhet i hjemmet: komfyrvakt, trappegrind.
* 10M | Barnehageplass er søkt. Mor begynner i 60 % jobb.
* 12M | Skjermbruk drøftet, foreldrene er bevisste.
* 15M | Sinne ved avledning, snakket om grenser og ro.
* 18M | Foreldrene opptatt av søsken, mye sjalusi nå. Tips gitt.
* 2A | Bleieslutt tas når {han} er klar. Snakket om vold og grenser, ingen bekymring.
* 4A | Foreldrene fornøyde, vil ha mer informasjon om skolestart. Spurt om livet hjemme, ingen bekymring.
# plan
* 10D | Ny veiing om en uke[, 6-ukerstime satt opp|].
* 4U | 6-ukerskontroll {dato_fram}
* 6U | 3-månederstime satt opp.
* 3M | Time 5 måneder satt opp.
* 5M 6M 8M 10M | Neste kontroll etter program.
* 12M | Time 15 måneder, MMR.
* 15M 18M | Neste time etter program.
* 2A | 4-årskontroll etter program.
* 4A | Ny [synstest|språkvurdering] om tre måneder ved behov, ellers skolestartundersøkelse.
"""

# A short contact between the steps.
CHILD_CONTACTS_NB = """
# kontakt
* baby | Mor ringte: [spiser mindre enn vanlig|hissig utslett på kinn]. Ingen feber, tisser som før. Ser det an, ringer igjen i morgen.
* baby,amme | Ammeveiledning på stasjonen, tak sett på. Prøver annen stilling, ny kontakt {neste}.
* baby | Veiing: {kropp_g} g, opp {opp_g} g siste uke. Fortsetter som før.
* baby,fersk | Far ringte om kolikk. Gråter mest fra 18 til 22, ellers fornøyd. Råd gitt, tilbud om samtale {neste}.
* baby | Tørr hud på kinn og i albuer, fet krem to ganger daglig. Kontroll ved neste time.
* smaa | Mor ringte: vil ikke sove i egen seng. Snakket om kveldsrutine, sender brosjyre.
* barnehage | Barnehagen har bedt om en samtale om språk. Avtalt felles møte {neste}, foreldrene samtykker.
* smaa | Far ringte: falt fra sofaen, kul i pannen, gråt med en gang og leker nå. Råd om hva han skal se etter i natt.
* smaa | Mor ringte om matlei. Vekten følger kurva, snakket om faste måltider og ro ved bordet.
* smaa | Kom innom for veiing: {kropp_kg} kg. Mor er roligere, ny veiing er ikke nødvendig.
* smaa | Far ringte om treg mage: mer væske og frukt, prøver i to uker.
* vaksinert | Mor ringte om feber dagen etter vaksine, 38,4. Leker og drikker. Råd gitt, ingen grunn til legevakt nå.
* skole,stor | Drop-in: vondt i hodet i timene. Drikker lite og hopper over frokost. Avtale om å komme igjen {neste}.
* skole,stor | Drop-in, krangel i vennegjengen. Snakket ut, vil selv ta det opp med kontaktlærer.
* skole,stor | Tilvisning fra kontaktlærer: mye fravær. Samtale avtalt {neste}, foreldre informert.
* skole,stor | Ønsker samtale om søvn. Mobilen ute av rommet, prøver i to uker.
* skole | Skadet ankel i gymtimen, hovent. Is og elastisk bind, mor hentet.
* skole,liten | Vondt i magen om morgenen før skolen. Samtale sammen med mor {neste}, kontaktlærer er informert.
* skole,liten | Falt i friminuttet, skrubbsår på kneet. Renset, plaster, tilbake til timen.
* skole,liten | Tisser på seg i timene. Avtale med lærer om fast dopause og mer drikke, mor ringes om to uker.
* skole,liten | Far ringte om hodelus i klassen. Råd om kur, melding sendt til alle på trinnet.
* skole,ungdom | Drop-in: spør om prevensjon for en venn. Fikk svar og brosjyre, kan komme tilbake alene.
* skole,stor | Svimmel i gymtimen, hadde ikke spist siden i går kveld. Spiste brødskive her, snakket om kropp og mat.
* skole,t1 | Skolestartundersøkelse: {kropp_kg} kg, {lengde} cm. Syn og hørsel ua. Gleder seg i friminuttene.
* skole,t2 | DTP-IPV gitt på 2. trinn, [ingen reaksjon|hvilte fem minutter etterpå].
* skole,t3 | Veid og målt på 3. trinn: {kropp_kg} kg, {lengde} cm. Trives med lek ute.
* skole,t6 | MMR dose 2 gitt på 6. trinn.
* skole,t7 | HPV-vaksine dose 1 gitt på 7. trinn.
* skole,t8 | Helsesamtale 8. trinn: {kropp_kg} kg, {lengde} cm. Trives, to gode venner, sover for lite i ukedagene.
* skole,t10 | DTP-IPV gitt på 10. trinn, samtykke fra foresatte.
"""
