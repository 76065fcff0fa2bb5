"""Pages that are shown when something is wrong, with what they say."""

# Shown when something is wrong in a way no test can bring about.
TEMPLATES = {
    "400.html": {},
    "403.html": {},
    "429.html": {},
    "500.html": {},
    "access/locked_out.html": {"minutes": 15, "phones": ["55 12 34 56"]},
    "access/oidc/refused.html": {
        "title": "HPR-nummeret stemmer ikke",
        "what_now": "Lokal administrator kan rette kontoen.",
        "phones": ["57 00 00 00", "57 00 00 01"],
        "again": "/konto/helseid/",
        "otherwise": "/konto/logg-inn/",
    },
    "access/upgraded.html": {},
    "access/not_saved.html": {
        "unsaved": {
            "title": "Du er logget ut",
            "why": "Du ble logget ut før du sendte skjemaet, derfor ble det ikke lagret.",
            "url": "/konto/logg-inn/",
            "url_label": "Logg inn i ny fane",
            "is_left_open": True,
        },
        "typed": "Nøkkelboks ved kjellerdøra.",
    },
}
