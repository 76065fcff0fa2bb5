"""National code lists the kernel uses, with their numbers (kodeverk)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FamilyRelation(models.TextChoices):
    """How a relative is related to the patient (kodeverk 9033, the codes still in use)."""

    MO = "MO", _("Mor")
    FA = "FA", _("Far")
    SM = "SM", _("Stemor")
    SF = "SF", _("Stefar")
    FM = "FM", _("Fostermor")
    FF = "FF", _("Fosterfar")
    MF = "MF", _("Medfar")
    MM = "MM", _("Medmor")
    EF = "EF", _("Ektefelle")
    SA = "SA", _("Samboer")
    SI = "SI", _("Søster")
    HS = "HS", _("Halvsøster")
    SS = "SS", _("Stesøster")
    BR = "BR", _("Bror")
    HB = "HB", _("Halvbror")
    SB = "SB", _("Stebror")
    DA = "DA", _("Datter")
    SO = "SO", _("Sønn")
    SD = "SD", _("Stedatter")
    SN = "SN", _("Stesønn")
    GM = "GM", _("Bestemor")
    GF = "GF", _("Bestefar")
    BB = "BB", _("Barnebarn")
    TO = "TO", _("Foreldres søsken")
    AS = "AS", _("Annen slektning")
    AN = "AN", _("Annen foresatt")
    AP = "AP", _("Annen personlig relasjon")


class ServiceType(models.TextChoices):
    """Municipal services (kodeverk 9151, tjenestetype)."""

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


class SpokenLanguage(models.TextChoices):
    """The language a person speaks best (ISO 639), those most asked for first."""

    NB = "nb", _("Norsk")
    SE = "se", _("Nordsamisk")
    SMJ = "smj", _("Lulesamisk")
    SMA = "sma", _("Sørsamisk")
    FKV = "fkv", _("Kvensk")
    NSL = "nsl", _("Norsk tegnspråk")
    EN = "en", _("Engelsk")
    PL = "pl", _("Polsk")
    LT = "lt", _("Litauisk")
    UK = "uk", _("Ukrainsk")
    RU = "ru", _("Russisk")
    AR = "ar", _("Arabisk")
    SO = "so", _("Somali")
    TI = "ti", _("Tigrinja")
    FA = "fa", _("Persisk")
    PRS = "prs", _("Dari")
    KU = "ku", _("Kurdisk")
    TR = "tr", _("Tyrkisk")
    UR = "ur", _("Urdu")
    VI = "vi", _("Vietnamesisk")
    TH = "th", _("Thai")
    TL = "tl", _("Tagalog")
    ES = "es", _("Spansk")
    DE = "de", _("Tysk")
    SV = "sv", _("Svensk")
    DA = "da", _("Dansk")
    FI = "fi", _("Finsk")
    RO = "ro", _("Rumensk")
    BS = "bs", _("Bosnisk, kroatisk eller serbisk")
    OTHER = "mis", _("Annet språk")
