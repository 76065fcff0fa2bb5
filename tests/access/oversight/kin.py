"""A nurse whose unit has her brother, and who is a patient there herself."""

from uuid import uuid4

from access.accounts.models import User
from access.actions import Action
from access.person_number import read_number
from audit.hashing import number_hash
from journal.record.gate import open_record
from journal.record.services.person import add_number
from journal.record.services.relatives import Relative, add_relative, link_relative
from tests import world as worlds

NUMBER = "02913820110"


def make_siblings(world):
    """Let Ola be Siri's brother; give the record that is her own."""
    read = read_number(NUMBER, synthetic_only=True)
    siri = worlds.patient(world.clerk, given="Siri", family="Solbakk", at=world.north)
    to = Action.CHANGE_IDENTITY
    with open_record(siri.record_id, by=world.clerk, to=to) as record:
        add_number(record, number=read)
    with open_record(world.ola.record_id, by=world.clerk, to=to) as record:
        relative = Relative(name="Siri Sykepleier", kind="SI")
        row = add_relative(record, relative=relative, id=uuid4(), number=None)
        link_relative(record, row, patient_id=siri.patient_id)
    User.objects.filter(pk=world.nurse.user_id).update(
        person_hash=number_hash(read.value)
    )
    return siri
