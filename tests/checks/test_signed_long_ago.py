"""What was signed once is read again each year."""

from __future__ import annotations

from datetime import date

from bot.checks import signed_long_ago
from tests.checks.asking import example, severities, told_by
from tests.checks.test_two_people import DANGER, sign_offs

SIGNED = {"sign-offs.yaml": sign_offs(DANGER)}
A_YEAR_LATER = date(2027, 11, 21)


def test_what_was_signed_this_year_has_no_finding() -> None:
    assert told_by(signed_long_ago, SIGNED) == []


def test_what_was_signed_more_than_a_year_ago_is_a_warning() -> None:
    assert told_by(signed_long_ago, SIGNED, A_YEAR_LATER) == [example(signed_long_ago)]
    assert severities(signed_long_ago, SIGNED, A_YEAR_LATER) == {"warning"}
