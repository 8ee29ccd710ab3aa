"""Where the nodes of a YAML text begin and really end, and how one is exchanged, put in or taken out by its place.

The text is sound: `bot.directory.yaml_edit` has read it before, and reads what comes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

import yaml

from bot.directory.yaml_source import Path
from bot.directory.yaml_text import (
    STEP,
    WIDEST,
    Place,
    Style,
    after_colon,
    entry_text,
    item_text,
    node_text,
    scalar_text,
)

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile(r"\r\n|\r|\n")


class Splice:
    """A text, its nodes, and the three edits. Paths lead to what is there, but for the last step of `add`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Any = yaml.compose(text, Loader=_Loader)
        found = _BREAK.search(text)
        self.newline = found[0] if found else "\n"

    def child(self, node: Any, step: str | int) -> Any:
        """The value of a field, or the item at a position; None where there is none."""
        if isinstance(node, yaml.MappingNode):
            return next((value for key, value in node.value if key.value == step), None)
        return node.value[step] if 0 <= int(step) < len(node.value) else None

    def node(self, path: Path) -> Any:
        """The node at a path."""
        node = self.root
        for step in path:
            node = self.child(node, step)
        return node

    def _end(self, node: Any) -> int:
        """Where the last character of a node stands. (PyYAML's own mark of a block runs on to the next field.)"""
        end = int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
            return len(self.text[:end].rstrip(" \r\n"))
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            return end
        last = node.value[-1]
        return self._end(last[1] if isinstance(last, tuple) else last)

    def _line_end(self, index: int) -> int:
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def _line_start(self, index: int) -> int:
        return index - self._column(index)

    def _column(self, index: int) -> int:
        return len(_BREAK.split(self.text[:index])[-1])

    def _first_word(self, index: int) -> int:
        """The column of the first word of a line, dashes passed over."""
        line = self.text[self._line_start(index) : self._line_end(index)]
        return len(line) - len(line.lstrip(" -"))

    def _spliced(self, start: int, end: int, new: str) -> str:
        return self.text[:start] + new + self.text[end:]

    # --- one value for another

    def replace(self, path: Path, value: Any) -> str:
        """The text with `value` in the place of the node."""
        if not path:
            raise KeyError("the whole file")
        node, around = self.node(path), self.node(path[:-1])
        start, end = int(node.start_mark.index), self._end(node)
        column = self._column(start)
        step = (self._first_word(start) if around.flow_style else int(around.start_mark.column)) + STEP
        place = Place(
            column, step, self.newline, bool(around.flow_style), bool(self.text[end : self._line_end(end)].strip())
        )
        one = not isinstance(value, dict | list)
        if one and isinstance(node, yaml.ScalarNode) and start < end:
            return self._spliced(start, end, scalar_text(value, place, _style(node)))
        if around.flow_style or isinstance(around, yaml.SequenceNode):
            gap = " " if self.text[start - 1 : start] in {"-", ":"} else ""
            inside = Place(column, column, self.newline, place.in_brackets, place.rest_of_line)
            return self._spliced(start, end, gap + node_text(value, inside))
        key = next(key for key, of in around.value if of is node)
        colon = self.text.index(":", key.end_mark.index) + 1
        return self._spliced(colon, end, after_colon(value, Place(self._column(colon) + 1, step, self.newline)))

    # --- one more

    def add(self, path: Path, step: str | int, value: Any, order: Sequence[str]) -> str:
        """Puts in a field or an item that was not there."""
        around = self.node(path)
        if not around.value:
            return self.replace(path, {step: value} if isinstance(step, str) else [value])
        if isinstance(around, yaml.MappingNode):
            keys = [key.value for key, _ in around.value]
            behind, nodes = _behind(str(step), keys, order), [key for key, _ in around.value]
            ends = [self._end(item) for _, item in around.value]
        else:
            behind, nodes = int(step) - 1, around.value
            ends = [self._end(item) for item in around.value]
        column = int(around.start_mark.column)
        place = Place(column, column + STEP, self.newline, bool(around.flow_style))

        if isinstance(step, str):
            new = entry_text(step, value, place)
        else:
            new = item_text(value, place, _style(nodes[max(behind, 0)]))
        if around.flow_style:
            return self._add_in_brackets(new, nodes, ends, behind)
        if behind < 0:
            start = int(around.start_mark.index)
            return self._spliced(start, start, f"{new}{self.newline}{' ' * column}")
        end = self._line_end(ends[behind])
        return self._spliced(end, end, f"{self.newline}{' ' * column}{new}")

    def _add_in_brackets(self, new: str, nodes: list[Any], ends: list[int], behind: int) -> str:
        if behind < 0:
            start = int(nodes[0].start_mark.index)
            return self._spliced(start, start, f"{new}, ")
        end = ends[behind]
        if self._column(end) + len(f", {new},") <= WIDEST:
            return self._spliced(end, end, f", {new}")
        first = int(nodes[0].start_mark.index)
        goes_on = self._line_start(first) != self._line_start(end)
        step = self._first_word(end) + (0 if goes_on else STEP)
        return self._spliced(end, end, f",{self.newline}{' ' * step}{new}")

    # --- one fewer

    def remove(self, path: Path) -> str:
        """Takes out a field or an item."""
        around, step = self.node(path[:-1]), path[-1]
        if self.child(around, step) is None:
            raise KeyError(step)
        if isinstance(around, yaml.MappingNode):
            spans = [(int(key.start_mark.index), self._end(value)) for key, value in around.value]
            index = [key.value for key, _ in around.value].index(step)
        else:
            spans = self._items(around)
            index = int(step)
        if len(spans) == 1:
            return self.replace(path[:-1], {} if isinstance(step, str) else [])
        start, end = spans[index]
        if around.flow_style:
            last = index == len(spans) - 1
            return (
                self._spliced(spans[index - 1][1], end, "") if last else self._spliced(start, spans[index + 1][0], "")
            )
        begin = self._line_start(start)
        if self.text[begin:start].strip():
            return self._spliced(start, spans[index + 1][0], "")
        stop = self._line_end(end)
        found = _BREAK.match(self.text, stop)
        if found:
            return self._spliced(begin, found.end(), "")
        before = len(self.text[:begin].removesuffix(self.newline))
        return self._spliced(before, stop, "")

    def _items(self, around: Any) -> list[tuple[int, int]]:
        """Where the items of a list begin, with their dashes, and end."""
        if around.flow_style:
            return [(int(item.start_mark.index), self._end(item)) for item in around.value]
        dash = re.compile(rf"^ {{{around.start_mark.column}}}-(?=\s)", re.MULTILINE)
        spans: list[tuple[int, int]] = []
        for item in around.value:
            start = int(around.start_mark.index)
            if spans:
                found = dash.search(self.text, self._line_end(spans[-1][1]))
                start = found.end() - 1 if found else int(item.start_mark.index)
            spans.append((start, self._end(item)))
        return spans


def _behind(key: str, keys: list[str], order: Sequence[str]) -> int:
    """The position of the field behind which `key` is put; -1 where it comes first."""
    if key not in order:
        return len(keys) - 1
    before = {name: rank for rank, name in enumerate(order[: list(order).index(key)])}
    nearest = max((name for name in keys if name in before), key=lambda name: before[name], default=None)
    return keys.index(nearest) if nearest is not None else -1


def _style(node: Any) -> Style | None:
    """How a text stands in the file; None for a list or a group."""
    return cast("Style", node.style or "") if isinstance(node, yaml.ScalarNode) else None
