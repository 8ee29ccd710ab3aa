"""`signpost insight`: how many messages came, about what, and from where, for the hub's own reporting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Annotated

import typer

from bot.app import now
from bot.commands.stored import in_store
from bot.conversation.insight import KINDS
from bot.directory.opening_hours import LONDON
from bot.storage.store import Tally

FEWEST = 5
"""A smaller count could be somebody whom the reader knows."""


def insight(
    days: Annotated[int, typer.Option(min=1, max=3660, help="How many days to look back, today included.")] = 28,
    daily: Annotated[bool, typer.Option("--daily", help="A line for each day.")] = False,
) -> None:
    """Count typed messages by channel, need, urgency, district and language. A count under 5 is shown as <5."""
    first = now().astimezone(LONDON).date() - timedelta(days=days - 1)
    tallies = in_store(lambda store: store.tallies(first))
    for line in _lines(tallies, daily):
        typer.echo(line)
    if not tallies:
        typer.echo(f"No message was counted since {first}.")


def _lines(tallies: Iterable[Tally], daily: bool) -> Iterator[str]:
    counts: Counter[tuple[str, str, str]] = Counter()
    for tally in tallies:
        counts[str(tally.day) if daily else "", tally.kind, tally.value] += tally.count

    def order(key: tuple[str, str, str]) -> tuple[str, int, int, str]:
        day, kind, value = key
        return day, KINDS.index(kind), -max(counts[key], FEWEST - 1), value

    for key in sorted(counts, key=order):
        day, kind, value = key
        count = str(counts[key]) if counts[key] >= FEWEST else f"<{FEWEST}"
        yield f"{day}  {kind:9} {value:24} {count:>6}".strip()
