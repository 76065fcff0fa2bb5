"""Which verbs are told as reading or writing a record, and that each profile has one."""

from audit.review.fhir.codes import pattern_of
from audit.verbs import Verb
from tests.audit.review.fhir.balp import PREFIX

# These read or write a record; a new verb is put here, or given a pattern in codes.py.
OF_RECORDS = set(
    """read read_identity read_address printed registered changed admitted moved discharged
    marked_dead drafted discarded signed corrected marked_in_error withheld read_blocks blocked
    ended_block registered_application handled_application registered_contact closed_contact
    enrolled listed searched looked_up""".split()
)


def test_only_what_reads_or_writes_a_record_is_told_as_such():
    assert {verb.value for verb in Verb if pattern_of(verb).profile} == OF_RECORDS


def test_every_profile_is_used_by_some_verb():
    used = {pattern_of(verb).profile for verb in Verb}

    assert used == {"", "Read", "Query", "Create", "Update", "Delete"}
    assert PREFIX.endswith("IHE.BasicAudit.")
