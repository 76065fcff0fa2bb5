"""What the documents list: grounds by strength, what each carries, what an action needs.

Sources: docs/glossary.md (`Basis`), docs/adr/0006, and the issue on official need. It is
written by hand once more, and `test_reference_knows_every_action_ground_and_kind` fails
until a new action or ground stands here too.
"""

# The strongest first (docs/glossary.md, `Basis`).
STRENGTH = """
emergency team visit task roster contact gp_list programme message application
grant need episode former_episode after_emergency admission
""".split()

KINDS = frozenset(
    """critical besok daglig vakt telefon mote legenotat helsestasjon innkomst
    samtale_parorende saksnotat epikrise_mottatt""".split()
)
# The level the matrix is asked for, and the kinds that are needed; none are asked of
# actions that see no information. What the matrix must name stands in NAMED.
LEVEL = {
    "record.read": "reads",
    "record.print": "reads",
    "critical.change": "writes",
    "note.draft": "writes",
    "note.discard": "writes",
    "note.sign": "signs",
    "note.correct": "signs",
    "note.mark_in_error": "signs",
    "note.withhold": "signs",
    "block.read": "reads",
    "block.set": "reads",
    "block.end": "reads",
    "contact.close": "reads",
    "need.state": "reads",
    "emergency.begin": "reads",
}
NEEDED = {"critical.change": "critical"}
OPENS_ONLY = {
    "address.read": ("protected_address",),
    "patient.register": ("protected_address",),
    "critical.change": ("critical",),
    "note.draft": ("draft",),
    "note.discard": ("draft",),
    "patient.find": (),
}
NAMED = frozenset(
    """identity.read identity.change address.read record.print patient.register
    episode.admit episode.move episode.change episode.discharge
    episode.withdraw_discharge patient.mark_dead access.grant access.withdraw_grant
    block.read block.set block.end application.register application.handle
    contact.register contact.close enrolment.change readers.count log.hand_out
    patient.find need.state emergency.begin""".split()
)
# What the patient has blocked: seen, set and ended by those whom he may ask to.
ABOUT_BLOCKS = frozenset({"block.read", "block.set", "block.end"})
# What is done to an application, a contact or a list goes with that ground alone.
_OF_THEIR_OWN = {
    "application.handle",
    "contact.register",
    "contact.close",
    "enrolment.change",
}
# A ground that is one only for roles that may do something.
ASKS_FOR = {"application": "application.register"}
ACTIONS = NAMED | set(LEVEL)

_DOCUMENTS = frozenset(
    """identity.read record.read critical.change note.draft note.discard note.sign
    note.correct note.mark_in_error note.withhold""".split()
)
_OFFICE = _DOCUMENTS | {"identity.change", "record.print"}
# By these a person lets himself in; they go with what he takes by them.
_LETS_ONESELF_IN = {"patient.find", "need.state", "emergency.begin"}
_EVERYTHING = ACTIONS - _OF_THEIR_OWN - _LETS_ONESELF_IN
_EVERYTHING_BUT_WHERE = _EVERYTHING - {"address.read"}
_OWN_ENTRIES = _DOCUMENTS - {"critical.change", "note.withhold"}
CARRIES = {
    "admission": frozenset(),
    "after_emergency": _OWN_ENTRIES,
    "former_episode": _OWN_ENTRIES | {"episode.withdraw_discharge"},
    "episode": _EVERYTHING_BUT_WHERE,
    "need": _DOCUMENTS | {"patient.find", "need.state"},
    "grant": _EVERYTHING_BUT_WHERE
    - {"access.grant", "access.withdraw_grant", "readers.count", "log.hand_out"},
    "application": _OFFICE
    | {"episode.admit", "application.register", "application.handle"},
    "message": _OFFICE | {"episode.admit"},
    "programme": _EVERYTHING_BUT_WHERE | {"enrolment.change"},
    "gp_list": _OFFICE
    | ABOUT_BLOCKS
    | {"readers.count", "log.hand_out", "enrolment.change"},
    "contact": _OFFICE | {"address.read", "contact.register", "contact.close"},
    "roster": _EVERYTHING,
    "task": _EVERYTHING,
    "visit": _EVERYTHING,
    "team": _EVERYTHING,
    "emergency": _DOCUMENTS | {"address.read", "patient.find", "emergency.begin"},
}
NAMES_THE_WORKER = {"team", "visit", "task", "emergency", "after_emergency"}
# Past what the patient has blocked, unless a block names the worker.
PASSES_BLOCKS = {"emergency", "after_emergency"}
PURPOSE = {
    "emergency": "BTG",
    "contact": "ETREAT",
    "application": "COC",
    "admission": "COC",
}
PURPOSE_OF_ACTION = {"log.hand_out": "PATRQT"}
CHOSEN_BY_ONESELF = {"need", "emergency", "after_emergency"}
ADMINISTRATIVE = {"saksbehandler", "merkantil"}
PROTECTED = {"fortrolig", "strengt_fortrolig"}
