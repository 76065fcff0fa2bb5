"""Seals the access log: the one writer of eras, leaves, tiles and checkpoints.

    jobs > sealer > store (the tables) | keys, memory (the folder outside the database)
    jobs > backlog (which municipalities have something to seal)

All of it uses `audit.seal`, which knows neither Django nor database.
"""
