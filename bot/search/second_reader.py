"""A second reader of messages: a sentence encoder under a linear layer, asked where words alone leave doubt.

It knows what sentences mean in many languages, from few examples; the words know the directory's own examples. Together
they are better than either (docs/adr/0009). Signpost answers without it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from bot.search.alarm import Alarm
from bot.search.features import Floats

WEIGHT = 0.5
"""How much its score counts beside that of the words, which counts 1. Chosen by measurement, as are the next two."""
CLEAR = 0.9
"""From this probability of a need on, the words have no doubt about the need."""
CALM = 0.1
"""Below this score of urgency, the words have no doubt that a message is calm."""
LONGEST = 600
"""Characters of a message that the encoder is given: its time grows with them."""


class Encoder(Protocol):
    """Turns a text into numbers, such that texts of like meaning get like numbers, whatever their language."""

    name: str
    """Which encoder and version: what was learnt from one is of no use to another."""

    def encode(self, text: str) -> Floats:
        """The text as a vector of length 1. May be called from several threads."""
        ...


@dataclass(frozen=True, slots=True)
class Head:
    """What was learnt from the encoded examples: a row of weights a number of the vector, and one more, a column a
    label; and the alarm thresholds of both readers together, by language.
    """

    encoder: str
    labels: tuple[str, ...]
    weights: Floats
    alarms: Mapping[str, Alarm]

    def scores_of(self, vector: Floats) -> Floats:
        """The score of each label."""
        scores: Floats = vector @ self.weights[:-1] + self.weights[-1]
        return scores


@dataclass(frozen=True, slots=True)
class SecondReader:
    """An encoder and what was learnt from it."""

    encoder: Encoder = field(repr=False)
    head: Head = field(repr=False)

    def joined(self, text: str, scores: Floats) -> Floats:
        """The scores of a text, of the words and of the encoder together, on the scale of the words' own."""
        own = self.head.scores_of(self.encoder.encode(_ends(text)))
        return joined(scores, own)


def joined(by_words: Floats, by_encoder: Floats) -> Floats:
    """The scores of both readers, on the scale of the words' own."""
    both: Floats = (by_words + WEIGHT * by_encoder).astype(np.float32) / np.float32(1 + WEIGHT)
    return both


def fits(head: Head, encoder: Encoder, labels: tuple[str, ...]) -> bool:
    """Whether `head` was learnt with this encoder for these labels."""
    return head.encoder == encoder.name and head.labels == labels


def learn_head(vectors: Floats, wanted: Floats) -> Floats:
    """Weights that map encoded examples to the labels that they carry (ridge regression, solved whole)."""
    given = np.hstack([vectors, np.ones((len(vectors), 1), np.float32)]).astype(np.float64)
    return np.linalg.solve(given.T @ given + np.eye(given.shape[1]), given.T @ wanted).astype(np.float32)


def _ends(text: str) -> str:
    """`text`, or its beginning and its end where it is too long."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"
