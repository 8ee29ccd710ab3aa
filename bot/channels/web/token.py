"""The memory of a web chat as a sealed token: the page carries it, the server keeps nothing.

A token holds the state line and the moment when it was made. It can be neither read nor changed without the hub's
secret, and it is of no use after its lifetime.
"""

from __future__ import annotations

import secrets
import struct
from base64 import b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.conversation.state import State

_PURPOSE = b"signpost web chat state 1"
"""Keeps this key apart from the others that are derived from the same secret; counts up with the token's layout."""
_NONCE_BYTES = 12
_MADE_AT = struct.Struct(">q")
_PADDED_TO = 128
"""Lines are padded with blanks to a multiple of this, so that a token's length does not tell what it remembers."""
_LONGEST = 4096
_CLOCKS_DIFFER_BY = timedelta(minutes=5)
"""Replicas may disagree on the time by this much."""


class RefusedTokenError(Exception):
    """The token is too old, was tampered with, or was made with another secret."""


class Tokens:
    """Seals and opens tokens with one secret."""

    def __init__(self, secret: str, lifetime: timedelta) -> None:
        key = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
        self._cipher = AESGCM(key)
        self._lifetime = lifetime

    def seal(self, state: State, now: datetime) -> str:
        """The token of `state`; two tokens of one state share nothing that can be seen."""
        line = state.line().encode()
        padded = line.ljust(-(-len(line) // _PADDED_TO) * _PADDED_TO)
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._cipher.encrypt(nonce, _MADE_AT.pack(int(now.timestamp())) + padded, _PURPOSE)
        return urlsafe_b64encode(nonce + sealed).decode()

    def open(self, token: str, now: datetime) -> State:
        """The state in `token`. Raises RefusedTokenError."""
        if len(token) > _LONGEST:
            raise RefusedTokenError
        try:
            raw = b64decode(token.encode("ascii"), b"-_", validate=True)
            plain = self._cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], _PURPOSE)
            (seconds,) = _MADE_AT.unpack_from(plain)
        except (ValueError, InvalidTag, struct.error):
            raise RefusedTokenError from None
        age = now - datetime.fromtimestamp(seconds, UTC)
        if not -_CLOCKS_DIFFER_BY <= age <= self._lifetime:
            raise RefusedTokenError
        return State.from_line(plain[_MADE_AT.size :].decode())
