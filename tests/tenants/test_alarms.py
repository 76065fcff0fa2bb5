"""An alarm reaches somebody, again and again, until somebody takes it on or its cause is gone."""

import json
import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from tenants import roles
from tenants.alarms import services
from tenants.alarms.models import Alarm, AlarmReceiver
from tenants.context import in_consortium
from tenants.health import (
    HealthReport,
    forget_failed_tasks,
    report_ages,
    report_problem,
)
from tenants.jobs import sound_alarms
from tenants.schemas import STUCK_AFTER, SchemaUpgrade
from tenants.tasks import tenant_task
from tests.database import as_login

SEALING = HealthReport.Work.SEALING
RUNBOOK = Path(__file__).resolve().parents[2] / "docs" / "runbook.md"


@tenant_task
def breaks() -> None:
    raise ZeroDivisionError


def late(municipality, age_s=90):
    report_ages(SEALING, {municipality.pk: age_s}, bound_s=60)


def receiver(address, municipality=None, channel="mail"):
    return AlarmReceiver.objects.create(
        municipality=municipality, channel=channel, address=address
    )


def told():
    """Whom the mails went to since the last time."""
    addresses = sorted(to for sent in mail.outbox for to in sent.to)
    mail.outbox.clear()
    return addresses


def an_hour_later():
    """Let all that was told be an hour ago."""
    Alarm.objects.update(told_at=F("told_at") - timedelta(hours=1))


def test_alarm_reaches_those_of_the_municipality_and_those_of_all(
    consortium, fjord, fjell
):
    receiver("drift@konsortiet.example")
    receiver("ikt@fjord.example", fjord)
    receiver("ikt@fjell.example", fjell)
    AlarmReceiver.objects.create(channel="mail", address="x@y.example", is_active=False)
    late(fjord)
    late(fjell, age_s=0)

    sound_alarms.delay()

    (sent, _other) = mail.outbox
    assert sent.subject == "Akson, alarm: Fjord: Forsegling av tilgangsloggen"
    assert "docs/runbook.md#sealing" in sent.body
    assert told() == ["drift@konsortiet.example", "ikt@fjord.example"]


def test_it_is_told_again_each_hour_until_somebody_takes_it_on(consortium, fjord):
    receiver("drift@konsortiet.example")
    late(fjord)

    sound_alarms.delay()
    sound_alarms.delay()
    assert len(told()) == 1
    an_hour_later()
    sound_alarms.delay()
    assert len(told()) == 1

    services.accept(Alarm.objects.get(), by="kari")
    an_hour_later()
    sound_alarms.delay()
    assert told() == []
    alarm = Alarm.objects.get()
    assert (alarm.accepted_by, alarm.times_told, alarm.ended_at) == ("kari", 2, None)


def test_it_is_over_when_its_cause_is_gone_and_begins_anew_with_another(
    consortium, fjord
):
    receiver("drift@konsortiet.example")
    late(fjord)
    sound_alarms.delay()
    services.accept(Alarm.objects.get(), by="kari")

    report_problem(SEALING, fjord.pk, HealthReport.Problem.TAMPERED)
    sound_alarms.delay()

    first, second = Alarm.objects.order_by("began_at")
    assert first.ended_at is not None
    assert (second.problem, second.accepted_at) == ("tampered", None)
    assert len(told()) == 2
    report_problem(SEALING, fjord.pk, HealthReport.Problem.NONE)
    late(fjord, age_s=0)
    sound_alarms.delay()
    assert not Alarm.objects.going_on().exists()


def test_work_that_falls_silent_is_an_alarm(consortium, fjord):
    late(fjord, age_s=0)
    HealthReport.objects.update(measured_at=timezone.now() - timedelta(minutes=6))

    services.look()

    assert Alarm.objects.get().why == "Det går for sent, eller ingen melder fra lenger"


