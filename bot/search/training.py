"""Learns the linear model from the directory's example messages: ridge regression, for all labels together.

Chosen by measurement (docs/adr/0005): as good on messages of other writers as a support vector machine or logistic
regression, in a small part of their time. The solution is looked for among the texts' combinations that the labels
reach in a few steps, all labels sharing what each of them found (a block Krylov space, as in block GMRES); three or
four steps do what conjugate gradients, a label at a time, do in sixteen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from scipy import sparse

from bot.search.features import Floats, Vocabulary, count_split, learn_vocabulary
from bot.search.recipe import RECIPE

_THREADS = 2
"""scipy multiplies outside Python's lock: two halves of the rows take half the time."""
_NOTHING_NEW = 1e-6
"""Share of the largest direction's square below which a direction is rounding error: every text has one need and one
language, so that one label's column follows from the others."""


def matrix(split: Sequence[list[str]]) -> tuple[sparse.csr_matrix, Vocabulary]:
    """Texts, split into words, as rows over the vocabulary that is learnt from them."""
    counted = count_split(split)
    vocabulary, columns = learn_vocabulary(counted)
    row, column, weight = vocabulary.weighed(counted, columns)
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
    """Weights that map `rows` to `wanted`, a column a label. Minimises |rows·W - wanted|² + ridge·|W|² over
    W = rowsᵀ·A, where the columns of A are combinations of `wanted` and what `rows`·`rows`ᵀ makes of it in `steps`.
    """
    if not wanted.any():
        return np.zeros((rows.shape[1], wanted.shape[1]), np.float32)
    with ThreadPoolExecutor(_THREADS) as pool:
        down, across = _Halves(rows, pool), _Halves(rows.T.tocsr(), pool)
        basis: list[Floats] = []
        seen: list[Floats] = []
        block = wanted
        for _ in range(steps):
            basis.append(_orthonormal(block, basis))
            seen.append(block := down @ (across @ basis[-1]))
        reached, fitted = np.hstack(basis), np.hstack(seen)
        system = (fitted.T @ fitted + RECIPE.ridge * (reached.T @ fitted)).astype(np.float64)
        found = np.linalg.solve(system, (fitted.T @ wanted).astype(np.float64))
        return across @ (reached @ found.astype(np.float32))


def _orthonormal(block: Floats, before: Sequence[Floats]) -> Floats:
    """Directions of length 1, at right angles to each other and to those `before`, that span what `block` adds."""
    # Once leaves rounding errors that grow from step to step; twice is enough.
    for _ in range(2):
        for known in before:
            block = block - known @ (known.T @ block)
        size, turn = np.linalg.eigh((block.T @ block).astype(np.float64))
        kept = size > _NOTHING_NEW * size[-1]
        block = block @ (turn[:, kept] / np.sqrt(size[kept])).astype(np.float32)
    return block


class _Halves:
    """A sparse matrix in parts with equally many numbers, which are multiplied side by side."""

    def __init__(self, matrix: sparse.csr_matrix, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._parts = list(_cut(matrix))

    def __matmul__(self, other: Floats) -> Floats:
        return np.concatenate(list(self._pool.map(lambda part: part @ other, self._parts)))


def _cut(matrix: sparse.csr_matrix) -> Iterator[sparse.csr_matrix]:
    cuts = np.searchsorted(matrix.indptr, np.linspace(0, matrix.nnz, _THREADS + 1)[1:-1])
    for first, last in zip([0, *cuts], [*cuts, matrix.shape[0]], strict=True):
        yield matrix[first:last]
