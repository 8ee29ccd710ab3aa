"""Changes a YAML file's text, and only the characters it must: comments, order, quotes and line ends survive.

`set_value` puts a value at a path, whatever stood there before, `insert_item` puts one between the items of a list,
`remove` takes a field or an item out, `file_text` writes a new file. Text goes in and comes out as it is in the file,
byte order mark and line ends included: `bot.disk.edited_file` reads and writes it so.

Every edit is proved before it is handed back: the new text is read with the project's strict reader and must hold
exactly the values of the old one but for the change. What cannot be proved raises EditError, and nothing is written.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from bot.directory.yaml_source import Path, read_yaml
from bot.directory.yaml_splice import Splice
from bot.directory.yaml_text import STEP, Place, Value, node_text

_BYTE_ORDER_MARK = "\ufeff"


class EditError(Exception):
    """The file cannot be changed safely; the message says why, for the person who asked for it."""


def set_value(text: str, path: Path, value: Value, order: Sequence[str] = ()) -> str:
    """The text with `value` at `path`: changed where it stands, else added, with the groups around it.

    A list or group keeps every item that stays. The position just behind a list's last item appends. `order`: the
    fields' names in the order of the files; a new field is put behind the nearest of those before it, else last.
    """
    wanted = _plain(value)
    return _proved(text, path, lambda now: _set(now, path, wanted, order), lambda data: _put(data, path, wanted))


def insert_item(text: str, path: Path, value: Value) -> str:
    """The text with one more item in a list; `path` ends with the position that it gets."""
    wanted = _plain(value)
    return _proved(
        text, path, lambda now: _insert(now, path, wanted), lambda data: _at(data, path[:-1]).insert(path[-1], wanted)
    )


def remove(text: str, path: Path) -> str:
    """The text without the field or item at `path`. A comment in a line of its own stays."""
    return _proved(text, path, lambda now: _remove(now, path), lambda data: _at(data, path[:-1]).pop(path[-1]))


def file_text(fields: Mapping[str, Value], head: str) -> str:
    """A whole new file: the line for editors, then the fields in their order."""
    text = f"{head}\n{node_text(fields, Place(0, STEP))}\n"
    if _data(text, "The new text would bring this in; change it.") != _plain(fields):
        raise EditError("this cannot be written as a file")
    return text


def _proved(text: str, path: Path, edit: Callable[[str], str], change: Callable[[Any], object]) -> str:
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    before = text.removeprefix(mark)
    wanted = copy.deepcopy(_data(before, "Mend that first: a file with an error is not edited."))
    try:
        change(wanted)
        after = edit(before)
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise EditError(f'"{".".join(map(str, path))}" is not there, or is all that the file holds') from error
    if _data(after, "The new text would bring this in; change it.") != wanted:
        raise EditError("this cannot be changed without harm to what stands around it: edit the file by hand")
    return mark + after


def _data(text: str, mend: str) -> dict[str, Any]:
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        raise EditError("a character could not be read as it was typed: type it again") from None
    document, problems = read_yaml(raw, "the file")
    if problems:
        first = min(problems)
        raise EditError(f"line {first.line}: {first.message}. {mend}")
    return document.data


def _plain(value: Value) -> Any:
    """The value in the reader's own types, so that the two can be compared."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    if isinstance(value, bool | int | float | date):
        return value
    raise EditError(f"{value!r} cannot stand in a file")


def _put(data: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        data = data.setdefault(step, {}) if isinstance(data, dict) else data[step]
    if isinstance(data, list) and path[-1] == len(data):
        data.append(value)
    else:
        data[path[-1]] = value


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _same(one: Any, other: Any) -> bool:
    """Equal, and not only by count: for YAML true is another value than 1."""
    return bool(one == other) and type(one) is type(other)


# --- edits of a text that is known to be sound


def _set(text: str, path: Path, value: Any, order: Sequence[str]) -> str:
    old, node = Splice(text), None
    for depth, step in enumerate(path):
        node = old.child(old.node(path[:depth]), step)
        if node is None:
            for missing in reversed(path[depth + 1 :]):
                value = {missing: value}
            return old.add(path[:depth], step, value, order)
    data = _at(read_yaml(text.encode(), "")[0].data, path)
    if _same(data, value):
        return text
    if isinstance(data, dict) and isinstance(value, dict) and value and data:
        return _set_fields(text, path, data, value, order)
    if isinstance(data, list) and isinstance(value, list) and value and data:
        return _set_items(text, path, data, value, order)
    return old.replace(path, value)


def _set_fields(text: str, path: Path, data: dict[str, Any], value: dict[str, Any], order: Sequence[str]) -> str:
    for key, item in value.items():
        if key not in data or not _same(data[key], item):
            text = _set(text, (*path, key), item, order)
    for key in data.keys() - value.keys():
        text = _remove(text, (*path, key))
    return text


def _set_items(text: str, path: Path, data: list[Any], value: list[Any], order: Sequence[str]) -> str:
    """What begins and ends alike stays; what lies between is changed one by one, then put in or taken out."""
    shorter = min(len(data), len(value))
    first = next((n for n in range(shorter) if not _same(data[n], value[n])), shorter)
    last = next((n for n in range(shorter - first) if not _same(data[-1 - n], value[-1 - n])), shorter - first)
    old, new = len(data) - last, len(value) - last
    for index in range(first, min(old, new)):
        text = _set(text, (*path, index), value[index], order)
    for index in range(old, new):
        text = _insert(text, (*path, index), value[index])
    for index in range(old - 1, new - 1, -1):
        text = _remove(text, (*path, index))
    return text


def _insert(text: str, path: Path, value: Any) -> str:
    return Splice(text).add(path[:-1], path[-1], value, ())


def _remove(text: str, path: Path) -> str:
    return Splice(text).remove(path)
