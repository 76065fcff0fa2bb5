"""How many worlds are thought up: as many as a test says, or as a profile says.

`./akson test tests/proof --hypothesis-profile=worlds` makes 10,000; `few` makes 25 and
does not simplify what it finds, for whoever changes the predicate on purpose.
"""

from typing import Any

from hypothesis import HealthCheck, Phase, settings

# One database serves all worlds of a test, and each is undone; some worlds are large.
ORDINARY: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": [
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
}
settings.register_profile("worlds", max_examples=10_000, **ORDINARY)
settings.register_profile(
    "few", max_examples=25, phases=[Phase.explicit, Phase.generate], **ORDINARY
)


def as_many_as(ordinarily):
    """Run a test with so many worlds, unless a profile says otherwise."""
    if settings.get_current_profile_name() in {"worlds", "few"}:
        return settings(**ORDINARY)
    return settings(max_examples=ordinarily, **ORDINARY)
