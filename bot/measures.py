"""What /metrics measures of the directory: its edits, and how old its entries are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import get_args

from bot.channels.web.counts import Gauge
from bot.directory.opening_hours import LONDON
from bot.directory.service import Age
from bot.live import Live


def gauges(live: Live, now: datetime) -> Iterator[Gauge]:
    """The measures as they stand at `now`."""
    standing, directory = live.standing, live().directory
    yield Gauge(
        "signpost_directory_age_seconds",
        "Seconds since the directory in force was loaded.",
        {"": max(0.0, (now - standing.since).total_seconds())},
    )
    yield Gauge(
        "signpost_directory_edits",
        "Edits since the start, by what became of them.",
        {"used": standing.used, "refused": standing.refused},
        "result",
    )
    yield Gauge(
        "signpost_directory_edit_waiting",
        "1 while the newest edit is refused and an older directory answers.",
        {"": float(standing.waiting)},
    )
    ages = Counter(service.age(now.astimezone(LONDON).date()) for service in directory.live_services)
    yield Gauge(
        "signpost_directory_services",
        "Services that are live, by how their review date stands.",
        {age: ages[age] for age in get_args(Age)},
        "age",
    )
