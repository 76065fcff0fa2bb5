"""Keys for tests, each the same in every run."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from audit.seal.keys import Kind, SigningKey


def key(name="akson.example/log", kind=Kind.SIGNATURE, seed=1):
    return SigningKey(
        name, kind, Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
    )
