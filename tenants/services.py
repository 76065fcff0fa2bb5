"""What the consortium does with its register: start a municipality, give it a host name."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants import directory
from tenants.jobs import provision_municipality
from tenants.models import Domain, Municipality
from tenants.registry.periods import why_not_there
from tenants.schemas import ProvisioningRun

# A step takes seconds; a run that has not moved for this long has lost its worker.
STALLED_AFTER = timedelta(minutes=10)


class StartRefusedError(Exception):
    """The municipality cannot be started now; the message says why, in Norwegian."""


def request_start(
    municipality: Municipality, *, by: str, batch: UUID | None = None
) -> ProvisioningRun:
    """Have a municipality's schema made in the background.

    Args:
        municipality: One that is not in operation.
        by: Who asks; shown with the run.
        batch: Names those that are asked for at once.

    Returns:
        The run, whose page shows how far it has come.

    Raises:
        StartRefusedError: it is in operation, being started, has left, or is no more.
    """
    with transaction.atomic():
        municipality = Municipality.objects.select_for_update(no_key=True).get(
            pk=municipality.pk
        )
        if municipality.has_left:
            raise StartRefusedError(_("Kommunen har sluttet i Akson."))
        if gone := why_not_there(municipality, timezone.localdate()):
            raise StartRefusedError(gone)
        latest = municipality.runs.first()
        if municipality.is_active and (
            latest is None or latest.state == ProvisioningRun.State.DONE
        ):
            raise StartRefusedError(_("Kommunen er allerede i drift."))
        if latest is not None and latest.finished_at is None:
            _give_up(latest)
        run = ProvisioningRun.objects.create(
            municipality=municipality, requested_by=by, batch=batch
        )
        if not municipality.is_active:
            municipality.state = Municipality.State.CREATING
            municipality.save(update_fields=["state"])
        transaction.on_commit(partial(_send, run.pk))
    return run


def can_be_started(municipality: Municipality) -> bool:
    """Whether the button is offered; `request_start` asks again when it is pressed."""
    if municipality.has_left or why_not_there(municipality, timezone.localdate()):
        return False
    latest = municipality.runs.first()
    if latest is None:
        return not municipality.is_active
    if latest.finished_at is None:
        return _has_lost_its_worker(latest)
    return latest.state in {
        ProvisioningRun.State.FAILED,
        ProvisioningRun.State.CANCELLED,
    }


def request_starts(
    municipalities: Iterable[Municipality], *, by: str
) -> tuple[UUID | None, list[str]]:
    """Have several schemas made, one after the other; each gets a host name if it has none.

    Returns:
        The batch, or None when nothing was begun; and why some were not, in sentences.
    """
    batch, begun = uuid4(), 0
    refused: list[str] = []
    for municipality in municipalities:
        try:
            if not municipality.domains.exists():
                add_domain(municipality, host=suggested_host(municipality))
            request_start(municipality, by=by, batch=batch)
            begun += 1
        except (StartRefusedError, ValidationError) as error:
            why = " ".join(getattr(error, "messages", None) or [str(error)])
            refused.append(f"{municipality}: {why}")
    return (batch if begun else None), refused


def cancel_waiting(batch: UUID) -> int:
    """Cancel those of a batch that wait their turn; what has begun goes on.

    Returns:
        How many that were.
    """
    with transaction.atomic():
        waiting = ProvisioningRun.objects.select_for_update().filter(
            batch=batch, state=ProvisioningRun.State.WAITING
        )
        runs = list(waiting)
        ProvisioningRun.objects.filter(pk__in=[run.pk for run in runs]).update(
            state=ProvisioningRun.State.CANCELLED, finished_at=timezone.now()
        )
        Municipality.objects.filter(
            pk__in=[run.municipality_id for run in runs],
            state=Municipality.State.CREATING,
        ).update(state=Municipality.State.LISTED)
    return len(runs)


def add_domain(
    municipality: Municipality, *, host: str, is_primary: bool = False
) -> Domain:
    """Let a host name lead to a municipality.

    Args:
        municipality: Where it leads.
        host: The name; upper case and a port are not part of it.
        is_primary: Whether it is the one to write in links. The first one always is.

    Raises:
        ValidationError: it is no host name, is taken, or is one of the platform's own.
    """
    host = host.strip().lower().rstrip(".")
    if refusal := own_host(host):
        raise ValidationError({"domain": refusal})
    domain = Domain(
        tenant=municipality,
        domain=host,
        is_primary=is_primary or not municipality.domains.exists(),
    )
    # A new primary name takes the place of the old one when it is saved.
    domain.full_clean(validate_constraints=False)
    domain.validate_unique()
    with transaction.atomic():
        domain.save(force_insert=True)
        transaction.on_commit(directory.invalidate)
    return domain


def own_host(host: str) -> str:
    """Say why no municipality can have a host name: the platform has it; else nothing."""
    if host in settings.AKSON_CONSORTIUM_HOSTS:
        return _("Dette er konsortiets eget vertsnavn.")
    if host == settings.AKSON_SIGN_IN_HOST:
        return _("Dette er den felles innloggingsadressen.")
    return ""


def suggested_host(municipality: Municipality) -> str:
    """Suggest a host name: the schema's, with hyphens, before the platform's own suffix."""
    return municipality.schema_name.replace("_", "-") + settings.AKSON_HOST_SUFFIX


def _give_up(run: ProvisioningRun) -> None:
    """End a run that has lost its worker, so that another may begin.

    Raises:
        StartRefusedError: it may still be at work.
    """
    if not _has_lost_its_worker(run):
        raise StartRefusedError(_("Kommunen er allerede under oppstart."))
    run.state = ProvisioningRun.State.FAILED
    run.finished_at = timezone.now()
    run.error = _("Oppstarten stanset uten forklaring, og en ny ble startet.")
    run.save(update_fields=["state", "finished_at", "error", "touched_at"])


def _has_lost_its_worker(run: ProvisioningRun) -> bool:
    return timezone.now() - run.touched_at >= STALLED_AFTER


def _send(run_id: UUID) -> None:
    provision_municipality.delay(str(run_id))
