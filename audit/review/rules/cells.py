"""Text in the cells of a table that a spreadsheet will open."""

# A spreadsheet takes a cell that begins with one of these for a formula.
_BEGINS_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)


def safe_cell(text: str) -> str:
    """Give the text so that no spreadsheet computes it: an apostrophe goes in front.

    Spaces before the sign do not help against all spreadsheets, so they are looked past.
    """
    return f"'{text}" if text.lstrip(" ").startswith(_BEGINS_FORMULA) else text
