"""Every patient's row asks the access log; what was signed never changes."""

from dataclasses import replace

from django.db import migrations

from audit.protection import (
    ClinicalColumns,
    keep_history,
    only_grows,
    protect_clinical,
    protect_identity,
    protect_notes,
)
from journal.readers import database as readers
from journal.record import (
    database,
    database_addresses,
    database_beds,
    database_blocks,
    database_ties,
)
from journal.record.database_closeness import CLOSENESS
from journal.record.database_order import ORDER
from tenants.database.operations import TenantSQL

# Since when a row holds, where it says so; a former unit sees none that began later.
IDENTITY = {
    "patient": "",
    "patientidentifier": "registered_at",
    "address": "",
    "healthrecord": "",
    "relatedperson": "",
    "episode": "starts_at",
    "careteammember": "valid_from",
    "application": "registered_at",
    "encounter": "registered_at",
    "enrolment": "registered_at",
}
# A stay's and a team's history follow the stay: its end is what took the unit out.
HISTORY_OF_IDENTITY = {
    "historicalpatient": "history_date",
    "historicalpatientidentifier": "history_date",
    "historicaladdress": "history_date",
    "historicalrelatedperson": "history_date",
    "historicalepisode": "starts_at",
    "historicalcareteammember": "valid_from",
    "historicalapplication": "registered_at",
    "historicalencounter": "registered_at",
    "historicalenrolment": "registered_at",
}
CHANGED_BY = "history_user_id"
AUTHOR = "author_id"
CRITICAL = ClinicalColumns(kind="'critical'::text", writer=AUTHOR)
CRITICAL_HISTORY = replace(CRITICAL, written="history_date", writer=CHANGED_BY)
NOTE = ClinicalColumns(kind="kind", writer=AUTHOR)
NOTE_HISTORY = replace(NOTE, written="history_date")


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0001_initial"),
        ("audit", "0002_append_only_and_openings"),
        ("access", "0002_rights_and_rules"),
    ]

    operations = [
        *(
            TenantSQL(protect_identity(f"journal_{table}", began=began))
            for table, began in IDENTITY.items()
        ),
        *(
            TenantSQL(
                protect_identity(f"journal_{table}", began=began, hand=CHANGED_BY)
                + keep_history(f"journal_{table}")
            )
            for table, began in HISTORY_OF_IDENTITY.items()
        ),
        # What is known to be critical keeps its first author when it ends.
        *(
            TenantSQL(protect_clinical(f"journal_{table}", CRITICAL))
            for table in ("criticalinformation", "criticalreview")
        ),
        *(
            TenantSQL(
                protect_clinical(table, CRITICAL_HISTORY, hand=CHANGED_BY)
                + keep_history(table)
            )
            for table in (
                "journal_historicalcriticalinformation",
                "journal_historicalcriticalreview",
            )
        ),
        TenantSQL(protect_notes("journal_note", NOTE, hand=AUTHOR)),
        TenantSQL(
            protect_notes("journal_historicalnote", NOTE_HISTORY, hand=CHANGED_BY)
            + keep_history("journal_historicalnote")
        ),
        TenantSQL(protect_clinical("journal_noteinerror", NOTE, hand=AUTHOR)),
        TenantSQL(
            protect_clinical("journal_historicalnoteinerror", NOTE_HISTORY, hand=CHANGED_BY)
            + keep_history("journal_historicalnoteinerror")
        ),
        TenantSQL(database.SEARCH),
        TenantSQL(database.NOTES),
        TenantSQL(
            only_grows(
                "journal_noteinerror",
                trigger="in_error_never_changes",
                refusal="refuse_change_of_signed",
            )
        ),
        TenantSQL(database.GRANTS),
        TenantSQL(database_beds.BEDS),
        TenantSQL(database_ties.TIES),
        TenantSQL(database_addresses.ADDRESSES),
        TenantSQL(database_blocks.ENTRIES),
        TenantSQL(database_blocks.CORRECTIONS),
        TenantSQL(database_blocks.CONVERSATIONS),
        TenantSQL(database_blocks.WITHHOLDINGS),
        TenantSQL(readers.WRITERS),
        TenantSQL(ORDER),
        TenantSQL(CLOSENESS),
    ]
