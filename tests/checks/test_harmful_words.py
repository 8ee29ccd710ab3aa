"""Words that can hurt somebody who reads them: hub staff list them, and every text is held against the list."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks import harmful_words
from bot.disk.catalogue_files import read_catalogues
from tests.checks.asking import example, severities, told_by
from tests.conftest import PROJECT
from tests.slips import ENTRY, elsewhere, entry


def talk(answer: str) -> dict[str, bytes]:
    """The need to talk, answered with these words."""
    return {"needs/talk.yaml": elsewhere("needs/talk.yaml", "'About this: talk to someone.'", f'"{answer}"')}


def test_texts_without_such_words_have_no_finding() -> None:
    assert told_by(harmful_words) == []


def test_blame_is_told_with_the_harm_it_does_and_what_to_write_instead() -> None:
    changed = talk("Some of it may be your fault.")

    assert told_by(harmful_words, changed) == [example(harmful_words)]
    assert severities(harmful_words, changed) == {"error"}


@pytest.mark.parametrize(
    "right",
    ["It is not your fault.", "Never suggest couples counselling.", "We do not offer couples counselling here."],
)
def test_the_same_words_are_right_where_their_sentence_says_the_opposite(right: str) -> None:
    assert told_by(harmful_words, talk(right)) == []


def test_the_opposite_in_another_sentence_makes_nothing_right() -> None:
    assert len(told_by(harmful_words, talk("We are not far. We offer couples counselling."))) == 1


def test_capital_letters_curly_apostrophes_and_parts_of_words_do_not_matter() -> None:
    listed = {
        "harmful-words.yaml": elsewhere("harmful-words.yaml", "[your fault]", '["isn\'t it you", fault]'),
        **talk("Isn’t it You? Faultless."),
    }

    assert len(told_by(harmful_words, listed)) == 1


def test_the_words_are_looked_for_in_a_service_a_step_and_a_route() -> None:
    changed = {
        ENTRY: entry("We help.", "We offer couples counselling."),
        "guidance/employer-told.yaml": elsewhere(
            "guidance/employer-told.yaml", "Find a quiet", "Couples counselling, a"
        ),
        "referral-routes/westshire-high.yaml": elsewhere(
            "referral-routes/westshire-high.yaml", "I believe you.", "It is your fault."
        ),
    }

    assert [finding.partition(":")[0] for finding in told_by(harmful_words, changed)] == sorted(changed)


def test_notes_for_hub_staff_may_hold_them() -> None:
    assert (
        told_by(harmful_words, {ENTRY: entry("status: live", "status: live\nnotes: Their page says your fault.")}) == []
    )


def test_words_of_a_language_are_looked_for_in_its_texts_only() -> None:
    changed = {
        "harmful-words.yaml": elsewhere("harmful-words.yaml", "[your fault]", "[twoja wina]\n    language: pl"),
        "needs/talk.yaml": elsewhere("needs/talk.yaml", "{en: Talk to someone}", "{en: twoja wina, pl: Twoja wina}"),
    }

    [finding] = told_by(harmful_words, changed)

    assert finding.startswith('needs/talk.yaml:2:28: do not write "twoja wina"')


def test_the_programs_own_sentences_are_held_against_the_list_too(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "signpost.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "start"\nmsgstr "It is your fault."\n', "utf-8")

    [finding] = told_by(harmful_words, speech=read_catalogues(tmp_path))

    assert finding.startswith(f'{folder}/signpost.po:4:1: do not write "your fault"')


@pytest.mark.parametrize(
    "harm",
    [
        "Why didn't you leave?",
        "She provoked him.",
        "Just leave.",
        "Try couples counselling.",
        "They offer mediation for both of you.",
        "This chat is completely private.",
        "Your messages are anonymous and untraceable.",
        "We will keep it secret.",
        "It may be the victim's fault.",
    ],
)
def test_the_launch_list_knows_the_harm_that_is_seen_most(harm: str) -> None:
    listed = {"harmful-words.yaml": (PROJECT / "directory" / "harmful-words.yaml").read_bytes(), **talk(harm)}

    assert len(told_by(harmful_words, listed)) == 1


@pytest.mark.parametrize(
    "right",
    [
        "Nobody has to go to mediation. You do not have to agree to mediation.",
        "If it is safe, leave a bag with a friend.",
        "Ask any nurse or doctor in private.",
        "Alcoholics Anonymous has meetings near you.",
        "If you must leave home because of abuse, the council can help.",
        "Do not promise to keep it secret.",
        "Drink does not make it anyone's fault.",
        "A private landlord may not change the locks.",
    ],
)
def test_the_launch_list_lets_pass_what_is_right(right: str) -> None:
    listed = {"harmful-words.yaml": (PROJECT / "directory" / "harmful-words.yaml").read_bytes(), **talk(right)}

    assert told_by(harmful_words, listed) == []


PRACTICE = b"""
id: tea
title: {en: Tea}
about: {en: Joan is 78.}
turns:
  - said: {en: He shouts so.}
    replies:
      - {words: {en: Is it your fault?}, helps: HELPS, why: {en: It blames her.}}
      - {words: {en: I believe you.}, helps: true, why: {en: It takes her side.}}
      - {words: {en: Never mind.}, helps: false, why: {en: It shuts the door.}}
  - said: {en: And so on.}
    replies:
      - {words: {en: I see.}, helps: true, why: {en: It listens.}}
      - {words: {en: I know.}, helps: false, why: {en: It does not.}}
  - said: {en: And so on.}
    replies:
      - {words: {en: I see.}, helps: true, why: {en: It listens.}}
      - {words: {en: I know.}, helps: false, why: {en: It does not.}}
after: {en: Listen.}
owner: The hub
sources: [{page: 'https://example.org/listen'}]
checked: 2026-11-01
review_by: 2027-11-01
"""


def test_champions_may_read_them_in_a_reply_that_is_shown_as_harmful() -> None:
    assert told_by(harmful_words, {"practice/tea.yaml": PRACTICE.replace(b"HELPS", b"false")}) == []
    assert len(told_by(harmful_words, {"practice/tea.yaml": PRACTICE.replace(b"HELPS", b"true")})) == 1
