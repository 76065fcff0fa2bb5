"""A block on a document holds for all its versions, their corrections and their history.

What a block names is the entry (`entry_id`), which all its versions share; a draft that
corrects one joins it at once, so that a blocked text does not live on in a draft.
"""

from dataclasses import replace

from access.information import BLOCK
from audit.protection import (
    ClinicalColumns,
    keep_history,
    protect_clinical,
    protect_notes,
)

_AUTHOR, _CHANGED_BY = "author_id", "history_user_id"
_NOTE = ClinicalColumns(kind="kind", writer=_AUTHOR, row="entry_id")
_NOTE_HISTORY = replace(_NOTE, written="history_date")
# Of a marking as entered in error the note is asked, and it must be open itself.
_IN_ERROR = replace(
    _NOTE,
    row="(SELECT marked.entry_id FROM {schema}.journal_note marked WHERE marked.id = note_id)",
)
_IN_ERROR_HISTORY = replace(_IN_ERROR, written="history_date")


def _anew(table: str, policies: str) -> str:
    """Give the SQL by which a table's two policies are replaced."""
    return f"""
DROP POLICY door ON {{schema}}.{table};
DROP POLICY open_first ON {{schema}}.{table};
{policies}"""


ENTRIES = "".join(
    (
        _anew("journal_note", protect_notes("journal_note", _NOTE, hand=_AUTHOR)),
        _anew(
            "journal_historicalnote",
            protect_notes("journal_historicalnote", _NOTE_HISTORY, hand=_CHANGED_BY),
        ),
        _anew(
            "journal_noteinerror",
            protect_clinical("journal_noteinerror", _IN_ERROR, hand=_AUTHOR),
        ),
        _anew(
            "journal_historicalnoteinerror",
            protect_clinical(
                "journal_historicalnoteinerror", _IN_ERROR_HISTORY, hand=_CHANGED_BY
            ),
        ),
    )
)

CORRECTIONS = """
CREATE FUNCTION {schema}.journal_join_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
BEGIN
  NEW.entry_id := coalesce(
    (SELECT n.entry_id FROM journal_note n WHERE n.id = NEW.corrects_id), NEW.entry_id);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION {schema}.journal_join_entry() FROM PUBLIC;
CREATE TRIGGER correction_joins_entry BEFORE INSERT OR UPDATE OF corrects_id, entry_id
  ON {schema}.journal_note FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL)
  EXECUTE FUNCTION {schema}.journal_join_entry();
CREATE OR REPLACE FUNCTION {schema}.journal_others_writing(record uuid, me uuid)
RETURNS TABLE (author_name text, updated_at timestamptz, corrects uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
SET search_path = {schema}, pg_temp AS $$
  SELECT n.author_name, n.updated_at, n.corrects_id FROM journal_note n
  WHERE n.record_id = record AND n.signed_at IS NULL AND n.author_id <> me
    AND n.updated_at > now() - interval '3 minutes'
    AND EXISTS (SELECT 1 FROM opened_subjects() s WHERE s.record_id = record
      AND s.reach >= 2 AND (s.hidden IS NULL OR n.entry_id <> ALL (s.hidden)))
$$;
"""

_SAID = ClinicalColumns(kind=f"'{BLOCK}'::text", writer=_AUTHOR, row="block_id")
CONVERSATIONS = (
    protect_clinical("journal_blockconversation", _SAID, hand=_AUTHOR)
    + protect_clinical(
        "journal_historicalblockconversation",
        replace(_SAID, written="history_date"),
        hand=_CHANGED_BY,
    )
    + keep_history("journal_historicalblockconversation")
    + "REVOKE UPDATE ON {schema}.journal_blockconversation FROM {role}, {worker};\n"
)

WITHHOLDINGS = (
    protect_clinical("journal_withholding", _NOTE, hand=_AUTHOR)
    + protect_clinical("journal_historicalwithholding", _NOTE_HISTORY, hand=_CHANGED_BY)
    + keep_history("journal_historicalwithholding")
)
