"""What is due to be looked at again is told, as long as people are shown it."""

from __future__ import annotations

from datetime import date

from bot.checks import past_review
from tests.checks.asking import example, severities, told_by
from tests.slips import ENTRY, entry

DUE = {ENTRY: entry("checked: 2026-11-01\nreview_by: 2027-11-01", "checked: 2026-01-01\nreview_by: 2026-10-01")}


def test_entries_within_their_dates_have_no_finding() -> None:
    assert told_by(past_review) == []


def test_an_entry_past_its_date_is_a_warning() -> None:
    assert told_by(past_review, DUE) == [example(past_review)]
    assert severities(past_review, DUE) == {"warning"}


def test_one_that_is_not_shown_any_more_is_told_so() -> None:
    [finding] = told_by(past_review, DUE, today=date(2026, 12, 31))

    assert "was due for review by 2026-10-01 and is not shown any more (past-review)" in finding


def test_the_last_day_is_not_past() -> None:
    assert told_by(past_review, DUE, today=date(2026, 10, 1)) == []


def test_a_draft_is_not_due() -> None:
    draft = {ENTRY: DUE[ENTRY].replace(b"status: live", b"status: draft\nreason: Nobody confirms it.")}

    assert told_by(past_review, draft) == []


def test_guidance_and_routes_are_due_too() -> None:
    found = told_by(past_review, today=date(2028, 1, 1))

    assert {"guidance/employer-told.yaml", "referral-routes/westshire-high.yaml"} <= {
        finding.partition(":")[0] for finding in found
    }
