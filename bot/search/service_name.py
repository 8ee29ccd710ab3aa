"""A service asked for by name: abbreviated, misspelt, by a former name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.directory.directory import Directory
from bot.search.spelling import Spellings
from bot.search.text import words

Words = tuple[str, ...]

_BRACKETS = re.compile(r"\([^)]*\)")
_ENOUGH = 0.8
"""How much of a name's weight must stand in the message."""
_LONG_WORD = 8
"""From this length on, two slips of the fingers are allowed in a word, not one."""
_SHORTEST_MISSPELT, _SHORTEST_BESIDE = 5, 4
"""Letters of a word that is known misspelt by itself, and of one that is beside other words of the name."""
_ROUNDING = 1e-9
_LITTLE_ELSE = 3
"""Words beside a name that is made of everyday words."""


@dataclass(frozen=True, slots=True)
class NamedService:
    """A service that the message names, the name that matched, and how much of it was there (0 to 1)."""

    service: str
    name: str
    share: float


class ServiceNames:
    """The names of a directory's services, ready for look-up."""

    def __init__(self, directory: Directory, ordinary_words: frozenset[str]) -> None:
        """`ordinary_words`: words of everyday messages, which alone never name a service."""
        own: set[str] = set()
        found: dict[tuple[str, str, Words], None] = {}
        for service in directory.services.values():
            for name in (service.name, *service.also_called):
                typed = words(name)
                if len(typed) == 1:
                    own.update(typed)
                found[service.id, name, tuple(dict.fromkeys(typed))] = None
                if name is service.name and "(" in name:
                    shorter = _BRACKETS.sub("", name)
                    found[service.id, shorter, tuple(dict.fromkeys(words(shorter)))] = None
        # A longer name says more: of two that are there as much, it comes first.
        self._names = sorted((name for name in found if name[2]), key=lambda name: -len(name[2]))
        everyday = {word for name in directory.hub.everyday_names for word in words(name)}
        # A name of one word stays a name however often people write it ("samaritans"), unless the hub says otherwise.
        self._ordinary = (ordinary_words - own) | everyday
        self._asking = {word for name in directory.hub.contact_words for word in words(name)}
        often = Counter(word for _, _, split in self._names for word in split)
        self._weight = {
            word: 1 / (1 + often[word] ** 0.5) * (0.35 if word in self._ordinary else 1.0) for word in often
        }
        self._alone = Spellings(w for w in often if len(w) >= _SHORTEST_MISSPELT and w not in self._ordinary)
        self._beside = Spellings(w for w in often if len(w) >= _SHORTEST_BESIDE and w not in self._alone.known)
        self._told_by: dict[str, list[int]] = {}
        for index, (_, _, split) in enumerate(self._names):
            for word in self._telling(split):
                self._told_by.setdefault(word, []).append(index)

    def _telling(self, split: Words) -> Iterator[str]:
        """The fewest words of a name without all of which too little of it is there: its rarest, often a single one."""
        spare = (1 - _ENOUGH) * sum(self._weight[word] for word in split) + _ROUNDING
        for word in sorted(split, key=lambda word: -self._weight[word]):
            yield word
            spare -= self._weight[word]
            if spare < 0:
                return

    def find(self, text: str) -> list[NamedService]:
        """The services that `text` names, the surest first."""
        present, perhaps, typed = self._present(words(text))
        line = f" {' '.join(typed)} "
        named: dict[str, NamedService] = {}
        for index in sorted({index for word in (*present, *perhaps) for index in self._told_by.get(word, ())}):
            service, name, split = self._names[index]
            if not any(word in present for word in split):
                continue
            total = sum(self._weight[word] for word in split)
            share = sum(self._weight[word] for word in split if word in present or word in perhaps) / total
            if share < _ENOUGH:
                continue
            if all(word in self._ordinary for word in split) and not self._said_as_a_name(split, typed, line):
                continue
            longer = min(len(split), 5) * 0.01
            if share + longer > (named[service].share if service in named else 0):
                named[service] = NamedService(service, name, share + longer)
        return sorted(named.values(), key=lambda found: -found.share)

    def _present(self, typed: list[str]) -> tuple[set[str], set[str], list[str]]:
        """The words of names that stand in the message, right or misspelt; those that count beside one of these; and
        the message with its everyday words of names spelt right.
        """
        present = {word for word in typed if word in self._weight}
        perhaps: set[str] = set()
        mended: dict[str, str] = {}
        for word in dict.fromkeys(typed):
            if word in self._weight or word in self._ordinary or len(word) < _SHORTEST_BESIDE:
                continue
            slips = 2 if len(word) >= _LONG_WORD else 1
            alone = self._alone.nearest(word, slips)
            everyday = [*self._beside.nearest(word, slips), *self._beside.with_another_first_letter(word)]
            present.update(alone[:1])
            perhaps.update(alone[1:], self._alone.with_another_first_letter(word), everyday)
            if everyday:
                mended[word] = everyday[0]
        return present, perhaps, [mended.get(word, word) for word in typed]

    def _said_as_a_name(self, split: Words, typed: list[str], line: str) -> bool:
        """A name of everyday words counts if it is written word by word, or if little else is written; a single
        everyday word counts only beside words that ask for a contact.
        """
        if len(split) < 2:
            return split[0] in typed and all(word in self._asking for word in typed if word not in split)
        if len(typed) <= len(split) + _LITTLE_ELSE and set(split) <= set(typed):
            return True
        return f" {' '.join(split)} " in line
