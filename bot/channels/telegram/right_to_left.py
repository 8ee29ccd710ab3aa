"""Keeps numbers, times and Latin names in order inside a text that runs from right to left.

Without the marks, "0808 2000 247" can be shown as "247 2000 0808" between Arabic words: a wrong number.
"""

from __future__ import annotations

import re

_ISOLATE, _END = "\u2066", "\u2069"
_CORE = "0-9A-Za-z\u00c0-\u024f"
_RUN = re.compile(rf"\+?[{_CORE}](?:[{_CORE} .,:;/@&'’()+_%?=#–-]*[{_CORE}])?")


def isolated(text: str) -> str:
    """`text` with every run of digits and Latin letters isolated (U+2066 … U+2069)."""
    return _RUN.sub(lambda run: f"{_ISOLATE}{run[0]}{_END}", text)
