"""A service asked for by name: abbreviated, misspelt, by a former name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.directory.directory import Directory
from bot.search.text import words

_BRACKETS = re.compile(r"\([^)]*\)")
_ENOUGH = 0.8
"""How much of a name's weight must stand in the message."""
_LONG_WORD = 8
"""From this length on, two slips of the fingers are allowed in a word, not one."""
_SHORTEST_MISSPELT = 5
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
        everyday = {word for name in directory.hub.everyday_names for word in words(name)}
        own = {
            words(name)[0]
            for service in directory.services.values()
            for name in (service.name, *service.also_called)
            if len(words(name)) == 1
        }
        # A name of one word stays a name however often people write it ("samaritans"), unless the hub says otherwise.
        self._ordinary = ordinary_words = (ordinary_words - own) | everyday
        self._asking = {word for name in directory.hub.contact_words for word in words(name)}
        self._names: list[tuple[str, str, tuple[str, ...]]] = []
        for service in directory.services.values():
            for name in (service.name, _BRACKETS.sub("", service.name), *service.also_called):
                split = tuple(dict.fromkeys(words(name)))
                if split:
                    self._names.append((service.id, name, split))
        self._names = list(dict.fromkeys(self._names))
        often = Counter(word for _, _, split in self._names for word in set(split))
        self._weight = {
            word: 1 / (1 + often[word] ** 0.5) * (0.35 if word in ordinary_words else 1.0) for word in often
        }
        self._vocabulary = [word for word in often if len(word) >= _SHORTEST_MISSPELT and word not in ordinary_words]
        self._holding: dict[str, list[int]] = {}
        for index, (_, _, split) in enumerate(self._names):
            for word in split:
                self._holding.setdefault(word, []).append(index)

    def find(self, text: str) -> list[NamedService]:
        """The services that `text` names, the surest first."""
        typed = words(text)
        present = self._present(typed)
        seen: Counter[int] = Counter()
        for word in present:
            for index in self._holding[word]:
                seen[index] += 1
        named: dict[str, NamedService] = {}
        for index in seen:
            service, name, split = self._names[index]
            if all(word in self._ordinary for word in split) and not self._said_as_a_name(split, typed):
                continue
            total = sum(self._weight[word] for word in split)
            share = sum(self._weight[word] for word in split if word in present) / total
            longer = min(len(split), 5) * 0.01
            if share >= _ENOUGH and share + longer > (named[service].share if service in named else 0):
                named[service] = NamedService(service, name, share + longer)
        return sorted(named.values(), key=lambda found: -found.share)

    def _present(self, typed: list[str]) -> set[str]:
        """The words of names that stand in the message, right or misspelt."""
        present = {word for word in typed if word in self._holding}
        for word in set(typed) - present - self._ordinary:
            if len(word) >= _SHORTEST_MISSPELT - 1:
                allowed = 2 if len(word) >= _LONG_WORD else 1
                best = process.extractOne(word, self._vocabulary, scorer=OSA.distance, score_cutoff=allowed)
                if best and best[0][0] == word[0]:
                    present.add(best[0])
        return present

    def _said_as_a_name(self, split: tuple[str, ...], typed: list[str]) -> bool:
        """A name of everyday words counts if it is written word by word, or if little else is written; a single
        everyday word counts only beside words that ask for a contact.
        """
        beside = [word for word in typed if word not in split]
        if len(split) < 2:
            return split[0] in typed and all(word in self._asking for word in beside)
        if set(split) <= set(typed) and len(typed) <= len(split) + _LITTLE_ELSE:
            return True
        return any(tuple(typed[start : start + len(split)]) == split for start in range(len(typed) - len(split) + 1))
