"""A linear model: a message's features in, one score a label out. Fast, small, and the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.search.features import Floats, Vocabulary, count_features

_LARGEST = 127


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights (features × labels) over a vocabulary. Scores lie near 1 for what fits and near 0 for what does not.

    A weight is kept in one byte, as a share of the largest of its label: half the memory of two bytes, and one answer
    in two hundred changes, where two needs were all but equal.
    """

    vocabulary: Vocabulary
    labels: tuple[str, ...]
    weights: NDArray[np.int8]
    scale: Floats

    @classmethod
    def of(cls, vocabulary: Vocabulary, labels: tuple[str, ...], weights: Floats) -> Self:
        """The model with these weights, rounded."""
        scale = np.maximum(np.abs(weights).max(0, initial=0), 1e-9) / _LARGEST
        return cls(vocabulary, labels, np.round(weights / scale).astype(np.int8), scale.astype(np.float32))

    def scores_of(self, texts: list[str]) -> Floats:
        """A row of scores for each text, in the order of `labels`; zeros for a text without a known feature."""
        counted = count_features(texts)
        row, column, weight = self.vocabulary.weighed(counted, self.vocabulary.columns(counted.feature))
        total = np.zeros((len(texts), len(self.labels)), np.float32)
        if len(row):
            # The features of a text stand together: one sum a text.
            starts = np.flatnonzero(np.diff(row, prepend=-1))
            total[row[starts]] = np.add.reduceat(self.weights[column] * weight[:, None], starts)
        return total * self.scale
