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
_LATIN_END = 0x0530
"""Below this code point stand Latin, Greek and Cyrillic letters, whose accents are dropped."""
_ARABIC_MARKS = range(0x064B, 0x0660)
_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0dff]+[^\W_]*)*|[?!]|[\u2600-\u27bf\U0001f300-\U0001faff]")
_STRETCHED = re.compile(r"(\w)\1{2,}")


def shortened(text: str) -> str:
    """`text` itself, or the beginning and end of one that is too long to read in time."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"


def folded(text: str) -> str:
    """Lower case, one form for each letter, no accents, no stretched letters, no invisible characters."""
    text = unicodedata.normalize("NFKC", shortened(text)).lower().translate(_FOLDED)
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not _dropped(char))
    return _STRETCHED.sub(r"\1", unicodedata.normalize("NFC", plain))


def words(text: str) -> list[str]:
    """The words of a message, folded; apostrophes vanish ("he's" is "hes"), ? and ! are words of their own."""
    return _WORD.findall(folded(text).replace("'", ""))


def _dropped(char: str) -> bool:
    category = unicodedata.category(char)
    if category == "Mn":
        return _last_base_is_plain(char) or ord(char) in _ARABIC_MARKS
    return category in {"Cf", "Cc"} and char not in "\n\t\r"


def _last_base_is_plain(mark: str) -> bool:
    return ord(mark) < _LATIN_END
