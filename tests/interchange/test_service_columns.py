"""A field of a service that has no column would be lost between the directory and the spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from bot.directory.service import Service
from bot.directory.yaml_source import Path
from bot.interchange.fields import choices_at, fields_at
from bot.interchange.service_columns import LANGUAGE, LAYOUTS


def fields(path: Path = ()) -> Iterator[Path]:
    """Every place for a value in a service's file: positions are 0, languages "*"."""
    for name in fields_at(Service, path):
        inner = (*path, name)
        for below in ((), (0,), (LANGUAGE,)):
            if fields_at(Service, (*inner, *below)):
                yield from fields((*inner, *below))
                break
        else:
            yield inner


def without_language(path: Path) -> Path:
    return tuple(step for step in path if step != LANGUAGE)


def test_every_field_of_a_service_has_a_column() -> None:
    columns = {without_language(layout.path(column.path, 0)) for layout in LAYOUTS for column in layout.own} | {("id",)}

    assert {without_language(path) for path in fields()} == columns


def test_no_heading_stands_twice_in_a_sheet() -> None:
    for layout in LAYOUTS:
        headings = [*layout.first, *(column.heading for column in layout.columns({"en": "English", "pl": "Polish"}))]
        assert len(headings) == len(set(headings))


def test_a_column_of_a_few_words_knows_them() -> None:
    assert choices_at(Service, ("status",)) == ("live", "draft", "historic")
    assert choices_at(Service, ("name",)) == ()
