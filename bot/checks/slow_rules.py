"""The rules that take seconds, or need what understands messages. Asked only of a directory without an error."""

from __future__ import annotations

from bot.checks import dead_end, phrase_elsewhere, phrase_of_two_needs, route_gaps
from bot.checks.rules import Rule

SLOW: tuple[Rule, ...] = (dead_end, route_gaps, phrase_of_two_needs, phrase_elsewhere)
