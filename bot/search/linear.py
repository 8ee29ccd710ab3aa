"""A linear model: a message's features in, one score a label out. Fast, small, and the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.features import Floats, Vocabulary, count_features


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights (features × labels) over a vocabulary. Scores lie near 1 for what fits and near 0 for what does not."""

    vocabulary: Vocabulary
    labels: tuple[str, ...]
    weights: NDArray[np.float16]

    def scores(self, text: str) -> Floats:
        """One score a label, in the order of `labels`; zeros for a text without a known feature."""
        scores: Floats = self.scores_of([text])[0]
        return scores

    def scores_of(self, texts: list[str]) -> Floats:
        """Scores of several texts, a row each."""
        row, column, weight = self.vocabulary.weighed(count_features(texts))
        total = np.zeros((len(texts), len(self.labels)), np.float32)
        np.add.at(total, row, self.weights[column].astype(np.float32) * weight[:, None])
        return total
