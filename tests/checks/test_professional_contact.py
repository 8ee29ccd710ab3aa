"""A contact for professionals reaches nobody else: not in its own file, not in another, not in a sentence."""

from __future__ import annotations

import pytest

from bot.checks import professional_contact
from tests.checks.asking import example, severities, told_by
from tests.slips import ENTRY, added, elsewhere
from tests.small_hub import service

TEAM = {
    "westshire/ashby-team.yaml": service(
        "ashby-team",
        professional="{phones: [{number: '01484 221000'}], email: duty@example.org, page: 'https://example.org/duty'}",
    )
}


def aid(**lines: str) -> dict[str, bytes]:
    """The team with its contacts for professionals, and another service beside it."""
    return {**TEAM, "westshire/ashby-aid.yaml": service("ashby-aid", **lines)}


def test_contacts_that_stand_under_professional_alone_have_no_finding() -> None:
    assert told_by(professional_contact, aid()) == []


def test_an_address_for_professionals_in_another_entry_is_told_with_the_entry_it_belongs_to() -> None:
    changed = aid(email="duty@example.org")

    assert told_by(professional_contact, changed) == [example(professional_contact)]
    assert severities(professional_contact, changed) == {"error"}


@pytest.mark.parametrize(
    "lines",
    [
        {"phones": "[{number: '01484 221 000'}]"},
        {"phones": "[{number: '01233 680150', label: {en: 'Or call 01484221000'}}]"},
        {"relay_uk": "'18001 01484 221000'"},
        {"words": "{en: {summary: We help. Write to Duty@Example.org.}}"},
        {"website": "https://example.org/duty"},
    ],
)
def test_it_is_found_in_every_field_that_everybody_sees(lines: dict[str, str]) -> None:
    [finding] = told_by(professional_contact, aid(**lines))

    assert "is for professionals only (professional-contact)" in finding


@pytest.mark.parametrize("file", ["guidance/employer-told.yaml", "referral-routes/westshire-high.yaml"])
def test_it_is_found_in_guidance_and_routes(file: str) -> None:
    correct = "Ask what would help." if "guidance" in file else "Ask first."
    changed = {**TEAM, file: elsewhere(file, correct, "Call 01484 221000.")}

    assert len(told_by(professional_contact, changed)) == 1


@pytest.mark.parametrize("field", ["notes", "reason"])
def test_hub_staff_may_note_it_down(field: str) -> None:
    assert told_by(professional_contact, aid(**{field: "The duty line is 01484 221000."})) == []


def test_a_number_that_another_service_answers_for_everybody_may_stand_under_professional() -> None:
    lent = "{phones: [{number: '0808 2000 247', belongs_to: national-line}]}"

    assert told_by(professional_contact, {ENTRY: added(f"professional: {lent}")}) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("This line is for professionals only.", "professionals only"),
        ("Not for the public: ring the front desk.", "not for the public"),
        ("Do not share this number.", "do not share this number"),
        ("It is open only to practitioners.", "only to practitioners"),
    ],
)
def test_a_text_that_everybody_reads_may_not_say_that_a_contact_is_not_for_them(said: str, told: str) -> None:
    [finding] = told_by(professional_contact, aid(words=f"{{en: {{summary: We help., note: '{said}'}}}}"))

    assert finding == (
        f'westshire/ashby-aid.yaml:6:39: everybody sees this, and it says "{told}" (professional-contact)\n'
        '    Move the contact to "professional", and mend the text.'
    )


def test_an_address_of_a_page_that_says_so_is_found_too() -> None:
    [finding] = told_by(professional_contact, aid(website="https://example.org/professionals_only_-_refer"))

    assert '"professionals_only"' in finding
