"""Asking the policy in a test, about a record that is known to exist."""

from access import policy
from access.policy import Decision


def decided(worker, record_id, action, *, at=None) -> Decision:
    """What the policy says."""
    decision = policy.decide(worker, record_id, action, at=at)
    assert decision is not None
    return decision
