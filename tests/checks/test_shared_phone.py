"""A number in two entries without a reason: when it changes, one of them is forgotten."""

from __future__ import annotations

from bot.checks import shared_phone
from tests.checks.asking import example, told_by
from tests.slips import ENTRY, entry
from tests.small_hub import service

SHARED = entry('"01233 680150"', '"0808 2000 247"')


def test_a_directory_where_each_number_stands_once_has_no_finding() -> None:
    assert told_by(shared_phone) == []


def test_a_number_of_another_service_is_told_with_that_service() -> None:
    assert told_by(shared_phone, {ENTRY: SHARED}) == [example(shared_phone)]


def test_the_spaces_in_a_number_make_it_no_other_number() -> None:
    assert len(told_by(shared_phone, {ENTRY: entry('"01233 680150"', '"08082 000247"')})) == 1


def test_a_number_that_another_service_answers_may_stand_twice() -> None:
    reason = SHARED.replace(b'"0808 2000 247"', b'"0808 2000 247"\n    belongs_to: national-line')

    assert told_by(shared_phone, {ENTRY: reason}) == []


def test_the_named_owner_is_the_owner_whichever_file_is_read_first() -> None:
    first = service("aaa-first", phones="[{number: '0808 2000 247', belongs_to: national-line}]")

    assert told_by(shared_phone, {"national/aaa-first.yaml": first}) == []


def test_short_numbers_are_everybodys() -> None:
    assert told_by(shared_phone, {ENTRY: entry('"01233 680150"', '"101"')}) == []
