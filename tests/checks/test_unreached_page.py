"""A guidance page that nothing leads to is read by nobody."""

from __future__ import annotations

from bot.checks import unreached_page
from tests.checks.asking import example, severities, told_by
from tests.slips import elsewhere
from tests.small_hub import FILES

RECORDS = {
    "guidance/employer-records.yaml": FILES["guidance/employer-told.yaml"].replace(
        b"employer-told", b"employer-records"
    )
}


def test_a_page_that_a_need_names_has_no_finding() -> None:
    assert told_by(unreached_page) == []


def test_a_page_that_nothing_names_is_a_warning() -> None:
    assert told_by(unreached_page, RECORDS) == [example(unreached_page)]
    assert severities(unreached_page, RECORDS) == {"warning"}


def test_a_page_that_follows_on_from_another_is_reached() -> None:
    told = elsewhere("guidance/employer-told.yaml", "owner: The hub", "owner: The hub\nnext: [employer-records]")

    assert told_by(unreached_page, {**RECORDS, "guidance/employer-told.yaml": told}) == []


def test_two_pages_that_lead_only_to_each_other_are_not() -> None:
    more = RECORDS["guidance/employer-records.yaml"].replace(b"employer-records", b"employer-more")
    ring = {
        "guidance/employer-records.yaml": RECORDS["guidance/employer-records.yaml"] + b"next: [employer-more]\n",
        "guidance/employer-more.yaml": more + b"next: [employer-records]\n",
    }

    assert len(told_by(unreached_page, ring)) == 2


def test_nothing_is_told_while_a_file_that_may_name_it_cannot_be_read() -> None:
    assert len(told_by(unreached_page, {**RECORDS, "needs/talk.yaml": b""})) == 1
