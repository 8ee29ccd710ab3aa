"""`signpost insight`: counts for the hub's own reporting, none so small that it points at somebody."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.storage.database import open_store
from bot.storage.store import Tally
from tests.commands.conftest import Signpost

NOW = datetime(2026, 11, 21, 23, 10, tzinfo=UTC)
TODAY, YESTERDAY, LONG_AGO = date(2026, 11, 21), date(2026, 11, 20), date(2026, 10, 24)


@pytest.fixture
def counted(small_hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'insight.sqlite3'}"
    monkeypatch.setenv("SIGNPOST_DATABASE_URL", url)
    monkeypatch.setenv("SIGNPOST_SECRET_KEY", "k" * 32)
    monkeypatch.setattr("bot.commands.insight.now", lambda: NOW)

    async def count() -> None:
        store = await open_store(url, "k" * 32)
        await store.add_tallies(
            [
                Tally(TODAY, "need", "refuge", 3),
                Tally(TODAY, "need", "police", 2),
                Tally(TODAY, "urgency", "danger", 1),
                Tally(YESTERDAY, "need", "refuge", 9),
                Tally(YESTERDAY, "urgency", "none", 5),
                Tally(LONG_AGO, "need", "talk", 100),
            ]
        )
        await store.close()

    asyncio.run(count())


def test_the_last_four_weeks_are_added_up_and_small_counts_are_hidden(signpost: Signpost, counted: None) -> None:
    ran = signpost("insight")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "need      refuge                       12\n"
        "need      police                       <5\n"
        "urgency   none                          5\n"
        "urgency   danger                       <5\n"
    )


def test_days_can_be_told_one_by_one(signpost: Signpost, counted: None) -> None:
    assert signpost("insight", "--daily").out == (
        "2026-11-20  need      refuge                        9\n"
        "2026-11-20  urgency   none                          5\n"
        "2026-11-21  need      police                       <5\n"
        "2026-11-21  need      refuge                       <5\n"
        "2026-11-21  urgency   danger                       <5\n"
    )


def test_more_days_can_be_asked_for(signpost: Signpost, counted: None) -> None:
    assert "talk" not in signpost("insight", "--days", "28").out
    assert "need      talk                        100\n" in signpost("insight", "--days", "29").out


def test_where_nothing_was_counted_it_says_so(
    signpost: Signpost, small_hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.commands.insight.now", lambda: NOW)
    assert signpost("insight", "--days", "7").out == "No message was counted since 2026-11-15.\n"
