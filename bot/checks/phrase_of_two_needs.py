"""The same message stands in two files, or under two meanings of one file, so that it teaches both and tells them apart
no longer. Capitals, accents and punctuation make no difference to the understanding.

Keep it where it is meant, and delete it in the other place. For example:

    phrases/en/refuge.yaml:7:5: "I need to TALK to someone" also stands in phrases/en/talk.yaml, where it means "talk" \
(phrase-of-two-needs)
        Keep it where it is meant, and delete it in the other place.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.directory.phrases import PhraseFile, examples_with_path
from bot.directory.problem import Problem
from bot.search.text import words


def check(checked: Checked) -> Iterator[Problem]:
    """A finding at each later place of a message that means something else at an earlier one."""
    meant: dict[tuple[str, ...], tuple[str, str, str | None]] = {}
    for name, file in checked.of(PhraseFile):
        for example, path in examples_with_path(file):
            first, need, urgency = meant.setdefault(tuple(words(example.text)), (name, example.need, example.urgency))
            if (need, urgency) != (example.need, example.urgency):
                yield checked.error(
                    name,
                    path,
                    f'"{example.text}" also stands in {first}, where it means "{urgency or need}"',
                    "Keep it where it is meant, and delete it in the other place.",
                )
