"""Two of the consortium's staff store the same at once: the second is told, and nothing is stored twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from django.db import connections
from django.urls import reverse

from tenants.rollout.models import RolloutStage
from tests.database import as_superuser

WAITING = """
SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'
"""
STAGE = reverse(
    "admin:tenants_rolloutstage_add", urlconf="akson_project.urls_consortium"
)


def test_second_of_two_is_told_that_the_municipality_is_there_already(
    staff, fjord, database
):
    ivar, eva = staff("ivar", "rollout"), staff("eva", "rollout")
    stage = {"municipality": fjord.pk, "stage": "intent", "begins_on": "01.06.2026"}
    stage |= {"note": "Vedtatt av kommunestyret"}

    def store(browser):
        try:
            return browser.post(STAGE, stage, follow=True).content.decode()
        finally:
            connections.close_all()

    # Both forms are found right before either is stored.
    with as_superuser(database) as holder, ThreadPoolExecutor(2) as both:
        with holder.transaction():
            holder.execute("SELECT 1 FROM tenants_municipality FOR UPDATE")
            answers = [both.submit(store, each) for each in (ivar, eva)]
            with as_superuser() as server:
                while server.execute(WAITING, [database]).fetchone() != (2,):
                    pass
        pages = [each.result() for each in answers]

    told = ["Kommunen er allerede på dette trinnet." in page for page in pages]
    assert sorted(told) == [False, True]
    # What the second typed is there still.
    assert "Vedtatt av kommunestyret" in pages[told.index(True)]
    assert RolloutStage.objects.get().begins_on == date(2026, 6, 1)
