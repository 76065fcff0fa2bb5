"""A municipality's log, and a witness that answers over HTTP as it does in the consortium."""

from contextlib import contextmanager
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections

from audit.cosigning.handing_over import hand_over
from audit.sealing import keys as sealing_keys
from audit.sealing import sealer
from audit.witness import keys
from audit.witness.witness import know
from tenants import roles
from tenants.context import in_consortium, in_municipality
from tests.audit.sealing.conftest import key_folder, seal, write, write_many
from tests.database import as_login

__all__ = ["key_folder", "seal", "write", "write_many"]


class Silent(WSGIRequestHandler):
    def log_message(self, *_said):
        """Say nothing."""


@contextmanager
def answering(application):
    """Answer over HTTP in a thread; gives the port."""
    server = make_server("127.0.0.1", 0, application, handler_class=Silent)

    def serve():
        server.serve_forever(poll_interval=0.01)
        connections.close_all()  # this thread's own

    thread = Thread(target=serve)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def port():
    with answering(WSGIHandler()) as port:
        yield port


@pytest.fixture
def witness(world, port, settings, tmp_path):
    """The consortium's witness, which the log is to be cosigned by."""
    settings.AKSON_WITNESS_NAME = "konsortium.example/witness"
    settings.AKSON_WITNESS_KEY = str(tmp_path / "witness.pem")
    keys.make_key()
    key = keys.witness_key().verifier
    address = f"http://konsortium.localhost:{port}/witness"
    settings.AKSON_LOG_WITNESSES = f"{key.vkey} {address}"
    return key


@pytest.fixture
def known(witness, seal, fjord):
    """The witness knows the log."""
    seal()
    make_known(fjord)


def make_known(fjord, era=1):
    origin = sealer.origin_of(fjord, era)
    with in_consortium():
        for key in sealing_keys.verifier_keys(fjord.pk, origin):
            know(key.vkey)


@pytest.fixture
def cosign(fjord):
    """Hand the newest checkpoint over, as the sealer's login does; gives the answer."""

    def cosign():
        with as_login(roles.SEALER), in_municipality(fjord):
            return hand_over()

    return cosign
