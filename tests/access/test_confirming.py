"""What a page that asks for a new confirmation goes by: `access.step_up.confirm`."""

from typing import Any

import pytest
from django.db import transaction
from django.test import RequestFactory

from access import step_up
from access.accounts.models import User
from access.forms.step_up import StepUpForm
from access.services.credentials import start_anew
from access.services.pins import set_pin
from access.ways import ways_of
from audit.verbs import Verb
from tests import world as worlds

PIN = "302918"


@pytest.fixture
def confirm(world):
    """Type something as Siri, in a page that asks; give the form and the answer."""
    user = User.objects.get(pk=world.nurse.user_id)

    def do(typed, kind=StepUpForm):
        request: Any = RequestFactory().post("/")
        request.user, request.worker = user, world.nurse
        form = kind({"step_up_password": typed}, user=user)
        return form, form.is_valid() and step_up.confirm(
            request, form, what="emergency"
        )

    return do


def test_a_pin_confirms_and_the_log_says_what_for(world, confirm, logged):
    set_pin(PIN, by=world.nurse)

    _form, holds = confirm(PIN)

    assert holds
    (event,) = logged(Verb.STEPPED_UP)
    assert event["detail"] == {"how": "pin", "what": "emergency"}


def test_after_five_wrong_pins_only_the_password_counts_and_opens_the_pin(
    world, confirm
):
    set_pin(PIN, by=world.nurse)
    wrong = [confirm("302919") for _ in range(5)]

    assert not any(holds for _form, holds in wrong)
    form, holds = confirm(PIN)
    assert not holds
    assert form.errors == wrong[0][0].errors
    assert form.fields["step_up_password"].label == "Passord"
    assert confirm(worlds.PASSWORD)[1]
    assert confirm(PIN)[1]


def test_nothing_typed_is_told_and_not_logged(world, confirm, logged):
    form, holds = confirm("")

    assert not holds
    assert form.errors == {"step_up_password": ["Skriv passordet ditt."]}
    assert logged(Verb.STEPPED_UP) == []


def test_whoever_starts_anew_has_no_pin(world):
    user = User.objects.get(pk=world.nurse.user_id)
    set_pin(PIN, by=world.nurse)
    assert ways_of(user).has_pin

    with transaction.atomic():
        start_anew(user.pk)

    assert not ways_of(user).has_pin
