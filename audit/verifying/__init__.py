"""Verifies a municipality's log in its database: everything again from the events' bytes.

verifier > reading (the tables) | claims (what bytes and columns say) | findings
"""
