"""What is true of Telegram but not of a web page is said here in the page's own words.

The conversation promises what its first channel does. A page keeps and removes other things, and must not promise
what it does not do.
"""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.reply import Reply, Sentence
from bot.speech.catalogue import Speech

INSTEAD = {
    "privacy.kept": "web.kept",
    "privacy.telegram": "web.seen",
    "exit.promise": "exit.web",
}


def in_own_words(reply: Reply, speech: Speech) -> Reply:
    """`reply` without a promise that only Telegram can keep."""
    own = {speech.said(key, reply.language): speech.said(instead, reply.language) for key, instead in INSTEAD.items()}
    parts = tuple(
        replace(part, text=own.get(part.text, part.text)) if isinstance(part, Sentence) else part
        for part in reply.parts
    )
    return replace(reply, parts=parts)
