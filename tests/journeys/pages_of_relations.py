"""The pages that begin and end care relations, for `pages`: who visits each."""

from tests.journeys.visits import Visit, press

CARE_RELATIONS: dict[str, list[Visit]] = {
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
