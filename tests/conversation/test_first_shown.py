"""A change of the directory is told by whom it moves to the front, and for whom."""

from __future__ import annotations

from bot.conversation.first_shown import moves
from bot.directory.directory import Directory
from bot.directory.loader import build
from tests.conftest import MONDAY_NOON, SATURDAY_NIGHT
from tests.small_hub import FILES, need, service


def directory(**changed: bytes) -> Directory:
    """The small hub with other files: `needs__men` is needs/men.yaml."""
    built = build({**FILES, **{f"{name.replace('__', '/')}.yaml": raw for name, raw in changed.items()}})
    assert built.directory is not None, built.problems
    return built.directory


def aid(covers: str, needs: str = "[refuge]", **lines: str) -> bytes:
    """A service with a phone that is always open."""
    return service("aid", covers=covers, needs=needs, phones="[{number: '01622 721000', hours: '24/7'}]", **lines)


def test_the_same_directory_moves_nobody(small_directory: Directory) -> None:
    assert list(moves(small_directory, small_directory, SATURDAY_NIGHT)) == []


def test_everybody_is_told_in_one_sentence(small_directory: Directory) -> None:
    new = directory(needs__men=need("men", "Help for men", services="[national-line]", for_="[men]"))

    assert list(moves(small_directory, new, MONDAY_NOON)) == [
        "People who ask about “Help for men” now see National Line first, before: Mens Line."
    ]


def test_the_districts_of_an_area_are_told_by_its_name(small_directory: Directory) -> None:
    new = directory(westshire__aid=aid("[westshire]", "[men]", **{"for": "[men]"}))

    assert list(moves(small_directory, new, MONDAY_NOON)) == [
        "People in Westshire who ask about “Help for men” now see Aid among the first 3."
    ]


def test_whoever_gave_no_district_is_told_of_too() -> None:
    old = directory(national__aid=aid("[everywhere]", "[police]"))

    told = [sentence.partition(" who ask")[0] for sentence in moves(old, directory(), SATURDAY_NIGHT)]

    assert told == ["People in Norbury, or whose district is not known,", "People in Westshire"]


def test_each_need_is_asked_by_its_own_audience(small_directory: Directory) -> None:
    new = directory(
        norbury__aid=service(
            "aid", covers="[norbury]", needs="[employer_respond]", audiences="[employer]", website="https://example.org"
        )
    )

    assert list(moves(small_directory, new, MONDAY_NOON)) == [
        "Employers in Norbury who ask about “A colleague told me” now see Aid among the first 3."
    ]
