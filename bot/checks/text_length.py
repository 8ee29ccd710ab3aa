"""An English text is longer than a phone shows at a glance.

A line about a service has two sentences at most; a button 40 characters; a step, an answer or a line of a route 260
characters; the block that is shown in an emergency 600. Say it in fewer words, or make two steps of one.

    guidance/employer-told.yaml:5:14: this text has 272 characters, and people see 260 at a glance (text-length)
        Say it in fewer words, or make two steps of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.checks.sentences import sentences
from bot.checks.texts import Text
from bot.directory.entry import ENGLISH
from bot.directory.guidance import Guidance
from bot.directory.need import Need
from bot.directory.practice import Practice
from bot.directory.problem import Problem
from bot.directory.service import ServiceWords

LONGEST = 260
"""Characters: about a third of what a small phone shows."""
LONGEST_BLOCK = 600
LONGEST_BUTTON = 40
MOST_SENTENCES = 2
"""A frightened reader reads no third sentence about a service."""
_BUTTONS = {(Need, "name"), (Guidance, "title"), (Practice, "title")}


def check(checked: Checked) -> Iterator[Problem]:
    """Every text that is too long."""
    for text in checked.texts:
        if text.language != ENGLISH:
            continue
        most = _most(checked, text)
        if len(text.text) > most:
            message = f"this text has {len(text.text)} characters, and people see {most} at a glance"
            yield checked.warning(text.file, text.path, message, "Say it in fewer words, or make two steps of one.")
        elif _is_of_a_service(text) and len(sentences(text.text)) > MOST_SENTENCES:
            message = f"this text has {len(sentences(text.text))} sentences; a line about a service has two at most"
            mend = "Leave out what people need not know before they call."
            yield checked.warning(text.file, text.path, message, mend)


def _most(checked: Checked, text: Text) -> int:
    if (type(checked.values[text.file]), text.field) in _BUTTONS:
        return LONGEST_BUTTON
    return LONGEST_BLOCK if text.field == "block" else LONGEST


def _is_of_a_service(text: Text) -> bool:
    return text.before == ("words",) and text.field in ServiceWords.model_fields
