"""Which services are named where: the small hub's (tests/small_hub.py)."""

from __future__ import annotations

import pytest

from bot.directory.directory import Directory
from bot.search.ranking import Wanted, ranked
from tests.conftest import MONDAY_NOON, SATURDAY_NIGHT


@pytest.mark.parametrize(
    ("need", "district", "services"),
    [
        pytest.param("refuge", "ashby", ["ashby-outreach", "national-line"], id="a district's own, and everywhere's"),
        pytest.param("refuge", "millford", ["national-line"], id="not the one next door's"),
        pytest.param("refuge", None, ["national-line"], id="without a place, everywhere's alone"),
        pytest.param("police", "ashby", ["westshire-police", "emergency-999", "national-line"], id="an area's, here"),
        pytest.param("police", "millford", ["westshire-police", "emergency-999", "national-line"], id="and here"),
        pytest.param("police", "norbury", ["emergency-999", "national-line"], id="not in another area"),
    ],
)
def test_what_covers_a_place_is_named_there(
    small_directory: Directory, need: str, district: str | None, services: list[str]
) -> None:
    assert [service.id for service in ranked(small_directory, Wanted(need, district), MONDAY_NOON)] == services


def test_what_is_closed_comes_later(small_directory: Directory) -> None:
    wanted = Wanted("men", people=frozenset({"men"}))
    by_day = [service.id for service in ranked(small_directory, wanted, MONDAY_NOON)]
    by_night = [service.id for service in ranked(small_directory, wanted, SATURDAY_NIGHT)]
    assert (by_day, by_night) == (["mens-line", "national-line"], ["mens-line", "national-line"])
