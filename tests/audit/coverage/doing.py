"""Who does what, through the product's screens, so that it ought to be in the log."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.utils import timezone

from access.models import Employment
from access.roles import Role
from access.session_limits import ENDS_AT
from tests import world as worlds
from tests.journal.documentation.builders import typed as note


@dataclass(frozen=True)
class Scene:
    """The small municipality, and a way to sit down at somebody's desk."""

    world: worlds.World
    desk: Callable[..., Any]

    @property
    def ola(self) -> UUID:
        return self.world.ola.record_id


def _browser():
    return Client(headers={"host": "fjord.localhost"})


def sign_in(password=worlds.PASSWORD):
    browser = _browser()
    typed = {"login": "siri.sykepleier", "password": password}
    browser.post("/konto/logg-inn/", typed)
    return browser


def sign_out(_scene):
    sign_in().post("/konto/logg-ut/")


def timed_out(_scene):
    browser = sign_in()
    session = browser.session
    session[ENDS_AT] = (timezone.now() - timedelta(minutes=1)).timestamp()
    session.save()
    browser.get("/")


def locked_out(_scene):
    for _attempt in range(6):
        sign_in("feil-passord-her")


def register(scene):
    scene.desk(scene.world.clerk).post(
        "record:register",
        form_id=str(uuid4()),
        given_name="Áile",
        family_name="Øvergård",
        birth_date="14.03.1942",
        sex="female",
        number="148342 12081",
        language="se",
        protection="ugradert",
        kind="journal",
        unit=str(scene.world.north.pk),
        service_type="15",
        starts_at_date=f"{timezone.localdate():%d.%m.%Y}",
        starts_at_time="00.00",
    )


def view(scene):
    scene.desk(scene.world.nurse).get("chart:patient", scene.ola)


def see_person(scene):
    scene.desk(scene.world.clerk).get("record:person", scene.ola)


def change(scene):
    scene.desk(scene.world.nurse).post(
        "record:person_edit",
        scene.ola,
        given_name="Ola",
        family_name="Fjellheim",
        birth_date="14.02.1942",
        sex="male",
        line="Storgata 2",
        postcode="5003",
        city="Bergen",
        protection="ugradert",
        revision="1",
    )


def draft(scene):
    note_id = uuid4()
    desk = scene.desk(scene.world.nurse)
    desk.post("documentation:autosave", scene.ola, note_id, **note())
    return desk, note_id


def discard(scene):
    desk, note_id = draft(scene)
    desk.post("documentation:discard", scene.ola, note_id, revision="1")


def sign(scene):
    note_id = uuid4()
    desk = scene.desk(scene.world.nurse)
    desk.post("documentation:sign", scene.ola, note_id, **note("Rolig natt."))
    return desk, note_id


def search(scene):
    desk = scene.desk(scene.world.nurse)
    desk.follow(desk.post("record:search", q="Ola Fjellheim"))


def show_list(scene):
    scene.desk(scene.world.nurse).get("chart:start")


def print_notes(scene):
    days = [timezone.localdate() - timedelta(days=n) for n in (1, 0)]
    since, until = (day.strftime("%d.%m.%Y") for day in days)
    desk = scene.desk(scene.world.nurse)
    period = {"since": since, "until": until, "kind": ["besok"]}
    desk.client.get(f"/records/{scene.ola}/print/", period)


def refused(scene):
    scene.desk(scene.world.stranger).get("chart:patient", scene.ola)


def need(scene):
    scene.desk(scene.world.stranger).post("record:need", scene.ola, reason="deltar")


def emergency(scene):
    typed = {"reason": "fare_for_liv", "step_up_password": worlds.PASSWORD}
    scene.desk(scene.world.stranger).post("record:emergency", scene.ola, **typed)


def grant(scene):
    until = timezone.localtime() + timedelta(days=2)
    scene.desk(scene.world.leader).post(
        "record:grants",
        scene.ola,
        form_id=str(uuid4()),
        colleague=str(scene.world.stranger.user_id),
        until_date=until.strftime("%d.%m.%Y"),
        until_time="14.00",
        reason="vikar",
    )


def _administrator(scene):
    worlds.person("arne.admin", (Role.LOCAL_ADMIN, scene.world.north.parent))
    browser = _browser()
    browser.post(
        "/konto/logg-inn/", {"login": "arne.admin", "password": worlds.PASSWORD}
    )
    browser.post("/konto/bekreft/", {"step_up_password": worlds.PASSWORD})
    return browser


def hire(scene):
    _administrator(scene).post(
        "/admin/access/employment/add/",
        {
            "user": str(scene.world.stranger.user_id),
            "role": "lege",
            "content_object": str(scene.world.south.pk),
            "first_day": "01.02.2026",
            "step_up_password": worlds.PASSWORD,
        },
    )


def _change_employment(scene, **typed):
    employment = Employment.objects.get(user_id=scene.world.stranger.user_id)
    _administrator(scene).post(
        f"/admin/access/employment/{employment.pk}/change/",
        {"step_up_password": worlds.PASSWORD, **typed},
    )


def set_last_day(scene):
    day = timezone.localdate() + timedelta(days=30)
    _change_employment(scene, last_day=f"{day:%d.%m.%Y}")


def end_now(scene):
    _change_employment(scene, last_day="", access_employment_end_now="1")


def new_password(_scene):
    new = "havet-er-stille-i-kveld"
    sign_in().post(
        "/konto/passord/",
        {"oldpassword": worlds.PASSWORD, "password1": new, "password2": new},
    )


def read_log(scene):
    scene.desk(scene.world.auditor).get("audit:log")


def export_log(scene):
    desk = scene.desk(scene.world.auditor)
    days = {"date": f"ge{timezone.localdate() - timedelta(days=1)}"}
    desk.client.get("/fhir/AuditEvent", days)


def block(scene):
    desk = scene.desk(scene.world.nurse)
    desk.get("blocking:blocks", scene.ola)
