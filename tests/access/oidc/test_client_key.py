"""The client's key: made once, read by its owner alone, and only its public half is shown."""

import json
import stat
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from joserfc.jwk import ECKey, RSAKey

from access.oidc.client_key import public_jwk, read_key
from access.oidc.refusals import SignInRefusedError


def test_the_command_keeps_the_private_half_and_shows_the_public(tmp_path):
    file, said = tmp_path / "key.pem", StringIO()

    call_command("make_helseid_key", str(file), stdout=said)

    shown = json.loads(said.getvalue())
    assert shown.keys() == {"kty", "crv", "x", "y", "kid", "use", "alg"}
    assert shown == public_jwk(read_key(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_is_never_written_over(tmp_path):
    file = tmp_path / "key.pem"
    call_command("make_helseid_key", str(file), stdout=StringIO())
    before = file.read_bytes()

    with pytest.raises(CommandError):
        call_command("make_helseid_key", str(file), stdout=StringIO())

    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no key",
        RSAKey.generate_key(2048).as_pem(private=True),
        ECKey.generate_key("P-384").as_pem(private=True),
        ECKey.generate_key("P-256").as_pem(private=False),
    ],
    ids=["empty", "text", "rsa", "p384", "public"],
)
def test_another_key_is_refused(tmp_path, content):
    file = tmp_path / "key.pem"
    file.write_bytes(content)

    with pytest.raises(SignInRefusedError):
        read_key(file)
