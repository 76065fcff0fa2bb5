"""Starts, finds again and stops a Valkey of our own, for Celery and the cache.

It keeps nothing on disk: what must not be lost is in PostgreSQL.
"""

import os
import socket
from pathlib import Path

from akson_project.embedded.binaries import valkey_server
from akson_project.embedded.places import (
    ServerUnavailableError,
    locked,
    make_private,
    socket_folder,
)
from akson_project.embedded.processes import last_words, run, wait_until

SOCKET = "valkey.sock"
NOTHING_ON_DISK = ["--save", "", "--appendonly", "no"]


class Valkey:
    """One server in one folder; any number of processes may hold one of these."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.program = valkey_server()
        self.socket = socket_folder(self.folder, SOCKET) / SOCKET
        self._lock = self.folder.with_name(self.folder.name + ".lock")

    def url(self) -> str:
        """Return the address to connect to, as Celery writes it."""
        return f"redis+socket://{self.socket}"

    def answering(self) -> bool:
        """Tell whether a server answers on our socket."""
        try:
            return self._say(b"PING") == b"+PONG\r\n"
        except OSError:
            return False

    def start(self) -> bool:
        """See to it that the server answers.

        Returns:
            Whether it was we who started it.

        Raises:
            ServerUnavailableError: It could not be started.
        """
        with locked(self._lock):
            if self.answering():
                return False
            for folder in (self.folder, self.socket.parent):
                make_private(folder, os.geteuid())
            self._launch()
            return True

    def stop(self) -> None:
        """Stop the server if it runs, whoever started it."""
        with locked(self._lock):
            if self.answering():
                self._say(b"SHUTDOWN NOSAVE")
                wait_until(lambda: not self.answering(), seconds=10)

    def _launch(self) -> None:
        log = self.folder / "valkey.log"
        where = ["--dir", str(self.folder), "--logfile", str(log), "--port", "0"]
        listen = ["--unixsocket", str(self.socket), "--unixsocketperm", "700"]
        options = [*where, *listen, *NOTHING_ON_DISK, "--daemonize", "yes"]
        result = run([str(self.program), *options])
        if result.code:
            raise ServerUnavailableError(f"valkey-server failed:\n{result.output}")
        try:
            wait_until(self.answering, seconds=10)
        except ServerUnavailableError as error:
            raise ServerUnavailableError(
                f"Valkey does not answer:\n{last_words(log)}"
            ) from error

    def _say(self, command: bytes) -> bytes:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            connection.connect(str(self.socket))
            connection.sendall(command + b"\r\n")
            return connection.recv(64)
