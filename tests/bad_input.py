"""What nobody would call a message, and what people do to messages: for the tests of bad input and `tests/fuzz.py`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from random import Random

from tests.hard_rules import MARK, TURNS_TEXT_AROUND

INVISIBLE = "\u00ad\u034f\u115f\u17b4\u180e\u200b\u200d\u2060\u2064\u3164\ufe0f\ufeff\uffa0\U000e0041"
CONTROLS = "".join(map(chr, (*range(32), *range(0x7F, 0xA0))))
OTHER_ALPHABETS = "ვინ არის ეს ማን ነው 你好吗 こんにちは 안녕 สวัสดี Γειά שלום բարեւ தமிழ் తెలుగు ᚠᚢᚦ ꙮ 𒀀 𓀀"
_TO_CYRILLIC = str.maketrans("aceopxyiAHKMTB", "асеорхуіАНКМТВ")
_TO_LEET = str.maketrans("aeiost", "431057")


def looking_alike(text: str) -> str:
    """Every other letter that has one is replaced by its Cyrillic double."""
    return "".join(char.translate(_TO_CYRILLIC) if place % 2 else char for place, char in enumerate(text))


def full_width(text: str) -> str:
    """As a keyboard for Chinese or Japanese types it."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def spaced_out(text: str) -> str:
    """A blank after each letter, wider gaps between words."""
    return "   ".join(" ".join(word) for word in text.split())


def piled_up(text: str, height: int = 12) -> str:
    """Marks piled on each letter ("zalgo")."""
    return "".join(char + "\u0301\u0489\u20dd"[place % 3] * height for place, char in enumerate(text))


NO_MESSAGES: Mapping[str, str] = {
    "empty": "",
    "blanks": " \t\u3000\u00a0\n",
    "only emoji": "😭🙏🏽👩‍👧‍👦🇬🇧",
    "100,000 letters of sentences": f"he took my wages and my phone {MARK} " * 2700,
    "100,000 emoji": "😭" * 100_000,
    "100,000 blanks": " " * 100_000,
    "100,000 marks on one letter": "a" + "\u0301" * 100_000,
    "100,000 signs that stand for sentences": "\ufdfa" * 100_000,
    "a wall of one letter": "a" * 100_000,
    "a wall of one letter, spaced out": "a " * 50_000,
    "4,096 newlines": "\n" * 4096,
    "4,096 newlines around a word": "\n" * 2048 + MARK + "\n" * 2048,
    "2,000 sentences": "a. " * 2000,
    "4,000 letters of words that nobody knows": " ".join(f"{number:06x}" for number in range(0, 6_000_000, 10_500)),
    "invisible characters": INVISIBLE * 50,
    "direction overrides": f"\u202e\u2066\u2067{MARK}\u200f \u202drefuge in \u202elondon\u2066",
    "control characters": CONTROLS,
    "NUL": "\x00",
    "lone surrogates": "\ud800 \udfff\ud83d he\udc00lp",
    "markup": f"<script>alert('{MARK}')</script><b>refuge in <i>london</i></b> &lt;x&gt; {{{{ 7*191 }}}}",
    "JSON": json.dumps({"text": MARK, "action": "exit", "deep": [[[[]]]]}),
    "deep JSON": '{"a":[' * 5000,
    "SQL": f"'; DROP TABLE chats; -- {MARK}",
    "a format string": "%s%n {0} {name} ${HOME} $(id) \\x41 \\u202e",
    "a path": "../../etc/passwd\x00.yaml",
    "a phone number": "+44 7700 900123",
    "a link": f"https://example.org/{MARK}?q=help#999",
    "a slash": "/",
    "many slashes": "/" * 4000,
    "a command that is none": f"/{MARK} now",
    "a postcode again and again": "ct9 1ab " * 500,
    "places": "margate dover deal minster london ashbridge " * 90,
    "Georgian": "დამეხმარეთ",
    "Amharic": "እርዱኝ",
    "Chinese": "救命",
    "many alphabets": OTHER_ALPHABETS,
}
"""Nothing here says anything, yet each gets an answer. `MARK` must not come back."""


DISGUISES: Mapping[str, Callable[[str], str]] = {
    "letters of another script": looking_alike,
    "full-width letters": full_width,
    "letters spaced out": spaced_out,
    "marks piled on letters": piled_up,
    "invisible characters": INVISIBLE.join,
    "direction overrides": lambda text: "\u202e" + "\u2066".join(text) + "\u202c",
    "NUL": "\x00".join,
    "lone surrogates around it": lambda text: f"\ud800 {text} \udfff",
    "bold mathematical letters": lambda text: "".join(
        chr(0x1D5EE + ord(char) - ord("a")) if "a" <= char <= "z" else char for char in text
    ),
    "stretched letters": lambda text: "".join(char * 4 for char in text),
    "newlines around it": lambda text: "\n" * 2040 + text + "\n" * 2040,
    "blanks around it": lambda text: " " * 50_000 + text + " " * 50_000,
    "markup": lambda text: f"<b>{text}</b>",
    "JSON": lambda text: json.dumps({"text": text}),
}
"""What people, keyboards and programs do to a message without a change of what it says."""


MUTATIONS: Mapping[str, Callable[[str, Random], str]] = {
    **{name: lambda text, _, change=change: change(text) for name, change in DISGUISES.items()},  # type: ignore[misc]
    "cut": lambda text, random: text[random.randint(0, len(text)) :][: random.randint(0, 60)],
    "repeated": lambda text, random: text * random.choice((2, 2, 3, 3, 40, 900)),
    "mistyped": lambda text, random: _at_some_places(text, random, lambda char: random.choice((char * 2, "", "x"))),
    "shuffled": lambda text, random: " ".join(random.sample(text.split(), len(text.split()))),
    "in capitals": lambda text, _: text.upper(),
    "in letters and figures": lambda text, _: text.translate(_TO_LEET),
    "characters from anywhere": lambda text, random: _at_some_places(
        text, random, lambda char: char + chr(random.randrange(0x110000))
    ),
    "controls": lambda text, random: _at_some_places(
        text, random, lambda char: char + random.choice(CONTROLS + TURNS_TEXT_AROUND + INVISIBLE)
    ),
    "other alphabets": lambda text, random: f"{text} {random.choice(OTHER_ALPHABETS.split())}",
    "marked": lambda text, random: random.choice((f"{MARK} {text}", f"{text} in {MARK}", f"/{MARK} {text}")),
    "as a command": lambda text, random: f"/{random.choice(('start', 'area', 'language', 'exit@bot', ''))} {text}",
}
"""Changes of a message by chance, by name."""


def _at_some_places(text: str, random: Random, change: Callable[[str], str]) -> str:
    share = random.choice((0.02, 0.1, 0.5))
    return "".join(change(char) if random.random() < share else char for char in text)
