"""From where: what the log says of the machine, the session and the request."""

from uuid import uuid4


def test_events_of_one_request_share_its_id(world, browser, sign_in, logged):
    sign_in("siri.sykepleier")
    before = len(logged())

    unsigned = f"/records/{world.ola.record_id}/notes/{uuid4()}/sign/"
    answer = browser.post(unsigned, {"text": "Uten slag"})
    events = logged()[before:]

    assert answer.status_code == 422
    assert [event["verb"] for event in events] == ["drafted", "read"]
    requests = {event["client"]["request"] for event in events}
    assert requests == {answer.headers["X-Request-ID"]}


def test_each_request_has_an_id_of_its_own(world, browser, sign_in, logged):
    sign_in("siri.sykepleier")
    page = f"/records/{world.ola.record_id}/"

    ids = [browser.get(page).headers["X-Request-ID"] for _ in range(2)]

    said = [event["client"]["request"] for event in logged("read")]
    assert said == ids
    assert len(set(ids)) == 2
