"""Critical information on the first page: five states that never look alike, and what has ended."""

from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import RoleRights
from access.roles import RecordKind, Role
from audit.models import AccessEvent
from audit.verbs import Verb
from journal.record.gate import open_record
from journal.record.services.critical import (
    Danger,
    add_critical,
    confirm_none,
    end_critical,
)
from tests import world as worlds
from tests.database import as_superuser
from tests.journal.chart.reading import section

NOT_ASKED = "Kritisk informasjon: ikke spurt"
NONE = "Ingen kritisk informasjon registrert"
UNREADABLE = "Kritisk informasjon kunne ikke leses"
CLOSED = "Kritisk informasjon vises ikke for deg"
STATES = {NOT_ASKED, NONE, UNREADABLE, CLOSED}


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


@pytest.fixture
def hans(world, desk):
    """A care worker, who reads the record and may not change what is critical."""
    user = worlds.person("hans.hjelper", (Role.CARE_WORKER, world.north))
    return desk(worlds.worker(user))


def opened(world):
    to = Action.CHANGE_CRITICAL
    return open_record(world.ola.record_id, by=world.nurse, to=to)


@pytest.fixture
def add(world):
    """Write something critical about Ola."""

    def _add(text="Penicillin", severity="high", **facts):
        danger = Danger(1, text, severity, **facts)
        with opened(world) as record:
            return add_critical(record, danger=danger, id=uuid4())

    return _add


@pytest.fixture
def refute(world):
    def _refute(item, why="Testet hos lege: ingen allergi", status="refuted"):
        with opened(world) as record:
            end_critical(record, item, status=status, why=why)

    return _refute


def first(desk, world):
    answer = desk.get("chart:patient", world.ola.record_id)
    assert answer.status_code == 200
    return answer.text


def states(page):
    return {state for state in STATES if state in page}


def test_nobody_has_asked(world, siri):
    page = first(siri, world)

    assert states(page) == {NOT_ASKED}
    assert 'data-state="not-asked"' in page
    assert "Det kan finnes noe." in page


def test_somebody_has_asked_and_there_is_nothing(world, siri):
    with opened(world) as record:
        confirm_none(record)

    page = first(siri, world)

    assert states(page) == {NONE}
    day = f"{timezone.localdate():%d.%m.%Y}"
    assert f"Spurt {day} av Siri Sykepleier" in page


def test_what_is_registered_stands_the_gravest_first(world, siri, add):
    add("Plaster", "low", reaction="Utslett")
    add("Penicillin", "high", reaction="Anafylaksi 2019", source="Epikrise")

    page = first(siri, world)

    assert states(page) == set()
    told = section(page, "critical-title")
    assert told.index("Penicillin") < told.index("Plaster")
    for words in ("Livstruende", "Anafylaksi 2019", "Epikrise", "Overfølsomhet"):
        assert words in told


def test_what_could_not_be_read_never_looks_like_nothing(
    world, siri, add, database, caplog
):
    add()
    with as_superuser(database) as server:
        server.execute(
            "REVOKE SELECT ON fjord.journal_criticalinformation FROM t_fjord"
        )

    page = first(siri, world)

    assert states(page) == {UNREADABLE}
    assert "Regn med at det finnes noe." in page
    assert "Penicillin" not in page
    # The rest of the record is there, and the log says it was read.
    assert "Hjemmetjenesten nord" in page
    assert AccessEvent.objects.filter(verb=Verb.READ).exists()
    assert "critical information could not be read" in caplog.text


def test_review_that_could_not_be_read_is_not_taken_for_nobody_asked(
    world, siri, database, caplog
):
    with as_superuser(database) as server:
        server.execute("REVOKE SELECT ON fjord.journal_criticalreview FROM t_fjord")

    assert states(first(siri, world)) == {UNREADABLE}
    assert "critical information could not be read" in caplog.text


def test_role_that_sees_no_critical_information_is_told_so(world, desk, add):
    add()
    RoleRights.objects.filter(
        record_kind=RecordKind.JOURNAL, role=Role.CASE_HANDLER
    ).update(reads=["saksnotat"], writes=["saksnotat"], signs=["saksnotat"])
    user = worlds.person("sol.saksbehandler", (Role.CASE_HANDLER, world.north))
    sol = desk(worlds.worker(user))

    pages = [first(sol, world), sol.get("record:critical", world.ola.record_id).text]

    for page in pages:
        assert states(page) == {CLOSED}
        assert "Penicillin" not in page


def test_what_was_refuted_leaves_the_top_and_is_read_with_the_reason(
    world, siri, hans, add, refute
):
    item = add(reaction="Utslett", source="Pasienten")
    refute(item)

    page = first(siri, world)
    assert "Penicillin" not in page
    assert "1 opplysning gjelder ikke lenger" in page

    for desk, name in (
        (siri, "record:critical_add"),
        (siri, "record:critical_none"),
        (hans, "record:critical"),
    ):
        ended = section(desk.get(name, world.ola.record_id).text, "ended")
        for words in (
            "Penicillin",
            "Avkreftet",
            "Utslett",
            "Testet hos lege: ingen allergi",
            f"Avsluttet av Siri Sykepleier {timezone.localdate():%d.%m.%Y}.",
            "Registrert av Siri Sykepleier",
            "Kilde: Pasienten",
        ):
            assert words in ended, (name, words)


def test_who_only_reads_may_read_and_not_end(world, hans, add, refute):
    refute(add("Kodein", "low"), status="inactive", why="Tålt i små doser")
    item = add()

    page = hans.get("record:critical", world.ola.record_id).text

    assert "Penicillin" in section(page, "registered")
    assert "Gjelder ikke lenger" in section(page, "ended")
    assert f"/critical/{item.pk}/end/" not in page
    assert "/critical/new/" not in page
    assert "/critical/new/" not in first(hans, world)


def test_after_the_last_has_ended_nobody_is_said_to_have_asked(
    world, siri, add, refute
):
    refute(add())

    page = first(siri, world)

    assert "Kritisk informasjon: ikke spurt om annet" in page
    assert NONE not in page
    assert "Ingen har spurt" not in page


def test_former_unit_reads_what_counted_when_its_stay_ended(
    world, desk, admit, add, end
):
    item = add()
    admit(world.ola, world.south)
    end(world.ola, at=world.north)
    with open_record(
        world.ola.record_id, by=world.stranger, to=Action.CHANGE_CRITICAL
    ) as record:
        end_critical(record, item, status="refuted", why="Testet etterpå")

    siri = desk(world.nurse)
    page = first(siri, world)

    assert "Penicillin" in section(page, "critical-title")
    assert "gjelder ikke lenger" not in page
    assert "Testet etterpå" not in siri.get("record:critical", world.ola.record_id).text
    assert "Penicillin" not in first(desk(world.stranger), world)
