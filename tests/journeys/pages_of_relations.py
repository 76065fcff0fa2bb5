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
    "enrolments:gp_list": [Visit("practice"), Visit(status=403, note="refused")],
    "enrolments:gp_enrol": [
        Visit("practice"),
        Visit("practice", act=press("Sett på listen"), note="empty"),
    ],
    "enrolments:programme": [Visit("station"), Visit(status=403, note="refused")],
    "enrolments:programme_enrol": [
        Visit("station"),
        Visit("station", act=press("Meld inn"), note="empty"),
    ],
    "enrolments:end": [
        Visit("practice"),
        Visit("practice", act=press("Meld ut"), note="without-a-reason"),
    ],
    # The last of it: where there is one other list only, he is moved.
    "enrolments:move": [
        Visit("practice"),
        Visit("practice", act=press("Flytt"), note="without-a-list"),
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
