"""One of the program's own sentences has other {words in braces}, numbers or links than its English one.

The program fills in what stands in braces. With another name there, it could not say the sentence at all. The
sentences stand in `locales/<language>/LC_MESSAGES/signpost.po`.

    locales/pl/LC_MESSAGES/signpost.po:4:1: the Polish text lacks {time}, which the English one has (catalogue-differs)
        Write it as in the English text, numbers with the digits 0 to 9.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.carried_over import differences, filled_in
from bot.checks.checked import Checked
from bot.checks.translation_differs import MEND
from bot.directory.entry import ENGLISH
from bot.directory.problem import Problem


def check(checked: Checked) -> Iterator[Problem]:
    """Every difference between a sentence and its English one, and every brace that stands alone."""
    english = {key: text for language, key, text in checked.sentences if language == ENGLISH}
    for language, key, text in checked.sentences:
        if filled_in(text) is None:
            message = f'the braces of "{key}" do not match'
            yield checked.sentence_error(
                language, key, message, "Write each name as in {time}: one brace on each side."
            )
        elif language != ENGLISH:
            for message in differences(english[key], text, checked.language_name(language)):
                yield checked.sentence_error(language, key, message, MEND)
