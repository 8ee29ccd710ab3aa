"""Practice for champions: an invented disclosure, turn by turn. Every button carries ids; nothing is kept between."""

from __future__ import annotations

import re
from string import ascii_uppercase

from bot.conversation.reply import Choice, Part, Sentence
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.directory.practice import Practice

_NUMBER = re.compile(r"^[0-9]$")
_STEPS = 2
"""A turn, and a reply to it."""

Shown = tuple[list[Part], list[Choice]]


def practised(value: str, directory: Directory, voice: Voice) -> Shown | None:
    """What `practise:VALUE` shows: the list, a turn (`id`, `id:1`) or what a reply does (`id:1:0`). None: no such."""
    name, *numbers = value.split(":")
    if not name:
        return _list(directory, voice)
    practice = directory.practice.get(name)
    at = [int(number) for number in numbers if _NUMBER.match(number)]
    if practice is None or len(at) != len(numbers) or len(at) > _STEPS or (at and at[0] >= len(practice.turns)):
        return None
    if len(at) < _STEPS:
        return _turn(practice, at[0] if at else 0, voice)
    turn, reply = at
    return _replied(practice, turn, reply, directory, voice) if reply < len(practice.turns[turn].replies) else None


def _list(directory: Directory, voice: Voice) -> Shown:
    choices = [Choice(voice.label(one.title), f"practise:{one.id}") for one in directory.practice.values()]
    return [Sentence(voice.said("practise.about"))], choices


def _turn(practice: Practice, number: int, voice: Voice) -> Shown:
    turn = practice.turns[number]
    parts: list[Part] = []
    if not number:
        parts = [Sentence(voice.words(practice.title), "heading"), Sentence(voice.words(practice.about))]
    parts.append(Sentence(voice.said("practise.says", words=voice.label(turn.said))))
    parts.append(Sentence(voice.said("practise.what_do_you_say")))
    parts += [
        Sentence(voice.said("practise.reply", letter=letter, words=voice.label(reply.words)))
        for letter, reply in zip(ascii_uppercase, turn.replies, strict=False)
    ]
    letters = enumerate(ascii_uppercase[: len(turn.replies)])
    return parts, [Choice(letter, f"practise:{practice.id}:{number}:{index}") for index, letter in letters]


def _replied(practice: Practice, number: int, chosen: int, directory: Directory, voice: Voice) -> Shown:
    reply = practice.turns[number].replies[chosen]
    parts: list[Part] = [
        Sentence(voice.said("practise.you_say", words=voice.label(reply.words))),
        Sentence(voice.said("practise.helps" if reply.helps else "practise.harms"), "heading"),
        Sentence(voice.words(reply.why)),
    ]
    choices = [] if reply.helps else [Choice(voice.say("practise.again"), f"practise:{practice.id}:{number}")]
    if number + 1 < len(practice.turns):
        return parts, [*choices, Choice(voice.say("choice.next"), f"practise:{practice.id}:{number + 1}")]
    parts.append(Sentence(voice.words(practice.after)))
    pages = [directory.guidance[page] for page in practice.guidance]
    choices.append(Choice(voice.say("practise.others"), "practise"))
    return parts, [*choices, *(Choice(voice.label(page.title), f"guide:{page.id}:0") for page in pages)]
