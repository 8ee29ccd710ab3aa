"""The conversation over several turns, in the small hub."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.channels.plain_text import plain_text
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Card, Reply, Report, RouteCard, Steps
from bot.conversation.state import State
from bot.conversation.turn import Turn
from tests.conftest import MONDAY_NOON, SATURDAY_NIGHT


class Chat:
    """A person who types and taps."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.reply = conversation.reply(Turn(SATURDAY_NIGHT, action="start"), State())

    def types(self, text: str) -> Reply:
        self.reply = self.conversation.reply(Turn(SATURDAY_NIGHT, text=text), self.reply.state)
        return self.reply

    def taps(self, label: str) -> Reply:
        action = next(choice.action for choice in self.reply.choices if choice.label == label)
        self.reply = self.conversation.reply(Turn(SATURDAY_NIGHT, action=action), self.reply.state)
        return self.reply


def cards(reply: Reply) -> list[str]:
    """The services that have a card of their own."""
    return [part.service for part in reply.parts if isinstance(part, Card)]


@pytest.fixture
def chat(small_conversation: Conversation) -> Chat:
    return Chat(small_conversation)


def test_the_first_turn_says_what_this_is_and_that_the_phone_may_be_watched(chat: Chat) -> None:
    text = plain_text(chat.reply)
    assert "computer program" in text
    assert "Exit deletes what it still can here" in text


def test_an_answer_comes_before_any_question_and_the_area_is_asked_beside_it(chat: Chat) -> None:
    reply = chat.types("is there a refuge near me")
    assert "national-line" in reply.services()
    assert any(choice.label == "Change area" for choice in reply.choices)


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("{} i live in ZZ2 1AA", "millford"),
        ("i live in ZZ2 1AA {}", "millford"),
        ("hello {} i live in ZZ2 1AA {} thanks", ""),
    ],
    ids=["at the end", "at the beginning", "in the middle"],
)
def test_of_a_message_that_is_too_long_beginning_and_end_are_read(chat: Chat, text: str, district: str) -> None:
    assert chat.types(text.format("and so on " * 1000, "and so on " * 1000)).state.district == district


def test_once_the_area_is_set_the_same_need_is_answered_locally(chat: Chat) -> None:
    chat.types("is there a refuge near me")
    chat.taps("Change area")
    reply = chat.taps("Ashby")
    assert "Area: Ashby." in plain_text(reply)
    assert "ashby-outreach" in reply.services()


def test_a_typed_town_answers_the_question_for_the_area(chat: Chat) -> None:
    chat.types("is there a refuge near me")
    chat.taps("Change area")
    assert "ashby-outreach" in chat.types("Ashbridge").services()


def test_the_area_stays_for_the_next_question(chat: Chat) -> None:
    chat.types("i need a safe place to stay in ashbridge")
    assert chat.types("can somebody listen to me please").state.district == "ashby"


def test_a_local_line_that_is_closed_says_when_it_opens(chat: Chat) -> None:
    text = plain_text(chat.types("refuge near ashbridge"))
    assert "Closed now. Opens Monday 09:00" in text


def test_a_local_line_that_is_open_says_until_when(small_conversation: Conversation) -> None:
    reply = small_conversation.reply(Turn(MONDAY_NOON, text="refuge near ashbridge"), State())
    assert "Open now until 17:00" in plain_text(reply)


def test_a_number_that_did_not_work_is_counted_and_another_is_offered(chat: Chat) -> None:
    chat.types("i need a safe place to stay in ashbridge")
    chat.taps("A number did not work")
    reply = chat.taps("National Line")
    assert reply.report == Report("national-line")
    assert cards(reply) == ["ashby-outreach"]


@pytest.fixture
def two_lines(small_conversation: Conversation) -> Conversation:
    """The small hub, if the public's first line round the clock were one for Westshire alone."""
    directory = small_conversation.directory
    lines = {**directory.hub.always_open, "public": ("westshire-police", "national-line")}
    return replace(
        small_conversation,
        directory=replace(directory, hub=directory.hub.model_copy(update={"always_open": lines})),
    )


@pytest.mark.parametrize(
    ("district", "line"), [("ashby", "westshire-police"), ("norbury", "national-line"), ("", "national-line")]
)
def test_the_line_below_an_answer_is_one_that_helps_there(two_lines: Conversation, district: str, line: str) -> None:
    reply = two_lines.reply(Turn(SATURDAY_NIGHT, action="help"), State(district=district))
    assert reply.services() == (line,)


@pytest.mark.parametrize(
    ("district", "failed", "told"),
    [("ashby", "westshire-police", "national-line"), ("norbury", "national-line", "national-line")],
)
def test_a_line_that_failed_gives_way_only_to_one_that_helps_there(
    two_lines: Conversation, district: str, failed: str, told: str
) -> None:
    state = State(district=district, need="men", shown="westshire-police,national-line")
    reply = two_lines.reply(Turn(SATURDAY_NIGHT, action=f"wrong:{failed}"), state)
    assert reply.services()[-1] == told


