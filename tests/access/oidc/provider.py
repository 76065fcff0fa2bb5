"""A small HelseID on loopback, which checks its client well and can be told to misbehave.

It asks nobody anything: who comes is `claims`. What a test spoils is spoilt in the next
token only.
"""

import json
import threading
import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey, import_key

CLIENT_ID = "akson"
NUMBER = "14834212081"
HPR = "181000001"
SCOPES = {
    "openid",
    "helseid://scopes/identity/pid",
    "helseid://scopes/identity/security_level",
    "helseid://scopes/hpr/hpr_number",
}


def claims_of(number=NUMBER, *, hpr=HPR, level="4"):
    """What HelseID says of a person."""
    said = {
        "helseid://claims/identity/pid": number,
        "helseid://claims/identity/security_level": level,
    }
    return said | ({"helseid://claims/hpr/hpr_number": hpr} if hpr else {})


class RefusedError(Exception):
    """The provider refuses its client; the message is the code it answers."""


def require(holds, code="invalid_request"):
    if not holds:
        raise RefusedError(code)


class Provider:
    """The provider and its memory. Use it as a context."""

    def __init__(self, redirect_uri, client_jwk):
        self.redirect_uri = redirect_uri
        self.client_key = import_key(client_jwk)
        self.claims = claims_of()
        self.keys = [self._new_key()]
        self.asked_nonce = ""  # a DPoP nonce the client must use
        self.spoil = {}  # claims of the next token, as they should not be
        self.forge = None  # makes the next token from its claims instead
        self.discovery = {}  # what it says of itself instead of the truth
        self.delay_s = 0
        self.pushed, self.codes, self.seen = {}, {}, set()
        self.asks = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        self.issuer = f"http://localhost:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_error):
        self.server.shutdown()
        self.server.server_close()

    def rotate(self):
        """Sign with a new key from now on, and know the old one no more."""
        self.keys = [self._new_key()]

    @staticmethod
    def _new_key():
        return RSAKey.generate_key(2048, {"kid": token_urlsafe(8), "use": "sig"})

    def answer(self, method, path, query, form, headers):
        self.asks.append(path)
        time.sleep(self.delay_s)
        found = {
            ("GET", "/.well-known/openid-configuration"): self._describe,
            ("GET", "/jwks"): self._keys,
            ("POST", "/par"): lambda: self._push(form),
            ("POST", "/token"): lambda: self._token(form, headers),
            ("GET", "/authorize"): lambda: self._authorize(query),
        }[method, path]
        try:
            return found()
        except RefusedError as error:
            more = {"DPoP-Nonce": self.asked_nonce} if self.asked_nonce else {}
            return 400, {"error": str(error)}, more

    def _describe(self):
        facts = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "pushed_authorization_request_endpoint": f"{self.issuer}/par",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "authorization_response_iss_parameter_supported": True,
        }
        return 200, facts | self.discovery, {}

    def _keys(self):
        return 200, {"keys": [key.as_dict(private=False) for key in self.keys]}, {}

    def _push(self, form):
        self._know_the_client(form)
        require(form["response_type"] == "code")
        require(form["redirect_uri"] == self.redirect_uri)
        require(set(form["scope"].split()) == SCOPES, "invalid_scope")
        require(form["code_challenge_method"] == "S256" and form["code_challenge"])
        require(form["prompt"] == "login" and form["state"] and form["nonce"])
        uri = f"urn:ietf:params:oauth:request_uri:{token_urlsafe(16)}"
        self.pushed[uri] = form
        return 201, {"request_uri": uri, "expires_in": 60}, {}

    def _authorize(self, query):
        require(query.keys() == {"client_id", "request_uri"})
        require(query["client_id"] == CLIENT_ID)
        asked = self.pushed.pop(query["request_uri"], None)
        require(asked, "invalid_request_uri")
        code = token_urlsafe(16)
        self.codes[code] = asked
        back = {"code": code, "state": asked["state"], "iss": self.issuer}
        return 302, {}, {"Location": f"{asked['redirect_uri']}?{urlencode(back)}"}

    def _token(self, form, headers):
        self._know_the_client(form)
        self._check_proof(headers.get("DPoP", ""))
        require(form["grant_type"] == "authorization_code")
        asked = self.codes.pop(form["code"], None)
        require(asked, "invalid_grant")
        require(form["redirect_uri"] == asked["redirect_uri"], "invalid_grant")
        challenge = urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest())
        require(challenge.rstrip(b"=").decode() == asked["code_challenge"])
        answer = {"token_type": "DPoP", "access_token": token_urlsafe(16)}
        return 200, {**answer, "id_token": self._id_token(asked)}, {}

    def _id_token(self, asked):
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": "pseudonym",
            "iat": now,
            "exp": now + 300,
            "auth_time": now,
            "nonce": asked["nonce"],
            "sid": "session-1",
            **self.claims,
            **self.spoil,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        if self.forge:
            return self.forge(claims)
        key = self.keys[0]
        return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)

    def _know_the_client(self, form):
        require(form.get("client_id") == CLIENT_ID, "invalid_client")
        assertion = form.get("client_assertion", "")
        told = jwt.decode(assertion, self.client_key, algorithms=["ES256"])
        require(told.header["typ"] == "client-authentication+jwt", "invalid_client")
        require(told.claims["iss"] == told.claims["sub"] == CLIENT_ID)
        require(told.claims["aud"] == self.issuer, "invalid_client")
        require(0 < told.claims["exp"] - time.time() <= 60, "invalid_client")
        self._once(told.claims["jti"])

    def _check_proof(self, proof):
        told = jwt.decode(
            proof,
            lambda signed: ECKey.import_key(signed.headers()["jwk"]),
            algorithms=["ES256"],
        )
        require(told.header["typ"] == "dpop+jwt" and "d" not in told.header["jwk"])
        require(told.claims["htm"] == "POST", "invalid_dpop_proof")
        require(told.claims["htu"] == f"{self.issuer}/token", "invalid_dpop_proof")
        self._once(told.claims["jti"])
        require(told.claims.get("nonce", "") == self.asked_nonce, "use_dpop_nonce")

    def _once(self, jti):
        require(jti not in self.seen, "invalid_client")
        self.seen.add(jti)


def _handler(provider):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self._do({})

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._do({name: one for name, [one] in parse_qs(body).items()})

        def _do(self, form):
            parts = urlsplit(self.path)
            query = {name: one for name, [one] in parse_qs(parts.query).items()}
            status, facts, more = provider.answer(
                self.command, parts.path, query, form, self.headers
            )
            body = json.dumps(facts).encode()
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **more}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            """Say nothing on the console."""

    return Handler
