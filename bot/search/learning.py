"""Learns from a directory's example messages all that `bot.search.learned` knows, alarm thresholds included."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.directory.directory import Directory
from bot.directory.phrases import Example
from bot.search.alarm import alarms
from bot.search.features import Floats
from bot.search.learned import LANGUAGE, NEED, URGENCY, URGENT, Learned, ordinary_words
from bot.search.linear import LinearModel
from bot.search.recipe import RECIPE
from bot.search.second_reader import Encoder, Head, joined, learn_head
from bot.search.text import words
from bot.search.training import matrix, ridge, targets


def learn(directory: Directory) -> Learned:
    """The model of a directory. Takes seconds; `bot.disk.model_file` keeps the result."""
    examples = directory.examples
    split = [words(example.text) for example in examples]
    labels = labels_of(directory)
    rows, vocabulary = matrix(split)
    wanted = targets([_labels(example) for example in examples], labels)
    model = LinearModel.of(vocabulary, labels, ridge(rows, wanted))
    urgent = wanted[:, labels.index(URGENT)]
    scores = _by_strangers(urgent, lambda held: _words_alone(rows, urgent, held))
    thresholds = alarms(scores, urgent > 0, [example.language for example in examples])
    return Learned(model, thresholds, ordinary_words(split))


def learn_second(directory: Directory, encoder: Encoder, told: Callable[[int, int], None]) -> Head:
    """What the encoder adds. Takes minutes: `told` hears how many of how many examples have been read."""
    chosen = _sample(directory.examples)
    vectors = []
    for done, number in enumerate(chosen):
        vectors.append(encoder.encode(directory.examples[number].text))
        told(done + 1, len(chosen))
    return head_from(directory, encoder.name, chosen, np.vstack(vectors))


def head_from(directory: Directory, encoder: str, chosen: NDArray[np.int64], vectors: Floats) -> Head:
    """The same from the vectors of the examples with the numbers `chosen`."""
    examples = directory.examples
    labels = labels_of(directory)
    wanted = targets([_labels(example) for example in examples], labels)
    urgent = wanted[:, labels.index(URGENT)]
    rows, _ = matrix([words(example.text) for example in examples])
    by_words = _by_strangers(urgent, lambda held: _words_alone(rows, urgent, held))[chosen]
    by_encoder = _by_strangers(urgent[chosen], lambda held: _encoder_alone(encoder, vectors, urgent[chosen], held))
    thresholds = alarms(
        joined(by_words, by_encoder), urgent[chosen] > 0, [examples[number].language for number in chosen]
    )
    return Head(encoder, labels, learn_head(vectors, wanted[chosen]), thresholds)


def labels_of(directory: Directory) -> tuple[str, ...]:
    """Everything that a message can be learnt to be."""
    return (
        *(NEED + need for need in sorted(directory.needs)),
        *(URGENCY + urgency for urgency in sorted(directory.urgencies)),
        URGENT,
        *(LANGUAGE + language for language in directory.languages),
    )


def _labels(example: Example) -> list[str]:
    labels = [NEED + example.need, LANGUAGE + example.language]
    return [*labels, URGENCY + example.urgency, URGENT] if example.urgency else labels


def _by_strangers(wanted: Floats, score: Callable[[NDArray[np.bool_]], Floats]) -> Floats:
    """A score for each message from a model that has not seen it: `score` learns without those held, then scores
    them.
    """
    scores = np.zeros(len(wanted), np.float32)
    fold = np.arange(len(wanted)) * 7919 % RECIPE.folds
    for number in range(RECIPE.folds):
        held = fold == number
        scores[held] = score(held)
    return scores


def _words_alone(rows: sparse.csr_matrix, urgent: Floats, held: NDArray[np.bool_]) -> Floats:
    found: Floats = (rows[held] @ ridge(rows[~held], urgent[~held, None], RECIPE.steps_alone))[:, 0]
    return found


def _encoder_alone(encoder: str, vectors: Floats, urgent: Floats, held: NDArray[np.bool_]) -> Floats:
    head = Head(encoder, (URGENT,), learn_head(vectors[~held], urgent[~held, None]), {})
    return head.scores_of(vectors[held])[:, 0]


def _sample(examples: tuple[Example, ...]) -> NDArray[np.int64]:
    """Numbers of the examples that the encoder reads: the first so many of each language, drawn with a fixed seed."""
    drawn = np.random.default_rng(0).permutation(len(examples))
    kept: dict[str, int] = {}
    chosen = []
    for number in drawn:
        language = examples[number].language
        kept[language] = kept.get(language, 0) + 1
        if kept[language] <= RECIPE.encoded_a_language:
            chosen.append(number)
    return np.array(sorted(chosen))
