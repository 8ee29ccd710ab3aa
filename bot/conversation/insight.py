"""What is counted of an answer for the hub's own reporting: plain counts, each by itself, and none of whom.

Counts are never crossed: "danger" and "Thanet" are counted, but not whether they came together.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.conversation.reply import Reply

KINDS = ("channel", "need", "urgency", "district", "language")
NOT_UNDERSTOOD, NONE, NOT_KNOWN = "not understood", "none", "not known"


def counted(reply: Reply, channel: str) -> Iterator[tuple[str, str]]:
    """Kind and value of everything that counts once more with this answer. Only typed messages count."""
    meaning = reply.understood
    if meaning is None:
        return
    yield "channel", channel
    yield "need", meaning.need if meaning.understood else NOT_UNDERSTOOD
    yield "urgency", meaning.urgency or NONE
    yield "district", meaning.district or NOT_KNOWN
    yield "language", reply.language
