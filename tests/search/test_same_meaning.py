"""What does not change the meaning of a message takes no alarm away from it: over all urgent messages of the tests."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from bot.conversation.conversation import Conversation
from bot.search.understanding import Understander
from tests.urgency.cases import languages
from tests.written import written

Said = tuple[str, str]
"""A language, and a message in it."""
MOST_LOST = 0.02
"""Share of the alarms that a calm sentence beside the message may cost: the weights of words are no proof."""


@pytest.fixture(scope="module")
def urgent(launch_conversation: Conversation) -> list[Said]:
    """Urgent messages that get any alarm."""
    read = launch_conversation.understander.read
    messages = [(one.language, one.text, one.urgency) for one in written()]
    cases = [(own.language, case.text, case.means) for own in languages() for case in own.cases()]
    return [(name, text) for name, text, means in (*messages, *cases) if means != "none" and read(text).urgency]


@pytest.fixture(scope="module")
def surely_urgent(urgent: list[Said], launch_conversation: Conversation) -> list[str]:
    return [text for _, text in urgent if launch_conversation.understander.read(text).sure]


def without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in parts if not "\u0300" <= char <= "\u036f"))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(str.upper, id="in capitals"),
        pytest.param(lambda text: text.replace(" ", "   "), id="repeated blanks"),
        pytest.param(lambda text: text.rstrip(".!? ") + "...", id="trailing dots"),
        pytest.param(lambda text: text + "!!!", id="trailing exclamation marks"),
        pytest.param("\u200b".join, id="invisible blanks"),
        pytest.param("\u00ad".join, id="soft hyphens"),
        pytest.param("\U000e0061".join, id="invisible tags"),
        pytest.param(without_accents, id="accents dropped"),
        pytest.param(lambda text: text.replace("'", "’"), id="curly apostrophes"),
        pytest.param(lambda text: text.replace("'", ""), id="apostrophes dropped"),
    ],
)
def test_no_sure_alarm_is_lost(
    launch_conversation: Conversation, surely_urgent: list[str], change: Callable[[str], str]
) -> None:
    read = launch_conversation.understander.read
    assert [text for text in surely_urgent if read(change(text)).urgency is None] == []


def test_a_calm_sentence_before_or_after_takes_hardly_any_alarm_away(
    launch_conversation: Conversation, urgent: list[Said]
) -> None:
    beside = {own.language: own.beside for own in languages()}
    joined = []
    for number, (language, message) in enumerate(urgent):
        before, after = (beside[language][(number + turn) % len(beside[language])] for turn in (0, 1))
        joined += [f"{before} {message}", f"{message.rstrip('. ')}. {after}"]
    lost = [text for text in joined if _no_alarm(text, launch_conversation.understander)]
    assert len(lost) <= MOST_LOST * len(joined), f"{len(lost)} of {len(joined)}, such as {lost[:5]}"


@pytest.mark.parametrize(
    "text",
    [
        "Hello. I live in Margate. He has got a knife and he is coming up the stairs. Thank you.",
        "thanks for the number yesterday. hes kicking the door in. i live in dover",
    ],
)
def test_a_greeting_and_a_place_do_not_water_down_an_alarm(launch_conversation: Conversation, text: str) -> None:
    assert launch_conversation.understander.read(text).sure


@pytest.mark.parametrize("text", ["Hello. Thank you for your time.", "Hi. I live in Margate. Good morning."])
def test_greetings_alone_raise_none(launch_conversation: Conversation, text: str) -> None:
    assert _no_alarm(text, launch_conversation.understander)


def _no_alarm(text: str, understander: Understander) -> bool:
    return understander.read(text).urgency is None
