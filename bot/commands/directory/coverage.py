"""`signpost directory coverage`: how many services there are for each need in each district."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.clock import now
from bot.commands.directory.known_ids import known
from bot.commands.directory.opened import opened
from bot.commands.directory.saving import save
from bot.directory.directory import Directory
from bot.directory.district import District
from bot.directory.opening_hours import LONDON
from bot.directory.public_facts import places
from bot.directory.service import Service
from bot.search.coverage import Cell, Row
from bot.search.coverage import coverage as counted

_STYLES = {"nobody": "bold white on red", "national": "black on yellow", "one": "", "few": "", "many": "green"}
_LEGEND = 'Local services + those for everywhere. "0+5": only services for everywhere. "none": nobody.'
_SHORTEST = 3
_CELL = 6
"""Columns of one district: two numbers of two digits, a plus, and the space before the next one."""


def coverage(
    area: Annotated[str, typer.Option(help="Only the districts of an area, or one district.")] = "",
    need: Annotated[str, typer.Option(help="Only one need, with the names of its services.")] = "",
    html: Annotated[Path | None, typer.Option(dir_okay=False, help="Write a page that prints, instead.")] = None,
) -> None:
    """Count the services for each need in each district: how many are local, how many are for everywhere."""
    hub = opened()
    directory, today = hub.directory, now().astimezone(LONDON).date()
    known("area or district", area, [*directory.areas, *directory.districts])
    known("need", need, [found.id for found in directory.needs.values() if found.kind == "services"])
    wanted = directory.districts_of((area,)) if area else frozenset(directory.districts)
    districts = [district for district in directory.districts.values() if district.id in wanted]
    needs = [directory.needs[need]] if need else list(directory.needs.values())
    rows = counted(directory, needs, [district.id for district in districts], today)
    if html:
        save(html, _page(rows, directory, districts, today))
        typer.echo(html)
        return
    console = Console(file=sys.stdout, highlight=False)
    _print_tables(console, rows, districts)
    if need:
        _print_names(console, rows[0], directory, districts)


def _print_tables(console: Console, rows: Sequence[Row], districts: Sequence[District]) -> None:
    """As many districts beside each other as fit, then the next ones below."""
    first = max(len(row.need.id) for row in rows) + 1
    heads = _short([district.name for district in districts])
    count = max((console.width - first) // _CELL, 1)
    for start in range(0, len(districts), count):
        columns = range(start, min(start + count, len(districts)))
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=0)
        table.add_column("Need", width=first - 1, no_wrap=True)
        for column in columns:
            table.add_column(heads[column], width=_CELL - 1, justify="right", no_wrap=True)
        for row in rows:
            table.add_row(row.need.id, *(_cell(row.cells[column]) for column in columns))
        console.print(table)
        console.print()
    console.print(", ".join(f"{head} {district.name}" for head, district in zip(heads, districts, strict=True)))
    console.print(_LEGEND)


def _cell(cell: Cell) -> Text:
    text = "none" if cell.level == "nobody" else f"{len(cell.local)}+{len(cell.national)}"
    return Text(text, _STYLES[cell.level])


def _print_names(console: Console, row: Row, directory: Directory, districts: Sequence[District]) -> None:
    console.print()
    for service, where in _where(row, directory, districts):
        console.print(f"{service.name} ({service.id}): {where}", soft_wrap=True)
    names = ", ".join(f"{service.name} ({service.id})" for service in row.national)
    console.print(f"Everywhere: {names or 'no service'}", soft_wrap=True)


def _short(names: Sequence[str]) -> list[str]:
    """The names cut as short as they can be told apart."""
    length = _SHORTEST
    while len({name[:length] for name in names}) < len(set(names)):
        length += 1
    return [name[:length] for name in names]


def _page(rows: Sequence[Row], directory: Directory, districts: Sequence[District], today: date) -> str:
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return templates.get_template("coverage.html").render(
        rows=[(row, _where(row, directory, districts)) for row in rows],
        districts=districts,
        today=today,
        only_national=[row for row in rows if all(cell.level == "national" for cell in row.cells)],
        nobody=[row for row in rows if any(cell.level == "nobody" for cell in row.cells)],
    )


def _where(row: Row, directory: Directory, districts: Sequence[District]) -> list[tuple[Service, str]]:
    """The local services of a need, each with the districts that it covers."""
    found: dict[str, tuple[Service, list[str]]] = {}
    for district, cell in zip(districts, row.cells, strict=True):
        for service in cell.local:
            found.setdefault(service.id, (service, []))[1].append(district.id)
    return [(service, places(covered, directory)) for service, covered in found.values()]
