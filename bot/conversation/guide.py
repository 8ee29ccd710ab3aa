"""Guidance pages, a step at a time, with back, next and where to go on."""

from __future__ import annotations

from bot.conversation.reply import Choice, Steps
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.directory.guidance import Guidance
from bot.speech.times import day


def whole_page(page: Guidance, voice: Voice, count: int) -> Steps:
    """The first `count` steps of a page."""
    return _steps(page, voice, 0, count)


def step(page: Guidance, number: int, voice: Voice, directory: Directory) -> tuple[Steps, list[Choice]]:
    """One step (counted from 0), and the buttons that lead on from it."""
    number = max(0, min(number, len(page.steps) - 1))
    choices = []
    if number + 1 < len(page.steps):
        choices.append(Choice(voice.say("choice.next"), f"guide:{page.id}:{number + 1}"))
    if number:
        choices.append(Choice(voice.say("choice.back"), f"guide:{page.id}:{number - 1}"))
    if number + 1 == len(page.steps):
        following = [directory.guidance[name] for name in page.next]
        choices += [Choice(voice.label(other.title), f"guide:{other.id}:0") for other in following]
    return _steps(page, voice, number, 1), choices


def _steps(page: Guidance, voice: Voice, first: int, count: int) -> Steps:
    steps = tuple(voice.words(words) for words in page.steps[first : first + count])
    return Steps(
        page.id,
        voice.words(page.title),
        steps,
        first,
        len(page.steps),
        voice.say("guide.source", date=day(page.checked, voice.language)),
    )
