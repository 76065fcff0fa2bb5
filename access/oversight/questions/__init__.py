"""What patients ask about accesses to their records."""
