"""The SQL that puts a table behind the door, and keeps what must never change.

Two classes of tables exist: identity tables carry `patient_id`, clinical tables
`record_id`. A table without one of the two policies, or a named exemption, fails
`tests/contracts`. `audit.row_policy` has the functions the policies ask, and says
what the placeholders are.
"""

from dataclasses import dataclass


def only_grows(table: str, *, trigger: str, refusal: str) -> str:
    """Give the SQL by which a table takes new rows and no other change, ever.

    It binds the owner too, whom no grant and no policy binds, and ALWAYS makes it
    hold in a session that plays a replica, where ordinary triggers sleep.

    Args:
        table: the table.
        trigger: name of the trigger; `<trigger>_table` is the one against TRUNCATE.
        refusal: the trigger function that says no.
    """
    return f"""
CREATE TRIGGER {trigger} BEFORE UPDATE OR DELETE ON {{schema}}.{table}
  FOR EACH ROW EXECUTE FUNCTION {{schema}}.{refusal}();
CREATE TRIGGER {trigger}_table BEFORE TRUNCATE ON {{schema}}.{table}
  FOR EACH STATEMENT EXECUTE FUNCTION {{schema}}.{refusal}();
ALTER TABLE {{schema}}.{table} ENABLE ALWAYS TRIGGER {trigger};
ALTER TABLE {{schema}}.{table} ENABLE ALWAYS TRIGGER {trigger}_table;
"""


def protect_identity(table: str, *, began: str = "", hand: str = "") -> str:
    """Give the SQL that binds an identity table to the openings by its `patient_id`.

    Args:
        table: the table.
        began: the column that says since when the row holds, if one does; what came
            after its stay is closed to a former unit.
        hand: the column that says who wrote the row, if one does.
    """
    shows = "patient_id = ANY ((SELECT {schema}.opened_patients())::uuid[])"
    if began:
        shows = f"""patient_id = ANY ((SELECT {{schema}}.opened_unbounded())::uuid[])
  OR ({shows} AND {{schema}}.began_in_time(patient_id, {began}))"""
    return _door(table, shows, hand=hand) + _never_deleted(table)


@dataclass(frozen=True, slots=True)
class ClinicalColumns:
    """Which columns say a clinical row's kind, time, author and identity.

    Args:
        kind: SQL expression for the kind of row, e.g. `'critical'::text` or `kind`.
        written: SQL expression for when it was written; decides what a former unit may read.
        writer: SQL expression for the author, who keeps his own; `NULL::uuid` if there is none.
        row: SQL expression for what a block of a document names, also in history tables.
    """

    kind: str
    written: str = "written_at"
    writer: str = "NULL::uuid"
    row: str = "id"


def protect_clinical(table: str, columns: ClinicalColumns, *, hand: str = "") -> str:
    """Give the SQL that binds a clinical table to the openings by its `record_id`."""
    return _door(table, _shows(columns), hand=hand) + _never_deleted(table)


def protect_notes(table: str, columns: ClinicalColumns, *, hand: str) -> str:
    """Give the SQL for notes: as clinical, but an unsigned note is its author's alone."""
    draft = ClinicalColumns(
        kind="'draft'::text",
        written="NULL::timestamptz",
        writer=columns.writer,
        row=columns.row,
    )
    shows = f"""CASE WHEN signed_at IS NULL
    THEN {columns.writer} = (SELECT {{schema}}.opened_actor()) AND ({_shows(draft)})
    ELSE ({_shows(columns)}) END"""
    return _door(table, shows, hand=hand)


def _door(table: str, shows: str, *, hand: str) -> str:
    """Give the SQL of the two policies: `door` for each row, `open_first` for the table.

    The door is asked row by row, so of an empty table it is not asked at all; the other
    is asked while the statement is planned, and makes that an error too. Who writes a
    row can say in `hand` that he wrote it, and not that somebody else did.
    """
    by_oneself = f"{hand} = (SELECT {{schema}}.opened_actor())"
    takes = f"{by_oneself} AND ({shows})" if hand else shows
    return f"""
ALTER TABLE {{schema}}.{table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON {{schema}}.{table} USING ({shows})
  WITH CHECK ({takes});
CREATE POLICY open_first ON {{schema}}.{table} AS RESTRICTIVE
  USING ({{schema}}.door_is_open());
"""


def _shows(columns: ClinicalColumns) -> str:
    return f"""record_id = ANY ((SELECT {{schema}}.opened_records())::uuid[])
  OR (record_id = ANY ((SELECT {{schema}}.opened_in_part())::uuid[])
    AND {{schema}}.part_shows(record_id, {columns.kind}, {columns.written},
      {columns.writer}, {columns.row}))"""


def _never_deleted(table: str) -> str:
    """Give the SQL for a table whose rows the application may change, not take away."""
    return f"REVOKE DELETE ON {{schema}}.{table} FROM {{role}}, {{worker}};\n"


def keep_history(table: str) -> str:
    """Give the SQL by which history is added to and read, never changed by anybody."""
    return f"REVOKE UPDATE, DELETE ON {{schema}}.{table} FROM {{role}}, {{worker}};" + (
        only_grows(
            table, trigger="history_only_grows", refusal="refuse_change_of_history"
        )
    )
