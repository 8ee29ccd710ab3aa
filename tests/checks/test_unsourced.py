"""A source that names nothing: nobody can compare the entry with it."""

from __future__ import annotations

from bot.checks import unsourced
from tests.checks.asking import example, severities, told_by
from tests.slips import ENTRY, entry

PAGE = "  - page: https://example.org/page"


def test_an_entry_with_a_page_or_a_report_has_no_finding() -> None:
    assert told_by(unsourced, {ENTRY: entry(PAGE, f"{PAGE}\n  - report: Annual report 2026")}) == []


def test_a_source_with_nothing_but_a_date_is_an_error() -> None:
    changed = {ENTRY: entry(PAGE, '  - says_date: "2026"')}

    assert told_by(unsourced, changed) == [example(unsourced)]
    assert severities(unsourced, changed) == {"error"}
