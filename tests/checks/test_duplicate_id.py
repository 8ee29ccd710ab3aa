"""Two files with one id: one of the two would never be seen."""

from __future__ import annotations

from bot.checks import duplicate_id
from tests.checks.asking import example, told_by
from tests.small_hub import service


def test_a_directory_with_one_file_an_id_has_no_finding() -> None:
    assert told_by(duplicate_id) == []


def test_a_second_service_of_one_id_is_told_with_the_first_though_it_lies_in_another_folder() -> None:
    assert told_by(duplicate_id, {"norbury/ashby-outreach.yaml": service("ashby-outreach")}) == [example(duplicate_id)]


def test_a_service_may_have_the_id_of_a_need() -> None:
    assert told_by(duplicate_id, {"norbury/talk.yaml": service("talk")}) == []
