"""Has the log's newest checkpoints cosigned by witnesses, and keeps what they say.

    jobs > handing_over > asking (a witness, over HTTP) | store (the tables) > models
    jobs > lag (which logs have waited, and how long)

Nothing waits in a queue: only the newest checkpoint matters, since it stands for all before.
"""
