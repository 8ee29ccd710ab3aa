"""An entry that people see is past the day by which somebody had to look at it again.

Its card is marked and ranks lower; 90 days later it is not shown any more. Compare it with its sources, mend what
changed, and set `checked` to today and `review_by` to the next date.

    westshire/ashby-outreach.yaml:17:12: this was due for review by 2026-10-01 (past-review)
        Compare it with its sources, then set "checked" and "review_by" anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.directory.entry import Dated
from bot.directory.problem import Problem
from bot.directory.service import Service


def check(checked: Checked) -> Iterator[Problem]:
    """Every service that is shown, guidance page and route past its date."""
    for file, value in checked.of(Dated):
        shown = not isinstance(value, Service) or value.status == "live"
        if shown and value.review_by < checked.today:
            gone = isinstance(value, Service) and value.age(checked.today) == "expired"
            message = f"this was due for review by {value.review_by}{' and is not shown any more' if gone else ''}"
            mend = 'Compare it with its sources, then set "checked" and "review_by" anew.'
            yield checked.warning(file, ("review_by",), message, mend)
