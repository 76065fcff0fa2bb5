"""Every form: what is chosen in it is told from what is typed, when it has to be given back."""

from django.forms import BaseForm, BooleanField, ChoiceField, UUIDField
from django.urls import get_resolver

from access.views.errors import CHOSEN


def _forms(kind=BaseForm):
    for form in kind.__subclasses__():
        yield form
        yield from _forms(form)


def _fields():
    """Name the fields in which something is chosen or filled in, and those that are typed."""
    # The forms are known when the addresses are.
    assert get_resolver("akson_project.urls_municipality").url_patterns
    chosen: set[str] = set()
    typed: set[str] = set()
    for form in _forms():
        if form.__module__.split(".")[0] not in {"access", "journal"}:
            continue
        for name, field in getattr(form, "base_fields", {}).items():
            is_chosen = isinstance(field, (ChoiceField, UUIDField))
            if not isinstance(field, BooleanField):
                (chosen if is_chosen or field.widget.is_hidden else typed).add(name)
    return chosen, typed


def test_no_field_somebody_types_in_is_taken_for_a_choice():
    _chosen, typed = _fields()

    assert len(typed) > 30
    assert typed & CHOSEN == set()


def test_no_code_of_a_choice_is_given_back_as_somebodys_words():
    chosen, typed = _fields()

    assert len(chosen) > 20
    assert chosen - typed - CHOSEN == set()
