"""Tells when the files below some folders have changed and come to rest.

By looking again and again: that works on every file system, network ones included, and needs no word from the kernel.
No clock is trusted. Times of files are only compared for being the same, and contents are read now and then.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.disk.walking import read_part, walked

Look = tuple[tuple[str | int, ...], ...]
"""Name, size, time of the content, time of the entry and number of each file; name and error of what cannot be read."""

KINDS = (".yaml", ".yml", ".npz", ".po")
"""Endings of the files that a directory and its catalogues are made of."""

_CONTENT_EVERY = 30.0
"""Seconds between two readings of all contents: for the change that left no other sign."""


def look(roots: Sequence[Path]) -> Look:
    """What the folders hold now."""
    found: list[tuple[str | int, ...]] = []
    for root in roots:
        files, failed = walked(root)
        found += [(str(error.filename), error.errno or 0) for error in failed]
        found += [(file.path, *_signs(file)) for file in files if file.name.endswith(KINDS)]
    return tuple(sorted(found))


def _signs(file: os.DirEntry[str]) -> tuple[int, ...]:
    try:
        seen = file.stat()
    except OSError as error:
        return (error.errno or 0,)
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino, seen.st_dev


def content(seen: Look) -> bytes:
    """A name for the contents of the files that were seen."""
    total = hashlib.sha256()
    for name, *_ in seen:
        total.update(str(name).encode("utf-8", "surrogateescape") + b"\0")
        try:
            total.update(hashlib.sha256(read_part(Path(str(name)))).digest())
        except OSError as error:
            total.update(str(error.errno).encode())
    return total.digest()


class Watch:
    """Remembers what was loaded last, and tells what came since. Make it before the first loading."""

    def __init__(self, roots: Sequence[Path], monotonic: Callable[[], float] = time.monotonic) -> None:
        self._roots = roots
        self._monotonic = monotonic
        self._last = self._taken = look(roots)
        self._content: bytes | None = None
        self._read = monotonic()

    def changed(self) -> bool:
        """Whether there is something new to load. True only after two looks that saw the same: nobody is writing."""
        last, self._last = self._last, look(self._roots)
        if self._last != last:
            return False
        if self._last != self._taken:
            # Contents are read after the loading, for which people wait.
            self._taken, self._content = self._last, None
            return True
        return self._changed_without_a_sign()

    def _changed_without_a_sign(self) -> bool:
        held = self._content
        if held is not None and self._monotonic() - self._read < _CONTENT_EVERY:
            return False
        self._content, self._read = content(self._taken), self._monotonic()
        return held is not None and self._content != held

    def at_rest(self) -> bool:
        """Whether all is still as it was when `changed` told of it."""
        return look(self._roots) == self._taken
