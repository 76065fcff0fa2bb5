"""Whoever reviews how colleagues let themselves in: leaders for their units, auditors for all."""
