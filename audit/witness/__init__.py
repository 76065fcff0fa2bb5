"""A witness of logs: keeps each one's newest checkpoint, and cosigns what follows from it.

    views > witness > models | keys | asking
    asking (what is asked, in C2SP's form; knows no Django)

It knows no municipality and nothing of Akson but `audit.seal`: any log that speaks C2SP's
tlog-witness can have it, and any installation can be the witness of another one's logs.
"""
