"""Attempts to empty the register of people through what answers a search."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests import world as worlds
from tests.attacks.doors import query

# One injected statement that asks for everything: each day, each number, each name.
DUMPS = {
    "birth dates": """
        SELECT day, found.patient_id FROM generate_series(
          date '1900-01-01', date '2026-12-31', interval '1 day') AS day
        CROSS JOIN LATERAL journal_search_birth_date(day::date) AS found""",
    "numbers": """
        SELECT found.patient_id FROM generate_series(1, 1000) AS number
        CROSS JOIN LATERAL journal_search_identifier(number::text) AS found""",
    "names": """
        SELECT word, found.patient_id FROM unnest(%(words)s::text[]) AS word
        CROSS JOIN LATERAL journal_search_people(word) AS found""",
    "who is alike": """
        SELECT alike.* FROM generate_series(1, 20) AS number
        CROSS JOIN LATERAL journal_lookalikes(md5(number::text)::uuid) AS alike""",
}
WORDS = {"words": [f"ol{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]}


@pytest.mark.parametrize("dump", DUMPS.values(), ids=DUMPS)
def test_one_statement_does_not_ask_for_everybody(world, dump):
    with pytest.raises(DatabaseError, match="for mange"):
        query(dump, WORDS)


def test_many_statements_of_one_transaction_do_not_either(world):
    ask = "SELECT patient_id FROM journal_search_people('ola')"

    with transaction.atomic():
        assert all(query(ask) for _ in range(10))
        with pytest.raises(DatabaseError, match="for mange"):
            query(ask)


@pytest.mark.parametrize(
    "statement",
    [
        "SET akson.asked = '0'",
        "SET LOCAL akson.asked = '0'",
        "RESET akson.asked",
        "SELECT set_config('akson.asked', '0', true)",
        "SELECT journal_asks_once_more()",
    ],
)
def test_count_is_not_for_the_application_to_change(world, statement):
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(statement)


def test_person_who_searches_is_never_stopped(world):
    for number in range(12):
        worlds.patient(world.clerk, "Ola", f"Fjell{number}", at=world.north)

    for _ in range(12):
        assert query("SELECT patient_id FROM journal_search_people('ola fjell')")
