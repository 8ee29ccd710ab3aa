"""A reply as Telegram messages: the neutral line first, then the parts as they stand in the reply."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot.channels.telegram import markup
from bot.channels.telegram.buttons import keyboard
from bot.channels.telegram.markup import Line, Span
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Card, Emergency, Part, Reply, RouteCard, Sentence, Steps, Way
from bot.directory.entry import Said
from bot.speech.catalogue import Speech


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to send."""

    html: str
    buttons: InlineKeyboardMarkup | None = None

    @property
    def plain(self) -> str:
        """The same without markup."""
        return markup.plain(self.html)


def rendered(reply: Reply, conversation: Conversation) -> list[Outgoing]:
    """The messages for a reply; the buttons stand under the last one."""
    speech = conversation.speech
    language = conversation.directory.languages.get(reply.language)
    blocks = [list(_lines(part, reply.language, speech)) for part in reply.parts]
    if reply.wants_location:
        blocks.append([(Span(speech.say("area.location", reply.language)),)])
    # A lock screen shows the first line of each message.
    head = speech.say("neutral.first_line", reply.language)
    texts = markup.messages(head, blocks, bool(language and language.direction == "rtl"))
    return [*(Outgoing(text) for text in texts[:-1]), Outgoing(texts[-1], keyboard(reply.choices))]


def one_line(text: str) -> Outgoing:
    """A message of one neutral line."""
    [message] = markup.messages(text, [], right_to_left=False)
    return Outgoing(message)


def _lines(part: Part, language: str, speech: Speech) -> Iterator[Line]:
    def marked(said: Said) -> str:
        if said.language == language:
            return said.text
        return f"{said.text} {speech.say('english_only', language)}"

    match part:
        case Emergency():
            yield from ((Span(line, bold=True),) for line in marked(part.text).splitlines())
        case Sentence():
            bold = part.tone in {"alarm", "heading"}
            yield from ((Span(line, bold=bold),) for line in marked(part.text).splitlines())
        case Card():
            yield (Span(part.name, bold=True),)
            yield (Span(marked(part.summary)),)
            yield from (_way(way) for way in part.ways)
            yield from ((Span(marked(fact)),) for fact in part.facts)
            yield (Span(part.checked),)
        case Steps():
            yield (Span(marked(part.title), bold=True),)
            for number, step in enumerate(part.steps, part.first + 1):
                yield (Span(f"{number}/{part.of} "), Span(marked(step)))
            yield (Span(part.source),)
        case RouteCard():
            yield (Span(marked(part.title), bold=True),)
            for heading, text in part.lines:
                yield (Span(f"{heading}:", bold=True), Span(f" {marked(text)}"))
            yield (Span(part.checked),)


def _way(way: Way) -> Line:
    """A number stands as plain text: phones make that tappable, while Telegram drops tel: links."""
    details = "; ".join(filter(None, (way.hours, *way.notes)))
    return (Span(f"{way.label}: "), Span(way.value, link=way.link), Span(f" ({details})" if details else ""))
