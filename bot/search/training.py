"""Learns the linear model from the directory's example messages: ridge regression by conjugate gradients.

Chosen by measurement (docs/adr): as good on messages of other writers as a support vector machine or logistic
regression, a tenth of their time, and stopping after a few steps is its regularisation.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from bot.search.features import Floats, Vocabulary, count_split, learn_vocabulary
from bot.search.recipe import RECIPE


def matrix(split: Sequence[list[str]]) -> tuple[sparse.csr_matrix, Vocabulary]:
    """Texts, split into words, as rows over the vocabulary that is learnt from them."""
    counted = count_split(split)
    vocabulary = learn_vocabulary(counted)
    row, column, weight = vocabulary.weighed(counted)
    shape = (len(split), len(vocabulary.features))
    return sparse.csr_matrix((weight, (row, column)), shape=shape, dtype=np.float32), vocabulary


def targets(given: Sequence[Sequence[str]], labels: Sequence[str]) -> Floats:
    """1 where a text carries a label, else 0."""
    place = {label: index for index, label in enumerate(labels)}
    wanted = np.zeros((len(given), len(labels)), np.float32)
    for row, names in enumerate(given):
        for name in names:
            wanted[row, place[name]] = 1
    return wanted


def ridge(rows: sparse.csr_matrix, wanted: Floats, steps: int = RECIPE.steps) -> Floats:
    """Weights that map `rows` to `wanted`, a column a label, each solved alongside the others."""
    across = rows.T.tocsr()
    weights = np.zeros((rows.shape[1], wanted.shape[1]), np.float32)
    residual = across @ wanted
    direction = residual.copy()
    size = (residual * residual).sum(0)
    for _ in range(steps):
        moved = across @ (rows @ direction) + RECIPE.ridge * direction
        step = size / np.maximum((direction * moved).sum(0), 1e-12)
        weights += step * direction
        residual -= step * moved
        new_size = (residual * residual).sum(0)
        direction = residual + new_size / np.maximum(size, 1e-12) * direction
        size = new_size
    return weights
