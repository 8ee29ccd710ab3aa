"""Learns from a directory's example messages all that `bot.search.learned` knows, alarm thresholds included."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.directory.directory import Directory
from bot.directory.entry import ENGLISH
from bot.directory.phrases import Example
from bot.search.features import Floats
from bot.search.learned import LANGUAGE, NEED, URGENCY, URGENT, Alarm, Learned, ordinary_words
from bot.search.linear import LinearModel
from bot.search.recipe import RECIPE
from bot.search.text import words
from bot.search.training import matrix, ridge, targets


def learn(directory: Directory) -> Learned:
    """The model of a directory. Takes seconds; `bot.disk.model_file` keeps the result."""
    examples = directory.examples
    split = [words(example.text) for example in examples]
    labels = [
        *(NEED + need for need in sorted(directory.needs)),
        *(URGENCY + urgency for urgency in sorted(directory.urgencies)),
        URGENT,
        *(LANGUAGE + language for language in directory.languages),
    ]
    rows, vocabulary = matrix(split)
    wanted = targets([_labels(example) for example in examples], labels)
    model = LinearModel.of(vocabulary, tuple(labels), ridge(rows, wanted))
    urgent = wanted[:, labels.index(URGENT)]
    return Learned(model, _alarms(examples, rows, urgent), ordinary_words(split))


def _labels(example: Example) -> list[str]:
    labels = [NEED + example.need, LANGUAGE + example.language]
    return [*labels, URGENCY + example.urgency, URGENT] if example.urgency else labels


def _alarms(examples: Sequence[Example], rows: sparse.csr_matrix, urgent: Floats) -> dict[str, Alarm]:
    """Thresholds, by language, from scores that each message got from a model that had not seen it."""
    scores = np.zeros(len(examples), np.float32)
    fold = np.arange(len(examples)) * 7919 % RECIPE.folds
    for number in range(RECIPE.folds):
        held = fold == number
        scores[held] = (rows[held] @ ridge(rows[~held], urgent[~held, None], RECIPE.steps_alone))[:, 0]
    language = np.array([example.language for example in examples])
    is_urgent = urgent > 0
    alarms = {"": _alarm(scores[~is_urgent], "")}
    for name in np.unique(language):
        own = language == name
        if (own & is_urgent).sum() >= RECIPE.enough:
            alarms[str(name)] = _alarm(scores[own & ~is_urgent], str(name))
    return alarms


def _alarm(calm: NDArray[np.float32], language: str) -> Alarm:
    if not len(calm):
        return Alarm(0.5, 0.5)
    shares = (RECIPE.calm_with_alarm, RECIPE.calm_with_sure_alarm)
    if language == ENGLISH:
        shares = (RECIPE.english_calm_with_alarm, RECIPE.english_calm_with_sure_alarm)
    unsure, sure = np.quantile(calm, [1 - share for share in shares])
    return Alarm(float(unsure), float(sure))
