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
from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel

from bot.checks.checked import Checked
from bot.checks.sentences import sentences
from bot.checks.texts import Text
from bot.directory.harmful_words import HarmfulWords
from bot.directory.practice import Practice
from bot.directory.problem import Problem

Wanted = tuple[Sequence[str], re.Pattern[str], re.Pattern[str], HarmfulWords]
"""The words, what finds them whole, what finds those that make them right, and what there is to say."""


def check(checked: Checked) -> Iterator[Problem]:
    """Every kind of harm, once a text."""
    texts = [(_plain(text.text), text) for text in checked.texts]
    own = [(_plain(text), language, key) for language, key, text in checked.sentences]
    everything = "\n".join([*(plain for plain, _ in texts), *(plain for plain, *_ in own)])
    wanted = _wanted(checked.directory.harmful_words, everything)
    for plain, text in texts:
        if _is_shown_as_wrong(text, checked.values[text.file]):
            continue
        for message, mend in _harm(plain, wanted.get(text.language, ())):
            yield checked.error(text.file, text.path, message, mend)
    for plain, language, key in own:
        for message, mend in _harm(plain, wanted.get(language, ())):
            yield checked.sentence_error(language, key, message, mend)


def _is_shown_as_wrong(text: Text, value: BaseModel) -> bool:
    match text.before:
        case ("turns", int(turn), "replies", int(reply), "words") if isinstance(value, Practice):
            return not value.turns[turn].replies[reply].helps
    return False


def _wanted(harmful: Iterable[HarmfulWords], everything: str) -> dict[str, list[Wanted]]:
    """What to look for, by language. Words that stand nowhere in `everything` are left out; most stand nowhere."""
    wanted: dict[str, list[Wanted]] = {}
    for one in harmful:
        there = [word for word in map(_plain, one.words) if word in everything]
        if there:
            wanted.setdefault(one.language, []).append((there, _any_of(there), _any_of(map(_plain, one.unless)), one))
    return wanted


def _harm(plain: str, wanted: Iterable[Wanted]) -> Iterator[tuple[str, str]]:
    """What is wrong and how to mend it, for each kind of harm in a text."""
    for words, pattern, unless, one in wanted:
        for sentence in sentences(plain) if any(word in plain for word in words) else ():
            found = pattern.search(sentence)
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
