"""Reads what a municipality hands over, line by line (docs/score-format.md)."""
