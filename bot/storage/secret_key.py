"""The key that hashes and encrypts what is stored: read from its file, or made there on first start.

The file lies in the user's configuration folder, never beside the database: who copies the one has not the other.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from bot.storage.store import StoreError

SHORTEST = 32
_ONLY_MINE = 0o600


def load_or_make_key(path: Path) -> str:
    """The key in the file `path`, which is made if there is none. Raises StoreError."""
    try:
        if not path.exists():
            _make(path)
        # A restored backup or a careless copy may have opened the file to others: close it again.
        path.chmod(_ONLY_MINE)
        key = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not plain text"
        raise StoreError(
            f"The key file {path} cannot be read or made ({why}). Give this user the right to it, "
            "or set SIGNPOST_SECRET_KEY=$(openssl rand -hex 32) and keep that value."
        ) from None
    if len(key) < SHORTEST:
        raise StoreError(
            f"The key file {path} holds fewer than {SHORTEST} characters. Put its backup back, or delete it "
            "to have a new one made: chats that are on record now can then no longer be deleted by Signpost."
        )
    return key


def _make(path: Path) -> None:
    """Writes a new key whole, or not at all; where two start at once, the first one's key stands."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".key-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(name)
    finally:
        Path(name).unlink()
