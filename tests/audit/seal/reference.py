"""RFC 6962's definitions as they are written there, recursive and slow; nothing of ours.

And the mechanical ways to spoil a proof, after the probes of transparency-dev/merkle.
"""

from hashlib import sha256


def leaf(entry):
    return sha256(b"\x00" + entry).digest()


def split(size):
    """The largest power of two smaller than a size above 1."""
    k = 1
    while k * 2 < size:
        k *= 2
    return k


def mth(hashes):
    """MTH of section 2.1, over hashes of leaves."""
    if not hashes:
        return sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = split(len(hashes))
    return sha256(b"\x01" + mth(hashes[:k]) + mth(hashes[k:])).digest()


def path(m, hashes):
    """PATH of section 2.1.1."""
    if len(hashes) == 1:
        return []
    k = split(len(hashes))
    if m < k:
        return [*path(m, hashes[:k]), mth(hashes[k:])]
    return [*path(m - k, hashes[k:]), mth(hashes[:k])]


def proof(m, hashes):
    """PROOF of section 2.1.2."""
    return subproof(m, hashes, whole=True)


def subproof(m, hashes, *, whole):
    if m == len(hashes):
        return [] if whole else [mth(hashes)]
    k = split(len(hashes))
    if m <= k:
        return [*subproof(m, hashes[:k], whole=whole), mth(hashes[k:])]
    return [*subproof(m - k, hashes[k:], whole=False), mth(hashes[:k])]


def spoiled_hashes(hashes, *known):
    """All the ways to spoil a proof's hashes: flips, losses, additions, exchanges."""
    garbage = [sha256(b"garbage").digest(), b"", *known]
    for i, each in enumerate(hashes):
        flipped = bytes([each[0] ^ 16]) + each[1:]
        yield [*hashes[:i], flipped, *hashes[i + 1 :]]
        yield [*hashes[:i], *hashes[i + 1 :]]
        yield [*hashes[:i], each[:-1], *hashes[i + 1 :]]
        yield [*hashes[:i], each, each, *hashes[i + 1 :]]
    for more in [*garbage, *hashes[:1]]:
        yield [more, *hashes]
        yield [*hashes, more]
    if len(hashes) > 1:
        yield hashes[::-1]
        yield hashes[:-1]
        yield []


def spoiled_numbers(number):
    return {number - 1, number + 1, number ^ 2, number * 2, number // 2} - {number}
