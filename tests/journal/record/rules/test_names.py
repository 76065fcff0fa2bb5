"""Whether somebody is called what was typed."""

import pytest

from journal.record.rules.names import fold, is_called


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ola Fjellheim", "Ola Fjellheim"),
        ("fjellheim, ola", "Ola Fjellheim"),
        ("fjell o", "Ola Fjellheim"),
        ("Kari Aasen", "Kari Åsen"),
        ("Oeystein", "Øystein Lie"),
        ("charlotte", "Marie-Charlotte Lie"),
        ("", "Ola Fjellheim"),
    ],
)
def test_somebody_is_called_what_begins_his_names(typed, name):
    assert is_called(fold(name), fold(typed))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("eikegrova", "Solveig Eikeland"),
        ("fjellhiem", "Ola Fjellheim"),
        ("Ola Hansen", "Ola Fjellheim"),
        ("heim", "Ola Fjellheim"),
        ("Fjellheimen", "Ola Fjellheim"),
    ],
)
def test_nobody_is_called_what_only_looks_like_his_name(typed, name):
    assert not is_called(fold(name), fold(typed))
