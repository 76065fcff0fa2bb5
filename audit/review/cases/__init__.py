"""The auditor's cases of control (kontrollsaker)."""
