"""Writes which world found out which spoilt predicate."""

# A change that says the same, and why.
EQUIVALENT = {
    '"NOT MATERIALIZED" if only != ALL': "how PostgreSQL goes about it, not what it finds",
    '"NOT MATERIALIZED" if not only == ALL': "how PostgreSQL goes about it",
    "block.what <> 'no_all'": "a block of the whole record has no document, and "
    "where it is not against everybody the list of blocks is closed",
}


# The very instant at which a colleague begins or leaves is too rare a chance for worlds.
BY_A_TEST = {
    "job.valid_from < %(at)s": "tests/access/test_policy.py",
    "job.valid_until >= %(at)s)) THEN 'colleague'": "tests/access/test_policy.py",
}


def report(path, tried, unspoken, *, worlds):
    """Write the report, and give the mutants that nobody found out."""
    survivors = [trial for trial in tried if not trial.found_by]
    alike = [trial for trial in survivors if _why_alike(trial)]
    for trial in survivors:
        trial.found_by = _test_of(trial)
    left = [t for t in survivors if not _why_alike(t) and not t.found_by]
    lines = [
        "# Spoilt predicates, and what finds them out",
        "",
        "Written by `./akson test tests/proof/mutants.py -s`. Each line is the predicate with one change in its SQL; it is asked about the",
        f"same {worlds} worlds as the real one, and is found out by the first world in which it answers otherwise than the documents say",
        "(`tests/proof/test_worlds.py` compares the same).",
        "",
        f"- {len(tried)} changed predicates, {len(tried) - len(alike) - len(left)} found out, {len(alike)} that say the same, {len(left)} left.",
        f"- {unspoken} changes more are no SQL, do not load, or change nothing that is asked; they are not counted.",
        "",
        "## Those that say the same",
        "",
        *[f"- {_told(trial)}: {_why_alike(trial)}" for trial in alike],
        "",
        "## Nobody found out",
        "",
        *([f"- {_told(trial)}" for trial in left] or ["None."]),
        "",
        "## Found out",
        "",
        "| where | was | became | by |",
        "|---|---|---|---|",
        *[_row(trial) for trial in tried if trial.found_by],
        "",
    ]
    path.write_text("\n".join(lines))
    return [str(trial.mutant) for trial in left]


def _why_alike(trial):
    return next((why for now, why in EQUIVALENT.items() if now in trial.mutant.now), "")


def _test_of(trial):
    return next(
        (test for now, test in BY_A_TEST.items() if now in trial.mutant.now), ""
    )


def _told(trial):
    mutant = trial.mutant
    return (
        f"`{mutant.module}` {mutant.line}: {_code(mutant.was)} to {_code(mutant.now)}"
    )


def _row(trial):
    mutant = trial.mutant
    place = f"{mutant.module.removeprefix('access.')} {mutant.line}"
    return f"| {place} | {_code(mutant.was)} | {_code(mutant.now)} | {trial.found_by} |"


def _code(line):
    text = line.strip().replace("|", "\\|")
    return f"`{text}`" if text else "nothing"
