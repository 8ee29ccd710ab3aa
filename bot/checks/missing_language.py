"""A language has some texts, and not all of them: people read the others in English.

There is one finding a language, with the first text that is missing. A language without any text is not told: it has
not been begun. Entries that are not shown do not count.

    languages.yaml:3:5: Polish lacks 43 of 44 texts; the first is in hub.yaml (missing-language)
        Add a line "pl: ..." below the English one, there and wherever it is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.directory.entry import ENGLISH
from bot.directory.language import Languages
from bot.directory.problem import Problem
from bot.directory.service import Service
from bot.directory.yaml_source import Path


def check(checked: Checked) -> Iterator[Problem]:
    """Every language that has been begun and not finished."""
    texts: dict[tuple[str, Path, Path], set[str]] = {}
    for text in checked.texts:
        value = checked.values[text.file]
        if not isinstance(value, Service) or value.status == "live":
            texts.setdefault((text.file, text.before, text.after), set()).add(text.language)
    for spoken, key, _ in checked.sentences:
        texts.setdefault(("the program's own sentences", (key,), ()), set()).add(spoken)
    for languages_file, languages in checked.of(Languages):
        for index, language in enumerate(languages.languages):
            if not any(language.id in there for there in texts.values()):
                continue
            missing = [file for (file, *_), there in texts.items() if ENGLISH in there and language.id not in there]
            if missing:
                message = f"{language.english_name} lacks {len(missing)} of {len(texts)} texts; "
                message += f"the first is in {missing[0]}"
                mend = f'Add a line "{language.id}: ..." below the English one, there and wherever it is missing.'
                yield checked.warning(languages_file, ("languages", index), message, mend)