def test_why_it_did_not_work_can_be_said_afterwards_and_the_next_best_stays_on_the_screen(chat: Chat) -> None:
    chat.types("i need a safe place to stay in ashbridge")
    chat.taps("A number did not work")
    offered = [choice.label for choice in chat.taps("National Line").choices]
    assert offered[:3] == ["Nobody answered", "Wrong number", "They could not help"]
    reply = chat.taps("Nobody answered")
    assert reply.report == Report("national-line", "no-answer")
    assert "Thank you, that is noted. These may work:" in plain_text(reply)
    assert cards(reply) == ["ashby-outreach"]


@pytest.mark.parametrize("action", ["why:", "why:gone:no-answer", "why:national-line:rude", "why:national-line"])
def test_a_forged_reason_counts_nothing(chat: Chat, action: str) -> None:
    reply = chat.conversation.reply(Turn(SATURDAY_NIGHT, action=action), chat.reply.state)
    assert reply.report is None
    assert "That button belongs to an older message." in plain_text(reply)


def test_an_entry_that_several_people_reported_says_so_and_ranks_lower(small_conversation: Conversation) -> None:
    turn = Turn(SATURDAY_NIGHT, text="i need a safe place to stay in ashbridge")
    assert cards(small_conversation.reply(turn, State()))[0] == "national-line"
    marked = small_conversation.marking(frozenset({"national-line"})).reply(turn, State())
    assert cards(marked) == ["ashby-outreach", "national-line"]
    [told] = [part for part in marked.parts if isinstance(part, Card) and part.service == "national-line"]
    assert told.facts[-1].text == "Lately this did not work for several people. It is being checked."
    assert plain_text(marked).count("Lately this did not work") == 1


def test_more_never_repeats_and_ends_honestly(chat: Chat) -> None:
    shown = cards(chat.types("can somebody listen to me please"))
    for _ in range(4):
        reply = chat.taps("More")
        assert not set(cards(reply)) & set(shown)
        shown += cards(reply)
    assert "That is everything I have" in plain_text(reply)


def test_a_mans_need_is_not_answered_with_a_womens_line(chat: Chat) -> None:
    reply = chat.types("im a man and my wife hits me")
    assert "mens-line" in reply.services()
    assert "womens-line" not in reply.services()


def test_a_draft_is_never_shown_and_its_name_is_answered_honestly(chat: Chat) -> None:
    reply = chat.types("ashby tuesday club")
    assert "ashby-drop-in" not in reply.services()
    assert "I cannot confirm Ashby Drop In today" in plain_text(reply)


def test_a_guidance_page_is_walked_step_by_step(chat: Chat) -> None:
    reply = chat.types("an employee told me her husband hits her")
    [steps] = [part for part in reply.parts if isinstance(part, Steps)]
    assert (len(steps.steps), steps.of) == (3, 4)
    chat.taps("An employee told me")
    chat.taps("Next")
    assert "2/4 Listen and believe." in plain_text(chat.reply)
    assert "1/4" in plain_text(chat.taps("Back"))


def test_refer_asks_area_and_risk_in_two_taps_and_never_a_name(chat: Chat) -> None:
    reply = chat.types("/refer")
    assert "I never ask for a name or any detail." in plain_text(reply)
    chat.taps("Ashby")
    reply = chat.taps("High")
    assert any(isinstance(part, RouteCard) for part in reply.parts)
    assert "Consent: Ask first." in plain_text(reply)


def test_one_line_of_free_text_is_enough_for_a_route(chat: Chat) -> None:
    reply = chat.types("how do i refer someone high risk in ashbridge")
    assert any(isinstance(part, RouteCard) for part in reply.parts)


def test_where_no_route_is_written_down_it_says_so_and_names_a_line(chat: Chat) -> None:
    reply = chat.types("how do i refer someone high risk in norchester")
    assert "I have no route for this" in plain_text(reply)
    assert "0808 2000 247" in plain_text(reply)


def test_work_opens_the_employers_buttons(chat: Chat) -> None:
    reply = chat.types("/work")
    assert any(choice.label == "An employee told me" for choice in reply.choices)


@pytest.mark.parametrize("command", ["/start", "/help", "/area", "/language", "/refer", "/work", "/privacy"])
def test_every_command_answers_with_a_way_out(chat: Chat, command: str) -> None:
    assert chat.types(command).choices[-1].action == "exit"


@pytest.mark.parametrize("words", ["/exit", "exit", "EXIT!", "Quick exit", "/exit@signpost_bot"])
def test_the_word_is_enough_to_leave(chat: Chat, words: str) -> None:
    reply = chat.types(words)
    assert reply.exit
    assert reply.state == State()


def test_a_chosen_language_stays_whatever_is_typed(chat: Chat) -> None:
    chat.types("/language")
    chat.taps("Polski")
    assert chat.types("i need to talk to someone").language == "pl"


def test_the_language_of_the_words_counts_more_than_the_phones(small_conversation: Conversation) -> None:
    turn = Turn(SATURDAY_NIGHT, text="nie wiem co robic", language_hint="en")
    assert small_conversation.reply(turn, State()).language == "pl"


def test_a_forwarded_message_is_not_taken_for_the_senders_own(small_conversation: Conversation) -> None:
    turn = replace(Turn(SATURDAY_NIGHT, text="i need to talk to someone"), forwarded=True)
    assert "forwarded message" in plain_text(small_conversation.reply(turn, State()))
