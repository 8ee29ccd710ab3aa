"""Reads a file's text as it is, and writes it back all or nothing."""

from __future__ import annotations

import shutil
from pathlib import Path


def read_text(path: Path) -> str:
    """The file's text, byte order mark and line ends included. Raises OSError or UnicodeDecodeError."""
    return path.read_bytes().decode()


def write_text(path: Path, text: str) -> None:
    """Puts `text` in the file's place in one step: a running service never reads half of it. Raises OSError."""
    target = path.resolve()
    # Neither the ending nor the first character of a file that the directory reads.
    draft = target.with_name(f".{target.name}.new")
    try:
        draft.write_bytes(text.encode())
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
