"""What people are ill with, and what must be known about them at a glance."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """An illness: its tag, how common it is, ages, and its name in both forms."""

    tag: str
    weight: int
    ages: tuple[int, int]
    nb: str
    nn: str
    also: str = ""


AT_HOME = (
    Condition(
        "hjertesvikt",
        10,
        (72, 94),
        "hjertesvikt (NYHA II-III)",
        "hjartesvikt (NYHA II-III)",
        "vekt",
    ),
    Condition("kols", 9, (62, 87), "KOLS grad III", "KOLS grad III"),
    Condition(
        "diabetes", 11, (58, 89), "diabetes type 2, insulin", "diabetes type 2, insulin"
    ),
    Condition(
        "slag",
        8,
        (60, 90),
        "hjerneslag for to år siden",
        "hjerneslag for to år sidan",
        "slag",
    ),
    Condition(
        "demens",
        14,
        (74, 94),
        "Alzheimers sykdom, mild til moderat",
        "Alzheimers sjukdom, mild til moderat",
    ),
    Condition("parkinson", 5, (66, 87), "Parkinsons sykdom", "Parkinsons sjukdom"),
    Condition(
        "hofte",
        7,
        (72, 93),
        "operert for hoftebrudd i fjor",
        "operert for hoftebrot i fjor",
        "smerte",
    ),
    Condition("sar", 7, (66, 92), "venøst leggsår", "venøst leggsår", "smerte"),
    Condition(
        "psyk", 6, (32, 76), "tilbakevendende depresjon", "tilbakevendande depresjon"
    ),
    Condition(
        "kreft",
        5,
        (55, 85),
        "tykktarmskreft, livsforlengende behandling",
        "tjukktarmskreft, livsforlengjande behandling",
        "smerte",
    ),
    Condition(
        "kad",
        4,
        (70, 92),
        "urinretensjon, permanent kateter",
        "urinretensjon, permanent kateter",
    ),
    Condition("ms", 3, (38, 65), "multippel sklerose", "multippel sklerose"),
    Condition("flimmer", 8, (72, 94), "atrieflimmer", "atrieflimmer"),
    Condition(
        "syn",
        4,
        (80, 96),
        "maculadegenerasjon, svaksynt",
        "maculadegenerasjon, svaksynt",
        "syn",
    ),
    Condition(
        "nyre",
        3,
        (60, 84),
        "nyresvikt, dialyse tre dager i uka",
        "nyresvikt, dialyse tre dagar i veka",
    ),
    Condition(
        "artrose",
        7,
        (75, 95),
        "artrose i knær og hofter",
        "artrose i kne og hofter",
        "smerte",
    ),
)

IN_NURSING_HOME = (
    Condition(
        "demens", 24, (76, 97), "Alzheimers sykdom", "Alzheimers sjukdom", "inkontinens"
    ),
    Condition(
        "slag",
        7,
        (68, 92),
        "hjerneslag med lammelse",
        "hjerneslag med lamming",
        "inkontinens",
    ),
    Condition(
        "hjertesvikt",
        6,
        (80, 98),
        "langtkommen hjertesvikt",
        "langtkomen hjartesvikt",
        "vekt",
    ),
    Condition(
        "parkinson",
        4,
        (72, 90),
        "Parkinsons sykdom, langtkommen",
        "Parkinsons sjukdom, langtkomen",
    ),
    Condition("kols", 4, (70, 90), "KOLS grad IV", "KOLS grad IV"),
    Condition(
        "artrose",
        5,
        (84, 98),
        "generell svikt, artrose",
        "generell svikt, artrose",
        "smerte",
    ),
    Condition(
        "diabetes", 4, (74, 92), "diabetes type 2, insulin", "diabetes type 2, insulin"
    ),
)

SHORT_STAY = (
    Condition(
        "hofte",
        8,
        (74, 93),
        "opptrening etter hoftebrudd",
        "opptrening etter hoftebrot",
        "smerte",
    ),
    Condition(
        "kols",
        3,
        (66, 88),
        "etter lungebetennelse, KOLS",
        "etter lungebetennelse, KOLS",
    ),
    Condition(
        "slag",
        4,
        (62, 88),
        "opptrening etter hjerneslag",
        "opptrening etter hjerneslag",
    ),
    Condition(
        "hjertesvikt",
        4,
        (76, 94),
        "etter sykehusopphold for hjertesvikt",
        "etter sjukehusopphald for hjartesvikt",
        "vekt",
    ),
)

# Lines as `people.Person.critical` reads them: (tag or "", nb, nn).
CRITICAL = (
    (
        "",
        "1 | high | Penicillin: utslett og pustevansker | pasienten | J01C | y12",
        "1 | high | Penicillin: utslett og pustevanskar | pasienten | J01C | y12",
    ),
    (
        "",
        "1 | medium | Trimetoprim-sulfa: utslett | fastlege | J01EE01 | y6",
        "1 | medium | Trimetoprim-sulfa: utslett | fastlege | J01EE01 | y6",
    ),
    (
        "",
        "1 | medium | NSAIDs: magesårblødning | epikrise | M01A | y4",
        "1 | medium | NSAIDs: magesårbløding | epikrise | M01A | y4",
    ),
    (
        "",
        "1 | low | Plaster: kontakteksem, bruk silikon | hjemmetjenesten | | y2",
        "1 | low | Plaster: kontakteksem, bruk silikon | heimetenesta | | y2",
    ),
    (
        "",
        "1 | medium | Jodkontrast: elveblest | epikrise | V08 | y7",
        "1 | medium | Jodkontrast: elveblest | epikrise | V08 | y7",
    ),
    (
        "",
        "1 | low | Kodein: uttalt kvalme | pasienten | R05DA04 | y5 | refuted | Tålt i små doser etter operasjon",
        "1 | low | Kodein: uttalt kvalme | pasienten | R05DA04 | y5 | refuted | Tolt i små dosar etter operasjon",
    ),
    (
        "",
        "2 | high | Vanskelig intubasjon ved operasjon | epikrise | | y8",
        "2 | high | Vanskeleg intubasjon ved operasjon | epikrise | | y8",
    ),
    (
        "",
        "3 | high | Binyrebarksvikt: trenger ekstra kortison ved sykdom | epikrise | E27.4 | y6",
        "3 | high | Binyrebarksvikt: treng ekstra kortison ved sjukdom | epikrise | E27.4 | y6",
    ),
    (
        "",
        "3 | medium | Epilepsi, siste anfall for tre år siden | fastlege | G40.9 | y3",
        "3 | medium | Epilepsi, siste anfall for tre år sidan | fastlege | G40.9 | y3",
    ),
    (
        "",
        "4 | medium | Pacemaker | epikrise | Z95.0 | y5",
        "4 | medium | Pacemaker | epikrise | Z95.0 | y5",
    ),
    (
        "",
        "6 | medium | MRSA-bærer, påvist i sår | laboratoriesvar | Z22.3 | y2 | inactive | Tre negative prøver på rad",
        "6 | medium | MRSA-berar, påvist i sår | laboratoriesvar | Z22.3 | y2 | inactive | Tre negative prøver på rad",
    ),
    (
        "",
        "6 | medium | ESBL i urin | laboratoriesvar | U82.2 | y1",
        "6 | medium | ESBL i urin | laboratoriesvar | U82.2 | y1",
    ),
    (
        "flimmer",
        "4 | high | Blodfortynnende: Eliquis 5 mg x 2 | fastlege | B01AF02 | y3",
        "4 | high | Blodfortynnande: Eliquis 5 mg x 2 | fastlege | B01AF02 | y3",
    ),
    (
        "diabetes",
        "3 | high | Insulin: fare for føling, har hatt innleggelse | fastlege | E11.9 | y4",
        "3 | high | Insulin: fare for føling, har vore innlagd | fastlege | E11.9 | y4",
    ),
    (
        "nyre",
        "4 | high | Dialysefistel ve. arm: ikke BT eller blodprøver der | epikrise | Z99.2 | y2",
        "4 | high | Dialysefistel ve. arm: ikkje BT eller blodprøver der | epikrise | Z99.2 | y2",
    ),
    (
        "kreft",
        "4 | medium | Veneport hø. side | epikrise | Z45.2 | y1",
        "4 | medium | Veneport hø. side | epikrise | Z45.2 | y1",
    ),
    (
        "parkinson",
        "3 | high | Parkinson: Afipran og Haldol skal ikke gis | nevrolog | G20 | y4",
        "3 | high | Parkinson: Afipran og Haldol skal ikkje givast | nevrolog | G20 | y4",
    ),
)

NO_RESUSCITATION = {
    "nb": "5 | high | HLR minus, avklart i forhåndssamtale | sykehjemslege | | {when}",
    "nn": "5 | high | HLR minus, avklart i førehandssamtale | sjukeheimslege | | {when}",
}
