"""Background work of the log: doors that closed long ago are swept away."""

from django.db import connection

from tenants.models import Municipality
from tenants.tasks import consortium_task, tenant_task


@consortium_task
def sweep_openings_everywhere() -> None:
    """Ask each municipality in operation to sweep; every hour."""
    active = Municipality.objects.filter(state=Municipality.State.ACTIVE)
    for municipality_id in active.values_list("pk", flat=True):
        sweep_openings.delay(str(municipality_id))


@tenant_task
def sweep_openings() -> None:
    """Remove openings of transactions that ended more than an hour ago. Safe to run twice.

    They open nothing any more: the row policy asks for this very transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT sweep_openings()")
