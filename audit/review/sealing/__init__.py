"""The page of whether the log is sealed, witnessed and verified: the health of the seal."""
