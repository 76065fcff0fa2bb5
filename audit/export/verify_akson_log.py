#!/usr/bin/env python3
"""Verifies an exported access log, or the proof of one event, without Akson or a database.

    python verify_akson_log.py FOLDER [--policy FILE] [--older CHECKPOINT]... [--erased N]
    python verify_akson_log.py --proof FILE --entry FILE --policy FILE

Follows RFC 6962 and https://c2sp.org. Answers 0: holds, 1: does not, 2: cannot tell.
"""

import argparse
import base64
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    sys.exit("Pakken cryptography mangler. Installer den: pip install cryptography")

WIDTH, HASH = 256, 32  # hashes in a full tile; bytes in a hash
LEAF, NODE = b"\0", b"\1"
Key = tuple[str, bytes, int, bytes]  # whose, 4 bytes of its digest, its kind, itself
Checkpoint = tuple[str, int, bytes]  # the log's name, its size, the root of its tree
Peak = tuple[int, bytes]  # a complete subtree: its height, and its hash


class FaultError(Exception):
    """Something is not what it must be."""


class Policy(NamedTuple):
    """Whom one trusts: the logs' own keys, and which witnesses must have seen them."""

    logs: list[Key]
    witnesses: dict[str, Key]
    groups: dict[str, tuple[str, list[str]]]
    quorum: str


def read_key(written: str) -> Key:
    """Read `name+id+base64(kind and key)`."""
    name, key_id, material = written.split("+", 2)
    raw = base64.b64decode(material, validate=True)
    digest = sha256(name.encode() + b"\n" + raw).digest()[:4]
    if digest.hex() != key_id or raw[0] not in (1, 4):
        raise ValueError(f"nøkkelen til {name} er ikke skrevet riktig")
    return name, digest, raw[0], raw[1:]


def read_policy(text: str) -> Policy:
    """Read lines of `log`, `witness`, `group` and `quorum`."""
    policy = Policy([], {}, {"none": ("0", [])}, "none")
    for line in text.splitlines():
        match line.split("#")[0].split():
            case ["log", key, *_]:
                policy.logs.append(read_key(key))
            case ["witness", name, key, *_]:
                policy.witnesses[name] = read_key(key)
            case ["group", name, count, *members]:
                policy.groups[name] = (count, members)
            case ["quorum", name]:
                policy = policy._replace(quorum=name)
            case [_, *_]:
                raise ValueError(f"tillitsfilen har en ukjent linje: {line}")
    return policy


def signers(text: str, signatures: list[str], policy: Policy) -> set[Key]:
    """Give the known keys that signed; one that is known and does not hold is a fault."""
    known = {key[:2]: key for key in [*policy.logs, *policy.witnesses.values()]}
    found = set()
    for line in signatures:
        name, _, blob = line.removeprefix("\N{EM DASH} ").partition(" ")
        raw = base64.b64decode(blob, validate=True)
        if (key := known.get((name, raw[:4]))) is None:  # unknown: says nothing to us
            continue
        message, signature = text.encode(), raw[4:]
        if key[2] == 4:  # it says when, too
            moment, signature = int.from_bytes(signature[:8], "big"), signature[8:]
            message = b"cosignature/v1\ntime %d\n" % moment + message
        try:
            Ed25519PublicKey.from_public_bytes(key[3]).verify(signature, message)
        except InvalidSignature:
            raise FaultError(f"underskriften til {name} stemmer ikke") from None
        found.add(key)
    return found


def is_met(name: str, policy: Policy, signed: set[Key]) -> bool:
    """Whether a witness has signed, or as many of a group as it asks for."""
    if name in policy.witnesses:
        return policy.witnesses[name] in signed
    count, members = policy.groups[name]
    asked = {"any": 1, "all": len(members)}.get(count) or int(count)
    return sum(is_met(member, policy, signed) for member in members) >= asked


def read_checkpoint(note: str | Path, policy: Policy) -> Checkpoint:
    """Read a checkpoint that is signed by all whom one trusts."""
    note = note.read_text("utf-8") if isinstance(note, Path) else note
    text, _, below = note.rpartition("\n\n")
    *signatures, end = below.split("\n")
    if end:
        raise FaultError("sjekkpunktet er avkortet")
    signed = signers(text + "\n", signatures, policy)
    origin, size, root, *_ = text.split("\n")
    if not any(key in signed and key[0] == origin for key in policy.logs):
        raise FaultError(f"loggen {origin} har ikke skrevet under")
    if not is_met(policy.quorum, policy, signed):
        raise FaultError("for få vitner har skrevet under")
    return origin, int(size), base64.b64decode(root, validate=True)


