"""The embedded PostgreSQL starts wherever it is put, and after whatever happened."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from akson_project.embedded.places import ServerUnavailableError, closed_to_others
from akson_project.embedded.postgres import Postgres

ROOT = Path(__file__).resolve().parents[3]
AS_ROOT = os.geteuid() == 0
START = """
import sys
from pathlib import Path
from akson_project.embedded.postgres import Postgres
print(Postgres(Path(sys.argv[1]), throwaway=True).start())
"""


@pytest.fixture
def cluster(tmp_path):
    with running(tmp_path / "home" / "pg") as cluster:
        yield cluster


@contextmanager
def running(data, *, throwaway=True):
    cluster = Postgres(data, throwaway=throwaway)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop(mode="immediate")
        if cluster.socket_folder != cluster.data:
            shutil.rmtree(cluster.socket_folder)


def ask(cluster, question):
    with psycopg.connect(cluster.url(database="postgres")) as connection:
        [(answer,)] = connection.execute(question).fetchall()
    return answer


def postmaster(cluster):
    return int((cluster.data / "postmaster.pid").read_text().split()[0])


def name_in_pid_files(cluster, pid):
    for path in (
        cluster.data / "postmaster.pid",
        cluster.data / ".s.PGSQL.5432.lock",
    ):
        path.write_text(f"{pid}\n{cluster.data}\n1\n5432\n{cluster.data}\n\n")
        shutil.chown(path, cluster.data.stat().st_uid)


def test_started_once_and_found_again(cluster):
    again = Postgres(cluster.data, throwaway=True)

    assert again.answering()
    assert again.start() is False


def test_settings_are_ours(cluster, monkeypatch):
    monkeypatch.setenv("PGPORT", "6543")

    assert ask(cluster, "SHOW timezone") == "UTC"
    assert ask(cluster, "SHOW max_connections") == "100"
    assert ask(cluster, "SHOW max_locks_per_transaction") == "512"
    assert ask(cluster, "SHOW listen_addresses") == ""
    assert ask(cluster, "SELECT current_user") == "akson_superuser"


def test_stop_stops(cluster):
    pid = postmaster(cluster)

    cluster.stop()

    assert not cluster.answering()
    assert not (cluster.data / "postmaster.pid").exists()
    assert not Path(f"/proc/{pid}/cmdline").exists() or not is_alive(pid)
    cluster.stop()  # once more does no harm


def is_alive(pid):
    return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"


def test_database_is_made_once(cluster):
    cluster.ensure_database("akson")
    cluster.ensure_database("akson")

    with psycopg.connect(cluster.url(database="akson")) as connection:
        assert connection.info.dbname == "akson"


def test_starts_after_kill_9_and_has_lost_nothing(tmp_path):
    with running(tmp_path / "pg", throwaway=False) as cluster:
        with psycopg.connect(cluster.url(database="postgres")) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")

        for _ in range(2):
            os.kill(postmaster(cluster), signal.SIGKILL)

            assert cluster.start() is True
            assert ask(cluster, "SELECT answer FROM kept") == 42


def test_starts_after_kill_9_that_left_a_busy_backend(cluster):
    def work():
        with suppress(psycopg.OperationalError):
            ask(cluster, "SELECT count(*) FROM generate_series(1, 1000000000000)")

    busy = threading.Thread(target=work)
    busy.start()
    while not ask(
        cluster,
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%1000000000000)'",
    ):
        time.sleep(0.05)

    os.kill(postmaster(cluster), signal.SIGKILL)

    assert cluster.start() is True
    busy.join(timeout=10)
    assert not busy.is_alive()


def test_starts_though_the_pid_files_name_a_living_stranger(cluster):
    cluster.stop()
    name_in_pid_files(cluster, os.getpid())

    assert cluster.start() is True


def test_starts_though_the_pid_files_name_a_zombie(cluster):
    cluster.stop()
    zombie = subprocess.Popen([sys.executable, "-c", ""])
    while is_alive(zombie.pid):
        time.sleep(0.01)
    name_in_pid_files(cluster, zombie.pid)

    assert cluster.start() is True
    zombie.wait()


def test_four_processes_start_one_server(tmp_path):
    data = tmp_path / "pg"
    command = [sys.executable, "-c", START, str(data)]
    processes = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for _ in range(4)
    ]
    cluster = Postgres(data, throwaway=True)
    try:
        said = sorted(process.communicate(timeout=120)[0] for process in processes)
        assert said == ["False\n", "False\n", "False\n", "True\n"]
        assert cluster.answering()
    finally:
        cluster.stop(mode="immediate")


def test_home_folder_closed_to_others_stays_closed(tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)

    with running(home / "pg") as cluster:
        assert ask(cluster, "SELECT 1") == 1
        assert home.stat().st_mode & 0o777 == 0o700
        assert cluster.data.stat().st_mode & 0o777 == 0o700


def test_folder_open_to_others(tmp_path):
    folder = Path(tempfile.mkdtemp(prefix="akson-open-"))
    folder.chmod(0o755)

    with running(folder / "pg") as cluster:
        assert ask(cluster, "SELECT 1") == 1
        assert folder.stat().st_mode & 0o777 == 0o755
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", ["l" * 120, "a, 'b'", "blåbærsyltetøy áŋŧ"])
def test_long_or_awkward_path(tmp_path, name):
    with running(tmp_path / name / "pg") as cluster:
        assert ask(cluster, "SELECT 1") == 1
        assert cluster.socket_folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ['"', "$HOME", "`", "\\"])
def test_path_that_a_shell_would_change_is_refused(tmp_path, name):
    with pytest.raises(ServerUnavailableError, match="AKSON_HOME"):
        Postgres(tmp_path / name / "pg")


def test_socket_folder_of_somebody_else_is_refused(tmp_path):
    cluster = Postgres(tmp_path / ("l" * 120) / "pg", throwaway=True)
    cluster.socket_folder.symlink_to(tmp_path)
    try:
        with pytest.raises(ServerUnavailableError, match="not a folder of our own"):
            cluster.start()
    finally:
        cluster.socket_folder.unlink()


def test_starts_after_a_stray_chmod(cluster):
    cluster.stop()
    cluster.data.chmod(0o755)

    assert cluster.start() is True


def test_environment_names_other_binaries(tmp_path, monkeypatch):
    theirs = tmp_path / "bin"
    theirs.mkdir()
    for program in Postgres(tmp_path / "unused").binaries.iterdir():
        (theirs / program.name).symlink_to(program)
    monkeypatch.setenv("AKSON_PG_BIN", str(theirs))

    with running(tmp_path / "pg") as cluster:
        assert cluster.binaries == theirs
        assert ask(cluster, "SELECT 1") == 1


def test_says_that_the_environment_names_no_binaries(tmp_path, monkeypatch):
    monkeypatch.setenv("AKSON_PG_BIN", str(tmp_path))

    with pytest.raises(ServerUnavailableError, match="AKSON_PG_BIN names"):
        Postgres(tmp_path / "pg")


def test_says_why_it_did_not_start(cluster):
    cluster.stop()
    (cluster.data / "postgresql.conf").write_text("no_such_setting = 1\n")

    with pytest.raises(ServerUnavailableError, match="no_such_setting"):
        cluster.start()


@pytest.mark.skipif(not AS_ROOT, reason="every other test runs as an ordinary user")
def test_ordinary_user_with_a_closed_home():
    home = Path(tempfile.mkdtemp(prefix="akson-user-"))
    shutil.chown(home, "nobody")
    user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    if closed_to_others(Path(sys.executable).resolve().parent, ROOT):
        # Python itself is out of an ordinary user's reach on this machine.
        reach = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
        user += ["--securebits=+no_setuid_fixup", *reach]
    else:
        user += ["--inh-caps=-all"]
    start = [*user, sys.executable, "-c", START, str(home / "pg")]
    try:
        done = subprocess.run(start, capture_output=True, text=True, cwd=ROOT)
        cluster = Postgres(home / "pg", throwaway=True)
        assert done.stdout == "True\n", done.stderr
        assert ask(cluster, "SELECT 1") == 1
        assert home.stat().st_mode & 0o777 == 0o700
        cluster.stop()
        assert cluster.start() is True  # as root, but still as that user's server
        assert (cluster.data / "postmaster.pid").owner() == "nobody"
        cluster.stop()
    finally:
        shutil.rmtree(home)
