"""Why a sign-in with HelseID comes to nothing, and what the person can do then."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _


class Refusal(models.TextChoices):
    """The reasons; the codes stand in the access log, the words on the page."""

    CANCELLED = "cancelled", _("Innloggingen ble avbrutt")
    EXPIRED = "expired", _("Innloggingen ble ikke fullført")
    UNAVAILABLE = "unavailable", _("HelseID svarer ikke")
    UNTRUSTED = "untrusted", _("Svaret fra HelseID kunne ikke brukes")
    LEVEL = "level", _("Du må logge inn på en sikrere måte")
    NO_ACCOUNT = "no_account", _("Vi fant ingen konto for deg")
    HPR = "hpr", _("HPR-nummeret stemmer ikke")


WHAT_NOW = {
    Refusal.CANCELLED: _("Du er ikke logget inn. Prøv igjen når du er klar."),
    Refusal.EXPIRED: _(
        "Det gikk for lang tid, lenken er brukt før, eller du begynte i en annen nettleser. "
        "Du er ikke logget inn. Prøv igjen."
    ),
    Refusal.UNAVAILABLE: _(
        "Vi får ikke kontakt med HelseID akkurat nå. Vent et minutt og prøv igjen. Har du "
        "brukernavn og passord i kommunen din, kan du logge inn med det så lenge."
    ),
    Refusal.UNTRUSTED: _(
        "Derfor er du ikke logget inn. Prøv igjen. Skjer det flere ganger, så si fra til "
        "lokal administrator."
    ),
    Refusal.LEVEL: _(
        "Helseopplysninger krever det høyeste sikkerhetsnivået. Prøv igjen, og velg BankID, "
        "Buypass eller Commfides hos HelseID."
    ),
    Refusal.NO_ACCOUNT: _(
        "HelseID har bekreftet hvem du er, men ingen åpen konto er knyttet til "
        "fødselsnummeret ditt. Lokal administrator i kommunen der du jobber, kan ordne det."
    ),
    Refusal.HPR: _(
        "Rollen din krever autorisasjon, og HPR-nummeret fra HelseID er ikke det som står på "
        "kontoen din. Lokal administrator kan rette kontoen. Mangler du autorisasjon, så ta "
        "det opp med lederen din."
    ),
}
STATUS = {Refusal.EXPIRED: 410, Refusal.UNAVAILABLE: 503, Refusal.UNTRUSTED: 502}


class SignInRefusedError(Exception):
    """The sign-in comes to nothing.

    Args:
        refusal: why, for the person and the log.
        cause: what was wrong, for whoever runs Akson; constant words, nothing of a person.
        account_id: the account he would have come into, for the log.
        keyed_hash: of his number where he has no account, for the log.
    """

    def __init__(
        self,
        refusal: Refusal,
        cause: str = "",
        *,
        account_id: UUID | None = None,
        keyed_hash: str = "",
    ) -> None:
        super().__init__(f"{refusal.value}: {cause}" if cause else refusal.value)
        self.refusal = refusal
        self.account_id = account_id
        self.keyed_hash = keyed_hash
