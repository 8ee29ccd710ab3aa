"""Services as sheets: a row a service, a row a phone, a row a source; ids first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.directory.entry import ENGLISH
from bot.interchange.held import Held, at
from bot.interchange.service_columns import LANGUAGE, LAYOUTS, VERSION, Column, Layout
from bot.interchange.sheet import Row, Sheet

FIRST_ROW = 2
"""The row below the headings."""


def service_sheets(services: Sequence[Held], languages: Mapping[str, str]) -> list[Sheet]:
    """All sheets. `languages`: the directory's, id and English name; those in which there is a text get columns."""
    return [_sheet(layout, services, _used(layout, services, languages)) for layout in LAYOUTS]


def _sheet(layout: Layout, services: Sequence[Held], languages: Mapping[str, str]) -> Sheet:
    columns = layout.columns(languages)
    rows = tuple(
        Row(number, (*name, *(_cell(layout, column, service, position) for column in columns), service.version))
        for number, (name, service, position) in enumerate(_stands_for(layout, services), FIRST_ROW)
    )
    headings = (*layout.first, *(column.heading for column in columns), VERSION)
    choices = {column.heading: found for column in columns if (found := layout.choices(column))}
    return Sheet(layout.name, headings, rows, choices)


def _stands_for(layout: Layout, services: Sequence[Held]) -> Iterator[tuple[tuple[str, ...], Held, int]]:
    """What each row stands for: its first cells, the service, the position in the list."""
    for service in services:
        if not layout.items:
            yield (service.id,), service, 0
        for position, _ in enumerate(at(service.data, layout.items) or [] if layout.items else []):
            yield (service.id, str(position + 1)), service, position


def _cell(layout: Layout, column: Column, service: Held, position: int) -> str:
    value = at(service.data, layout.path(column.path, position))
    return "" if value is None else column.kind.written(value)


def _used(layout: Layout, services: Sequence[Held], languages: Mapping[str, str]) -> dict[str, str]:
    """English, and the languages in which a text of this sheet stands."""
    groups = [column.path[: column.path.index(LANGUAGE)] for column in layout.own if LANGUAGE in column.path]
    found = {ENGLISH}
    for _, service, position in _stands_for(layout, services):
        for group in groups:
            found |= (at(service.data, layout.path(group, position)) or {}).keys()
    return {language: name for language, name in languages.items() if language in found}
