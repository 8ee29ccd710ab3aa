"""Hashes and encrypts what the store keeps. Who has the database but not the key learns no chat and no message."""

from __future__ import annotations

import hmac
import os
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE = 12
_STATE_BLOCK = 128
"""A state line is padded to a multiple of this, so that its length does not tell what was asked."""


class Cipher:
    """Works with separate keys, all derived from one secret: for hashing and for encrypting."""

    def __init__(self, secret: str) -> None:
        self._hash_key = _derived(secret, "hash")
        self._seal = AESGCM(_derived(secret, "seal"))

    def chat(self, chat_id: int) -> bytes:
        """The keyed hash by which a chat is known."""
        return self._hash(b"chat", _packed(chat_id))

    def message(self, chat_id: int, message_id: int) -> bytes:
        """The keyed hash by which a message is known: equal for a repeat."""
        return self._hash(b"message", _packed(chat_id), _packed(message_id))

    def report(self, chat_id: int, service: str) -> bytes:
        """The mark of one chat's report on one service; cannot be matched with the chat's hash."""
        return self._hash(b"report", _packed(chat_id), service.encode())

    def seal_number(self, number: int, place: bytes) -> bytes:
        """`number`, encrypted. It can be opened with the same `place` only: a row's content cannot be moved."""
        return self._sealed(_packed(number), b"number" + place)

    def open_number(self, sealed: bytes, place: bytes) -> int | None:
        """The number, or None if it was sealed with another key or for another place."""
        opened = self._opened(sealed, b"number" + place)
        return None if opened is None else int(struct.unpack(">q", opened)[0])

    def seal_state(self, line: str, place: bytes) -> bytes:
        """A state line, encrypted."""
        raw = line.encode()
        return self._sealed(raw.ljust(-(-len(raw) // _STATE_BLOCK) * _STATE_BLOCK), b"state" + place)

    def open_state(self, sealed: bytes, place: bytes) -> str:
        """The state line, or "" if it cannot be opened."""
        return (self._opened(sealed, b"state" + place) or b"").decode().rstrip()

    def _hash(self, *parts: bytes) -> bytes:
        return hmac.digest(self._hash_key, b"\0".join(parts), "sha256")

    def _sealed(self, plain: bytes, place: bytes) -> bytes:
        nonce = os.urandom(_NONCE)
        return nonce + self._seal.encrypt(nonce, plain, place)

    def _opened(self, sealed: bytes, place: bytes) -> bytes | None:
        try:
            return self._seal.decrypt(sealed[:_NONCE], sealed[_NONCE:], place)
        except (InvalidTag, ValueError):
            return None


def _derived(secret: str, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=f"signpost store: {purpose}".encode()).derive(secret.encode())


def _packed(number: int) -> bytes:
    return struct.pack(">q", number)
