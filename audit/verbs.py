"""What an access event says was done, and how it went."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """What a request came to do, in the past tense (FHIR: AuditEvent.subtype)."""

    READ = "read", _("Leste journalen")
    READ_IDENTITY = "read_identity", _("Så personopplysninger")
    READ_ADDRESS = "read_address", _("Så skjermet adresse")
    PRINTED = "printed", _("Skrev ut")
    LISTED = "listed", _("Viste i liste")
    SEARCHED = "searched", _("Søkte")
    REGISTERED = "registered", _("Registrerte pasient")
    CHANGED = "changed", _("Endret opplysninger")
    ADMITTED = "admitted", _("Skrev inn")
    MOVED = "moved", _("Flyttet")
    DISCHARGED = "discharged", _("Skrev ut fra tjenesten")
    MARKED_DEAD = "marked_dead", _("Meldte død")
    DRAFTED = "drafted", _("Skrev på kladd")
    DISCARDED = "discarded", _("Slettet kladd")
    SIGNED = "signed", _("Signerte notat")
    CORRECTED = "corrected", _("Rettet notat")
    MARKED_IN_ERROR = "marked_in_error", _("Merket notat som feilført")
    WITHHELD = "withheld", _("Endret hva pasienten og foreldre får se")
    READ_BLOCKS = "read_blocks", _("Så sperringer")
    BLOCKED = "blocked", _("Satte sperring")
    ENDED_BLOCK = "ended_block", _("Opphevet sperring")
    GRANTED = "granted", _("Ga tidsbegrenset tilgang")
    WITHDREW_GRANT = "withdrew_grant", _("Trakk tilbake tilgang")
    REGISTERED_APPLICATION = "registered_application", _("Registrerte søknad")
    HANDLED_APPLICATION = "handled_application", _("Behandlet søknad")
    REGISTERED_CONTACT = "registered_contact", _("Registrerte kontakt ved legevakten")
    CLOSED_CONTACT = "closed_contact", _("Avsluttet kontakt ved legevakten")
    ENROLLED = "enrolled", _("Endret fastlegeliste eller program")
    COUNTED_READERS = "counted_readers", _("Så hvor mange som har åpnet journaler")
    HANDED_OUT_LOG = "handed_out_log", _("Ga pasienten innsyn i tilgangsloggen")
    LOOKED_UP = "looked_up", _("Søkte etter person uten behandlerrelasjon")
    STATED_NEED = "stated_need", _("Oppga behov for tilgang")
    EMERGENCY_BEGAN = "emergency_began", _("Tok nødtilgang")
    EMERGENCY_EXTENDED = "emergency_extended", _("Forlenget nødtilgang")
    EMERGENCY_ENDED = "emergency_ended", _("Avsluttet nødtilgang")
    EMERGENCY_EXPLAINED = "emergency_explained", _("Forklarte nødtilgang")
    EMERGENCY_READ = "emergency_read", _("Leste forklaring på nødtilgang")
    EMERGENCY_CONCLUDED = "emergency_concluded", _("Konkluderte om nødtilgang")
    USE_REVIEWED = "use_reviewed", _("Så på andres nødtilganger og oppgitte behov")
    NEED_LOOKED_AT = "need_looked_at", _("Gjennomgikk et oppgitt behov")
    CASE_MADE = "case_made", _("Opprettet kontrollsak")
    CASE_READ = "case_read", _("Så på kontrollsak")
    CASE_OPENED = "case_opened", _("Åpnet kontrollsak, med den ansattes navn")
    CASE_ASKED = "case_asked", _("Ba om forklaring i kontrollsak")
    CASE_ANSWERED = "case_answered", _("Svarte i kontrollsak")
    CASE_CONCLUDED = "case_concluded", _("Konkluderte i kontrollsak")
    EXPLANATION_ASKED = (
        "explanation_asked",
        _("Skrev ned at pasienten ber om forklaring"),
    )
    MISTAKE_REPORTED = "mistake_reported", _("Meldte at feil journal ble åpnet")
    SIGNED_IN = "signed_in", _("Logget inn")
    SIGNED_OUT = "signed_out", _("Logget ut")
    SESSION_ENDED = "session_ended", _("Avsluttet en innlogging")
    SIGN_IN_FAILED = "sign_in_failed", _("Mislykket innlogging")
    LOCKED_OUT = "locked_out", _("Utestengt etter gjentatte feil")
    CHOSE_WORKPLACE = "chose_workplace", _("Valgte arbeidssted")
    PASSWORD_CHANGED = "password_changed", _("Byttet passord")
    STEPPED_UP = "stepped_up", _("Bekreftet hvem det er")
    SIGN_IN_WAY_CHANGED = "sign_in_way_changed", _("Endret måten å logge inn på")
    RIGHTS_CHANGED = "rights_changed", _("Endret rettigheter")
    SUPPORT_LOOKED = (
        "support_looked",
        _("Så på kommunens innstillinger, for konsortiet"),
    )
    REVIEWED_ACCESS = "reviewed_access", _("Kontrollerte tilganger")
    STORED_DEMO = "stored_demo", _("La inn demodata")
    LOG_READ = "log_read", _("Leste tilgangsloggen")
    LOG_EXPORTED = "log_exported", _("Tok ut tilgangsloggen")
    LOG_ERASURE_PROPOSED = (
        "log_erasure_proposed",
        _("Foreslo å slette gamle hendelser i tilgangsloggen"),
    )
    LOG_ERASURE_CONFIRMED = (
        "log_erasure_confirmed",
        _("Bekreftet å slette gamle hendelser i tilgangsloggen"),
    )
    LOG_ERASED = "log_erased", _("Slettet gamle hendelser i tilgangsloggen")
    TAKEN_OUT = "taken_out", _("Tok ut alt kommunen har")
    BROUGHT_IN = "brought_in", _("Leste inn alt kommunen har")
    BACKED_UP = "backed_up", _("Tok sikkerhetskopi")
    RESTORED = "restored", _("La tilbake sikkerhetskopi")

    @property
    def action(self) -> str:
        """The DICOM and FHIR code of the action: C, R, U, D or E."""
        return _ACTIONS[self]


_ACTIONS: dict[Verb, str] = {
    Verb.READ: "R",
    Verb.READ_IDENTITY: "R",
    Verb.READ_ADDRESS: "R",
    Verb.PRINTED: "R",
    Verb.LISTED: "R",
    Verb.SEARCHED: "E",
    Verb.REGISTERED: "C",
    Verb.CHANGED: "U",
    Verb.ADMITTED: "U",
    Verb.MOVED: "U",
    Verb.DISCHARGED: "U",
    Verb.MARKED_DEAD: "U",
    Verb.DRAFTED: "U",
    Verb.DISCARDED: "D",
    Verb.SIGNED: "C",
    Verb.CORRECTED: "U",
    Verb.MARKED_IN_ERROR: "U",
    Verb.WITHHELD: "U",
    Verb.READ_BLOCKS: "R",
    Verb.BLOCKED: "C",
    Verb.ENDED_BLOCK: "U",
    Verb.GRANTED: "C",
    Verb.WITHDREW_GRANT: "U",
    Verb.REGISTERED_APPLICATION: "C",
    Verb.HANDLED_APPLICATION: "U",
    Verb.REGISTERED_CONTACT: "C",
    Verb.CLOSED_CONTACT: "U",
    Verb.ENROLLED: "U",
    Verb.COUNTED_READERS: "R",
    Verb.HANDED_OUT_LOG: "R",
    Verb.LOOKED_UP: "E",
    Verb.STATED_NEED: "C",
    Verb.EMERGENCY_BEGAN: "C",
    Verb.EMERGENCY_EXTENDED: "U",
    Verb.EMERGENCY_ENDED: "U",
    Verb.EMERGENCY_EXPLAINED: "U",
    Verb.EMERGENCY_READ: "R",
    Verb.EMERGENCY_CONCLUDED: "U",
    Verb.USE_REVIEWED: "R",
    Verb.NEED_LOOKED_AT: "U",
    Verb.CASE_MADE: "C",
    Verb.CASE_READ: "R",
    Verb.CASE_OPENED: "U",
    Verb.CASE_ASKED: "U",
    Verb.CASE_ANSWERED: "U",
    Verb.CASE_CONCLUDED: "U",
    Verb.EXPLANATION_ASKED: "C",
    Verb.MISTAKE_REPORTED: "C",
    Verb.SIGNED_IN: "E",
    Verb.SIGNED_OUT: "E",
    Verb.SESSION_ENDED: "E",
    Verb.SIGN_IN_FAILED: "E",
    Verb.LOCKED_OUT: "E",
    Verb.CHOSE_WORKPLACE: "E",
    Verb.PASSWORD_CHANGED: "U",
    Verb.STEPPED_UP: "E",
    Verb.SIGN_IN_WAY_CHANGED: "U",
    Verb.RIGHTS_CHANGED: "U",
    Verb.SUPPORT_LOOKED: "E",
    Verb.REVIEWED_ACCESS: "E",
    Verb.STORED_DEMO: "C",
    Verb.LOG_READ: "R",
    Verb.LOG_EXPORTED: "R",
    Verb.LOG_ERASURE_PROPOSED: "C",
    Verb.LOG_ERASURE_CONFIRMED: "U",
    Verb.LOG_ERASED: "D",
    Verb.TAKEN_OUT: "R",
    Verb.BROUGHT_IN: "C",
    Verb.BACKED_UP: "R",
    Verb.RESTORED: "C",
}


class Outcome(models.IntegerChoices):
    """How it went (FHIR R4: AuditEvent.outcome)."""

    DONE = 0, _("Gjennomført")
    REFUSED = 4, _("Avvist")
    FAILED = 8, _("Feilet")


class Reach(models.IntegerChoices):
    """How far into a person's information an event opens the door."""

    MENTIONED = 0, _("Nevnt")
    IDENTITY = 1, _("Personopplysninger")
    RECORD = 2, _("Journal")
