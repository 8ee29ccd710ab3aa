"""Prints how urgency is read in each language, and what is new: `python -m tests.urgency`; `… pl`: all of Polish."""

from __future__ import annotations

import sys

from bot.app import load_conversation
from bot.search.understanding import Understander, Understanding
from bot.settings import read_settings
from tests.urgency.cases import Case, Language, languages, read


def main() -> None:
    """A line a language; below it, for the languages that are named, each case that is read wrongly."""
    understander = load_conversation(read_settings({})).understander
    for language in languages():
        sys.stdout.write(_told(language, understander, language.language in sys.argv[1:]))


def _told(language: Language, understander: Understander, whole: bool) -> str:
    found = read(understander, language)
    urgent = [meaning for case, meaning in found if case.means != "none"]
    calm = [meaning for case, meaning in found if case.means == "none"]
    wrong = [(case, meaning) for case, meaning in found if not case.is_read_rightly(meaning)]
    lines = [
        f"{language.language}: {_with_alarm(urgent)} of {len(urgent)} urgent messages found, "
        f"{_with_alarm(calm)} of {len(calm)} calm ones with an alarm, {len(wrong)} of {len(found)} read wrongly"
    ]
    lines += [_line(case, meaning) for case, meaning in wrong if whole or not case.fails]
    mended = [case for case, meaning in found if case.fails and case.is_read_rightly(meaning)]
    lines += [f'  right now, take "fails: true" away: {case.text}' for case in mended]
    return "\n".join(lines) + "\n"


def _with_alarm(found: list[Understanding]) -> int:
    return sum(meaning.urgency is not None for meaning in found)


def _line(case: Case, meaning: Understanding) -> str:
    strength = f", {'sure' if meaning.sure else 'unsure'}" if meaning.urgency else ""
    known = "" if case.fails else " (new)"
    return f"  {case.means} is read as {meaning.urgency or 'none'}{strength}{known}: {case.text} [{case.gloss}]"


if __name__ == "__main__":
    main()
