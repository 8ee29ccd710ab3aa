"""Letters that look like those of another script: a Cyrillic "а" in a Latin word, a Latin "i" in a Ukrainian one.

They come from keyboards with two scripts, and from people who hide their words from a filter. A word of two scripts
is read in the one that most of its letters have. Words of one script stay as they are.
"""

from __future__ import annotations

import re

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile(r"[\u0370-\u03ff\u0400-\u0482\u048a-\u052f]")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u0482\u048a-\u052f]+")

# By how they look: a capital often resembles another letter than its small one does. Greek comes last.
_TO_LATIN = str.maketrans(
    "авсԁеһіјкӏмнорԛѕтѵԝху" + "АВСЕНІЈКМОРԚЅТХУ" + "αεικνορτυχγ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "abcdehijklmhopqstvwxy" + "ABCEHIJKMOPQSTXY" + "aeikvoptuxy" + "ABEZHIKMNOPTYX",
)
_TO_CYRILLIC = str.maketrans("abcehijkmopstxy" + "ABCEHIJKMOPSTXY", "авсеһіјкморѕтху" + "АВСЕНІЈКМОРЅТХУ")


def in_one_script(text: str) -> str:
    """`text` with each mixed word in the script of most of its letters, or else in that of most of the text."""
    if not (_LATIN.search(text) and _OTHER.search(text)):
        return text
    mostly_latin = _more_latin(text) >= 0

    def one(match: re.Match[str]) -> str:
        word = match[0]
        more = _more_latin(word)
        if abs(more) == len(word):
            return word
        return word.translate(_TO_LATIN if more > 0 or (more == 0 and mostly_latin) else _TO_CYRILLIC)

    return _WORD.sub(one, text)


def _more_latin(text: str) -> int:
    """How many more letters are Latin than of the other scripts."""
    return len(_LATIN.findall(text)) - len(_OTHER.findall(text))
