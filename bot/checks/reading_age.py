"""A text is hard to read: its words are long, or its sentences are.

Many who ask are frightened, tired or reading in a second language. The reading age is the age at which
people at school can read a text: this rule tells an English text of 20 words or more above 16. It is measured with
the Automated Readability Index, which counts letters, words and sentences. Cut a long sentence in two, and take
shorter words.

    needs/talk.yaml:3:14: this text has a reading age of 19 (reading-age)
        Cut long sentences in two, and take shorter words: 16 is the most.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.checks.sentences import thoughts, words
from bot.directory.entry import ENGLISH
from bot.directory.problem import Problem

OLDEST = 16
SHORTEST = 20
"""Words: below that, one long name decides."""
_FIRST_GRADE = 5
"""The age at which school begins where the index was made; it counts school years from there."""


def check(checked: Checked) -> Iterator[Problem]:
    """Every hard text."""
    for text in checked.texts:
        if text.language == ENGLISH and text.text.count(" ") >= SHORTEST - 1 and len(words(text.text)) >= SHORTEST:
            age = round(reading_age(text.text))
            if age > OLDEST:
                message = f"this text has a reading age of {age}"
                mend = f"Cut long sentences in two, and take shorter words: {OLDEST} is the most."
                yield checked.warning(text.file, text.path, message, mend)


def reading_age(text: str) -> float:
    """Years, by the Automated Readability Index (Senter and Smith, 1967, AMRL-TR-66-220)."""
    found = words(text)
    letters = sum(len(word) for word in found)
    return 4.71 * letters / len(found) + 0.5 * len(found) / len(thoughts(text)) - 21.43 + _FIRST_GRADE
