"""Keys, notes, checkpoints and proof files: C2SP's forms, read strictly."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from audit.seal import notes
from audit.seal.checkpoints import Checkpoint, CheckpointError, read_checkpoint
from audit.seal.keys import (
    KeyFormatError,
    Kind,
    SigningKey,
    VerifierKey,
    cosigned_message,
    parse_vkey,
)
from tests.audit.seal.signing import key

# The key and note that Go's golang.org/x/mod/sumdb/note is tested with (note_test.go).
GO_VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
GO_TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
GO_LINE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfq"
    "dngotpRZb6KE6RyyBwJnAM=\n"
)
GO_NOTE = f"{GO_TEXT}\n{GO_LINE}"
OTHER_LINE = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ov"
)
OTHER_LINE += "TG1oOTGwnWLox33WWd1RvMc+QQc=\n"
# The checkpoint of c2sp.org/tlog-cosignature; its keys are not published.
C2SP_CHECKPOINT = """example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
"""


def test_go_s_key_and_note_are_understood_and_made_again():
    known = parse_vkey(GO_VKEY)
    private = Ed25519PrivateKey.from_private_bytes(base64.b64decode(GO_SEED)[1:])

    assert known.vkey == GO_VKEY
    assert notes.parse(GO_NOTE).verified_by([known]) == [known]
    made = notes.signed(GO_TEXT, [SigningKey("PeterNeumann", Kind.SIGNATURE, private)])
    assert str(made) == GO_NOTE


def test_every_part_of_a_key_and_every_mangled_one_is_refused():
    mangled = [
        GO_VKEY[i:j]
        for i in range(len(GO_VKEY))
        for j in range(i + 1, len(GO_VKEY) + 1)
        if (i, j) != (0, len(GO_VKEY))
    ]
    mangled += [
        GO_VKEY[:i] + chr(ord(each) + 1) + GO_VKEY[i + 1 :]
        for i, each in enumerate(GO_VKEY)
    ]
    mangled += [
        # Of a wrong length, and of an unknown kind; each with the id that follows.
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ]
    for vkey in mangled:
        with pytest.raises(KeyFormatError):
            parse_vkey(vkey)


@pytest.mark.parametrize(
    "written",
    [
        GO_TEXT + GO_LINE,  # no empty line
        GO_TEXT + "\n",
        GO_TEXT,
        GO_NOTE[:-1],
        GO_NOTE + "\n",
        "\n" + GO_NOTE + "\x01",
        GO_NOTE.replace("think", "th\tink"),
        GO_NOTE.replace("\n", "\r\n"),
        GO_NOTE.replace("— ", "- "),
        GO_NOTE.replace("— ", "—"),
        GO_NOTE.replace("— Peter", "—  Peter"),
        GO_NOTE.replace("PeterNeumann ", "PeterNeumann  "),
        GO_NOTE.replace("PeterNeumann", "Peter\N{NO-BREAK SPACE}Neumann"),
        GO_NOTE.replace("PeterNeumann", "Peter+Neumann"),
        GO_NOTE.replace("— PeterNeumann ", "— "),
        GO_NOTE.replace("x08go", "x0!go"),
        GO_NOTE.replace("nAM=", "nAM"),
        GO_NOTE.replace("nAM=", "nAN="),  # bits over
        GO_NOTE.replace("nAM=", "nAM=="),
        GO_NOTE + "trailing\n",
        GO_TEXT + "\n— PeterNeumann x08gow==\n",  # no signature after the id
        GO_TEXT + "\n" + GO_LINE * 101,
        GO_TEXT.encode() + b"\xff\n\n" + GO_LINE.encode(),
        "x" * 1_000_001 + GO_NOTE,
        GO_NOTE.replace("think", "\ud800"),
        "",
    ],
)
def test_what_is_not_written_as_a_note_is_refused(written):
    with pytest.raises(notes.NoteError):
        notes.parse(written)


def test_signatures_of_unknown_keys_count_for_nothing():
    known = parse_vkey(GO_VKEY)
    both = notes.parse(GO_TEXT + "\n" + OTHER_LINE + GO_LINE)

    assert both.verified_by([known]) == [known]
    assert both.verified_by([known, key().verifier]) == [known]
    with pytest.raises(notes.NoteError, match="no key"):
        both.verified_by([key().verifier])
    with pytest.raises(notes.NoteError, match="no key"):
        both.verified_by([])
    # The same name with another id is another key; so is the same id with another name.
    with pytest.raises(notes.NoteError, match="no key"):
        both.verified_by([key("PeterNeumann").verifier])


def test_a_signature_that_says_it_is_a_known_key_s_must_be():
    known, other = parse_vkey(GO_VKEY), key()
    text = GO_TEXT.replace("answer", "Answer")

    with pytest.raises(notes.NoteError, match="PeterNeumann"):
        notes.parse(f"{text}\n{GO_LINE}").verified_by([known])
    mixed = notes.with_signatures(notes.parse(f"{text}\n{GO_LINE}"), [other])
    assert mixed.verified_by([other.verifier]) == [other.verifier]
    with pytest.raises(notes.NoteError, match="PeterNeumann"):
        mixed.verified_by([other.verifier, known])


def test_a_note_may_have_empty_lines_and_many_signatures():
    keys = [key(f"akson.example/{i}", seed=i) for i in range(1, 41)]
    made = notes.signed("one\n\n\ntwo\n", keys)

    assert notes.parse(str(made).encode()) == made
    assert made.verified_by([k.verifier for k in keys]) == [k.verifier for k in keys]


def test_nothing_is_signed_that_is_no_note():
    for text in ("", "no end of line", "tab\t\n", "half \ud800\n"):
        with pytest.raises((notes.NoteError, UnicodeEncodeError)):
            notes.signed(text, [key()])
    with pytest.raises(notes.NoteError):
        notes.signed("text\n", [])


@given(st.text(max_size=20))
def test_a_name_that_a_note_could_not_carry_makes_no_key(name):
    try:
        made = key(name).verifier
    except KeyFormatError:
        return
    assert parse_vkey(made.vkey) == made
    assert notes.signed("text\n", [key(name)]).verified_by([made]) == [made]


def test_cosignature_says_when_and_holds_for_that_moment_only():
    witness = key("witness.example/w1", Kind.COSIGNATURE)
    text = (
        "example.com/behind-the-sofa\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    )
    blob = witness.sign(text.encode(), moment=1_679_315_147)

    assert len(blob) == 72
    assert blob[:8] == (1_679_315_147).to_bytes(8, "big")
    assert cosigned_message(text.encode(), 1_679_315_147) == (
        b"cosignature/v1\ntime 1679315147\n" + text.encode()
    )
    assert witness.verifier.verifies(text.encode(), blob)
    later = (1_679_315_148).to_bytes(8, "big") + blob[8:]
    for wrong in (later, blob[8:], blob[:-1], blob + b"x", b"", b"\xff" + blob[1:]):
        assert not witness.verifier.verifies(text.encode(), wrong)
    assert not witness.verifier.verifies(text.encode() + b"more\n", blob)
    # The same key used for the other kind is another key, and its signature no cosignature.
    assert witness.verifier.id != key("witness.example/w1").verifier.id
    assert not key("witness.example/w1").verifier.verifies(text.encode(), blob)
    assert not witness.verifier.verifies(text.encode(), key().sign(text.encode()))


def test_checkpoint_of_the_specification_is_read():
    note = notes.parse(C2SP_CHECKPOINT)
    found = read_checkpoint(note, origin="example.com/behind-the-sofa")

    assert (found.size, len(found.root)) == (20_852_163, 32)
    assert found.text == note.text
    witness = note.signatures[1]
    assert (witness.name, witness.key_id.hex()) == (
        "witness.example.com/w1",
        "8d66cf3f",
    )
    # The moment in it is the one of the specification's example.
    assert int.from_bytes(witness.blob[:8], "big") == 1_679_315_147
    with pytest.raises(CheckpointError):
        read_checkpoint(note, origin="example.com/another")


@pytest.mark.parametrize(
    "text",
    [
        "origin\n1\n",
        "origin\n\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n1 \nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n\N{ARABIC-INDIC DIGIT THREE}\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nmore\n",
    ],
)
def test_what_is_not_written_as_a_checkpoint_is_refused(text):
    with pytest.raises(CheckpointError):
        read_checkpoint(notes.signed(text, [key()]))


def test_extension_lines_are_kept():
    made = Checkpoint("akson.example/log", 3, b"r" * 32, ("more", "and more"))

    assert read_checkpoint(notes.signed(made.text, [key()])) == made


def test_verifier_key_has_its_length():
    with pytest.raises(KeyFormatError):
        VerifierKey("name", Kind.SIGNATURE, b"short")
