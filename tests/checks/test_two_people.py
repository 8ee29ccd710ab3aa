"""What one person has written or changed goes live only when a second one has agreed to it."""

from __future__ import annotations

import pytest

from bot.checks import two_people
from bot.directory.problem import DirectoryError
from bot.directory.sign_offs import content
from bot.directory.yaml_source import read_yaml
from bot.disk.directory_files import checked
from tests.checks.asking import example, severities, told_by
from tests.slips import elsewhere
from tests.small_hub import FILES

DANGER = "urgency/danger.yaml"
BOTH = ("Safeguarding lead", "Police liaison")
LOUDER = elsewhere(DANGER, "In danger now: call 999.", "Call 999!")


def sign_offs(*names: str, by: tuple[str, ...] = BOTH) -> bytes:
    """`sign-offs.yaml` of the small hub, with the named things signed as they stand there."""
    documents = {name: read_yaml(raw, name)[0] for name, raw in FILES.items()}
    lines = [
        f"  {name}: {{content: '{content(name, documents)}', by: ["
        + ", ".join(f"{{role: {role}, day: 2026-11-20}}" for role in by)
        + "]}\n"
        for name in names
    ]
    return ("signed:" + (" {}\n" if not names else "\n" + "".join(lines))).encode()


EVERYTHING = sign_offs(
    DANGER, "urgency/self_harm.yaml", "referral-routes/westshire-high.yaml", "referral.yaml", "phrases/en"
)


def test_a_hub_without_the_file_is_asked_nothing() -> None:
    assert told_by(two_people) == []


def test_what_two_people_signed_has_no_finding() -> None:
    assert told_by(two_people, {"sign-offs.yaml": EVERYTHING}) == []


def test_what_nobody_has_signed_is_one_warning() -> None:
    changed = {"sign-offs.yaml": sign_offs()}

    [finding] = told_by(two_people, changed)

    assert finding.startswith(
        "sign-offs.yaml:1:9: waiting for two people: 1 of phrases, 1 of referral-routes, referral.yaml, 2 of urgency "
    )
    assert severities(two_people, changed) == {"warning"}


def test_a_change_after_the_signatures_is_an_error_that_names_the_file() -> None:
    changed = {"sign-offs.yaml": EVERYTHING, DANGER: LOUDER}

    assert told_by(two_people, changed) == [example(two_people)]
    assert severities(two_people, changed) == {"error"}


def test_a_change_by_one_person_does_not_go_live() -> None:
    with pytest.raises(DirectoryError, match="1 problem"):
        checked({**FILES, "sign-offs.yaml": EVERYTHING, DANGER: LOUDER})


def test_comments_sources_and_dates_may_change() -> None:
    route = "referral-routes/westshire-high.yaml"
    newer = FILES[route].replace(b"checked: 2026-11-01", b"checked: 2026-11-19") + b"# Rang them.\n"

    assert told_by(two_people, {"sign-offs.yaml": EVERYTHING, route: newer}) == []


def test_one_signature_is_an_error_that_says_who_gave_it() -> None:
    rest = sign_offs(DANGER, by=("Safeguarding lead",)) + EVERYTHING.split(b"\n", 2)[2]

    assert told_by(two_people, {"sign-offs.yaml": rest}) == [
        "urgency/danger.yaml:1:1: this was signed by Safeguarding lead alone, and it takes two (two-people)\n"
        '    Somebody else reads it and signs: signpost directory sign urgency/danger.yaml --as "ROLE"'
    ]


def test_the_same_role_twice_is_one_person() -> None:
    twice = sign_offs(DANGER, by=("Safeguarding lead", "safeguarding LEAD"))

    assert "alone, and it takes two" in told_by(two_people, {"sign-offs.yaml": twice})[1]


def test_a_page_becomes_a_legal_one_and_two_people_sign_it() -> None:
    legal = FILES["guidance/employer-told.yaml"] + b"legal: true\n"

    [finding] = told_by(two_people, {"sign-offs.yaml": EVERYTHING, "guidance/employer-told.yaml": legal})

    assert "waiting for two people: 1 of guidance" in finding


def test_another_urgent_message_in_a_language_is_signed_too() -> None:
    more = FILES["phrases/en/police.yaml"] + b'    - "he is in the garden with an axe"\n'

    [finding] = told_by(two_people, {"sign-offs.yaml": EVERYTHING, "phrases/en/police.yaml": more})

    assert finding.startswith("sign-offs.yaml:6:15: phrases/en was changed after Police liaison and Safeguarding lead")


def test_another_calm_message_is_not() -> None:
    more = FILES["phrases/en/greeting.yaml"] + b'  - "hiya"\n'

    assert told_by(two_people, {"sign-offs.yaml": EVERYTHING, "phrases/en/greeting.yaml": more}) == []


def test_a_start_from_the_cache_which_reads_no_messages_still_starts() -> None:
    assert checked({**FILES, "sign-offs.yaml": EVERYTHING}, with_phrases=False)


def test_a_signed_file_cannot_just_vanish() -> None:
    named = sign_offs(DANGER) + b"  urgency/fire.yaml: {content: 0a0a0a0a0a0a0a0a, by: [{role: Jo, day: 2026-11-20}]}\n"

    assert (
        "sign-offs.yaml:3:22: urgency/fire.yaml was signed by Jo and is not there any more (two-people)\n"
        "    Put it back. If two people agreed that it goes, delete these lines."
        in told_by(two_people, {"sign-offs.yaml": named})
    )
