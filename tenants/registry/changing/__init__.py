"""Carries out mergers, divisions and new numbers: planned and shown first, then all or nothing."""
