"""The pages that begin and end care relations, for `pages`: who visits each."""

from tests.journeys.visits import Visit, press

CARE_RELATIONS: dict[str, list[Visit]] = {
    "encounters:here_now": [Visit("legevakt"), Visit(status=403, note="refused")],
    "encounters:register": [
        Visit("legevakt"),
        Visit("legevakt", act=press("Registrer og"), note="empty"),
    ],
    "encounters:close": [
        Visit("legevakt"),
        Visit("legevakt", act=press("Avslutt kontakten"), note="unwritten"),
    ],
    "casework:waiting": [Visit("clerk"), Visit(status=403, note="refused")],
    "casework:applications": [Visit("clerk")],
    "casework:register": [
        Visit("clerk"),
        Visit("clerk", act=press("Registrer søknad"), note="empty"),
    ],
    "casework:register_applicant": [
        Visit("clerk"),
        Visit("clerk", act=press("Registrer søknad"), note="empty"),
    ],
    "casework:close": [
        Visit("clerk"),
        Visit("clerk", act=press("Avslutt søknaden"), note="empty"),
    ],
}
