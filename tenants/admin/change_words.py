"""What became of a municipality by a change, in a Norwegian sentence."""

from django.utils.translation import gettext as _

from tenants.registry.changes import ChangedMunicipality, MunicipalityChange


def in_words(part: ChangedMunicipality) -> str:
    """Say what became of one municipality by a change, and with whom."""
    change = part.change
    others = [one for one in change.parts.all() if one.pk != part.pk]
    named = {
        "day": f"{change.takes_effect_on:%d.%m.%Y}",
        "before": part.number_before,
        "after": part.number_after,
        "others": ", ".join(one.name_before or one.name_after for one in others),
    }
    is_merger = change.kind == MunicipalityChange.Kind.MERGER
    if part.ceases:
        into = next((one for one in others if not one.ceases), part)
        named["into"] = into.name_after
        say = _("Opphør %(day)s, ved sammenslåing til %(into)s.")
    elif part.comes and is_merger:
        say = _("Ny kommune %(day)s, ved sammenslåing av %(others)s.")
    elif part.comes:
        say = _("Ny kommune %(day)s, ved deling av %(others)s.")
    elif is_merger:
        say = _("Sammenslåing %(day)s med %(others)s. %(before)s → %(after)s.")
    elif change.kind == MunicipalityChange.Kind.SPLIT:
        say = _("Deling %(day)s, %(others)s blir egen kommune. %(before)s → %(after)s.")
    else:
        say = _("Nytt nummer %(day)s. %(before)s → %(after)s.")
    said = say % named
    if change.withdrawn_on is not None:
        day = {"day": f"{change.withdrawn_on:%d.%m.%Y}"}
        said = f"{said} {_('Trukket tilbake %(day)s.') % day}"
    return said
