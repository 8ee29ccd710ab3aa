"""Reads a time that somebody typed after `--at`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.clock import now
from bot.directory.opening_hours import LONDON

_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def moment_from(at: Any) -> datetime:
    """The time, with its zone: London's where none is given; now where nothing is. Raises ValueError with the mend."""
    if at is None:
        return now()
    try:
        found = datetime.fromisoformat(at)
    except (TypeError, ValueError):
        raise ValueError(f'"{at}" is no time; write it as in 2026-11-21T23:10:00+00:00') from None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise ValueError(f'"{at}" is too far away')
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=LONDON)
