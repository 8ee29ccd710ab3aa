"""What was learnt from the example messages: needs, urgency and language of a text, with scores that mean something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.search.alarm import Alarm
from bot.search.features import Floats
from bot.search.linear import LinearModel
from bot.search.second_reader import CALM, CLEAR, SecondReader
from bot.search.text import words

NEED, URGENCY, LANGUAGE = "need:", "urgency:", "language:"
URGENT = "urgent"

TEMPERATURE = 0.042
"""Turns scores into probabilities (softmax of score / temperature), so that a probability of 0.8 is right about eight
times in ten on the project's own test messages (`benchmarks/understanding`)."""

JOINT_TEMPERATURE = 0.034
"""The same for the scores of the words and the encoder together."""

WINDOW, STRIDE = 30, 15
"""Words of a long message that are read together, and how far apart the readings start: an emergency that is
buried in a calm story is found in its own sentence."""


@dataclass(frozen=True, repr=False)
class Learned:
    """The model and the alarm thresholds, by language; `""` holds for languages without their own."""

    model: LinearModel
    alarms: Mapping[str, Alarm]
    ordinary_words: frozenset[str]
    second: SecondReader | None = None

    @cached_property
    def _slices(self) -> dict[str, tuple[list[int], list[str]]]:
        found: dict[str, tuple[list[int], list[str]]] = {}
        for kind in (NEED, URGENCY, LANGUAGE):
            columns = [i for i, label in enumerate(self.model.labels) if label.startswith(kind)]
            found[kind] = columns, [self.model.labels[i].removeprefix(kind) for i in columns]
        return found

    def read(self, text: str) -> Reading:
        """Everything learnt that can be said of `text`."""
        parts = [text, *_windows(text)]
        scores = self.model.scores_of(parts)
        temperature = TEMPERATURE
        if self.second is not None and self._in_doubt(scores):
            worst = int(scores[:, self._urgent].argmax())
            # Each reading takes the encoder's time: the whole, and the part that most likely holds an emergency.
            scores = np.vstack([self.second.joined(parts[number], scores[number]) for number in {0, worst}])
            temperature = JOINT_TEMPERATURE
        return Reading(
            self,
            scores[0],
            scores[:, self._urgent],
            scores[:, self._slices[URGENCY][0]],
            temperature,
            self.model.vocabulary.knows_a_word(text),
        )

    @cached_property
    def _urgent(self) -> int:
        return self.model.labels.index(URGENT)

    def _in_doubt(self, scores: Floats) -> bool:
        if scores[:, self._urgent].max() > CALM:
            return True
        return max(probabilities(self.named(NEED, scores[0]), TEMPERATURE).values()) < CLEAR

    def likeliest(self, texts: list[str]) -> tuple[list[str], Floats]:
        """The likeliest need of each text, and its probability."""
        columns, names = self._slices[NEED]
        scores = self.model.scores_of(texts)[:, columns]
        best = scores.argmax(1)
        chances = 1 / np.exp((scores - scores.max(1, keepdims=True)) / TEMPERATURE).sum(1)
        return [names[column] for column in best], chances

    def named(self, kind: str, scores: Floats) -> dict[str, float]:
        """Scores of one kind of label, by name."""
        columns, names = self._slices[kind]
        return dict(zip(names, scores[columns].tolist(), strict=True))

    def alarm(self, language: str) -> Alarm:
        """The thresholds of a language."""
        alarms = self.second.head.alarms if self.second else self.alarms
        return alarms.get(language, alarms[""])


@dataclass(frozen=True, slots=True)
class Reading:
    """The scores of one message."""

    learned: Learned
    whole: Floats
    urgent: Floats
    kinds: Floats
    temperature: float
    knows_a_word: bool
    """Whether the message holds a whole word that was ever seen, and not only pieces of words."""

    def languages(self) -> dict[str, float]:
        """Score of each language."""
        return self.learned.named(LANGUAGE, self.whole)

    def needs(self, favoured: frozenset[str] = frozenset(), favour: float = 0.0) -> dict[str, float]:
        """Probability of each need; `favoured` ones (of a known audience) get `favour` on top of their score."""
        scores = self.learned.named(NEED, self.whole)
        raised = {need: score + (favour if need in favoured else 0.0) for need, score in scores.items()}
        return probabilities(raised, self.temperature)

    def urgency(self) -> tuple[str, float]:
        """The likeliest urgency, and how urgent the most urgent part of the message is."""
        part = int(self.urgent.argmax())
        names = list(self.learned.named(URGENCY, self.whole))
        return names[int(self.kinds[part].argmax())], float(self.urgent[part])


def probabilities(scores: Mapping[str, float], temperature: float) -> dict[str, float]:
    """Scores as probabilities that add up to 1 (softmax)."""
    highest = max(scores.values())
    weights = {name: float(np.exp((score - highest) / temperature)) for name, score in scores.items()}
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


def _windows(text: str) -> list[str]:
    split = words(text)
    if len(split) <= WINDOW + STRIDE:
        return []
    return [" ".join(split[start : start + WINDOW]) for start in range(0, len(split) - STRIDE, STRIDE)]


def ordinary_words(split: Sequence[list[str]], least: int = 9) -> frozenset[str]:
    """The words that at least `least` messages, split into words, share."""
    counted = Counter(word for parts in split for word in set(parts))
    return frozenset(word for word, times in counted.items() if times >= least)
