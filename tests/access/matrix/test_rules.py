"""What a municipality decides for itself: explained, changed by those who may, logged, in force."""

import pytest
from django.utils import timezone

from access.actions import Action
from access.explaining import Refusal
from access.local_choices import privacy_officer
from access.models import AccessRules, LocalChoices
from access.policy import decide
from access.session_limits import ENDS_AT
from audit.review.extract.paper import about
from audit.verbs import Verb

PAGE = "/tilgangsstyring/lokale-valg/"
TYPED = {
    "unit_wide": "measured",
    "need_hours": "4",
    "needs_second_factor": "on",
    "idle_minutes": "10",
    "shared_idle_minutes": "3",
    "longest_hours": "14",
    "review_months": "6",
    "unused_days": "90",
    "cases_per_week": "10",
    "sample_per_week": "20",
}


def test_rules_are_told_with_what_they_mean(arne):
    page = arne.get(PAGE).text

    assert "Når en ansatt bare jobber der pasienten er" in page
    assert "Det er ett trykk" in page
    assert "stated_need" not in page.replace('value="stated_need"', "").replace(
        "id_unit_wide", ""
    )


def test_stated_need_is_asked_for_from_the_next_request(world, arne, logged):
    answer = arne.post(PAGE, TYPED | {"unit_wide": "stated_need"}, follow=True)

    assert "Valgene er lagret" in answer.text
    decision = decide(world.nurse, world.ola.record_id, Action.READ_RECORD)
    assert decision is not None
    assert decision.refusal is Refusal.NEED_NOT_STATED
    assert logged(Verb.RIGHTS_CHANGED)[-1]["detail"] == {
        "what": "rules_changed",
        "choices": "unit_wide:stated_need",
    }
    assert AccessRules.history.first().history_user.username == "arne.admin"


def test_nothing_changed_is_not_logged(arne, logged):
    before = len(logged(Verb.RIGHTS_CHANGED))

    assert "Ingenting er endret." in arne.post(PAGE, TYPED, follow=True).text
    assert len(logged(Verb.RIGHTS_CHANGED)) == before


@pytest.mark.parametrize("hours", ["0", "25", "-1", "fire", "", "4,5"])
def test_need_lasts_hours_not_days_and_what_was_typed_is_kept(arne, hours):
    answer = arne.post(PAGE, TYPED | {"need_hours": hours})

    assert answer.status_code == 422
    assert "Skriv et helt antall timer fra 1 til 24." in answer.text
    assert f'value="{hours}"' in answer.text or not hours
    assert AccessRules.objects.get().need_hours == 4


def test_administrator_of_a_part_reads_them_and_changes_none(nils):
    assert "Bare den som administrerer hele kommunen" in nils.get(PAGE).text

    answer = nils.post(PAGE, TYPED | {"unit_wide": "stated_need"})

    assert answer.status_code == 422
    assert AccessRules.objects.get().unit_wide == "measured"


@pytest.mark.parametrize("typed", ["0", "201", "mange", ""])
@pytest.mark.parametrize("field", ["cases_per_week", "sample_per_week"])
def test_the_log_is_always_looked_into_a_little(arne, field, typed):
    answer = arne.post(PAGE, TYPED | {field: typed})

    assert answer.status_code == 422
    assert "Skriv et helt tall fra 1 til 200." in answer.text
    assert AccessRules.objects.get().cases_per_week == 10


def test_how_much_of_the_log_is_looked_into_is_logged(arne, logged):
    arne.post(PAGE, TYPED | {"cases_per_week": "15", "sample_per_week": "5"})

    assert logged(Verb.RIGHTS_CHANGED)[-1]["detail"] == {
        "what": "rules_changed",
        "choices": "cases_per_week:15,sample_per_week:5",
    }


def test_what_is_usual_and_the_limits_stand_beside_each_choice(arne):
    page = arne.get(PAGE).text

    assert "Vanlig er 10. Dere kan velge fra 1 til 60." in page
    assert "Vanlig er 14. Dere kan velge fra 4 til 14." in page
    assert "Målvedtaket er registrert som: bokmål." in page


def test_a_shorter_sign_in_is_in_force_from_the_next_one(arne, browser, sign_in, world):
    arne.post(PAGE, TYPED | {"longest_hours": "8"})

    sign_in("siri.sykepleier")

    left = browser.session[ENDS_AT] - timezone.now().timestamp()
    assert left == pytest.approx(8 * 3600, abs=60)
    assert "mer enn 8 timer" in browser.get("/konto/forleng/").text


def test_the_language_is_seen_at_once_and_by_who_signs_in(
    arne, browser, sign_in, world
):
    answer = arne.post(PAGE, TYPED | {"language": "nn"}, follow=True)

    assert "Vala er lagra" in answer.text
    assert "Gløymt passordet?" in browser.get("/konto/logg-inn/").text
    sign_in("siri.sykepleier")
    assert browser.get("/profil/").headers["Content-Language"] == "nn"


def test_whom_people_ask_is_told_where_they_need_it(arne, browser, logged):
    typed = {"help_phone": "55123456", "privacy_email": "ombud@fjord.kommune.no"}
    arne.post(PAGE, TYPED | typed)

    assert "55 12 34 56" in browser.get("/konto/logg-inn/").text
    assert "ombud@fjord.kommune.no" in arne.get("/logg/").text
    assert privacy_officer(LocalChoices.objects.get()) in about()
    assert logged(Verb.RIGHTS_CHANGED)[-1]["detail"] == {
        "what": "choices_changed",
        "fields": "help_phone,privacy_email",
    }
    assert LocalChoices.history.first().history_user.username == "arne.admin"


def test_one_wrong_field_stores_nothing_and_keeps_what_was_typed(arne):
    typed = {"help_phone": "ring meg", "privacy_email": "ombud", "idle_minutes": "20"}
    answer = arne.post(PAGE, TYPED | typed)

    assert answer.status_code == 422
    assert "Skriv e-postadressen som navn@kommune.no." in answer.text
    assert 'value="ring meg"' in answer.text
    assert AccessRules.objects.get().idle_minutes == 10
