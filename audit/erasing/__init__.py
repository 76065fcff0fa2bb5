"""How long the log is kept, and how its oldest part is erased: by two persons' decision.

Leaves, tiles and checkpoints stay, so that every proof and every later verification holds.

    periods (how long, and why) | models > policy (what the database allows) > store
"""
