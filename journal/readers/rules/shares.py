"""Shares in whole per cent, so that none is told as nothing and not all as all."""


def per_cent(part: int, whole: int) -> int:
    """Give a share in whole per cent.

    Between none and all, it is at least 1 and at most 99.
    """
    if part <= 0 or whole <= 0:
        return 0
    if part >= whole:
        return 100
    return min(99, max(1, round(100 * part / whole)))
