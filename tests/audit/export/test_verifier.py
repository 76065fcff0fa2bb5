"""The program that a stranger verifies with: content with what is honest, and with nothing else."""

import json
import shutil

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from audit.export.folder import VERIFIER
from audit.export.proving import prove
from audit.models import LogLeaf
from audit.seal import notes
from audit.seal.keys import Kind, SigningKey
from tenants.context import in_municipality

# How a file is changed: each leaves another file than before.
CHANGES = {
    "first byte": lambda raw: bytes([raw[0] ^ 16]) + raw[1:],
    "middle byte": lambda raw: (
        raw[: len(raw) // 2]
        + bytes([raw[len(raw) // 2] ^ 1])
        + raw[len(raw) // 2 + 1 :]
    ),
    "last byte": lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]),
    "cut short": lambda raw: raw[:-1],
    "halved": lambda raw: raw[: len(raw) // 2],
    "added to": lambda raw: raw + b"\x00",
    "emptied": lambda _raw: b"",
    "gone": lambda _raw: None,
}


@pytest.fixture
def tree(write_many, seal, handed_out):
    write_many(600)
    seal()
    return handed_out()


def files_of(tree):
    """All but the keys, which one has from elsewhere."""
    names = [
        path for path in tree.rglob("*") if path.is_file() and path.name != "policy"
    ]
    return sorted(path.relative_to(tree) for path in names)


def test_stranger_verifies_with_the_file_that_lies_beside(tree, verified_alone):
    answer, said = verified_alone(tree.parent / VERIFIER.name, tree)

    assert answer == 0
    assert "hendelser, alt stemmer" in said


@pytest.mark.parametrize("change", CHANGES)
def test_every_changed_file_is_found(tree, verified, change, tmp_path):
    files = files_of(tree)
    assert len(files) >= 8
    for name in files:
        copy = tmp_path / "changed"
        shutil.copytree(tree, copy)
        changed = CHANGES[change]((tree / name).read_bytes())
        if changed is None:
            (copy / name).unlink()
        else:
            (copy / name).write_bytes(changed)

        answer, said = verified(copy, "--policy", tree / "policy")

        assert answer != 0, (str(name), said)
        shutil.rmtree(copy)


def test_files_that_changed_places_are_found(tree, verified):
    for level in ("entries", "0"):
        first, second = tree / f"tile/{level}/000", tree / f"tile/{level}/001"
        one, other = first.read_bytes(), second.read_bytes()
        first.write_bytes(other)
        second.write_bytes(one)

        assert verified(tree)[0] == 1

        first.write_bytes(one)
        second.write_bytes(other)
    assert verified(tree)[0] == 0


def test_first_changed_event_is_named(write, seal, handed_out, verified):
    ids = write(4)
    seal()
    tree = handed_out()
    bundle = next(tree.glob("tile/entries/000.p/*"))
    raw = bundle.read_bytes()
    at = raw.index(str(ids[2]).encode()) - 200
    bundle.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])

    answer, said = verified(tree)

    assert answer == 1
    assert "hendelse nummer" in said


def test_log_that_lost_its_end_is_found_by_whoever_kept_a_checkpoint(
    write_many, seal, handed_out, verified, tmp_path
):
    write_many(300)
    seal()
    short = handed_out("short")
    write_many(300)
    seal()
    long = handed_out("long")
    policy = long / "policy"

    kept = tmp_path / "kept"
    shutil.copyfile(long / "checkpoint", kept)
    assert verified(short)[0] == 0
    answer, said = verified(short, "--policy", policy, "--older", kept)
    assert (answer, said) == (
        1,
        "FEIL: loggen er kortere enn den har vært, eller en annen\n",
    )
    assert verified(long, "--policy", policy, "--older", short / "checkpoint")[0] == 0


def test_keys_of_the_folder_are_said_to_be_its_own(tree, verified):
    assert "Nøklene er mappens egne" in verified(tree)[1]
    assert "mappens egne" not in verified(tree, "--policy", tree / "policy")[1]


def test_another_log_that_signs_itself_is_not_believed(tree, verified, tmp_path):
    policy = tmp_path / "policy"
    origin = (tree / "checkpoint").read_text().partition("\n")[0]
    stranger = SigningKey(origin, Kind.SIGNATURE, Ed25519PrivateKey.generate())
    policy.write_text(f"log {stranger.verifier.vkey}\nquorum none\n")

    answer, said = verified(tree, "--policy", policy)

    assert (answer, said) == (1, f"FEIL: loggen {origin} har ikke skrevet under\n")


def test_witnesses_one_asks_for_must_have_signed(tree, verified, tmp_path):
    note = notes.parse((tree / "checkpoint").read_bytes())
    one, other = (
        SigningKey(name, Kind.COSIGNATURE, Ed25519PrivateKey.generate())
        for name in ("konsortiet", "nabokommunen")
    )
    (tree / "checkpoint").write_text(str(notes.with_signatures(note, [one])))
    lines = (tree / "policy").read_text().replace("quorum none\n", "")
    for key in (one, other):
        lines += f"witness {key.name} {key.verifier.vkey}\n"
    lines += "group en any konsortiet nabokommunen\n"
    lines += (
        "group begge all konsortiet nabokommunen\ngroup to 2 konsortiet nabokommunen\n"
    )
    answers = {}
    for asked in ("none", "konsortiet", "nabokommunen", "en", "begge", "to"):
        (tmp_path / "policy").write_text(f"{lines}quorum {asked}\n")
        answers[asked] = verified(tree, "--policy", tmp_path / "policy")[0]

    assert answers == {
        "none": 0,
        "konsortiet": 0,
        "nabokommunen": 1,
        "en": 0,
        "begge": 1,
        "to": 1,
    }


def test_event_is_proved_without_the_log(
    fjord, write, write_many, seal, handed_out, verified_alone, tmp_path
):
    write_many(300)
    (event_id,) = write(1)
    write_many(400)
    seal()
    with in_municipality(fjord):
        proven = prove(event_id)
    assert proven is not None
    (tmp_path / "proof").write_text(str(proven.proof))
    (tmp_path / "event").write_bytes(proven.body)
    policy = handed_out() / "policy"
    asked = ["--proof", tmp_path / "proof", "--policy", policy, "--entry"]

    answer, said = verified_alone(VERIFIER, *asked, tmp_path / "event")

    assert answer == 0
    assert str(event_id) in said
    changed = proven.body.replace(b'"outcome":0', b'"outcome":4')
    (tmp_path / "other").write_bytes(changed)
    assert changed != proven.body
    assert json.loads(changed)["outcome"] == 4
    assert verified_alone(VERIFIER, *asked, tmp_path / "other")[0] == 1


def test_every_event_of_many_is_proved(
    fjord, write_many, seal, handed_out, verified, tmp_path
):
    write_many(520)
    seal()
    policy = handed_out() / "policy"
    with in_municipality(fjord):
        ids = list(LogLeaf.objects.order_by("index").values_list("event_id", flat=True))
        for event_id in [*ids[:3], *ids[254:259], *ids[510:]]:
            proven = prove(event_id)
            assert proven is not None
            (tmp_path / "proof").write_text(str(proven.proof))
            (tmp_path / "event").write_bytes(proven.body)
            asked = ["--proof", tmp_path / "proof", "--entry", tmp_path / "event"]
            assert verified(*asked, "--policy", policy)[0] == 0


def test_event_that_is_not_sealed_has_no_proof(fjord, write):
    (event_id,) = write(1)

    with in_municipality(fjord):
        assert prove(event_id) is None
