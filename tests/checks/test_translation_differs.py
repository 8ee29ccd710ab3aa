"""Whoever reads another language is told the same numbers, links and addresses."""

from __future__ import annotations

import pytest

from bot.checks import translation_differs
from tests.checks.asking import example, severities, told_by
from tests.slips import elsewhere


def both(english: str, polish: str) -> dict[str, bytes]:
    """The need to talk, answered in two languages."""
    answer = f"{{en: '{english}', pl: '{polish}'}}"
    return {"needs/talk.yaml": elsewhere("needs/talk.yaml", "{en: 'About this: talk to someone.'}", answer)}


def test_texts_in_english_only_have_no_finding() -> None:
    assert told_by(translation_differs) == []


def test_a_number_that_the_translation_lacks_is_told() -> None:
    changed = both("Call 116 123.", "Zadzwoń na 123.")

    assert told_by(translation_differs, changed) == [example(translation_differs)]
    assert severities(translation_differs, changed) == {"error"}


@pytest.mark.parametrize(
    ("english", "polish"),
    [
        ("Call 0808 2000 247.", "Zadzwoń: 0808 2000247."),
        ("Open 24 hours.", "Całą dobę."),
        ("From 6pm to 11pm.", "Od 18 do 23."),
        ("Press 55.", "Wciśnij 55."),
        ("Three people.", "3 osoby."),
        ("See 999bsl.co.uk.", "Zobacz 999bsl.co.uk."),
        ("Write to help@example.org.", "Napisz: help@example.org"),
    ],
)
def test_the_same_said_in_the_languages_own_way_has_no_finding(english: str, polish: str) -> None:
    assert told_by(translation_differs, both(english, polish)) == []


@pytest.mark.parametrize(
    ("english", "polish", "message"),
    [
        ("Call 0808 2000 247.", "Zadzwoń: 0808 2000 274.", "lacks 08082000247, which the English one has"),
        ("Call 0808 2000 247.", "Zadzwoń: 0808 2000 274.", "has 08082000274, which the English one has not"),
        ("Press 55.", "Wciśnij 5.", "lacks 55, which the English one has"),
        ("In danger call 999.", "Zadzwoń na ۹۹۹.", "lacks 999, which the English one has"),
        ("Ask us.", "Zadzwoń na 999.", "has 999, which the English one has not"),
        ("See https://a.org/x.", "Zobacz https://a.org/y.", "lacks https://a.org/x, which the English one has"),
        ("Write to a@b.org.", "Napisz do a@c.org.", "has a@c.org, which the English one has not"),
        ("Aged 16 to 24.", "Od 18 do 24 lat.", "lacks 16, which the English one has"),
    ],
)
def test_what_differs_is_told(english: str, polish: str, message: str) -> None:
    assert any(
        f"the Polish text {message}" in finding for finding in told_by(translation_differs, both(english, polish))
    )


def test_each_field_of_a_service_and_each_step_is_compared_with_its_own_english() -> None:
    changed = {
        "guidance/employer-told.yaml": elsewhere(
            "guidance/employer-told.yaml", "{en: Listen and believe.}", "{en: Call 999., pl: Zadzwoń.}"
        )
    }

    [finding] = told_by(translation_differs, changed)

    assert finding.startswith("guidance/employer-told.yaml:5:55: the Polish text lacks 999")
