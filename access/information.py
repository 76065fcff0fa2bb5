"""The kinds of information a record holds (opplysningstyper), as the role matrix and blocks name them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# What a protected address is called among the kinds of rows an event opens, and the codes
# that protect one: kode 7 and kode 6 (`journal.record.models.patient.Protection`).
PROTECTED_ADDRESS = "protected_address"
PROTECTING_CODES = ("fortrolig", "strengt_fortrolig")
# What the rows of an unsigned text are called; its author alone sees it, whatever its kind.
DRAFT = "draft"
# What is said when the patient blocks something (sperring); shown with the blocks alone.
BLOCK = "block"


class Information(models.TextChoices):
    """One kind of information in a record; each clinical row is of one kind."""

    CRITICAL = "critical", _("Kritisk informasjon")
    VISIT = "besok", _("Besøk i hjemmet")
    DAILY = "daglig", _("Daglig notat")
    SHIFT = "vakt", _("Vaktrapport")
    PHONE = "telefon", _("Telefon")
    MEETING = "mote", _("Møte")
    PHYSICIAN = "legenotat", _("Legenotat")
    HEALTH_STATION = "helsestasjon", _("Helsestasjon")
    ADMISSION = "innkomst", _("Innkomst")
    RELATIVES = "samtale_parorende", _("Samtale med pårørende")
    CASE = "saksnotat", _("Saksnotat")
    DISCHARGE = "epikrise_mottatt", _("Mottatt epikrise")
