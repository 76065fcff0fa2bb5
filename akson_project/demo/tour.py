"""What the demo says of itself: the password, and whom to begin as."""

PASSWORD = "fjord-og-fjell"  # noqa: S105 - printed and shown; synthetic people only
CONSORTIUM_USERNAME = "konsortium"
