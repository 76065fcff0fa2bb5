"""The mathematics of the sealed log, after RFC 6962 and C2SP's formats; knows no Django.

`tree` has the Merkle tree and its proofs, `tiles` how its hashes are kept, `growth` how it
grows. `keys`, `notes` and `checkpoints` are what is signed, `proofs` what is handed out.
"""
