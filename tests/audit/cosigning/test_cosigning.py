"""The newest checkpoint is cosigned by the witness, handed out with it, and verified."""

import pytest

from audit.cosigning import store
from audit.cosigning.handing_over import Answer
from audit.cosigning.models import LogCosignature, LogRefusal
from audit.cosigning.witnesses import WitnessesError, quorum, witnesses
from audit.export.folder import VERIFIER, export_log, policy_of
from audit.export.proving import prove
from audit.sealing import sealer
from audit.sealing.keys import verifier_keys
from tenants.context import in_municipality
from tests.audit.cosigning.conftest import answering
from tests.audit.export.conftest import verified, verified_alone
from tests.audit.seal.signing import key as a_key
from tests.audit.sealing.looking import newest, past_the_triggers

__all__ = ["verified", "verified_alone"]


def cosigned_sizes():
    return sorted(LogCosignature.objects.values_list("size", flat=True))


def test_each_newest_checkpoint_is_cosigned_and_those_between_are_not_asked_for(
    known, witness, write, seal, cosign
):
    first = newest().size
    assert cosign() == Answer.COSIGNED
    write(3)
    seal()
    write(2)
    seal()

    assert cosign() == Answer.COSIGNED

    assert cosigned_sizes() == [first, newest().size]
    assert store.newest_cosigned(1) == newest().size
    note = store.checkpoint_with_cosignatures(1, newest().size)
    assert note is not None
    assert note.verified_by([witness]) == [witness]


def test_export_says_how_much_of_it_is_witnessed(
    known, fjord, write, seal, cosign, verified_alone, tmp_path
):
    write(3)
    seal()
    cosign()
    cosigned = newest().size
    write(2)
    seal()

    export_log(fjord, tmp_path)

    answer, said = verified_alone(tmp_path / "verify_akson_log.py", tmp_path / "1")
    assert answer == 0
    assert (
        f"{newest().size} hendelser, alt stemmer, {cosigned} av dem er bevitnet" in said
    )


def test_export_without_the_cosignature_or_with_one_of_another_tree_is_not_believed(
    known, fjord, write, seal, cosign, verified, tmp_path
):
    cosign()
    write(2)
    seal()
    export_log(fjord, tmp_path)
    tree = tmp_path / "1"
    kept = (tree / "cosigned").read_bytes()
    (tree / "cosigned").unlink()
    assert verified(tree)[1].startswith("FEIL: for få vitner har skrevet under")

    (tree / "cosigned").write_bytes(kept.replace(b"/1\n", b"/2\n", 1))
    assert verified(tree)[0] == 1
    (tree / "cosigned").write_bytes(kept)
    assert verified(tree)[0] == 0


def test_event_s_proof_carries_the_cosignature_as_soon_as_there_is_one(
    known, fjord, write, seal, cosign, verified_alone, tmp_path
):
    (event_id,) = write(1)
    seal()
    cosign()
    write(2)
    seal()

    with in_municipality(fjord):
        proven = prove(event_id)
        keys = verifier_keys(fjord.pk, sealer.origin_of(fjord, 1))
        (tmp_path / "policy").write_text(policy_of(keys))
    assert proven is not None
    (tmp_path / "proof").write_text(str(proven.proof))
    (tmp_path / "event").write_bytes(proven.body)

    asked = ["--proof", tmp_path / "proof", "--entry", tmp_path / "event"]
    answer, said = verified_alone(VERIFIER, *asked, "--policy", tmp_path / "policy")
    assert (answer, str(event_id) in said) == (0, True), said


def test_witness_that_knows_more_than_was_kept_says_so_and_the_log_goes_on(
    known, write, seal, cosign, database
):
    """As when the answer was lost on its way: nothing is accused."""
    cosign()
    write(1)
    seal()
    cosign()
    past_the_triggers(database, "DELETE FROM fjord.audit_logcosignature")
    write(1)
    seal()

    assert cosign() == Answer.COSIGNED
    assert cosigned_sizes() == [newest().size]
    assert not LogRefusal.objects.exists()


def test_log_that_was_cut_is_refused_and_stays_so(known, write, seal, cosign, database):
    write(2)
    seal()
    cosign()
    size = newest().size
    past_the_triggers(
        database,
        f"DELETE FROM fjord.audit_logcheckpoint WHERE size >= {size}",
        f"DELETE FROM fjord.audit_logcosignature WHERE size >= {size}",
    )

    assert cosign() == Answer.REFUSED

    refusal = LogRefusal.objects.get()
    assert refusal.reason == LogRefusal.Reason.SHORTER
    write(5)
    assert cosign() == Answer.REFUSED


def test_log_the_witness_does_not_know_is_told_apart(witness, write, seal, cosign):
    write(1)
    seal()

    assert cosign() == Answer.UNKNOWN
    assert not LogRefusal.objects.exists()


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("500 Oh", ""),
        ("200 OK", ""),
        ("200 OK", "— konsortium.example/witness AAAAAAAA\n"),
        ("409 Conflict", "many\n"),
        ("302 Found", ""),
    ],
)
def test_answer_that_is_none_is_kept_nowhere_and_accuses_nobody(
    known, witness, settings, cosign, status, text
):
    def nonsense(_environment, start):
        start(status, [("Content-Type", "text/plain")])
        return [text.encode()]

    with answering(nonsense) as port:
        settings.AKSON_LOG_WITNESSES = f"{witness.vkey} http://127.0.0.1:{port}"
        assert cosign() == Answer.UNREACHED

    assert cosign() == Answer.UNREACHED  # nobody answers there any more
    assert cosigned_sizes() == []
    assert not LogRefusal.objects.exists()


def test_settings_name_witnesses_and_nothing_else(settings):
    for wrong in ("x", "key http://a", f"{a_key().verifier.vkey} http://a"):
        settings.AKSON_LOG_WITNESSES = wrong
        with pytest.raises(WitnessesError):
            witnesses()
    settings.AKSON_LOG_WITNESSES = ""
    assert (witnesses(), quorum()) == ([], 0)
