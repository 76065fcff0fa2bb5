"""Every table about a person is behind the door, and the functions past it are named."""

from collections import defaultdict
from dataclasses import dataclass

from django.apps import apps

from journal.record.models.rows import ClinicalRow, IdentityRow
from tests.attacks.doors import query

EVERYBODY = [0]
JOURNALS = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p') AND c.relname LIKE 'journal_%'
"""
# SECURITY DEFINER functions that a municipality's people may call, and why each is safe.
PASS_THE_DOOR = {
    "began_in_time": "what this transaction has opened itself",
    "door_is_open": "says only whether something is open, and fails when nothing is",
    "journal_bed_is_taken": "yes or no of a bed, for a person who is open; no name",
    "journal_drafts_of": "whose records hold drafts of a person, as UUIDs",
    "journal_in_order": "UUIDs in the order of names and of age; no name, no date",
    "journal_lookalikes": "UUIDs of those with the same name or birth date, no name",
    "journal_others_writing": "who writes in a record now, and only if it is open",
    "journal_search_birth_date": "UUIDs; the hits are logged before names are read",
    "journal_search_identifier": "UUIDs; the hits are logged before names are read",
    "journal_search_people": "UUIDs; the hits are logged before names are read",
    "journal_wrote_in": "UUIDs of who wrote in whose record, as the log says too; no text",
    "may_open": "asked by the openings' policy; yes or no of an event",
    "opened_actor": "what this transaction has opened itself",
    "opened_addresses": "what this transaction has opened itself",
    "opened_in_part": "what this transaction has opened itself",
    "opened_target": "what this transaction has opened itself",
    "opened_patients": "what this transaction has opened itself",
    "opened_unbounded": "what this transaction has opened itself",
    "opened_records": "what this transaction has opened itself",
    "part_shows": "what this transaction has opened itself",
}
WORKER_PASSES_BY = {
    name for name in PASS_THE_DOOR if not name.startswith("journal_")
} | {
    "journal_closeness",  # of pairs the log has: codes, shares and the log's own moments
    "sweep_openings",
}


@dataclass(frozen=True)
class Policy:
    """A row policy: whether it opens (or narrows), for what and whom, and by what rule."""

    opens: bool
    command: str
    for_whom: list[int]
    shows: str
    takes: str | None

    def asks(self, function):
        """Whether the rule for rows shown, and the one for rows written, asks it."""
        return all(
            f" {function}()" in rule for rule in (self.shows, self.takes) if rule
        )


def _policies():
    """Give each table with row security its policies by name; {} if it has none."""
    found: dict[str, dict[str, Policy]] = defaultdict(dict)
    for table, name, *rest in query(
        """
        SELECT c.relname, p.polname, p.polpermissive, p.polcmd, p.polroles::oid[],
          ' ' || pg_get_expr(p.polqual, c.oid), ' ' || pg_get_expr(p.polwithcheck, c.oid)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_policy p ON p.polrelid = c.oid
        WHERE n.nspname = 'fjord' AND c.relrowsecurity
        """
    ):
        found[table][name] = Policy(*rest)
    return found


def _journal_tables(kind):
    """Name the tables of the journal's models of a kind, and those of their history."""
    models = [
        model
        for model in apps.get_app_config("journal").get_models()
        if issubclass(model, kind) and not model._meta.proxy
    ]
    histories = [model.history.model for model in models if hasattr(model, "history")]
    return {model._meta.db_table for model in models + histories}


def test_every_table_about_a_person_is_behind_the_door(world):
    identity, clinical = _journal_tables(IdentityRow), _journal_tables(ClinicalRow)
    door_of = dict.fromkeys(identity, "opened_patients")
    door_of |= dict.fromkeys(clinical, "opened_records")
    journals = {name for (name,) in query(JOURNALS)}

    assert len(journals) > 18
    assert set(door_of) == journals
    assert identity.isdisjoint(clinical)
    policies = _policies()
    faults = {table: _faults(policies[table], door_of[table]) for table in door_of}
    assert {table: wrong for table, wrong in faults.items() if wrong} == {}


def _faults(policies, function):
    """Say what is wrong with a table's policies, which are to ask a function of the door."""
    if set(policies) != {"door", "open_first"}:
        return [f"has the policies {set(policies)}"]
    door, first = policies["door"], policies["open_first"]
    rules = {
        "the door narrows only": door.opens,
        "open_first opens": not first.opens,
        "the door is not for every command": door.command == "*",
        "open_first is not for every command": first.command == "*",
        "the door is not for everybody": door.for_whom == EVERYBODY,
        "open_first is not for everybody": first.for_whom == EVERYBODY,
        "the door does not ask what is open": door.asks(function),
        "open_first does not ask whether anything is": first.shows == " door_is_open()",
    }
    return [fault for fault, holds in rules.items() if not holds]


def test_every_table_that_refers_to_a_person_is_behind_the_door(world):
    referring = query(
        """
        SELECT DISTINCT c.conrelid::regclass::text FROM pg_constraint c
        JOIN pg_class target ON target.oid = c.confrelid
        JOIN pg_namespace n ON n.oid = target.relnamespace
        WHERE c.contype = 'f' AND n.nspname = 'fjord' AND target.relname LIKE 'journal_%'
        """
    )

    assert referring
    assert {name.split(".")[-1] for (name,) in referring} <= set(_policies())


def test_functions_that_pass_the_door_are_named(world):
    callable_ones = query(
        """
        SELECT p.proname, has_function_privilege('t_fjord', p.oid, 'EXECUTE'),
          has_function_privilege('w_fjord', p.oid, 'EXECUTE')
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.prosecdef AND has_schema_privilege('t_fjord', n.oid, 'USAGE')
          AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        """
    )

    assert {name for name, by_role, _ in callable_ones if by_role} == set(PASS_THE_DOOR)
    assert {name for name, _, by_worker in callable_ones if by_worker} == (
        WORKER_PASSES_BY
    )


def test_no_function_that_passes_the_door_can_be_called_by_everybody(world):
    open_to_all = query(
        """
        SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND p.prosecdef
          AND (p.proacl IS NULL
               OR EXISTS (SELECT 1 FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
        """
    )

    assert open_to_all == []
