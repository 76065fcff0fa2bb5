"""Reading the first pages as a person does: headings, and who stands under each."""

import re
from html import unescape

_GROUP = r'<section class="section" aria-labelledby="group-\d+">(.*?)</section>'
_CARD = r'<article class="patient-card">(.*?)</article>'


def groups(html):
    """Give the headings in their order, each with the names under it."""
    return {
        _words(heading): _names(part)
        for part in re.findall(_GROUP, html, re.DOTALL)
        for heading in re.findall(r"<h2.*?>(.*?)<span", part, re.DOTALL)
    }


def cards(html, name):
    """Give what stands on each card of somebody."""
    return [
        _words(card)
        for card in re.findall(_CARD, html, re.DOTALL)
        if f">{name}<" in unescape(card)
    ]


def section(html, heading_id):
    """Give what stands in one section."""
    pattern = f'<section class="[^"]*" aria-labelledby="{heading_id}".*?</section>'
    found = re.search(pattern, html, re.DOTALL)
    return _words(found[0]) if found else ""


def tags(html, name):
    """Give the tags beside somebody's name in a list."""
    for item in re.findall(r"<li\b.*?</li>", html, re.DOTALL):
        if f"<strong>{name}</strong>" in unescape(item):
            found = re.findall(r'<span class="ds-tag".*?</span>', item, re.DOTALL)
            return [_words(tag) for tag in found]
    raise AssertionError(name)


def _names(part):
    return [unescape(n) for n in re.findall(r'card__name" href=".*?">(.*?)</a>', part)]


def _words(html):
    html = re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
