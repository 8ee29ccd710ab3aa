"""A hub whose day is fixed: what is due depends on it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

TODAY = date(2026, 12, 1)
MORNING = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
"""A Tuesday."""
_ASK_THE_CLOCK = ("check", "list", "checked", "new", "stale", "coverage")


@pytest.fixture(autouse=True)
def tuesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command takes it for the first of December 2026."""
    for module in _ASK_THE_CLOCK:
        monkeypatch.setattr(f"bot.commands.directory.{module}.now", lambda: MORNING)
    monkeypatch.setattr("bot.commands.moment.now", lambda: MORNING)
