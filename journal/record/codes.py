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
