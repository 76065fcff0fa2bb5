"""How the two administrations look: names, colours and menus."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

_PETROL = {
    "50": "#eff4f5",
    "100": "#e0eaec",
    "200": "#ccdde0",
    "300": "#a2c1c7",
    "400": "#76a4ac",
    "500": "#43828d",
    "600": "#0b5c6b",
    "700": "#094853",
    "800": "#063d47",
    "900": "#063038",
    "950": "#0d1a1d",
}

_COMMON: dict[str, Any] = {
    "SITE_SYMBOL": "admin_panel_settings",
    "SITE_FAVICONS": [
        {
            "rel": "icon",
            "type": "image/svg+xml",
            "href": lambda _request: static("akson/favicon.svg"),
        }
    ],
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "SHOW_BACK_BUTTON": True,
    "COLORS": {"primary": _PETROL},
    "STYLES": [lambda _request: static("akson/admin.css")],
    "SCRIPTS": [lambda _request: static("akson/admin.js")],
}

# The consortium's; the name unfold itself looks for.
UNFOLD = _COMMON | {
    "SITE_TITLE": _("Akson – konsortiet"),
    "SITE_HEADER": _("Akson – konsortiet"),
    "SITE_URL": None,
    "ACCOUNT": {
        "navigation": [
            {
                "title": _("Innlogging og sikkerhet"),
                "link": reverse_lazy("admin:own_factors"),
            }
        ]
    },
}

UNFOLD_MUNICIPALITY = _COMMON | {
    "SITE_TITLE": _("Akson – administrasjon"),
    "SITE_HEADER": _("Akson – administrasjon"),
    "SITE_URL": "/",
}
