"""Proofs of events for whoever has neither the log nor its database, with how to verify them."""
