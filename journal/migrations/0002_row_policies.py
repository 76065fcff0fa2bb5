"""Every patient's row asks the access log; what was signed never changes."""

from django.db import migrations

from audit.row_policy import (
    ClinicalColumns,
    keep_history,
    only_grows,
    protect_clinical,
    protect_identity,
    protect_notes,
)
from journal.record import database, database_beds
from tenants.database.operations import TenantSQL

IDENTITY = (
    "journal_patient",
    "journal_patientidentifier",
    "journal_address",
    "journal_healthrecord",
    "journal_relatedperson",
    "journal_episode",
    "journal_careteammember",
)
HISTORY_OF_IDENTITY = (
    "journal_historicalpatient",
    "journal_historicalpatientidentifier",
    "journal_historicaladdress",
    "journal_historicalrelatedperson",
    "journal_historicalepisode",
    "journal_historicalcareteammember",
)
CRITICAL = ClinicalColumns(kind="'critical'::text", writer="author_id")
NOTE = ClinicalColumns(kind="kind", writer="author_id")
AUTHOR = "author_id"
CHANGED_BY = "history_user_id"


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0001_initial"),
        ("audit", "0002_append_only_and_openings"),
        ("access", "0002_nobody_bypasses"),
    ]

    operations = [
        *(TenantSQL(protect_identity(table)) for table in IDENTITY),
        *(
            TenantSQL(protect_identity(table, hand=CHANGED_BY) + keep_history(table))
            for table in HISTORY_OF_IDENTITY
        ),
        # What is known to be critical keeps its first author when it ends.
        *(
            TenantSQL(protect_clinical(f"journal_{table}", CRITICAL))
            for table in ("criticalinformation", "criticalreview")
        ),
        *(
            TenantSQL(
                protect_clinical(table, CRITICAL, hand=CHANGED_BY) + keep_history(table)
            )
            for table in (
                "journal_historicalcriticalinformation",
                "journal_historicalcriticalreview",
            )
        ),
        TenantSQL(protect_notes("journal_note", NOTE, hand=AUTHOR)),
        TenantSQL(
            protect_notes("journal_historicalnote", NOTE, hand=CHANGED_BY)
            + keep_history("journal_historicalnote")
        ),
        TenantSQL(protect_clinical("journal_noteinerror", NOTE, hand=AUTHOR)),
        TenantSQL(
            protect_clinical("journal_historicalnoteinerror", NOTE, hand=CHANGED_BY)
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
    ]
