"""What a message is made of, as numbers: pieces of words, words and their neighbours, hashed to 64 bits.

Whole corpora are hashed at once with numpy; the same functions serve one message.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.text import words

Hashes = NDArray[np.uint64]
Floats = NDArray[np.float32]

_SPACE = ord(" ")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SEEDS = {name: np.uint64(number) for number, name in enumerate(("piece", "word", "pair", "skip", "three"), 12)}
_START, _END = "\x02", "\x03"
_PIECE = 4
"""Letters of a piece of a word. Pieces of three as well cost two thirds more and understand no better."""

WORD_GROUP = np.uint64(1)
"""The lowest bit of a hash: 1 for words and their neighbours, 0 for pieces of words."""
SEQUENCE = np.uint64(2)
"""The next bit: 1 for several words together, which are kept only if two messages share them."""
_HASH_BITS = np.uint64(40)
"""Bits of a hash. The number of the text stands above them, so that one number, sorted once, says both."""
_HASH = (np.uint64(1) << _HASH_BITS) - np.uint64(1)
UNSEEN = 0.6
"""Weight of an unknown word in the length of a text, as a share of the rarest known one's."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Features of several texts, sorted by text and hash, each once, with how often it occurs."""

    text: NDArray[np.int64]
    feature: Hashes
    count: Floats
    texts: int


def count_features(texts: Sequence[str]) -> Counted:
    """The features of `texts`."""
    return count_split([words(text) for text in texts])


def count_split(split: Sequence[list[str]]) -> Counted:
    """The features of texts that have been split into words before."""
    found = [owner << _HASH_BITS | feature & _HASH for owner, feature in (*_pieces(split), *_neighbours(split))]
    keys, count = np.unique(np.concatenate([np.zeros(0, np.uint64), *found]), return_counts=True)
    return Counted((keys >> _HASH_BITS).astype(np.int64), keys & _HASH, count.astype(np.float32), len(split))


def _pieces(split: Sequence[list[str]]) -> Iterator[tuple[Hashes, Hashes]]:
    lines = [" " + " ".join(parts) + " " for parts in split]
    codes = np.frombuffer("".join(lines).encode("utf-32-le"), np.uint32).astype(np.uint64)
    last = len(codes) - _PIECE + 1
    if last <= 0:
        return
    owner = np.repeat(np.arange(len(lines), dtype=np.uint64), [len(line) for line in lines])
    space = codes == _SPACE
    whole = owner[:last] == owner[_PIECE - 1 :]
    for inner in range(1, _PIECE - 1):
        whole &= ~space[inner : last + inner]
    start = np.flatnonzero(whole)
    hashed = np.full(len(start), _SEEDS["piece"], np.uint64)
    for offset in range(_PIECE):
        hashed = _mixed(hashed, codes[start + offset])
    yield owner[start], hashed & ~(WORD_GROUP | SEQUENCE)


def word_hashes(parts: list[str]) -> Hashes:
    """The feature of each word alone; punctuation is no word."""
    codes = np.array([_code(word) for word in parts if word.isalnum()], np.uint64)
    return (_mixed(np.full(len(codes), _SEEDS["word"], np.uint64), codes) & ~SEQUENCE | WORD_GROUP) & _HASH


def _code(word: str) -> int:
    raw = word.encode()
    return zlib.crc32(raw) << 32 | zlib.crc32(raw[::-1])


def _neighbours(split: Sequence[list[str]]) -> Iterator[tuple[Hashes, Hashes]]:
    known: dict[str, int] = {}
    flat: list[int] = []
    lengths = []
    for parts in split:
        # An empty message has no beginning and no end: it must not look like the shortest one that was learnt.
        for word in (_START, *parts, _END) if parts else ():
            code = known.get(word)
            if code is None:
                code = known[word] = _code(word)
            flat.append(code)
        lengths.append(len(parts) + 2 if parts else 0)
    codes = np.array(flat, np.uint64)
    owner = np.repeat(np.arange(len(split), dtype=np.uint64), lengths)
    for name, offsets in (("word", (0,)), ("pair", (0, 1)), ("skip", (0, 2)), ("three", (0, 1, 2))):
        last = len(codes) - offsets[-1]
        if last <= 0:
            continue
        start = np.flatnonzero(owner[:last] == owner[offsets[-1] :])
        hashed = np.full(len(start), _SEEDS[name], np.uint64)
        for offset in offsets:
            hashed = _mixed(hashed, codes[start + offset])
        sequence = SEQUENCE if len(offsets) > 1 else np.uint64(0)
        yield owner[start], hashed & ~SEQUENCE | sequence | WORD_GROUP


def _mixed(hashed: Hashes, value: Hashes) -> Hashes:
    with np.errstate(over="ignore"):
        mixed = (hashed ^ value) * _MIX
        return mixed ^ (mixed >> np.uint64(29))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The features that a model knows, sorted, and how rare each is."""

    features: Hashes
    rarity: Floats
    rarest: float = 0.0
    """How rare a feature is that was never seen."""

    def knows_a_word(self, text: str) -> bool:
        """Whether at least one word of `text` is in the vocabulary."""
        return bool((self.columns(word_hashes(words(text))) >= 0).any())

    def columns(self, feature: Hashes) -> NDArray[np.int64]:
        """The column of each feature, -1 for an unknown one."""
        if not len(self.features):
            return np.full(len(feature), -1)
        column = np.minimum(np.searchsorted(self.features, feature), len(self.features) - 1)
        return np.where(self.features[column] == feature, column, -1)

    def weighed(
        self, counted: Counted, column: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
        """(text, column, weight) of the known features: tf-idf, with words and pieces each of length 1 in a text."""
        known = column >= 0
        # A word that was never seen counts in the length of the text, so that what is said of the rest is less sure.
        counts = known | (counted.feature & SEQUENCE == 0)
        rarity = np.full(len(column), self.rarest, np.float32)
        rarity[known] = self.rarity[column[known]]
        weight = (1 + np.log(counted.count)) * rarity * counts
        group = counted.text * 2 + (counted.feature & WORD_GROUP).astype(np.int64)
        length = np.sqrt(np.bincount(group, weight * weight, minlength=counted.texts * 2)).astype(np.float32)
        weight /= np.maximum(length[group], np.float32(1e-9))
        return counted.text[known], column[known], weight[known]


def learn_vocabulary(counted: Counted) -> tuple[Vocabulary, NDArray[np.int64]]:
    """The vocabulary, and the column in it of each feature of `counted`.

    Every word and piece of a word is in it, and the sequences of words that at least two texts share. A word that was
    seen once still tells much in a language with few examples; a sequence seen once tells nothing new.
    """
    features, place, texts = np.unique(counted.feature, return_inverse=True, return_counts=True)
    kept = (texts > 1) | (features & SEQUENCE == 0)
    rarity = np.log((1 + counted.texts) / (1 + texts[kept])) + 1
    column = np.where(kept, np.cumsum(kept) - 1, -1)[place]
    rarest = UNSEEN * float(np.log(1 + counted.texts) + 1)
    return Vocabulary(features[kept], rarity.astype(np.float32), rarest), column
