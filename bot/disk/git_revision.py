"""Reads the directory's files as they were in a git revision."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bot.disk.directory_files import NOT_DATA

_LONGEST = 60
"""Seconds that git may take."""


class RevisionError(Exception):
    """A revision cannot be read; the message says why and how to mend it."""


def read_revision(root: Path, revision: str) -> dict[str, bytes]:
    """The YAML files below `root` in a revision, by their path from there. Raises RevisionError."""
    if _git(root, "rev-parse", "--is-inside-work-tree") is None:
        raise RevisionError(f"{root} is not kept in git. Give a folder with the other version instead.")
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise RevisionError(
            f'there is no folder and no git revision "{revision}". See what there is with: git log --oneline -- {root}'
        )
    listing = _git(root, "ls-tree", "-r", "-z", commit.decode().strip()) or b""
    objects = dict(_data(listing))
    if not objects:
        raise RevisionError(f"in revision {revision} there is no directory at {root}")
    contents = (
        _git(root, "cat-file", "--batch", typed="".join(f"{name}\n" for name in objects.values()).encode()) or b""
    )
    return dict(zip(objects, _contents(contents), strict=True))


def _git(root: Path, *words: str, typed: bytes = b"") -> bytes | None:
    """What git says; None where it answers no."""
    try:
        ran = subprocess.run(  # noqa: S603
            ["git", "-C", str(root), *words],  # noqa: S607
            input=typed,
            capture_output=True,
            timeout=_LONGEST,
            check=False,
        )
    except FileNotFoundError:
        raise RevisionError(
            "git is not on this machine. Install it, or give a folder with the other version instead."
        ) from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git did not answer within {_LONGEST} seconds. Try again.") from None
    return ran.stdout if ran.returncode == 0 else None


def _data(listing: bytes) -> Iterator[tuple[str, str]]:
    """Name and object of each file that holds an entry."""
    for line in listing.decode().split("\0"):
        about, _, name = line.partition("\t")
        path = PurePosixPath(name)
        if path.suffix == ".yaml" and path.parts[0] not in NOT_DATA and not path.name.startswith("."):
            yield name, about.split()[2]


def _contents(batch: bytes) -> Iterator[bytes]:
    """The files in git's answer: for each a line that ends with its size, its bytes, and a line end."""
    at = 0
    while at < len(batch):
        line_end = batch.index(b"\n", at)
        size = int(batch[at:line_end].split()[-1])
        yield batch[line_end + 1 : line_end + 1 + size]
        at = line_end + size + 2