def digest(kind: bytes, *parts: bytes) -> bytes:
    """Hash an entry, or two neighbours in the tree."""
    return sha256(kind + b"".join(parts)).digest()


def grow(peaks: list[Peak], leaf: bytes) -> None:
    """Add a leaf to a tree; two neighbours of one height become one."""
    height = 0
    while peaks and peaks[-1][0] == height:
        leaf, height = digest(NODE, peaks.pop()[1], leaf), height + 1
    peaks.append((height, leaf))


def root_of(peaks: list[Peak]) -> bytes:
    """Join a tree's complete subtrees, from the right."""
    hashes = [each for _height, each in peaks] or [sha256(b"").digest()]
    while len(hashes) > 1:
        hashes[-2:] = [digest(NODE, *hashes[-2:])]
    return hashes[0]


def root_of_tile(hashes: list[bytes]) -> list[bytes]:
    """Give what stands for a tile in the tile above: nothing until it is full."""
    peaks: list[Peak] = []
    for each in hashes:
        grow(peaks, each)
    return [root_of(peaks)] if len(hashes) == WIDTH else []


def root_by_proof(leaf: bytes, index: int, size: int, proof: list[bytes]) -> bytes:
    """Climb from a leaf to the root that a proof leads to."""
    if not 0 <= index < size or (size == 1) == bool(proof):
        raise FaultError("beviset har feil lengde, eller gjelder ingen plass i loggen")
    if size == 1:
        return leaf
    half = 1 << ((size - 1).bit_length() - 1)
    if index < half:
        return digest(NODE, root_by_proof(leaf, index, half, proof[:-1]), proof[-1])
    right = root_by_proof(leaf, index - half, size - half, proof[:-1])
    return digest(NODE, proof[-1], right)


def read(folder: Path, level: str, index: int, width: int) -> bytes | None:
    """Read a tile: its number is a path of three digits each, its width said if not full."""
    groups = [f"{index % 1000:03}"]
    while index := index // 1000:
        groups.insert(0, f"x{index % 1000:03}")
    name = "/".join(groups) + (f".p/{width}" if width < WIDTH else "")
    path = folder / "tile" / level / name
    return path.read_bytes() if path.is_file() else None


