"""The log is handed out as it was sealed, added to, and never half."""

import filecmp
import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from audit.export import folder as folders
from audit.export.folder import VERIFIER, FolderError, export_log
from audit.models import AccessEvent, LogLeaf
from audit.seal.tiles import bundles_of, tiles_of
from audit.verbs import Verb
from tenants.context import in_municipality
from tests.database import as_superuser


def same(one, other):
    """Whether two folders hold the same files with the same bytes."""
    differ = filecmp.dircmp(one, other)
    if differ.left_only or differ.right_only:
        return False
    _, unequal, unread = filecmp.cmpfiles(
        one, other, differ.common_files, shallow=False
    )
    return (
        not unequal
        and not unread
        and all(same(one / each, other / each) for each in differ.common_dirs)
    )


def test_folder_has_the_tiles_and_bundles_of_the_tree_and_no_others(
    write_many, seal, handed_out
):
    write_many(700)
    size = seal()

    tree = handed_out()

    expected = {tile.path for tile in [*tiles_of(size), *bundles_of(size)]}
    found = {
        path.relative_to(tree).as_posix()
        for path in tree.glob("tile/**/*")
        if path.is_file()
    }
    assert found == expected


def test_handing_out_is_in_the_log_before(fjord, write, seal, handed_out):
    write(2)
    seal()

    handed_out()

    with in_municipality(fjord):
        event = AccessEvent.objects.get(verb=Verb.LOG_EXPORTED)
        assert not LogLeaf.objects.filter(event_id=event.pk).exists()
    assert event.basis == "review"


def test_folder_that_is_added_to_is_as_one_made_at_once(
    write_many, seal, handed_out, verified
):
    for number in (1, 254, 1, 300, 40, 512):
        write_many(number)
        seal()
        tree = handed_out()
        answer, said = verified(tree)
        assert answer == 0, said

    assert same(handed_out(), handed_out("anew"))


def test_stopped_at_any_file_leaves_a_folder_that_holds(
    write_many, seal, handed_out, verified, monkeypatch
):
    """Whatever is new is beside what was there, until the checkpoint takes its place."""
    write_many(300)
    seal()
    before = handed_out()
    write_many(500)
    seal()
    place = folders._place
    for number in range(9):  # as many as are placed
        left = iter(range(number))

        def stops(path, data, left=left):
            if next(left, None) is None:
                raise KeyboardInterrupt
            place(path, data)

        stopped = before.parent.with_name(f"stopped-{number}")
        shutil.copytree(before.parent, stopped)
        with monkeypatch.context() as patched:
            patched.setattr(folders, "_place", stops)
            with pytest.raises(KeyboardInterrupt):
                handed_out(stopped.name)
        answer, said = verified(stopped / "1")
        assert answer == 0, said

        assert same(handed_out(stopped.name), handed_out("anew"))


def test_folder_of_another_log_is_refused_and_left_as_it_was(
    fjord, write_many, seal, handed_out, tmp_path
):
    write_many(10)
    seal()
    tree = handed_out()
    note = (tree / "checkpoint").read_text()
    (tree / "checkpoint").write_text(note.replace("/1\n", "/2\n"))

    with pytest.raises(FolderError):
        export_log(fjord, tree.parent)
    with pytest.raises(CommandError, match="ikke sjekkpunktet"):
        call_command("export_log", "fjord", "--to", str(tree.parent))


def test_folder_that_knows_more_than_the_database_is_refused(
    fjord, database, write_many, seal, handed_out
):
    write_many(10)
    seal()
    tree = handed_out()
    with as_superuser(database) as server:
        server.execute("SET session_replication_role = replica")
        server.execute("ALTER TABLE fjord.audit_logcheckpoint DISABLE TRIGGER USER")
        server.execute("DELETE FROM fjord.audit_logcheckpoint")
        server.execute(
            "INSERT INTO fjord.audit_logcheckpoint (era, size, root, note, sealed_xid,"
            " sealed_event) SELECT 1, 1, sha256(''), 'x', 1, gen_random_uuid()"
        )

    with pytest.raises(FolderError, match="finnes ikke i databasen"):
        export_log(fjord, tree.parent)


def test_bundle_with_an_erased_event_is_left_out_and_its_hashes_are_there(
    database, write_many, seal, handed_out, verified
):
    write_many(600)
    seal()
    with as_superuser(database) as server:
        server.execute("ALTER TABLE fjord.audit_accessevent DISABLE TRIGGER USER")
        server.execute("ALTER TABLE fjord.audit_accesssubject DISABLE TRIGGER USER")
        server.execute("DELETE FROM fjord.audit_accesssubject")
        server.execute(
            "DELETE FROM fjord.audit_accessevent WHERE id IN"
            " (SELECT event_id FROM fjord.audit_logleaf WHERE index < 256)"
        )

    tree = handed_out()

    assert not (tree / "tile/entries/000").exists()
    assert verified(tree, "--erased", "256")[0] == 0
    answer, said = verified(tree)
    assert (answer, said) == (1, "FEIL: hendelsene fra nummer 0 mangler\n")


def test_command_says_what_it_wrote_and_how_to_verify_it(write, seal, tmp_path):
    write(3)
    seal()
    out = StringIO()

    call_command("export_log", "fjord", "--to", str(tmp_path / "ut"), stdout=out)

    assert "hendelser i akson.localhost/log/" in out.getvalue()
    assert (tmp_path / "ut" / VERIFIER.name).read_text() == VERIFIER.read_text()
