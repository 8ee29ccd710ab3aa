"""How long the channel waits, and how often it tries. Tests make it hurry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Pace:
    """All the channel's waiting times."""

    poll: timedelta = timedelta(seconds=30)
    """How long Telegram may hold a request for updates open."""
    first_wait: timedelta = timedelta(milliseconds=500)
    """Before the second try of a call that failed; it doubles from try to try."""
    longest_wait: timedelta = timedelta(seconds=30)
    sweep_every: timedelta = timedelta(minutes=1)
    stop_within: timedelta = timedelta(seconds=4)
    """For answers under way when the process is told to stop; Telegram sends again what is not done by then."""

    def wait(self, failed: int) -> float:
        """Seconds to wait after the `failed`-th failure in a row."""
        doubled = self.first_wait.total_seconds() * 2.0 ** min(failed - 1, 16)
        return float(min(doubled, self.longest_wait.total_seconds()))
