"""A translation has another number, link or address than the English text.

Somebody who reads Polish must be told the same number. Write numbers with the digits 0 to 9, so that they can be
tapped. Times of the day and "24 hours" may be said in the language's own way.

    needs/talk.yaml:3:35: the Polish text lacks 116, which the English one has (translation-differs)
        Write it as in the English text, numbers with the digits 0 to 9.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.carried_over import differences
from bot.checks.checked import Checked
from bot.directory.entry import ENGLISH
from bot.directory.problem import Problem

MEND = "Write it as in the English text, numbers with the digits 0 to 9."


def check(checked: Checked) -> Iterator[Problem]:
    """Every difference between a text and its English one."""
    english = {(text.file, text.before, text.after): text.text for text in checked.texts if text.language == ENGLISH}
    for text in checked.texts:
        original = english.get((text.file, text.before, text.after))
        if original is not None and text.language != ENGLISH:
            for message in differences(original, text.text, checked.language_name(text.language)):
                yield checked.error(text.file, text.path, message, MEND)
