"""What a person who administers accounts can mend himself."""


class RightsError(Exception):
    """A rule about accounts, units or rights was broken; the message says how to mend it.

    Args:
        message: a plain sentence in Norwegian, translated.
        field: the form's field it belongs at; None for the form as a whole.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
