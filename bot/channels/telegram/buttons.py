"""Choices as rows of buttons that Telegram accepts."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.conversation.reply import Choice

LONGEST_ACTION = 64
MOST_BUTTONS = 100
_SHORT_LABEL = 16
"""Two labels of this length stand side by side on a narrow phone without being cut off."""

log = logging.getLogger("signpost.telegram")


def keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    """The buttons: exit last and on its own, so that no finger slips onto it or off it."""
    usable = [choice for choice in choices if _fits(choice)]
    exits = [choice for choice in usable if choice.kind == "exit"]
    others = [choice for choice in usable if choice.kind != "exit"][: MOST_BUTTONS - len(exits)]
    rows = [*_rows(others), *([choice] for choice in exits)]
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(choice.label, callback_data=choice.action) for choice in row] for row in rows]
    )


def _fits(choice: Choice) -> bool:
    if choice.label.strip() and 1 <= len(choice.action.encode()) <= LONGEST_ACTION:
        return True
    log.warning("A button was left out, its action does not fit: %s", choice.action.partition(":")[0])
    return False


def _rows(choices: Sequence[Choice]) -> list[list[Choice]]:
    """One or two buttons a row; two only if both are short and of one kind."""
    rows: list[list[Choice]] = []
    for choice in choices:
        last = rows[-1] if rows else []
        together = [*last, choice]
        if len(last) == 1 and last[0].kind == choice.kind and all(len(c.label) <= _SHORT_LABEL for c in together):
            last.append(choice)
        else:
            rows.append([choice])
    return rows
