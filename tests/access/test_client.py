"""From where: what the log says of the machine, the session, the page and the request."""

from hashlib import sha256
from uuid import uuid4

from tests.access.conftest import new_browser

EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0"
)


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


def test_pages_that_all_read_the_record_are_told_apart(world, browser, sign_in, logged):
    sign_in("siri.sykepleier")
    record = f"/records/{world.ola.record_id}/"

    for page in ("", "notes/", "notes/new/", "person/"):
        browser.get(record + page)

    said = [e["client"]["page"] for e in logged() if e["verb"].startswith("read")]
    assert said == [
        "chart:patient",
        "documentation:notes",
        "documentation:new",
        "record:person",
    ]


def test_event_says_machine_session_and_how_the_person_signed_in(world, logged):
    browser = new_browser(HTTP_USER_AGENT=EDGE)
    typed = {"login": "siri.sykepleier", "password": "fjorden-er-blank-i-dag"}
    browser.post("/konto/logg-inn/", typed)
    browser.get(f"/records/{world.ola.record_id}/")

    (signed_in,) = logged("signed_in")
    (read,) = logged("read")
    key = browser.session.session_key.encode()
    for event, page in ((signed_in, "account_login"), (read, "chart:patient")):
        request = event["client"].pop("request")
        assert len(request) == 32
        assert event["client"] == {
            "address": "127.0.0.1",
            "auth_level": "low",
            "auth_method": "password",
            "channel": "html",
            "page": page,
            "session": sha256(key).hexdigest()[:16],
            "user_agent": EDGE[:120],
        }


def test_nobody_is_said_to_have_signed_in_who_did_not(world, sign_in, logged):
    sign_in("siri.sykepleier", "feil-passord-her")

    (failed,) = logged("sign_in_failed")
    assert "auth_method" not in failed["client"]
    assert "auth_level" not in failed["client"]
    assert failed["client"]["page"] == "account_login"
