"""Prints how urgency is read in each language, and what is new: `python -m tests.urgency`; `… pl` tells all of Polish.

By words alone, as the tests do; `--encoder` asks the second reader too, where the machine has one.
"""

from __future__ import annotations

import argparse
import sys

from bot.app import load_conversation
from bot.search.understanding import Understander, Understanding
from bot.settings import read_settings
from tests.urgency.cases import Case, Language, languages, read


def main() -> None:
    """A line a language, and below it what is read wrongly: all of it for the languages that are named."""
    options = argparse.ArgumentParser(prog="python -m tests.urgency", description=__doc__)
    options.add_argument("languages", nargs="*", help="tell every case that is read wrongly in these")
    options.add_argument("--encoder", action="store_true")
    given = options.parse_args()
    settings = read_settings({"SIGNPOST_ENCODER": "yes" if given.encoder else "no"})
    understander = load_conversation(settings).understander
    for language in languages():
        sys.stdout.write(_told(language, understander, whole=language.language in given.languages))


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
