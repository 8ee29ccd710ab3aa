"""Reads the JSON file of a feed."""

from __future__ import annotations

import json
from pathlib import Path

MAX_BYTES = 50_000_000
"""A county's feed has a few megabytes."""


class FeedFileError(Exception):
    """The file cannot be read; the message says why."""


def read_feed(path: Path) -> object:
    """What the file holds. Raises FeedFileError."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FeedFileError(f"{path} cannot be read: {error.strerror}.") from None
    if len(raw) > MAX_BYTES:
        raise FeedFileError(f"{path} has more than {MAX_BYTES // 1_000_000} MB. Split it, and import each part.")
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise FeedFileError(f"{path} is not saved as UTF-8, as JSON is. Ask for it in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise FeedFileError(f"{path}:{error.lineno}:{error.colno}: this is no JSON. Download it again.") from None
    except RecursionError:
        raise FeedFileError(f"{path} is no feed: it nests too deep. Download it again.") from None
