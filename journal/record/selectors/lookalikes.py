"""Guard against the wrong patient: who else among mine has the same name or birth date?"""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import IntegerField
from django.db.models.expressions import RawSQL
from django.utils.translation import ngettext

from access.actions import Action
from access.predicate import parameters, parameters_of, predicate
from access.worker import Worker
from journal.record.models import Patient

_MINE = predicate(
    Action.READ_IDENTITY,
    only="related.patient_id IN (SELECT alike.patient_id FROM alike)",
)
_LOOKALIKES = f"""
WITH alike AS MATERIALIZED (
  SELECT patient_id, same FROM journal_lookalikes(%(patient)s)
), mine AS ({_MINE})
SELECT ARRAY[count(*) FILTER (WHERE alike.same = 'name'),
  count(*) FILTER (WHERE alike.same = 'birth_date')]
FROM alike WHERE alike.patient_id IN (SELECT mine.patient_id FROM mine)
"""  # noqa: S608 - constants only


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """How many other patients, open to the worker, are easily taken for this one."""

    same_name: int = 0
    same_birth_date: int = 0

    @property
    def warning(self) -> str | None:
        """A sentence that says so; None when nobody is."""
        if self.same_name:
            text = ngettext(
                "En annen av pasientene dine har samme navn. Sjekk fødselsdatoen.",
                "%(count)d andre av pasientene dine har samme navn. Sjekk fødselsdatoen.",
                self.same_name,
            )
            return text % {"count": self.same_name}
        if self.same_birth_date:
            text = ngettext(
                "En annen av pasientene dine har samme fødselsdato. Sjekk navnet.",
                "%(count)d andre av pasientene dine har samme fødselsdato. Sjekk navnet.",
                self.same_birth_date,
            )
            return text % {"count": self.same_birth_date}
        return None


def lookalikes_of(patient: Patient, worker: Worker) -> Lookalikes:
    """Count the other patients open to the worker with the same name or birth date.

    Ids are compared in the database; nothing about the others is read.
    """
    values = parameters(worker, Action.READ_IDENTITY) | {"patient": patient.pk}
    with connection.cursor() as cursor:
        cursor.execute(_LOOKALIKES, values)
        return Lookalikes(*cursor.fetchone()[0])


def lookalikes_column(
    patient_id: UUID, worker_id: UUID, unit_ids: list[UUID], at: datetime
) -> RawSQL:
    """The same as a column of another query, so that it costs no statement of its own.

    Its value is the two counts, as `Lookalikes` takes them. A column's parameters stand
    in order, without names.
    """
    asked = parameters_of(worker_id, unit_ids, Action.READ_IDENTITY, at)
    values = asked | {"patient": patient_id}
    in_order = [values[name] for name in re.findall(r"%\((\w+)\)s", _LOOKALIKES)]
    statement = re.sub(r"%\(\w+\)s", "%s", _LOOKALIKES)
    return RawSQL(statement, in_order, output_field=ArrayField(IntegerField()))  # noqa: S611 - constants
