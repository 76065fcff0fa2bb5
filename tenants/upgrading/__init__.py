"""Brings the schemas of all municipalities up to date: each whole or not at all.

`applied` tells which lag, `collecting` runs what they lack once and keeps the SQL,
`replaying` repeats it in one schema, and `working` goes through them all.
"""
