"""A text for people holds words that can hurt: blame, "just leave", counselling as a couple, a promise of secrecy.

The words stand in `harmful-words.yaml`, with the harm they do and what to write instead; add to it what you learn.
They are looked for in every text of the directory and in the program's own sentences. A sentence that says the right
thing with them passes, if words of `unless` stand in it, too: "Never suggest couples counselling." So does a reply
that champions learn not to give, in `practice/`.

    needs/talk.yaml:3:14: do not write "your fault": it blames somebody for what was done to them (harmful-words)
        Say that it is not their fault, and what they can do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import BaseModel

from bot.checks.checked import Checked
from bot.checks.sentences import sentences
from bot.checks.texts import Text
from bot.directory.harmful_words import HarmfulWords
from bot.directory.practice import Practice
from bot.directory.problem import Problem

Wanted = Mapping[str, Sequence[tuple[re.Pattern[str], re.Pattern[str], HarmfulWords]]]
"""By language: the words, those that make them right, and what there is to say."""


def check(checked: Checked) -> Iterator[Problem]:
    """Every kind of harm, once a text."""
    phrases = list(checked.phrases)
    everything = "\n".join(_plain(text) for text in (*(t.text for t in checked.texts), *(text for *_, text in phrases)))
    wanted = _wanted(checked.directory.harmful_words, everything)
    for text in checked.texts:
        if _is_shown_as_wrong(text, checked.values[text.file]):
            continue
        for message, mend in _harm(text.text, text.language, wanted):
            yield checked.error(text.file, text.path, message, mend)
    for language, key, phrase in phrases:
        for message, mend in _harm(phrase, language, wanted):
            yield checked.phrase_error(language, key, message, mend)


def _is_shown_as_wrong(text: Text, value: BaseModel) -> bool:
    match text.before:
        case ("turns", int(turn), "replies", int(reply), "words") if isinstance(value, Practice):
            return not value.turns[turn].replies[reply].helps
    return False


def _wanted(harmful: Iterable[HarmfulWords], everything: str) -> Wanted:
    """What to look for. Words that stand nowhere in `everything` are left out: that is ten times quicker."""
    wanted: dict[str, list[tuple[re.Pattern[str], re.Pattern[str], HarmfulWords]]] = {}
    for one in harmful:
        there = [word for word in map(_plain, one.words) if word in everything]
        if there:
            wanted.setdefault(one.language, []).append((_any_of(there), _any_of(map(_plain, one.unless)), one))
    return wanted


def _harm(text: str, language: str, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """What is wrong and how to mend it, for each kind of harm in `text`."""
    plain = _plain(text)
    for words, unless, one in wanted.get(language, ()):
        for sentence in sentences(plain) if words.search(plain) else ():
            found = words.search(sentence)
            if found and not unless.search(sentence):
                yield f'do not write "{found[0]}": {one.why[0].lower()}{one.why[1:].rstrip(".")}', one.instead
                break


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """What finds one of the words, whole; nothing if there are none."""
    either = "|".join(map(re.escape, words))
    return re.compile(rf"\b(?:{either})(?!\w)" if either else "(?!)")


def _plain(text: str) -> str:
    """In small letters, with straight apostrophes."""
    return text.lower().replace("’", "'")
