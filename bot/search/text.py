"""Text as the understanding sees it: one spelling for what people type in many.

Vowel signs of Indic scripts are letters here and stay (rapidfuzz's own `default_process` blanks them). Latin and
Cyrillic accents go, because many people type without them; Arabic, Persian and Urdu letter variants become one.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 4000
"""Characters of a message that are read: its beginning and its end, half each."""

_FOLDED = str.maketrans(
    {
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "ø": "o",
        "ё": "е",
        "ґ": "г",
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ؤ": "و",
        "ـ": None,
        "\u200c": " ",
        "\u2019": "'",
        "\u2018": "'",
        "`": "'",
        "\u00b4": "'",
        "\u02bc": "'",
    }
)
_DROPPED = re.compile(
    "["
    "\u0300-\u036f\u0483-\u0487"  # accents of Latin, Greek and Cyrillic letters; not the vowel signs of Indic scripts
    "\u064b-\u065f\u0670"  # vowel marks of Arabic script
    "\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "]+"
)
_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0963\u0966-\u0dff]+[^\W_]*)*|[?!]|[\u2600-\u27bf\U0001f300-\U0001faff]")
_STRETCHED = re.compile(r"(\w)\1{2,}")


def shortened(text: str) -> str:
    """`text` itself, or the beginning and end of one that is too long to read in time."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"


def folded(text: str) -> str:
    """Lower case, one form for each letter, no accents, no stretched letters, no invisible characters."""
    text = shortened(text).lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).lower().translate(_FOLDED)
        text = unicodedata.normalize("NFC", _DROPPED.sub("", unicodedata.normalize("NFD", text)))
    else:
        text = _DROPPED.sub("", text).replace("`", "'")
    return _STRETCHED.sub(r"\1", text)


def words(text: str) -> list[str]:
    """The words of a message, folded; apostrophes vanish ("he's" is "hes"), ? and ! are words of their own."""
    return _WORD.findall(folded(text).replace("'", ""))