def test_what_reached_nobody_is_told_at_the_next_look(consortium, fjord, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens
    one = receiver("drift@konsortiet.example")
    late(fjord)

    sound_alarms.delay()
    sound_alarms.delay()

    one.refresh_from_db()
    assert one.failures == 2
    assert Alarm.objects.get().told_at is None
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    sound_alarms.delay()
    one.refresh_from_db()
    assert (one.failures, told()) == (0, ["drift@konsortiet.example"])


def test_failed_task_is_an_alarm_for_a_day(fjord):
    assert breaks.apply((str(fjord.pk),), throw=False).failed()

    with in_consortium():
        services.look()
        alarm = Alarm.objects.get()
        assert (alarm.work, alarm.problem) == ("tasks", "failed")
        HealthReport.objects.update(measured_at=timezone.now() - timedelta(hours=25))
        forget_failed_tasks()
        services.look()
        assert not Alarm.objects.going_on().exists()


def test_upgrade_that_failed_or_was_killed_is_an_alarm_until_it_is_done(fjord, fjell):
    def upgrades(**facts):
        with as_login(roles.MIGRATOR), in_consortium():
            SchemaUpgrade.objects.filter(municipality__in=[fjord, fjell]).update(
                read_only_until=None, **facts
            )

    def alarms():
        with in_consortium():
            services.look()
            return {(str(one), one.why) for one in Alarm.objects.going_on()}

    upgrades(state="failed")
    with as_login(roles.MIGRATOR), in_consortium():
        lease = timezone.now() + timedelta(minutes=1)
        SchemaUpgrade.objects.filter(municipality=fjell).update(
            state="running", read_only_until=lease
        )

    why = "Oppgraderingen mislyktes eller stanset"
    assert alarms() == {("Fjord: Oppgradering av skjemaet", why)}
    with as_login(roles.MIGRATOR), in_consortium():
        SchemaUpgrade.objects.filter(municipality=fjell).update(
            read_only_until=timezone.now() - STUCK_AFTER
        )
    assert len(alarms()) == 2
    upgrades(state="done")
    assert alarms() == set()


@pytest.fixture
def answering(tmp_path, monkeypatch):
    """A program of somebody else's, at an address in secret; gives what it was told."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    pem, trusted = tmp_path / "server.pem", tmp_path / "trusted.pem"
    trusted.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    pem.write_bytes(
        trusted.read_bytes()
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    heard = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            heard.append(
                json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            )
            self.send_response(503 if self.path == "/down" else 204)
            self.end_headers()

        def log_message(self, *_args):
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"https://localhost:{server.server_port}", heard
    server.shutdown()
    server.server_close()


def test_webhook_is_told_in_codes_and_words(consortium, fjord, answering):
    address, heard = answering
    good = receiver(f"{address}/alarm", channel="webhook")
    bad = receiver(f"{address}/down", channel="webhook")
    late(fjord)

    sound_alarms.delay()

    alarm = Alarm.objects.get()
    assert heard[0] == heard[1]
    assert heard[0] == {
        "id": str(alarm.pk),
        "municipality": "Fjord",
        "orgnr": fjord.orgnr,
        "work": "sealing",
        "problem": "",
        "text": f"{alarm}. {alarm.why}.",
        "began": alarm.began_at.isoformat(),
        "times_told": 0,
        "runbook": "docs/runbook.md#sealing",
    }
    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.failures, bad.failures) == (0, 1)


@pytest.mark.parametrize(
    ("channel", "address"),
    [
        ("mail", "ikke en adresse"),
        ("webhook", "http://drift.example/alarm"),
        ("webhook", "drift.example"),
    ],
)
def test_address_must_be_one_of_its_kind(consortium, channel, address):
    with pytest.raises(ValidationError) as refused:
        AlarmReceiver(channel=channel, address=address).full_clean()

    assert "address" in refused.value.message_dict


def test_webhook_without_secrecy_is_refused_by_the_database_too(consortium):
    with pytest.raises(IntegrityError), transaction.atomic():
        receiver("http://drift.example", channel="webhook")


def test_runbook_has_a_heading_for_each_alarm():
    headings = [
        line.removeprefix("## ")
        for line in RUNBOOK.read_text().splitlines()
        if line.startswith("## ")
    ]
    problems = [each.value for each in HealthReport.Problem if each.value]

    assert {*problems, *HealthReport.Work.values} <= set(headings)