def tiles_of(folder: Path, level: int, size: int) -> Iterator[tuple[int, list[bytes]]]:
    """Give the tiles of a level of so many hashes: the first one's number, and all of them."""
    for first in range(0, size, WIDTH):
        width = min(WIDTH, size - first)
        raw = read(folder, str(level), first // WIDTH, width) or b""
        if len(raw) != width * HASH:
            raise FaultError(f"flis {level}/{first // WIDTH} mangler eller er for kort")
        yield first, [raw[at : at + HASH] for at in range(0, len(raw), HASH)]


def entries_of(folder: Path, first: int, width: int) -> list[bytes] | None:
    """Read a bundle of entries, each after its length; None when it is not there."""
    if (raw := read(folder, "entries", first // WIDTH, width)) is None:
        return None
    at, entries = 0, []
    while at < len(raw):
        end = at + 2 + int.from_bytes(raw[at : at + 2], "big")
        entries.append(raw[at + 2 : end])
        at = end
    if at != len(raw) or len(entries) != width:
        raise FaultError(f"bunten med hendelsene fra nummer {first} er ødelagt")
    return entries


def name_of(entry: bytes) -> str:
    """Give an event's id, as its bytes say it."""
    found = re.search(rb'"id":"([0-9a-f-]{36})","municipality"', entry)
    return found[1].decode() if found else "uten lesbar id"


def leaves(folder: Path, size: int, erased: int) -> Iterator[list[bytes]]:
    """Give the leaves of each tile, made of the entries; erased ones as they stand."""
    for first, hashes in tiles_of(folder, 0, size):
        entries = entries_of(folder, first, len(hashes))
        if entries is None and first + len(hashes) > erased:
            raise FaultError(f"hendelsene fra nummer {first} mangler")
        for number, entry in enumerate(entries or [], first):
            if digest(LEAF, entry) != hashes[number - first]:
                what = f"hendelse nummer {number} ({name_of(entry)}), eller flisen"
                raise FaultError(f"{what} over den, er endret")
        yield hashes


def check_upper(folder: Path, roots: list[bytes], level: int = 1) -> None:
    """Check that each tile holds the roots of the full tiles below it."""
    above = []
    for first, hashes in tiles_of(folder, level, len(roots)):
        if hashes != roots[first : first + WIDTH]:
            raise FaultError(f"flis {level}/{first // WIDTH} er ikke av dem under")
        above += root_of_tile(hashes)
    if roots:
        check_upper(folder, above, level + 1)


def verify_folder(folder: Path, policy: Policy, older: list[Path], erased: int) -> str:
    """Make the tree again from the entries, and compare with what was signed."""
    newest, seen = folder / "checkpoint", folder / "cosigned"
    alone = policy._replace(quorum="none")
    signed, *had = [read_checkpoint(each, alone) for each in [newest, *older]]
    cosigned = read_checkpoint(seen if seen.is_file() else newest, policy)
    kept = {each[1:] for each in [cosigned, *had] if each[0] == signed[0]}
    if cosigned[0] != signed[0] or max(kept)[0] > signed[1]:
        raise FaultError("loggen er kortere enn den har vært, eller en annen")
    sizes, made = dict(kept), set()
    size, peaks, roots = 0, list[Peak](), list[bytes]()
    for hashes in leaves(folder, signed[1], erased):
        for leaf in hashes:
            grow(peaks, leaf)
            size += 1
            if size in sizes:
                made.add((size, root_of(peaks)))
        roots += root_of_tile(hashes)
    check_upper(folder, roots)
    if root_of(peaks) != signed[2]:
        raise FaultError("roten er en annen enn den som ble underskrevet")
    if wrong := min(kept - made, default=None):
        raise FaultError(f"de {wrong[0]} første hendelsene er ikke de samme som før")
    seen_by = f", {cosigned[1]} av dem er bevitnet" * (policy.quorum != "none")
    return f"{signed[0]}: {size} hendelser, alt stemmer{seen_by}"


def verify_proof(proof: Path, entry: bytes, policy: Policy) -> str:
    """Check that a log has an event, by a proof of that alone."""
    head, _, note = proof.read_text("utf-8").partition("\n\n")
    title, *lines = [line for line in head.split("\n") if not line.startswith("extra ")]
    if title != "c2sp.org/tlog-proof@v1" or not lines[0].startswith("index "):
        raise ValueError("filen er ikke et bevis")
    index = int(lines[0].removeprefix("index "))
    hashes = [base64.b64decode(line, validate=True) for line in lines[1:]]
    origin, size, root = read_checkpoint(note, policy)
    if root_by_proof(digest(LEAF, entry), index, size, hashes) != root:
        raise FaultError("hendelsen eller beviset er endret")
    return f"{origin}: hendelse nummer {index} ({name_of(entry)}) står i loggen"


def verify(told: argparse.Namespace) -> str:
    """Verify a proof, or a folder; say what was found to hold."""
    policy = read_policy((told.policy or told.folder / "policy").read_text("utf-8"))
    if told.proof:
        return verify_proof(told.proof, told.entry.read_bytes(), policy)
    return verify_folder(told.folder, policy, told.older, told.erased)


def main() -> int:
    """Do what was asked, and say how it went."""
    asks = argparse.ArgumentParser(description="Kontrollerer en utlevert tilgangslogg.")
    asks.add_argument("folder", type=Path, nargs="?", help="mappen med loggen")
    asks.add_argument("--policy", type=Path, help="nøkler du stoler på; ellers mappens")
    asks.add_argument("--older", type=Path, action="append", default=[])
    asks.add_argument("--erased", type=int, default=0, help="så mange er slettet")
    asks.add_argument("--proof", type=Path, help="beviset for én hendelse")
    asks.add_argument("--entry", type=Path, help="hendelsen beviset gjelder")
    told = asks.parse_args()
    try:
        print(verify(told))
    except FaultError as fault:
        print(f"FEIL: {fault}")
        return 1
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        print(f"Kan ikke kontrolleres: {error}")
        return 2
    if not told.policy:
        print("Nøklene er mappens egne. Sammenlign dem med dem du har fått før.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
