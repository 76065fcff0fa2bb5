"""Notes that sum up: the first visit, the review of the plan, the doctor's round."""

from akson_project.demo.stories.model import Language

# Filled in by `summing_up`: {name} {age} {marital} {illness} {home} {aids} {kin} {med} {matters}
ARRIVAL_HOME: dict[Language, tuple[str, ...]] = {
    "nb": (
        "Kartleggingsbesøk. {name}, {age} år, {marital}. {illness_up}. {home}. Hjelpemidler: {aids}. {med}. Viktig for {ham}: {matters}. Pårørende: {kin}. Mål: bo hjemme med trygge dager. MST og fallrisiko tas innen to uker.",
        "Oppstart av tjenesten. {illness_up}, {age} år. {home}. {med}. Bruker selv ord om hva som er viktig: {matters}. Pårørende: {kin}. Hjelpemidler i bruk: {aids}. Adkomst lagt inn. Ny vurdering av timer om fire uker.",
    ),
    "nn": (
        "Kartleggingsbesøk. {name}, {age} år, {marital}. {illness_up}. {home}. Hjelpemiddel: {aids}. {med}. Viktig for {ham}: {matters}. Pårørande: {kin}. Mål: bu heime med trygge dagar. MST og fallrisiko blir tekne innan to veker.",
        "Oppstart av tenesta. {illness_up}, {age} år. {home}. {med}. Eigne ord om kva som er viktig: {matters}. Pårørande: {kin}. Hjelpemiddel i bruk: {aids}. Tilkomst lagd inn. Ny vurdering av timar om fire veker.",
    ),
}
ARRIVAL_WARD: dict[Language, tuple[str, ...]] = {
    "nb": (
        "Innkomstsamtale. {name}, {age} år, {marital}. {illness_up}. Hjelpemidler: {aids}. Legemiddelliste samstemt med fastlege og e-resept ved ankomst. Viktig for {ham}: {matters}. Pårørende: {kin}. MST, fall og hud vurderes innen fristen.",
    ),
    "nn": (
        "Innkomstsamtale. {name}, {age} år, {marital}. {illness_up}. Hjelpemiddel: {aids}. Legemiddelliste samstemt med fastlege og e-resept ved framkomst. Viktig for {ham}: {matters}. Pårørande: {kin}. MST, fall og hud blir vurderte innan fristen.",
    ),
}
REVIEW: dict[Language, tuple[str, ...]] = {
    "nb": (
        "Primærkontakt har gått gjennom tiltaksplanen med {ham}. {illness_up}: tiltakene virker, ingen endring. Vil fremdeles {matters}. Ny gjennomgang om seks måneder.",
        "Teammøte: {illness}. Funksjon uendret siste kvartal, {aids} i bruk. Drøftet om besøkene kan samles, {han} ønsker samme tidspunkt som nå. Ingen endring i timer.",
        "Evaluering av mål: {matters}. Delvis nådd. Prøver lengre besøk to dager i uka i stedet for korte hver dag, vurderes om en måned.",
        "Fordelingsmøte: riktig tjenestenivå. Legemiddelliste samstemt, vekt {vekt}, BT {bt}, fallrisiko vurdert på nytt. Ingen nye tiltak.",
        "Samtale om tjenesten hjemme hos {ham}: fornøyd med hjelpen, savner å få vite hvem som kommer. Ukeplan legges på kjøkkenbordet. {illness_up}, BT {bt}.",
        "Samarbeidsmøte med fastlege på tlf: {illness}. Enige om BT-mål og kontroll om tre måneder. Siste BT {bt}, P {p}. Oppdatert liste kommer elektronisk.",
        "Revurdert behov etter tre måneder: {aids} i bruk, klarer mer av morgenstellet selv. Timer beholdes ut perioden. Mål: {matters}.",
        "Gjennomgang med fagsykepleier: MST 0, ingen fall siste tre måneder, hud hel. {illness_up} følges som før. Det viktigste for {ham} er fortsatt å {matters}.",
    ),
    "nn": (
        "Primærkontakt har gått gjennom tiltaksplanen med {ham}. {illness_up}: tiltaka verkar, inga endring. Vil framleis {matters}. Ny gjennomgang om seks månader.",
        "Teammøte: {illness}. Funksjon uendra siste kvartalet, {aids} i bruk. Drøfta om besøka kan samlast, {han} ønskjer same tidspunkt som no. Inga endring i timar.",
        "Evaluering av mål: {matters}. Delvis nådd. Prøver lengre besøk to dagar i veka i staden for korte kvar dag, blir vurdert om ein månad.",
        "Fordelingsmøte: rett tenestenivå. Legemiddelliste samstemt, vekt {vekt}, BT {bt}, fallrisiko vurdert på nytt. Ingen nye tiltak.",
        "Samtale om tenesta heime hos {ham}: nøgd med hjelpa, saknar å få vite kven som kjem. Vekeplan blir lagd på kjøkenbordet. {illness_up}, BT {bt}.",
        "Samarbeidsmøte med fastlege på tlf: {illness}. Samde om BT-mål og kontroll om tre månader. Siste BT {bt}, P {p}. Oppdatert liste kjem elektronisk.",
        "Revurdert behov etter tre månader: {aids} i bruk, klarer meir av morgonstellet sjølv. Timane står ut perioden. Mål: {matters}.",
        "Gjennomgang med fagsjukepleiar: MST 0, ingen fall siste tre månadene, huda heil. {illness_up} blir følgd som før. Det viktigaste for {ham} er framleis å {matters}.",
    ),
}
ROUND: dict[Language, tuple[str, ...]] = {
    "nb": (
        "Visitt. {illness_up}, stabil. BT {bt}, P {p}, vekt {vekt}. Blodprøver gjennomgått uten funn som krever endring. Ingen medikamentendring.",
        "Visitt: tilsett på rommet, sier {han} har det greit. {illness_up}. Paracet fast reduseres til ved behov. Ny vurdering om to uker.",
        "Årskontroll hos sykehjemslege. Cor og pulm ua., ingen ødem av betydning, hud fin. BT {bt}. Hb, kreatinin, TSH og HbA1c rekvirert.",
        "Visitt: spørsmål fra pleien om kvalme om morgenen. Mage myk, vekt {vekt}. Jern flyttes til kveld, ny vurdering {neste}.",
        "Visitt. Hovne legger, ikke tungpust. BT {bt}, vekt {vekt}. Kompresjon og beina høyt først, ikke vanndrivende nå.",
        "Visitt: hoste i en uke, afebril, lunger ua., SpO2 {spo2}. Ser an, ny temp ved behov.",
        "Gjennomgang med primærkontakt: {illness}. Hb 12,3, kreatinin 88, natrium 139. Ingen tiltak, ny prøve om tre måneder.",
        "Visitt: ikke smerter i hvile, stiv om morgenen. Paracet 1 g x 3 fast prøves i to uker, fysio orientert. P {p}, BT {bt}.",
        "Visitt. Sår i munnviken, sopp. Daktar munngel i ti dager. Ellers {illness}, uendret.",
        "Visitt etter spørsmål fra pleien om søvn: ingen ny sovemedisin, heller dagslys og faste tider. Vurderes igjen {neste}.",
        "Visitt. Legemiddelliste gjennomgått: betablokker videreføres, statin avsluttes grunnet alder og antall tabletter. Pasient og pårørende enige. BT {bt}.",
    ),
    "nn": (
        "Visitt. {illness_up}, stabil. BT {bt}, P {p}, vekt {vekt}. Blodprøver gjennomgått utan funn som krev endring. Inga medikamentendring.",
        "Visitt: sett til på rommet, seier {han} har det greitt. {illness_up}. Paracet fast blir redusert til ved behov. Ny vurdering om to veker.",
        "Årskontroll hos sjukeheimslege. Cor og pulm ua., ikkje ødem av betydning, huda fin. BT {bt}. Hb, kreatinin, TSH og HbA1c rekvirert.",
        "Visitt: spørsmål frå pleia om kvalme om morgonen. Mage mjuk, vekt {vekt}. Jern blir flytta til kveld, ny vurdering {neste}.",
        "Visitt. Hovne legger, ikkje tungpusta. BT {bt}, vekt {vekt}. Kompresjon og beina høgt først, ikkje vassdrivande no.",
        "Visitt: hoste i ei veke, afebril, lunger ua., SpO2 {spo2}. Ser det an, ny temp ved behov.",
        "Gjennomgang med primærkontakt: {illness}. Hb 12,3, kreatinin 88, natrium 139. Ingen tiltak, ny prøve om tre månader.",
        "Visitt: ikkje smerter i kvile, stiv om morgonen. Paracet 1 g x 3 fast blir prøvd i to veker, fysio orientert. P {p}, BT {bt}.",
        "Visitt. Sår i munnviken, sopp. Daktar munngel i ti dagar. Elles {illness}, uendra.",
        "Visitt etter spørsmål frå pleia om søvn: inga ny sovemedisin, heller dagslys og faste tider. Ny vurdering {neste}.",
        "Visitt. Legemiddelliste gjennomgått: betablokkar blir vidareført, statin avslutta på grunn av alder og talet på tablettar. Pasient og pårørande samde. BT {bt}.",
    ),
}
MATTERS: dict[Language, tuple[str, ...]] = {
    "nb": (
        "bo hjemme så lenge som mulig",
        "få dusje selv",
        "komme seg ut på tur hver dag",
        "slippe flere sykehusopphold",
        "få spise middag med familien på søndager",
        "ha faste folk som kommer",
        "sove til klokka ni",
        "få stelle blomstene",
        "klare å gå til butikken",
        "være til nytte",
        "få være med i kirken",
    ),
    "nn": (
        "bu heime så lenge som mogleg",
        "få dusje sjølv",
        "kome seg ut på tur kvar dag",
        "sleppe fleire sjukehusopphald",
        "få ete middag med familien på sundagar",
        "ha faste folk som kjem",
        "sove til klokka ni",
        "få stelle blomane",
        "klare å gå til butikken",
        "vere til nytte",
        "få vere med i kyrkja",
    ),
}
AIDS: dict[Language, dict[str, str]] = {
    "nb": {
        "rullator": "rullator",
        "stokk": "stokk",
        "rullestol": "rullestol",
        "heis": "personløfter",
        "alarm": "trygghetsalarm",
        "dusjkrakk": "dusjkrakk",
        "horeapparat": "høreapparat",
        "stromper": "støttestrømper",
        "": "ingen foreløpig",
    },
    "nn": {
        "rullator": "rullator",
        "stokk": "stokk",
        "rullestol": "rullestol",
        "heis": "personlyftar",
        "alarm": "tryggleiksalarm",
        "dusjkrakk": "dusjkrakk",
        "horeapparat": "høyreapparat",
        "stromper": "støttestrømper",
        "": "ingen så langt",
    },
}
HOME: dict[Language, dict[str, str]] = {
    "nb": {
        "alene": "Bor alene",
        "ektefelle": "Bor sammen med ektefelle",
        "": "Bor sammen med familie",
    },
    "nn": {
        "alene": "Bur åleine",
        "ektefelle": "Bur saman med ektefelle",
        "": "Bur saman med familie",
    },
}
MEDICINES: dict[Language, dict[str, str]] = {
    "nb": {
        "multidose": "Multidose fra apoteket hver 14. dag",
        "dosett": "Dosett legges av sykepleier ukentlig",
        "dispenser": "Elektronisk medisindispenser",
        "": "Styrer medisinene selv",
    },
    "nn": {
        "multidose": "Multidose frå apoteket kvar 14. dag",
        "dosett": "Dosett blir lagd av sjukepleiar kvar veke",
        "dispenser": "Elektronisk medisindispensar",
        "": "Styrer medisinane sjølv",
    },
}
NO_KIN: dict[Language, str] = {"nb": "ingen oppgitt", "nn": "ingen oppgjevne"}
KIN_WORD: dict[Language, dict[str, str]] = {
    "nb": {
        "EF": "ektefelle",
        "SA": "samboer",
        "DA": "datter",
        "SO": "sønn",
        "SI": "søster",
        "BR": "bror",
        "BB": "barnebarn",
        "AP": "venn",
    },
    "nn": {
        "EF": "ektefelle",
        "SA": "sambuar",
        "DA": "dotter",
        "SO": "son",
        "SI": "syster",
        "BR": "bror",
        "BB": "barnebarn",
        "AP": "ven",
    },
}
