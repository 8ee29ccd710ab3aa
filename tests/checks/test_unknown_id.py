"""A name of something that does not exist is told, unless its file only cannot be read."""

from __future__ import annotations

import pytest

from bot.checks import unknown_id
from tests.checks.asking import example, told, told_by
from tests.slips import ENTRY, elsewhere, entry
from tests.small_hub import FILES

MISSPELT = {"needs/talk.yaml": elsewhere("needs/talk.yaml", "[national-line]", "[national-lines]")}


def test_a_directory_that_names_only_what_exists_has_no_finding() -> None:
    assert told_by(unknown_id) == []


def test_a_misspelt_service_is_told_with_the_nearest_one() -> None:
    assert told_by(unknown_id, MISSPELT) == [example(unknown_id)]


@pytest.mark.parametrize(
    ("file", "correct", "slip", "message"),
    [
        (ENTRY, "[refuge, talk]", "[refuge, tolk]", 'there is no need "tolk"'),
        (ENTRY, "[ashby]", "[westshyre]", 'there is no district or area "westshyre"'),
        (
            "needs/employer_respond.yaml",
            "employer-told]",
            "employer-tell]",
            'there is no guidance page "employer-tell"',
        ),
        ("needs/talk.yaml", "{en: Talk to", "{xx: Hm, en: Talk to", 'there is no language "xx"'),
        ("guidance/employer-told.yaml", "{en: Find", "{xx: Hm, en: Find", 'there is no language "xx"'),
        (
            "guidance/employer-told.yaml",
            "[employer_respond]",
            "[employer_respnd]",
            'there is no need "employer_respnd"',
        ),
        ("urgency/danger.yaml", "need: police", "need: polis", 'there is no need "polis"'),
        ("referral-routes/westshire-high.yaml", "[westshire]", "[eastshire]", 'no district or area "eastshire"'),
        ("hub.yaml", "champion: [national-line]", "champion: [line]", 'there is no service "line"'),
        ("hub.yaml", "{en: Westshire}", "{xx: W, en: Westshire}", 'there is no language "xx"'),
        ("harmful-words.yaml", "why: It blames", "language: xx\n    why: It blames", 'there is no language "xx"'),
        (
            "places.yaml",
            "outside: [London]",
            "ambiguous: [{name: Newtown, districts: [ashby, milford]}]",
            'there is no district "milford"',
        ),
    ],
)
def test_every_kind_of_name_is_looked_up(file: str, correct: str, slip: str, message: str) -> None:
    changed = entry(correct, slip) if file == ENTRY else elsewhere(file, correct, slip)

    [finding] = told_by(unknown_id, {file: changed})

    assert message in finding


def test_what_names_a_file_that_cannot_be_read_is_not_told_until_that_file_is_mended() -> None:
    """One slip, one finding: all that name the broken service would follow."""
    problems = told({**FILES, "national/national-line.yaml": b"id: national-line\nname: \xff\n"})

    assert [(problem.file, problem.rule) for problem in problems] == [("national/national-line.yaml", "encoding")]


def test_a_slip_in_another_file_hides_no_unknown_name() -> None:
    problems = told({**FILES, **MISSPELT, ENTRY: entry("status: live", "status: Live")})

    assert [(problem.file, problem.rule) for problem in problems] == [
        ("needs/talk.yaml", "unknown-id"),
        (ENTRY, "unknown-value"),
    ]
