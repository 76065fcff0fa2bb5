"""Puts municipalities together in clusters, and takes them out again."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.models import Municipality
from tenants.registry.periods import why_not_there
from tenants.rollout.clusters import Cluster, ClusterMembership


class ClusterRefusedError(Exception):
    """The municipality cannot lead the cluster; the message says why, in Norwegian."""


@dataclass(frozen=True, slots=True)
class Moving:
    """What became of those that were chosen; who stays where it was, and why."""

    moved: list[Municipality]
    left_out: list[tuple[Municipality, str]]


def why_not_lead(cluster: Cluster, lead: Municipality) -> str:
    """Say why a municipality cannot lead a cluster; nothing when it can."""
    if gone := why_not_there(lead, timezone.localdate()):
        return gone
    member = lead.cluster_memberships.current().exclude(cluster=cluster).first()
    if member is None:
        return ""
    return _("Kommunen er i klyngen «%(name)s». Ta den ut derfra først.") % {
        "name": member.cluster.name
    }


@transaction.atomic
def store_cluster(cluster: Cluster, *, by: str) -> Moving:
    """Store a cluster, new or changed; whoever leads it is a member from now on.

    Gives what that moved: the one who leads, when it was no member.

    Raises:
        ClusterRefusedError: the one who is to lead is a member of another.
    """
    (lead,) = _locked([cluster.lead])
    if refusal := why_not_lead(cluster, lead):
        raise ClusterRefusedError(refusal)
    cluster.save()
    if cluster.memberships.current().filter(municipality=lead).exists():
        return Moving([], [])
    _join(lead, cluster, by=by)
    return Moving([lead], [])


@transaction.atomic
def move(chosen: Iterable[Municipality], *, into: Cluster | None, by: str) -> Moving:
    """Move municipalities into a cluster, or out of theirs; one that leads another stays."""
    moved, left_out = [], []
    for municipality in _locked(chosen):
        old = municipality.cluster_memberships.current().first()
        if refusal := _why_not_move(municipality, old, into):
            left_out.append((municipality, refusal))
            continue
        if old is not None:
            old.left_at, old.left_by = timezone.now(), by
            old.save(update_fields=["left_at", "left_by"])
        if into is not None:
            _join(municipality, into, by=by)
        moved.append(municipality)
    return Moving(moved, left_out)


def _why_not_move(
    municipality: Municipality, old: ClusterMembership | None, into: Cluster | None
) -> str:
    if into and (gone := why_not_there(municipality, timezone.localdate())):
        return gone
    if old is None:
        return "" if into else _("Kommunen er ikke i noen klynge.")
    if old.cluster == into:
        return _("Kommunen er allerede i klyngen.")
    if old.cluster.lead_id == municipality.pk:
        say = _(
            "Kommunen leder klyngen «%(name)s». Velg en annen til å lede den først."
        )
        return say % {"name": old.cluster.name}
    return ""


def _join(municipality: Municipality, cluster: Cluster, *, by: str) -> None:
    ClusterMembership.objects.create(
        municipality=municipality, cluster=cluster, joined_by=by
    )


def _locked(municipalities: Iterable[Municipality]) -> list[Municipality]:
    """Two people who move the same ones wait for each other; in one order, so none for ever."""
    found = Municipality.objects.filter(pk__in=[one.pk for one in municipalities])
    return list(found.order_by("pk").select_for_update(no_key=True))
