"""National code lists that accounts and units use, with their numbers (kodeverk)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Profession(models.TextChoices):
    """Categories of health personnel (kodeverk 9060, helsepersonellkategori).

    Those a municipality employs, of the codes still in use; by name, as one looks for them.
    """

    AA = "AA", _("Ambulansearbeider")
    AT = "AT", _("Apotektekniker")
    BI = "BI", _("Bioingeniør")
    ET = "ET", _("Ergoterapeut")
    FO = "FO", _("Fotterapeut")
    FT = "FT", _("Fysioterapeut")
    HF = "HF", _("Helsefagarbeider")
    HE = "HE", _("Helsesekretær")
    HP = "HP", _("Hjelpepleier")
    JO = "JO", _("Jordmor")
    KE = "KE", _("Klinisk ernæringsfysiolog")
    LE = "LE", _("Lege")
    OA = "OA", _("Omsorgsarbeider")
    PM = "PM", _("Paramedisiner")
    FA1 = "FA1", _("Provisorfarmasøyt")
    PS = "PS", _("Psykolog")
    RA = "RA", _("Radiograf")
    FA2 = "FA2", _("Reseptarfarmasøyt")
    SP = "SP", _("Sykepleier")
    TL = "TL", _("Tannlege")
    TP = "TP", _("Tannpleier")
    VP = "VP", _("Vernepleier")
    XX = "XX", _("Ukjent eller ikke oppgitt")


class ServiceType(models.TextChoices):
    """Municipal services (kodeverk 9151, tjenestetype; the general practice's from 8663)."""

    S01 = "1", _("Praktisk bistand – daglige gjøremål")
    S02 = "2", _("Praktisk bistand – opplæring – daglige gjøremål")
    S03 = "3", _("Praktisk bistand – brukerstyrt personlig assistanse")
    S04 = "4", _("Dagaktivitetstilbud")
    S05 = "5", _("Matombringing")
    S06 = "6", _("Trygghetsalarm")
    S07 = "7", _("Avlastning – utenfor institusjon")
    S08 = "8", _("Avlastning i institusjon")
    S09 = "9", _("Støttekontakt")
    S11 = "11", _("Omsorgsstønad")
    S15 = "15", _("Helsetjenester i hjemmet")
    S16 = "16", _("Rehabilitering/habilitering utenfor institusjon")
    S17 = "17", _("Dagopphold i institusjon")
    S18 = "18", _("Tidsbegrenset opphold i institusjon – utredning/behandling")
    S19 = "19", _("Tidsbegrenset opphold i institusjon – habilitering/rehabilitering")
    S20 = "20", _("Tidsbegrenset opphold i institusjon – annet")
    S21 = "21", _("Langtidsopphold i institusjon")
    S22 = "22", _("Nattopphold i institusjon")
    S23 = "23", _("Kommunal øyeblikkelig hjelp – døgnopphold")
    S29 = "29", _("Bolig som kommunen disponerer")
    HEALTH_STATION = "K20", _("Helsestasjon og skolehelsetjeneste")
    EMERGENCY = "K30", _("Legevakt")
    GENERAL_PRACTICE = "KX17", _("Fastlege")
