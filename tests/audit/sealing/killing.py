"""A sealer in a process of its own, which may kill itself at a statement."""

import multiprocessing
import os
import signal
import sys
import time
from typing import Any

from django.db import connection

from audit.sealing import memory, sealer
from tenants import roles
from tests.database import as_login, as_superuser

NEVER = 10**6


def seal_in_a_process(municipality, database, *, kill_at=NEVER, batch=sealer.BATCH):
    """Seal in another process; give the number of events, or None if it was killed.

    Args:
        kill_at: The statement it kills itself before, 0 the first; it also asks before
            the transaction is committed, and when it has been.
    """
    asking, answering = multiprocessing.Pipe(duplex=False)
    fork = multiprocessing.get_context("fork")
    child = fork.Process(target=_seal, args=(municipality, kill_at, batch, answering))
    child.start()
    answering.close()
    child.join()
    _wait_until_gone(database)
    if child.exitcode == -signal.SIGKILL:
        return None
    assert child.exitcode == 0
    return asking.recv()


def start_two(municipality, *, batch):
    """Let two processes seal at the same time; give how many events each sealed."""
    fork = multiprocessing.get_context("fork")
    pipes = [multiprocessing.Pipe(duplex=False) for _ in range(2)]
    children = [
        fork.Process(target=_seal, args=(municipality, NEVER, batch, answering))
        for _, answering in pipes
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0]
    return [asking.recv() for asking, _ in pipes]


def _seal(municipality, kill_at, batch, answering):
    statements = 0

    def die_in_time(execute, *args):
        nonlocal statements
        if statements == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        statements += 1
        return execute(*args)

    try:
        # The parent's connection is never touched: it is the parent's.
        with as_login(roles.SEALER):
            here: Any = connection
            commit = here._commit
            here._commit = lambda: die_in_time(commit)
            remember = memory.remember
            told: Any = memory
            told.remember = lambda *args: die_in_time(remember, *args)
            with connection.execute_wrapper(die_in_time):
                answering.send(sealer.seal(municipality, batch=batch))
    finally:
        # Past everything that would be the parent's to tidy up.
        os._exit(int(sys.exc_info()[0] is not None))


def _wait_until_gone(database):
    """Wait until the server has seen that its client is dead, and undone what it did."""
    asked = """SELECT count(*) FROM pg_stat_activity
        WHERE usename = 'akson_sealer' AND datname = %s"""
    with as_superuser() as server:
        while server.execute(asked, [database]).fetchone() != (0,):
            time.sleep(0.005)
