"""The files below a folder, whatever else lies there: links that go round, pipes, folders that may not be read."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from bot.directory.yaml_source import MAX_BYTES


def walked(root: Path) -> tuple[list[os.DirEntry[str]], list[OSError]]:
    """The files below `root`, without hidden ones; and what kept a folder from being read.

    A link to a folder is not followed: it may lead round in a circle.
    """
    found: list[os.DirEntry[str]] = []
    failed: list[OSError] = []
    waiting = [str(root)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        found.append(entry)
        except OSError as error:
            failed.append(error)
    return found, failed


def read_part(path: Path) -> bytes:
    """The content of a file, or of a larger one only so much that this is seen. Raises OSError."""
    if path.exists() and not path.is_file():
        # A pipe would keep whoever opens it waiting for ever.
        raise OSError(errno.EINVAL, "it is no plain file", str(path))
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
