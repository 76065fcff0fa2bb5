"""The pages on which a person is found, by which one lets oneself in, and those on which it is gone through afterwards."""

from tests.journeys.visits import Visit, press, search

LETTING_IN_NO_PAGES = {
    "oversight:emergency": "is of one case; test_emergency looks at it",
    "oversight:need_seen": "POST",
    "oversight:leader_case": "is of one case; test_cases looks at it",
    "record:my_case": "is of one case; test_cases looks at it",
    "record:report_mistake": "is of one event; test_cases looks at it",
    "audit:case": "is of one case; test_cases looks at it",
    "audit:case_letter": "is of one case; test_questions looks at it",
    "audit:make_case": "POST",
    "audit:confirm_erasure": "POST",
    "audit:propose_erasure": "POST",
    "audit:review": "POST",
    "record:emergency_end": "POST",
    "record:emergency_extend": "is of one case; test_emergency looks at it",
    "record:my_emergency": "is of one case; test_emergency looks at it",
}
_CLOSED = {"record_id": "long"}
LETTING_IN: dict[str, list[Visit]] = {
    "record:search": [Visit(), Visit(act=press("Søk"), note="empty")],
    "record:search_results": [
        Visit(at="record:search", act=search("ola fjelhem"), note="hits"),
        Visit(at="record:search", act=search("Xqwz"), note="none"),
        Visit("clerk", at="record:search", act=search("Xqwz"), note="none-clerk"),
    ],
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
    "record:my_emergencies": [Visit("stranger")],
    "oversight:emergencies": [Visit("auditor"), Visit(status=403, note="refused")],
    "oversight:needs": [Visit("auditor")],
    "readers:units": [
        Visit("auditor"),
        Visit("auditor", query="?since=tull&until=", status=422, note="wrong"),
        Visit(status=403, note="refused"),
    ],
    "readers:unit": [
        Visit("leader"),
        Visit("leader", query="?since=01.01.2020&until=31.01.2020", note="none"),
        Visit("auditor", note="auditor"),
    ],
    "record:my_questions": [Visit()],
    "audit:cases": [Visit("auditor")],
    "audit:retention": [Visit("auditor")],
    "audit:seal": [Visit("auditor")],
}
