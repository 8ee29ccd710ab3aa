"""What is named so that people are sent there must be shown."""

from __future__ import annotations

import pytest

from bot.checks import hidden_service
from tests.checks.asking import example, severities, told_by
from tests.slips import elsewhere

DRAFT = {"needs/talk.yaml": elsewhere("needs/talk.yaml", "[national-line]", "[ashby-drop-in]")}


def test_names_of_live_services_have_no_finding() -> None:
    assert told_by(hidden_service) == []


def test_a_need_that_names_a_draft_is_a_warning() -> None:
    assert told_by(hidden_service, DRAFT) == [example(hidden_service)]
    assert severities(hidden_service, DRAFT) == {"warning"}


@pytest.mark.parametrize(
    ("file", "correct", "slip"),
    [
        ("urgency/danger.yaml", "[westshire-police, national-line]", "[ashby-drop-in]"),
        ("urgency/danger.yaml", "told_in_block: [emergency-999]", "told_in_block: [ashby-drop-in]"),
        ("referral-routes/westshire-high.yaml", "[national-line]", "[ashby-drop-in]"),
        ("hub.yaml", "champion: [national-line]", "champion: [ashby-drop-in]"),
        ("hub.yaml", "districts: [norbury]", "districts: [norbury], always_open: [ashby-drop-in]"),
    ],
)
def test_emergencies_routes_and_the_hub_are_looked_at_too(file: str, correct: str, slip: str) -> None:
    assert len(told_by(hidden_service, {file: elsewhere(file, correct, slip)})) == 1


def test_a_historic_entry_is_called_so() -> None:
    old = {
        **DRAFT,
        "westshire/ashby-drop-in.yaml": elsewhere("westshire/ashby-drop-in.yaml", "status: draft", "status: historic"),
    }

    assert "ashby-drop-in is a historic entry, and nobody is shown it" in told_by(hidden_service, old)[0]
