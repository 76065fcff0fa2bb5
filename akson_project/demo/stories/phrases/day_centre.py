"""The day centre, in both forms (form: see `nb_home`)."""

from akson_project.demo.stories.model import Language

DAY_CENTRE: dict[Language, str] = {
    "nb": """
# dag
d | Kom med bussen kl. 10, drakk kaffe og leste avisen. Deltok i sittedans.
d | Spiste god middag, sov litt i stolen etterpå. Hjem kl. 15.
d | Med på tur i nabolaget, gikk halve runden. Fornøyd.
d | Lo mye under bingo, hjalp sidemannen med tallene.
d | Sliten i dag, ville heller sitte ved vinduet. Fikk fred.
d | Dusjet her etter avtale med hjemmetjenesten, negler klippet.
d | Møtte ikke i dag, hjemmetjenesten gir beskjed om forkjølelse.
d | Bakte boller, forklarte de andre hvordan deigen skal kjennes.
d | Litt urolig etter lunsj, spurte etter bussen mange ganger. Roet seg med et blad.
d | Sang fra andakten, husket alle tekstene.
""",
    "nn": """
# dag
d | Kom med bussen kl. 10, drakk kaffi og las avisa. Var med på sitjedans.
d | Åt god middag, sov litt i stolen etterpå. Heim kl. 15.
d | Med på tur i nabolaget, gjekk halve runden. Nøgd.
d | Lo mykje under bingo, hjelpte sidemannen med tala.
d | Sliten i dag, ville heller sitje ved vindauget. Fekk fred.
d | Dusja her etter avtale med heimetenesta, negler klipte.
d | Møtte ikkje i dag, heimetenesta gir melding om forkjøling.
d | Baka bollar, forklarte dei andre korleis deigen skal kjennast.
d | Litt uroleg etter lunsj, spurde etter bussen mange gonger. Roa seg med eit blad.
d | Song frå andakta, hugsa alle tekstane.
""",
}
