"""Which of the learnt messages are, after learning, understood as something else than they were learnt for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.directory.phrases import Example
from bot.search.learned import Learned
from bot.search.text import words

SURELY = 0.9
"""From this probability of another need on, a message is told; below it, two needs are close to each other."""
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Misread:
    """A message, by its number, the need as which it is read, and the nearest message of that need, by its number."""

    number: int
    need: str
    probability: float
    nearest: int


def misread(learned: Learned, examples: Sequence[Example]) -> Iterator[Misread]:
    """The messages that are surely read as another need, in their order."""
    for start in range(0, len(examples), _BATCH):
        batch = examples[start : start + _BATCH]
        needs, chances = learned.likeliest([example.text for example in batch])
        for number, (example, need, chance) in enumerate(zip(batch, needs, chances, strict=True), start):
            if need != example.need and chance >= SURELY:
                yield Misread(number, need, float(chance), _nearest(example, need, examples))


def _nearest(read: Example, need: str, examples: Sequence[Example]) -> int:
    theirs = [number for number, example in enumerate(examples) if example.need == need]
    best = process.extractOne(
        " ".join(words(read.text)),
        [" ".join(words(examples[number].text)) for number in theirs],
        scorer=fuzz.token_set_ratio,
    )
    return theirs[best[2]]
