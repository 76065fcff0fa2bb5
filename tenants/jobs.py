"""Background work for the register of municipalities."""

import logging
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from tenants.agreements import telling
from tenants.agreements.sending import send_waiting
from tenants.agreements.services import remind_when_due
from tenants.agreements.telling import report_undelivered
from tenants.alarms import services as alarms
from tenants.backup import services as backups
from tenants.context import second_connection
from tenants.health import forget_failed_tasks
from tenants.models import Municipality
from tenants.provisioning import STEPS, create_schema
from tenants.registry.changing.carrying_out import report_stuck, take_effect
from tenants.running import storage
from tenants.schemas import ProvisioningRun
from tenants.tasks import consortium_task

logger = logging.getLogger(__name__)


@consortium_task
def sound_alarms() -> None:
    """See what somebody must look at, and tell of it; every minute. Safe to run twice."""
    forget_failed_tasks()
    alarms.look()
    alarms.tell()


@consortium_task
def measure_backups() -> None:
    """See how old the newest backups are; every hour. Safe to run twice."""
    backups.measure()


@consortium_task
def measure_storage() -> None:
    """See how much room each municipality takes; every night. Safe to run twice."""
    storage.measure()


@consortium_task
def let_changes_take_effect() -> None:
    """Let municipalities be called what they are from today; every hour. Safe to run twice."""
    take_effect()
    report_stuck()


@consortium_task
def provision_municipality(run_id: str) -> None:
    """Make a municipality's schema, and do what shall follow it. Safe to run twice.

    Needs a worker that logs in as the migrator, on the queue `provisioning`. What follows
    are the functions named in `AKSON_AFTER_PROVISIONING`; each gets the municipality and
    `by=`, who asked for it, and must be safe to run twice itself.
    """
    run = ProvisioningRun.objects.select_related("municipality").get(pk=UUID(run_id))
    if not _claim(run):
        return
    try:
        create_schema(run.municipality, progress=lambda step: _begin(run, step))
        _begin(run, len(STEPS))
        for name in settings.AKSON_AFTER_PROVISIONING:
            import_string(name)(run.municipality, by=run.requested_by)
    except Exception:
        logger.exception("provisioning failed", extra={"run_id": run_id})
        _fail(run)
        raise
    _tell(run, state=ProvisioningRun.State.DONE, finished_at=timezone.now())


def _claim(run: ProvisioningRun) -> bool:
    """Begin, unless it is over or was cancelled while it waited."""
    with second_connection():
        unfinished = ProvisioningRun.objects.filter(pk=run.pk, finished_at=None)
        return bool(
            unfinished.update(
                state=ProvisioningRun.State.RUNNING,
                steps_total=len(STEPS),
                touched_at=timezone.now(),
            )
        )


def _begin(run: ProvisioningRun, step: int) -> None:
    _tell(run, step=step, step_label=str(STEPS[step - 1]))


def _fail(run: ProvisioningRun) -> None:
    """Say where it stopped; whether anything was made decides what is said."""
    with second_connection(), transaction.atomic():
        made = not Municipality.objects.filter(
            pk=run.municipality_id, state=Municipality.State.CREATING
        ).update(state=Municipality.State.FAILED)
    if made:
        error = _(
            "Kommunen er opprettet, men det som skulle gjøres etterpå, mislyktes."
        )
    else:
        error = _("Kommunen ble ikke opprettet, og ingenting er lagret.")
    _tell(
        run,
        state=ProvisioningRun.State.FAILED,
        finished_at=timezone.now(),
        error=" ".join([error, _("Prøv igjen, eller meld fra til driften.")]),
    )


def _tell(run: ProvisioningRun, **changes: object) -> None:
    """Store how far the run has come, seen by others although the run is in a transaction."""
    changes["touched_at"] = timezone.now()
    with second_connection():
        ProvisioningRun.objects.filter(pk=run.pk).update(**changes)


@consortium_task
def send_letters() -> None:
    """Remind those whose time is nearly out, and send all letters that wait. Safe to run twice."""
    remind_when_due()
    send_waiting()
    report_undelivered()


@consortium_task
def tell_of_deadlines() -> None:
    """Tell those they concern of deadlines that are near or over. Safe to run twice."""
    telling.tell_of_deadlines()
    report_undelivered()
