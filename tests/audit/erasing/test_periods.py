"""The database keeps each kind of event as long as the page says."""

from audit.erasing.periods import PERIODS, years_of
from audit.verbs import Verb
from tests.attacks.doors import query


def test_each_thing_that_can_be_done_has_one_period():
    assert set(years_of()) == set(Verb)
    assert sum(len(period.verbs) for period in PERIODS) == len(Verb)


def test_the_database_asks_for_the_same_years(world):
    asked = (
        "SELECT log_is_kept(%(verb)s, now() - %(years)s * interval '1 year' + interval '1 hour'),"
        " log_is_kept(%(verb)s, now() - %(years)s * interval '1 year' - interval '1 hour')"
    )
    for verb, years in years_of().items():
        assert query(asked, {"verb": verb.value, "years": years}) == [(True, False)]
