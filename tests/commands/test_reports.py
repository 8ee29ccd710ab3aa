"""`signpost reports`: what people said of the numbers, and closing it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage.database import open_store
from tests.commands.conftest import Signpost

NOW = datetime(2026, 11, 21, 23, 10, tzinfo=UTC)


@pytest.fixture
def people(small_hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three chats for whom one number did not work, and a page of the web for another."""
    url = f"sqlite:///{tmp_path / 'reports.sqlite3'}"
    monkeypatch.setenv("SIGNPOST_DATABASE_URL", url)
    monkeypatch.setenv("SIGNPOST_SECRET_KEY", "k" * 32)
    monkeypatch.setattr("bot.commands.reports.now", lambda: NOW)

    async def report() -> None:
        store = await open_store(url, "k" * 32)
        for chat in (1, 2, 3):
            await store.report("mens-line", chat, NOW)
        await store.report("mens-line", 1, NOW, "no-answer")
        await store.report("national-line", None, NOW)
        await store.close()

    asyncio.run(report())


def test_the_reports_are_listed_with_reasons_and_marks(signpost: Signpost, people: None) -> None:
    ran = signpost("reports")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "mens-line                                marked  3 reports, 3 in the last 7 days "
        "(1 nobody answered, 2 no reason given)  Mens Line\n"
        "national-line                                    1 report, 1 in the last 7 days "
        "(1 no reason given)  National Line\n"
    )


def test_closing_takes_the_mark_away(signpost: Signpost, people: None) -> None:
    ran = signpost("reports", "close", "mens-line")
    assert (ran.code, ran.out, ran.err) == (0, "mens-line: 3 reports closed.\n", "")

    assert "mens-line" not in signpost("reports").out
    signpost("reports", "close", "national-line")
    assert signpost("reports").out == "No open reports.\n"


def test_closing_what_nobody_reported_says_so(signpost: Signpost, people: None) -> None:
    ran = signpost("reports", "close", "mens-lin")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == 'There are no reports on "mens-lin". See which there are: signpost reports\n'
