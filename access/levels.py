"""How sure each way of signing in is that it is the person (eIDAS)."""

HELSEID = "helseid"
PASSWORD = "password"  # noqa: S105 - how somebody signed in
# Low, substantial or high.
# A municipality knows whom it employs, and two factors of different kinds are
# "substantial". "High" asks for proof of identity by an eID, which no local account has:
# HelseID lets in by one of level 4 only.
LEVELS = {
    PASSWORD: "low",
    "password_code": "substantial",
    "password_paper": "substantial",
    "passkey": "substantial",
    HELSEID: "high",
}
