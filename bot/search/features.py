"""What a message is made of, as numbers: pieces of words, words and their neighbours, hashed to 64 bits.

Whole corpora are hashed at once with numpy; the same functions serve one message.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.text import words

Hashes = NDArray[np.uint64]
Floats = NDArray[np.float32]

_SPACE = ord(" ")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SEEDS = {
    name: np.uint64(number) for number, name in enumerate(("char3", "char4", "word", "pair", "skip", "three"), 11)
}
_START, _END = "\x02", "\x03"

WORD_GROUP = np.uint64(1)
"""The lowest bit of a hash: 1 for words and their neighbours, 0 for pieces of words."""
_BLOCK = 1000
UNSEEN = 0.6
"""Weight of an unknown word in the length of a text, as a share of the rarest known one's."""
SEQUENCE = np.uint64(2)
"""The next bit: 1 for several words together, which are kept only if two messages share them."""


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
    """The features of texts that have been split into words before. In blocks, which sort in the processor's cache."""
    blocks = [_count_block(split[start : start + _BLOCK], start) for start in range(0, len(split), _BLOCK)]
    text, feature, count = (
        np.concatenate([first, *(block[column] for block in blocks)])
        for column, first in enumerate((np.zeros(0, np.int64), np.zeros(0, np.uint64), np.zeros(0, np.float32)))
    )
    return Counted(text, feature, count, len(split))


def _count_block(split: Sequence[list[str]], start: int) -> tuple[NDArray[np.int64], Hashes, Floats]:
    parts = [*_pieces(split), *_neighbours(split)]
    text = np.concatenate([np.zeros(0, np.int64), *(part[0] for part in parts)])
    feature = np.concatenate([np.zeros(0, np.uint64), *(part[1] for part in parts)])
    order = np.lexsort((feature, text))
    text, feature = text[order], feature[order]
    if not len(text):
        return text, feature, np.zeros(0, np.float32)
    first = np.concatenate(([True], (text[1:] != text[:-1]) | (feature[1:] != feature[:-1])))
    starts = np.flatnonzero(first)
    counts = np.diff(np.append(starts, len(text))).astype(np.float32)
    return text[first] + start, feature[first], counts


def _pieces(split: Sequence[list[str]]) -> list[tuple[NDArray[np.int64], Hashes]]:
    lines = [" " + " ".join(parts) + " " for parts in split]
    codes = np.frombuffer("".join(lines).encode("utf-32-le"), np.uint32).astype(np.uint64)
    owner = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    space = codes == _SPACE
    found = []
    for size, name in ((3, "char3"), (4, "char4")):
        if len(codes) < size:
            continue
        last = len(codes) - size + 1
        whole = owner[:last] == owner[size - 1 :]
        for inner in range(1, size - 1):
            whole &= ~space[inner : last + inner]
        hashed = np.full(last, _SEEDS[name], np.uint64)
        for offset in range(size):
            hashed = _mixed(hashed, codes[offset : last + offset])
        found.append((owner[:last][whole], hashed[whole] & ~(WORD_GROUP | SEQUENCE)))
    return found


def word_hashes(parts: list[str]) -> Hashes:
    """The feature of each word alone; punctuation is no word."""
    codes = np.array([_code(word) for word in parts if word.isalnum()], np.uint64)
    return _mixed(np.full(len(codes), _SEEDS["word"], np.uint64), codes) & ~SEQUENCE | WORD_GROUP


def _code(word: str) -> int:
    raw = word.encode()
    return zlib.crc32(raw) << 32 | zlib.crc32(raw[::-1])


def _neighbours(split: Sequence[list[str]]) -> list[tuple[NDArray[np.int64], Hashes]]:
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
    owner = np.repeat(np.arange(len(split)), lengths)
    found = []
    for name, offsets in (("word", (0,)), ("pair", (0, 1)), ("skip", (0, 2)), ("three", (0, 1, 2))):
        last = len(codes) - offsets[-1]
        if last <= 0:
            continue
        whole = owner[:last] == owner[offsets[-1] :]
        hashed = np.full(last, _SEEDS[name], np.uint64)
        for offset in offsets:
            hashed = _mixed(hashed, codes[offset : last + offset])
        sequence = SEQUENCE if len(offsets) > 1 else np.uint64(0)
        found.append((owner[:last][whole], hashed[whole] & ~SEQUENCE | sequence | WORD_GROUP))
    return found


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
        hashed = word_hashes(words(text))
        column = np.minimum(np.searchsorted(self.features, hashed), max(len(self.features) - 1, 0))
        return bool(len(self.features) and (self.features[column] == hashed).any())

    def weighed(self, counted: Counted) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
        """(text, column, weight) of the known features: tf-idf, with words and pieces each of length 1 in a text."""
        column = np.searchsorted(self.features, counted.feature)
        column[column == len(self.features)] = 0
        known = self.features[column] == counted.feature if len(self.features) else np.zeros(0, bool)
        # A word that was never seen counts in the length of the text, so that what is said of the rest is less sure.
        counts = known | (counted.feature & SEQUENCE == 0)
        rarity = np.where(known, self.rarity[column] if len(self.features) else 0, self.rarest)
        weight = (1 + np.log(counted.count)) * rarity * counts
        group = counted.text * 2 + (counted.feature & WORD_GROUP).astype(np.int64)
        length = np.sqrt(np.bincount(group, weight * weight, minlength=counted.texts * 2))
        weight = weight / np.maximum(length[group], 1e-9)
        return counted.text[known], column[known], weight[known].astype(np.float32)


def learn_vocabulary(counted: Counted) -> Vocabulary:
    """Every word and piece of a word, and the sequences of words that at least two texts share.

    A word that was seen once still tells much in a language with few examples; a sequence seen once tells nothing new.
    """
    features, texts = np.unique(counted.feature, return_counts=True)
    kept = (texts > 1) | (features & SEQUENCE == 0)
    rarity = np.log((1 + counted.texts) / (1 + texts[kept])) + 1
    return Vocabulary(features[kept], rarity.astype(np.float32), UNSEEN * float(np.log(1 + counted.texts) + 1))
