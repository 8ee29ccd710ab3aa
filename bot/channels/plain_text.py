"""A reply as plain text: for the terminal, for `ask`, and the measure of what may be in a reply at all."""

from __future__ import annotations

from collections.abc import Iterator

from bot.conversation.reply import Card, Emergency, Part, Reply, RouteCard, Sentence, Steps
from bot.directory.entry import Said


def plain_text(reply: Reply, english_only: str = "") -> str:
    """The whole answer. `english_only` marks a text that is in English although the reply is not."""
    return "\n\n".join("\n".join(part_lines(part, reply.language, english_only)) for part in reply.parts)


def part_lines(part: Part, language: str, english_only: str) -> Iterator[str]:
    """The lines of one part."""

    def marked(said: Said) -> str:
        return said.text if said.language == language or not english_only else f"{said.text} {english_only}"

    match part:
        case Emergency():
            yield marked(part.text)
        case Sentence():
            yield marked(part.text)
        case Card():
            yield part.name
            yield marked(part.summary)
            for way in part.ways:
                details = "; ".join(filter(None, (way.hours, *way.notes)))
                yield f"{way.label}: {way.value}" + (f" ({details})" if details else "")
            yield from (marked(fact) for fact in part.facts)
            yield part.checked
        case Steps():
            yield marked(part.title)
            for number, step in enumerate(part.steps, part.first + 1):
                yield f"{number}/{part.of} {marked(step)}"
            yield part.source
        case RouteCard():
            yield marked(part.title)
            for head, text in part.lines:
                yield f"{head}: {marked(text)}"
            yield part.checked
