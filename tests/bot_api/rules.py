"""What the real Bot API refuses, as far as a text bot can run into it."""

from __future__ import annotations

import html
import json
import re
from typing import Any

LONGEST_TEXT = 4096
LONGEST_DATA = 64
MOST_BUTTONS = 100
_TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}
_TOKEN = re.compile(r"<(/?)([a-z-]+)((?:\s[^<>]*)?)>")


class RefusedError(Exception):
    """The request is refused, with the status and the description that Telegram gives."""

    def __init__(self, status: int, description: str, **parameters: float) -> None:
        self.status = status
        self.description = description
        self.parameters = parameters
        super().__init__(description)


def shown_text(text: str, parse_mode: str | None) -> str:
    """The text as a phone shows it. Refuses what Telegram refuses."""
    shown = _without_tags(text) if parse_mode == "HTML" else text
    if not shown.strip():
        raise RefusedError(400, "Bad Request: message text is empty")
    if len(shown.encode("utf-16-le")) // 2 > LONGEST_TEXT:
        raise RefusedError(400, "Bad Request: message is too long")
    return shown


def _without_tags(text: str) -> str:
    stack: list[str] = []
    shown, place = "", 0
    while place < len(text):
        if text[place] != "<":
            shown += text[place]
            place += 1
            continue
        found = _TOKEN.match(text, place)
        if not found or found[2] not in _TAGS:
            raise RefusedError(400, f"Bad Request: can't parse entities: Unsupported start tag at byte offset {place}")
        if not found[1]:
            stack.append(found[2])
        elif not stack or stack.pop() != found[2]:
            raise RefusedError(400, f"Bad Request: can't parse entities: Unexpected end tag at byte offset {place}")
        place = found.end()
    if stack:
        raise RefusedError(400, f"Bad Request: can't parse entities: Can't find end tag corresponding to {stack[-1]}")
    return html.unescape(shown)


def buttons(markup: str | None) -> list[list[dict[str, str]]]:
    """The rows of an inline keyboard. Refuses what Telegram refuses."""
    if markup is None:
        return []
    parsed: dict[str, Any] = json.loads(markup)
    rows: list[list[dict[str, str]]] = parsed.get("inline_keyboard", [])
    every = [button for row in rows for button in row]
    if len(every) > MOST_BUTTONS:
        raise RefusedError(400, "Bad Request: reply markup is too long")
    for button in every:
        if not button["text"].strip():
            raise RefusedError(400, "Bad Request: text buttons are unallowed in the inline keyboard")
        if not 1 <= len(button.get("callback_data", "").encode()) <= LONGEST_DATA:
            raise RefusedError(400, "Bad Request: BUTTON_DATA_INVALID")
    return rows
