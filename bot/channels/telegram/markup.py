"""Lines of text as Telegram's HTML, and their distribution over messages that Telegram accepts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.channels.telegram.right_to_left import isolated

LONGEST_MESSAGE = 4096
"""Counted as Telegram counts, in UTF-16 units; the markup counts too here, so a message is never too long."""
_LONGEST_LINK = 1000
_CHUNK = 600
"""Characters of a line that is too long for a message: even if each becomes "&amp;", a chunk fits."""
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line."""

    text: str
    bold: bool = False
    link: str = ""


Line = tuple[Span, ...]


def size(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(message: str) -> str:
    """A message without its markup."""
    return html.unescape(_TAG.sub("", message))


def messages(head: str, blocks: Sequence[Sequence[Line]], right_to_left: bool) -> list[str]:
    """The blocks under `head`, in as many messages as it takes; each begins with `head`.

    A block moves to the next message as a whole if it can; a tag never spans two lines, so no split falls inside one.
    """
    head = _escaped(head, right_to_left)
    room = LONGEST_MESSAGE - size(head) - 2
    found = [head]
    for block in blocks:
        lines = [piece for line in block for piece in _fitting(line, room, right_to_left)]
        if found[-1] != head and size(found[-1]) + 2 + size("\n".join(lines)) > LONGEST_MESSAGE:
            found.append(head)
        gap = "\n\n"
        for line in lines:
            if size(found[-1]) + size(gap) + size(line) > LONGEST_MESSAGE:
                found.append(head)
                gap = "\n\n"
            found[-1] += gap + line
            gap = "\n"
    return found


def _fitting(line: Line, room: int, right_to_left: bool) -> Iterator[str]:
    """The line as HTML; cut between words, and without its markup, in the rare case that it is too long."""
    whole = "".join(_span(span, right_to_left) for span in line)
    if not plain(whole).strip():
        return
    if size(whole) <= room:
        yield whole
        return
    text = "".join(span.text for span in line)
    while text:
        end = len(text) if len(text) <= _CHUNK else max(text.rfind(" ", 1, _CHUNK + 1), 0) or _CHUNK
        if text[:end].strip():
            yield _escaped(text[:end].strip(), right_to_left)
        text = text[end:]


def _span(span: Span, right_to_left: bool) -> str:
    text = _escaped(span.text, right_to_left)
    if span.link.startswith(("https://", "http://")) and len(span.link) <= _LONGEST_LINK:
        text = f'<a href="{html.escape(span.link)}">{text}</a>'
    return f"<b>{text}</b>" if span.bold and text else text


def _escaped(text: str, right_to_left: bool) -> str:
    return html.escape(isolated(text) if right_to_left else text, quote=False)
