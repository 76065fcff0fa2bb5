"""The launcher, and the locks it installs from."""

import ast
import json
import re
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
RUN, DEVELOP = "requirements.lock", "requirements-dev.lock"


@pytest.fixture
def launcher(tmp_path, monkeypatch):
    """The launcher of a small repository; what it would run is written down."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = SourceFileLoader("launcher", str(ROOT / "akson"))
    spec = spec_from_loader("launcher", loader)
    assert spec
    module: Any = module_from_spec(spec)
    loader.exec_module(module)
    for name in (RUN, DEVELOP, "hatch_build.py"):
        (tmp_path / name).write_text("")
    module.ROOT, module.VENV = tmp_path, tmp_path / ".venv"
    module.STAMP, module.PYTHON = module.VENV / ".akson", module.VENV / "python"
    module.ran = []
    monkeypatch.setattr(module, "run", lambda *words: module.ran.append(words[-1]))
    monkeypatch.setattr(module, "make_environment", lambda: make(module))
    monkeypatch.setattr(module, "say", lambda text: None)
    return module


def make(launcher):
    launcher.ran.append("venv")
    launcher.VENV.mkdir(exist_ok=True)
    launcher.PYTHON.touch()


def steps(launcher, lock):
    """Bring the environment up to date, and return what that took."""
    launcher.ran.clear()
    launcher.ensure_environment(lock)
    return [Path(word).name for word in launcher.ran]


def test_everything_is_made_once(launcher, tmp_path):
    assert steps(launcher, RUN) == ["venv", RUN, tmp_path.name]
    assert steps(launcher, RUN) == []


def test_tools_are_added_when_they_are_needed(launcher):
    steps(launcher, RUN)

    assert steps(launcher, DEVELOP) == [DEVELOP]
    assert steps(launcher, RUN) == []
    assert steps(launcher, DEVELOP) == []


def test_changed_lock_is_installed_and_the_other_not_trusted(launcher, tmp_path):
    steps(launcher, DEVELOP)
    (tmp_path / RUN).write_text("changed")

    assert steps(launcher, RUN) == [RUN]
    assert steps(launcher, DEVELOP) == [DEVELOP]


def test_changed_translation_is_compiled(launcher, tmp_path):
    steps(launcher, RUN)
    catalogue = tmp_path / "akson_project/locale/nn/LC_MESSAGES/django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text("")

    assert steps(launcher, RUN) == [tmp_path.name]


def test_other_python_gets_a_new_environment(launcher, tmp_path, monkeypatch):
    steps(launcher, DEVELOP)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))

    assert steps(launcher, RUN) == ["venv", RUN, tmp_path.name]


def test_interrupted_installation_is_done_again(launcher, tmp_path, monkeypatch):
    steps(launcher, RUN)
    (tmp_path / RUN).write_text("new")

    def interrupt(*words):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(launcher, "run", interrupt)
        with pytest.raises(KeyboardInterrupt):
            launcher.ensure_environment(RUN)
    (tmp_path / RUN).write_text("")  # the old one again: half of it may be gone

    assert steps(launcher, RUN) == [RUN]


def test_unreadable_stamp_means_a_new_environment(launcher):
    steps(launcher, RUN)
    launcher.STAMP.write_text("{")

    assert steps(launcher, RUN)[0] == "venv"


def test_old_python_can_read_it_and_is_told(launcher, monkeypatch):
    ast.parse((ROOT / "akson").read_text(), feature_version=(3, 6))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    with pytest.raises(SystemExit, match=r"needs Python 3\.11.* this is Python 3\.9"):
        launcher.main()


@pytest.mark.parametrize(("words", "code"), [([], 0), (["help"], 0), (["dance"], 2)])
def test_says_what_it_can_do(launcher, monkeypatch, words, code):
    monkeypatch.setattr(sys, "argv", ["akson", *words])

    with pytest.raises(SystemExit) as left:
        launcher.main()

    assert left.value.code == code
    assert launcher.ran == []


@pytest.mark.parametrize("lock", [RUN, DEVELOP])
def test_lock_has_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text()

    assert "://" not in text
    assert "index-url" not in text
    for requirement in re.split(r"\n(?=[a-z])", text):
        assert "--hash=sha256:" in requirement


def test_locks_agree():
    run, develop = (
        set(re.findall(r"^[a-z][^ ]+==[^ ]+", (ROOT / lock).read_text(), re.MULTILINE))
        for lock in (RUN, DEVELOP)
    )

    assert run < develop


def test_npm_lock_has_hashes_and_no_address():
    lock = json.loads((ROOT / "assets" / "package-lock.json").read_text())
    packages = {name: facts for name, facts in lock["packages"].items() if name}

    assert packages
    for facts in packages.values():
        assert facts["integrity"].startswith("sha512-")
        assert "resolved" not in facts


def test_environment_that_is_a_link_is_left_alone(launcher, tmp_path):
    (tmp_path / "another").mkdir()
    (tmp_path / "another/kept").touch()
    launcher.VENV.symlink_to(tmp_path / "another")

    with pytest.raises(SystemExit, match="it is a link"):
        steps(launcher, RUN)

    assert (tmp_path / "another/kept").exists()
