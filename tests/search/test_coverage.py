"""What is counted is what somebody in the district would be offered."""

from __future__ import annotations

from datetime import date

from bot.directory.directory import Directory
from bot.search.coverage import coverage

TODAY = date(2026, 12, 1)


def test_local_services_are_told_from_those_for_everywhere(small_directory: Directory) -> None:
    [row] = coverage(small_directory, [small_directory.needs["refuge"]], ["ashby", "norbury"], TODAY)

    assert [[service.id for service in cell.local] for cell in row.cells] == [["ashby-outreach"], []]
    assert [service.id for service in row.national] == ["national-line"]
    assert [cell.level for cell in row.cells] == ["one", "national"]


def test_what_is_long_past_its_review_date_does_not_count(small_directory: Directory) -> None:
    [row] = coverage(small_directory, [small_directory.needs["refuge"]], ["ashby"], date(2030, 1, 1))

    assert [cell.level for cell in row.cells] == ["nobody"]


def test_needs_that_no_service_answers_have_no_row(small_directory: Directory) -> None:
    rows = coverage(small_directory, small_directory.needs.values(), ["ashby"], TODAY)

    assert {row.need.id for row in rows} == {"talk", "refuge", "police", "men", "employer_respond"}


def test_nobody_in_the_launch_areas_is_without_a_service(launch_directory: Directory) -> None:
    rows = coverage(launch_directory, launch_directory.needs.values(), launch_directory.districts, TODAY)

    assert [row.need.id for row in rows for cell in row.cells if cell.level == "nobody"] == []
