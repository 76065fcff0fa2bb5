"""What a person can mend himself."""


class RuleError(Exception):
    """A rule was broken; the message, in Norwegian, says which and how to mend it.

    Args:
        message: a plain sentence, translated.
        field: the form's field it belongs at; None for the form as a whole.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class StaleFormError(RuleError):
    """Somebody else has changed the same since the form was shown."""
