"""The pages by which a person lets himself in, and those on which it is gone through afterwards."""

from tests.journeys.visits import Visit, press

_CLOSED = {"record_id": "long"}
LETTING_IN: dict[str, list[Visit]] = {
    "record:find": [
        Visit("stranger"),
        Visit("stranger", act=press("Finn person"), note="empty"),
        Visit("clerk", status=403, note="refused"),
    ],
    "record:need": [Visit("stranger", ids=_CLOSED)],
    "record:emergency": [
        Visit("stranger", ids=_CLOSED),
        Visit("stranger", ids=_CLOSED, act=press("Åpne journalen"), note="empty"),
    ],
}
