"""The day of the next review comes before the last check, or more than two years after it.

Numbers and hours change within months. Set `review_by` to a day in the next half year or year. More than two years
are a warning.

    westshire/ashby-outreach.yaml:17:12: the review by 2025-11-01 is not after the check of 2026-11-01 (review-date)
        Set "review_by" to a day within two years after "checked".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.checks.checked import Checked
from bot.directory.entry import Dated
from bot.directory.problem import Problem

LONGEST = timedelta(days=2 * 365 + 1)
_MEND = 'Set "review_by" to a day within two years after "checked".'


def check(checked: Checked) -> Iterator[Problem]:
    """Every review that comes too early or too late."""
    for file, value in checked.of(Dated):
        if value.review_by <= value.checked:
            message = f"the review by {value.review_by} is not after the check of {value.checked}"
            yield checked.error(file, ("review_by",), message, _MEND)
        elif value.review_by - value.checked > LONGEST:
            message = f"the review by {value.review_by} is more than two years after the check of {value.checked}"
            yield checked.warning(file, ("review_by",), message, _MEND)
