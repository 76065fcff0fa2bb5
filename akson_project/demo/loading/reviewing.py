"""What the control of the log is to find in the demo: somebody who reads of her grandmother.

No row says that it is a case. The nightly control runs once when the demo is made, and
finds it by itself.
"""

from access.accounts.models import User
from access.oversight.detection.services import review_log
from akson_project.demo.loading.keys import Keys, store_with_history
from akson_project.demo.stories.model import World
from audit.hashing import number_hash
from journal.record.models import RelatedPerson
from tenants.context import in_municipality
from tenants.models import Municipality

# Nobody's number: months go to 12, and to 92 where people are synthetic.
_NUMBER = "01999912345"


def load_kinship(world: World, keys: Keys) -> None:
    """Let the one who reads too much be the patient's grandchild, known by her number."""
    reader, patient = dict(world.planted)["snoop"]
    worker = next(one for one in world.workers if one.key == reader)
    person = number_hash(_NUMBER)
    User.objects.filter(pk=keys.of("worker", reader)).update(person_hash=person)
    grandchild = RelatedPerson(
        id=keys.of("relative", f"{patient}:snoop"),
        patient_id=keys.of("patient", patient),
        person_hash=person,
        name=f"{worker.given} {worker.family}",
        kind="BB",
    )
    store_with_history(RelatedPerson, [grandchild], keys)


def control_log(municipality: Municipality) -> None:
    """Control the log as every night, so that the auditor's list is not empty."""
    with in_municipality(municipality):
        review_log()
