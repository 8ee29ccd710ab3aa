"""Reads a file's text as it is, and writes it back all or nothing: one file, or several that belong together."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Mapping
from pathlib import Path


def read_text(path: Path) -> str:
    """The file's text, byte order mark and line ends included. Raises OSError or UnicodeDecodeError."""
    return path.read_bytes().decode()


def write_text(path: Path, text: str) -> None:
    """Puts `text` in the file's place in one step: a running service never reads half of it. Raises OSError."""
    target = path.resolve()
    try:
        _draft(target, text).replace(target)
    finally:
        _draft_of(target).unlink(missing_ok=True)


def write_texts(root: Path, texts: Mapping[str, str], before: Mapping[str, bytes]) -> None:
    """Puts each of `texts`, by its path below `root`, in its file's place: all of them, or none.

    `before`: the files as they were read; one that is not in it must not be there. Raises OSError, also where somebody
    else has changed a file since.
    """
    targets = {name: (root / name).resolve() for name in texts}
    for name, target in targets.items():
        if (target.read_bytes() if target.exists() else None) != before.get(name):
            raise OSError(errno.EBUSY, "somebody else has changed it meanwhile", str(target))
    replaced: list[str] = []
    try:
        for name, target in targets.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            _draft(target, texts[name])
        for name, target in targets.items():
            _draft_of(target).replace(target)
            replaced.append(name)
    except OSError:
        for name in replaced:
            if name in before:
                write_text(targets[name], before[name].decode())
            else:
                targets[name].unlink()
        raise
    finally:
        for target in targets.values():
            _draft_of(target).unlink(missing_ok=True)


def _draft(target: Path, text: str) -> Path:
    draft = _draft_of(target)
    draft.write_bytes(text.encode())
    if target.exists():
        shutil.copymode(target, draft)
    return draft


def _draft_of(target: Path) -> Path:
    # Neither the ending nor the first character of a file that the directory reads.
    return target.with_name(f".{target.name}.new")
