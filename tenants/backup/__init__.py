"""Which backups there are of each municipality, and whether the newest is too old."""
