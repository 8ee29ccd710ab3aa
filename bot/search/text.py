"""Text as the understanding sees it: one spelling for what people type in many.

Vowel signs of Indic scripts are letters here and stay (rapidfuzz's own `default_process` blanks them). Latin and
Cyrillic accents go, because many people type without them; Arabic, Persian and Urdu letter variants become one.
"""

from __future__ import annotations

import re
import unicodedata

from bot.search.look_alikes import in_one_script

LONGEST = 4000
"""Characters of a message that are read: its beginning and its end, half each. Invisible ones do not count."""

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
        "\u2800": " ",
        "\u2019": "'",
        "\u2018": "'",
        "`": "'",
        "\u00b4": "'",
        "\u02bc": "'",
        "\u02b9": "'",
        "\u201b": "'",
        "\u2032": "'",
    }
)
_DROPPED = re.compile(
    "["
    # Accents of Latin, Greek and Cyrillic letters, and what is piled on letters; not the vowel signs of Indic scripts.
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u064b-\u065f\u0670"  # vowel marks of Arabic script
    "\u0000-\u0008\u000e-\u001f\u007f-\u009f"
    # Unicode's Default_Ignorable_Code_Point, but for the non-joiner, which Persian writes between parts of a word.
    "\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200d-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]+"
)
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0963\u0966-\u0dff]+[^\W_]*)*|[?!]|[\u2600-\u27bf\U0001f300-\U0001faff]")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}|([?!])\2+")
_SPACED_OUT = re.compile(r"(?<!\S)[^\W\d_](?:\s+[^\W\d_]){3,}(?!\S)")
"""Four letters or more that stand alone: words typed letter by letter, perhaps with wider gaps between them."""
_WITHIN_A_WORD = re.compile(r"(?<=\S)\s(?=\S)")


def shortened(text: str) -> str:
    """`text` itself, or the beginning and end of one that is too long to read in time."""
    if len(text) > LONGEST:
        text = _BLANKS.sub(" ", _DROPPED.sub("", text))
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2 - 1]} {text[-LONGEST // 2 :]}"


def folded(text: str) -> str:
    """Lower case, one form for each letter, no accents, no stretched letters, no invisible characters."""
    text = shortened(text)
    if not text.isascii():
        # Shortened again: a single sign can stand for a whole sentence.
        text = in_one_script(shortened(unicodedata.normalize("NFKC", text))).lower().translate(_FOLDED)
        text = unicodedata.normalize("NFC", _DROPPED.sub("", unicodedata.normalize("NFD", text)))
    else:
        text = _DROPPED.sub("", text.lower()).replace("`", "'")
    text = _SPACED_OUT.sub(lambda found: _WITHIN_A_WORD.sub("", found[0]), text)
    return _STRETCHED.sub(r"\1\2", text)


def words(text: str) -> list[str]:
    """The words of a message, folded; apostrophes vanish ("he's" is "hes"), ? and ! are words of their own."""
    return _WORD.findall(folded(text).replace("'", ""))
