"""Keeps what files held when they were last found sound, so that a quick check reads only what has changed since.

One line a file: a name for exactly this file and content, and what it holds as JSON; of a file of phrases only what it
names, for no quick rule asks more. Another version of the code that reads files is another record. Safe to delete at
any time. Whoever serves, and the check with all rules, reads every file.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pydantic_core import to_json

import bot.directory
from bot.directory.loader import Built
from bot.directory.phrases import PhraseFile

_KEPT = 4
"""Records of other folders and versions beside the newest."""


def path_for(folder: Path, root: Path) -> Path:
    """Where the record of the directory in `root` lies."""
    code = hashlib.sha256()
    for module in sorted(Path(next(iter(bot.directory.__path__))).glob("*.py")):
        code.update(module.read_bytes())
    return folder / f"read-{code.hexdigest()[:12]}-{hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:12]}"


def known(path: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What those of `files` hold that are in the record, as JSON; nothing if there is no record."""
    try:
        lines = dict(line.split(b" ", 1) for line in path.read_bytes().splitlines())
    except (OSError, ValueError):
        return {}
    names = {name: _name_of(name, raw) for name, raw in files.items()}
    return {name: lines[digest] for name, digest in names.items() if digest in lines}


def keep(path: Path, files: Mapping[str, bytes], built: Built, known_before: Mapping[str, bytes]) -> None:
    """Writes the record anew if a file was found sound that is not in it. A folder that is not writable is no error."""
    broken = {problem.file for problem in built.problems}
    sound = [name for name in built.values if name not in broken]
    if all(name in known_before for name in sound):
        return
    lines = (
        _name_of(name, files[name]) + b" " + (known_before.get(name) or _held(built, name)) + b"\n" for name in sound
    )
    part = path.with_name(f"part-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(b"".join(lines))
        part.replace(path)
        for old in sorted(path.parent.glob("read-*"), key=lambda found: found.stat().st_mtime)[: -_KEPT - 1]:
            old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _held(built: Built, name: str) -> bytes:
    data = built.documents[name].data
    if isinstance(built.values[name], PhraseFile):
        data = {**data, "phrases": [], "urgent": {urgency: [] for urgency in data.get("urgent", {})}}
    return to_json(data)


def _name_of(name: str, raw: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\0" + raw).hexdigest().encode()
