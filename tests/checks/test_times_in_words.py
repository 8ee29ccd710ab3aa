"""When nobody is there, in as few words as tell it to hub staff."""

from __future__ import annotations

from datetime import date

import pytest

from bot.checks.times_in_words import times_in_words
from bot.directory.year import Year, joined

FIRST = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("rule", "closed"),
    [
        pytest.param("Mo-Su 00:00-24:00", None, id="never"),
        pytest.param("2030 Jan 01", "at any hour", id="all year"),
        pytest.param("Mo-Su 08:00-24:00", "every day 00:00–08:00", id="every night"),
        pytest.param(
            "24/7; Su 00:00-08:00 off; PH 00:00-08:00 off",
            "on Sundays and bank holidays 00:00–08:00",
            id="Sundays and bank holidays",
        ),
        pytest.param("24/7; PH off", "on bank holidays at any hour", id="bank holidays"),
        pytest.param("24/7; Dec 25 off", "on 25 December 2026 at any hour", id="one day of the year"),
        pytest.param("24/7; Dec 24 20:00-24:00 off", "on 24 December 2026 20:00–24:00", id="one evening"),
        pytest.param("Tu-Su 00:00-24:00", "on Mondays at any hour", id="Mondays, bank holidays among them"),
        pytest.param(
            "24/7; Mo off; PH 00:00-24:00", "on Mondays (but not on bank holidays) at any hour", id="ordinary Mondays"
        ),
        pytest.param(
            "Mo-Fr 09:00-17:00; PH off",
            "on Mondays to Fridays 00:00–09:00 and 17:00–24:00, "
            "and on Saturdays, Sundays and bank holidays at any hour",
            id="an office",
        ),
        pytest.param(
            "24/7; Aug off",
            "on 1 August 2027, 2 August 2027, 3 August 2027 and 28 more days at any hour",
            id="closed in summer",
        ),
        pytest.param(
            "24/7; PH 12:00-24:00; Sa,Su 00:00-24:00",
            "on bank holidays that fall on Mondays and Fridays 00:00–12:00",
            id="bank holidays but those of a weekend",
        ),
        pytest.param(
            "24/7; We off; 2026 Dec 02 00:00-24:00",
            "on Wednesdays (but not on 2 December 2026) at any hour",
            id="but for one day",
        ),
        pytest.param(
            "Mo-Su 08:00-24:00; Dec 25 00:00-24:00",
            "on Mondays to Sundays (but not on 25 December 2026) 00:00–08:00",
            id="every night but one",
        ),
    ],
)
def test_the_hours_at_which_a_line_is_closed(rule: str, closed: str | None) -> None:
    year = Year.of([rule], FIRST)
    times = joined(slot for slot in year.slots([rule]) if not slot.open)
    assert (times_in_words(times, year) if times else None) == closed
