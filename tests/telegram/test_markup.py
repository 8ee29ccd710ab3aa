"""Text for Telegram: nothing is refused, nothing is lost, numbers stay in order beside Arabic."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.buttons import keyboard
from bot.channels.telegram.markup import Line, Span, messages, plain, size
from bot.channels.telegram.messages import rendered
from bot.channels.telegram.right_to_left import isolated
from bot.channels.telegram.window import Window
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Choice, Emergency, Reply, RouteCard, Sentence, Steps
from bot.conversation.state import State
from bot.directory.entry import Said
from tests.bot_api.rules import buttons, shown_text

LONG = {
    "and": "&" * 5000,
    "tags": "<b>" * 900,
    "faces": "😀" * 3000,
    "words": "word " * 1200,
    "arabic": "نص 0808 2000 " * 300,
}
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=400) | st.sampled_from(
    [*LONG, "", "   "]
)
SPANS = st.builds(Span, TEXTS, st.booleans(), st.sampled_from(["", 'https://example.org/?a=1&b="2"', "tel:+44"]))
BLOCKS = st.lists(st.lists(st.lists(SPANS, min_size=1, max_size=3).map(tuple), max_size=5), max_size=6)
MARKS = {ord("\u2066"): None, ord("\u2069"): None}


@settings(max_examples=60)
@given(BLOCKS, st.booleans())
def test_telegram_accepts_every_message_and_no_word_is_lost(blocks: list[list[Line]], right_to_left: bool) -> None:
    blocks = [[_long(line) for line in block] for block in blocks]
    found = messages("& more", blocks, right_to_left)
    shown = [shown_text(message, "HTML").translate(MARKS) for message in found]
    assert all(message.startswith("& more") for message in shown)
    told = "".join(message.removeprefix("& more") for message in shown)
    wanted = "".join(span.text for block in blocks for line in block for span in line).translate(MARKS)
    assert "".join(told.split()) == "".join(wanted.split())
    assert all(size(message) <= 4096 for message in found)


def _long(line: Line) -> Line:
    """The line with the very long texts that only their names stand for: hypothesis prints what it tries."""
    return tuple(Span(LONG.get(span.text, span.text), span.bold, span.link) for span in line)


def test_a_part_that_fits_a_message_is_not_torn_apart() -> None:
    blocks = [[(Span(f"{number} " + "x" * 1500),)] * 2 for number in range(3)]
    found = messages("Notes", blocks, right_to_left=False)
    assert [{line[0] for line in message.splitlines()[2:]} for message in found] == [{"0"}, {"1"}, {"2"}]


def test_names_are_bold_and_what_people_typed_is_never_markup() -> None:
    [message] = messages("Notes", [[(Span("A <b> & B", bold=True),), (Span("tel", link="tel:+44"),)]], False)
    assert message == "Notes\n\n<b>A &lt;b&gt; &amp; B</b>\ntel"
    assert plain(message) == "Notes\n\nA <b> & B\ntel"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("اتصل 0808 2000 247 الآن", "اتصل ⁦0808 2000 247⁩ الآن"),
        ("مفتوح حتى 20:00", "مفتوح حتى ⁦20:00⁩"),
        ("(من 09:00–17:00)", "(من ⁦09:00–17:00⁩)"),
        ("Kent Police: اتصل 101", "⁦Kent Police⁩: اتصل ⁦101⁩"),
        ("رقم +44 808 2000 247.", "رقم ⁦+44 808 2000 247⁩."),
        ("نص فقط", "نص فقط"),
    ],
)
def test_numbers_times_and_latin_names_are_isolated(text: str, shown: str) -> None:
    assert isolated(text) == shown


def test_an_arabic_reply_is_isolated_and_english_parts_are_marked(small_conversation: Conversation) -> None:
    reply = Reply("ar", (Sentence(Said("اتصل 999 الآن", "ar")), Sentence(Said("Call 999", "en"))), (), State())
    [message] = rendered(reply, small_conversation)
    assert "اتصل ⁦999⁩ الآن" in message.html
    assert "Call 999" in message.html


def test_every_kind_of_part_is_shown(small_conversation: Conversation) -> None:
    said = Said("words\nmore words", "en")
    parts = (
        Emergency("danger", said),
        Sentence(said, "alarm"),
        Steps("page", said, (said, said), 2, 9, "Checked."),
        RouteCard("route", said, (("How", said),), "Checked."),
    )
    [message] = rendered(Reply("en", parts, (Choice("Exit", "exit", "exit"),), State()), small_conversation)
    assert shown_text(message.html, "HTML").startswith("Here is what I found.\n\nwords\nmore words\n\nwords")
    assert "3/9 words" in message.html
    assert "<b>How:</b> words" in message.html


def test_buttons_that_telegram_would_refuse_are_left_out_and_only_their_kind_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    choices = [Choice("Too long", "guide:" + "ä" * 40), Choice(" ", "more"), Choice("Nothing", "")]
    assert keyboard(choices) is None
    assert "does not fit: guide" in caplog.text
    assert "ä" not in caplog.text
    assert caplog.records[0].levelno == logging.WARNING


@given(st.lists(st.builds(Choice, st.text(max_size=40), st.text(max_size=80), st.sampled_from(["answer", "tool"]))))
def test_telegram_accepts_every_keyboard_and_exit_stands_alone_at_the_end(choices: list[Choice]) -> None:
    made = keyboard([*choices, Choice("Exit", "exit", "exit")])
    assert made is not None
    rows = buttons(made.to_json())
    assert [button["callback_data"] for button in rows[-1]] == ["exit"]
    assert all(1 <= len(row) <= 2 for row in rows)


def test_short_labels_share_a_row_and_long_ones_do_not() -> None:
    labels = ["Dover", "Swale", "Thanet", "Tonbridge and Malling", "Medway"]
    made = keyboard([Choice(label, label) for label in labels])
    assert made is not None
    assert [[button.text for button in row] for row in made.inline_keyboard] == [
        ["Dover", "Swale"],
        ["Thanet"],
        ["Tonbridge and Malling"],
        ["Medway"],
    ]


@given(st.permutations(range(8)))
def test_the_offset_never_passes_an_update_that_is_not_done(order: list[int]) -> None:
    window = Window()
    assert window.offset is None
    assert all(window.take(number) for number in range(8))
    assert not any(window.take(number) for number in range(8))
    left = set(range(8))
    for number in order:
        window.done(number)
        left.discard(number)
        assert window.offset == min(left, default=8)
        assert not window.take(number), "a request that was under way brings it once more"
        window.confirmed(window.offset)
