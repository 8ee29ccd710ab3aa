"""The parts of a reply as JSON, and the name of each kind of part (templates use the same names)."""

from __future__ import annotations

from dataclasses import asdict

from bot.channels.plain_text import plain_text
from bot.conversation.reply import Card, Emergency, Part, Reply, RouteCard, Sentence, Steps

_KINDS: dict[type[Part], str] = {
    Emergency: "emergency",
    Sentence: "sentence",
    Card: "service",
    Steps: "steps",
    RouteCard: "route",
}


def kind(part: Part) -> str:
    """The name of this kind of part."""
    return _KINDS[type(part)]


def as_json(reply: Reply, token: str, english_only: str) -> dict[str, object]:
    """A reply for a program: the same parts and choices that a page shows, and all of it as plain text."""
    return {
        "text": plain_text(reply, english_only),
        "parts": [{"kind": kind(part), **asdict(part)} for part in reply.parts],
        "choices": [{"label": choice.label, "action": choice.action} for choice in reply.choices],
        "language": reply.language,
        "token": token,
        "exit": reply.exit,
    }
