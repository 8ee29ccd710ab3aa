"""The sheets of a directory's services and their columns, in the words of those who keep them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.directory.entry import ENGLISH
from bot.directory.service import Service
from bot.directory.yaml_source import Path
from bot.interchange.cell_kinds import DATE, LINES, LIST, PHONE, TEXT, YES_NO, CellKind
from bot.interchange.fields import choices_at, fields_at

SERVICES = "Services"
ID = "Id"
SERVICE = "Service"
POSITION = "No."
VERSION = "Version"
LANGUAGE = "*"
"""In a path: any language. The column stands once for each."""


@dataclass(frozen=True, slots=True)
class Column:
    """One field: how it is headed, and where it stands in the service's file or in an item of the sheet's list."""

    heading: str
    path: Path
    kind: CellKind = TEXT

    def in_language(self, language: str, name: str) -> Column:
        """The column for one language; itself, if it is not of a text."""
        if LANGUAGE not in self.path:
            return self
        path = tuple(language if step == LANGUAGE else step for step in self.path)
        return Column(f"{self.heading} ({name})", path, self.kind)


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet: one row a service or, where `items` leads to a list, one row an item of it."""

    name: str
    items: Path
    own: tuple[Column, ...]

    @property
    def first(self) -> tuple[str, ...]:
        """The headings that say what a row stands for."""
        return (SERVICE, POSITION) if self.items else (ID,)

    def columns(self, languages: Mapping[str, str]) -> tuple[Column, ...]:
        """Its columns, those of texts once for each of `languages` (id: name)."""
        return tuple(
            found
            for column in self.own
            for found in dict.fromkeys(column.in_language(language, name) for language, name in languages.items())
        )

    def path(self, path: Path, position: int) -> Path:
        """Where in the file stands what stands at `path` in the item at a position."""
        return (*self.items, position, *path) if self.items else path

    def required(self, path: Path) -> bool:
        """Whether the group that the field stands in cannot do without it."""
        return fields_at(Service, path[:-1]).get(str(path[-1]), path[-1] == ENGLISH)

    def choices(self, column: Column) -> tuple[str, ...]:
        """The only words that may stand in the column."""
        if column.kind is YES_NO:
            return ("yes", "no")
        return choices_at(Service, self.path(column.path, 0))


_PHONE = (
    Column("Number", ("number",), PHONE),
    Column("Which line", ("label", LANGUAGE)),
    Column("Then", ("then", LANGUAGE)),
    Column("Hours", ("hours",)),
    Column("Hours are sure", ("hours_sure",), YES_NO),
    Column("Free", ("free",), YES_NO),
    Column("On the bill", ("on_bill",), YES_NO),
    Column("Rings back", ("rings_back",), YES_NO),
    Column("Answered by", ("belongs_to",)),
    Column("Page", ("page",)),
)

LAYOUTS = (
    Layout(
        SERVICES,
        (),
        (
            Column("Name", ("name",)),
            Column("Status", ("status",)),
            Column("Reason", ("reason",)),
            Column("Kind", ("kind",)),
            Column("How sure", ("confidence",)),
            Column("Hides its address", ("confidential_address",), YES_NO),
            Column("Also called", ("also_called",), LIST),
            Column("What it does", ("words", LANGUAGE, "summary")),
            Column("Whom it is for", ("words", LANGUAGE, "serves")),
            Column("How to get in touch", ("words", LANGUAGE, "refer")),
            Column("What to know before", ("words", LANGUAGE, "note")),
            Column("Helps with", ("needs",), LIST),
            Column("Emergencies", ("urgency",), LIST),
            Column("Shown to", ("audiences",), LIST),
            Column("Covers", ("covers",), LIST),
            Column("Whom it takes", ("for",), LIST),
            Column("Levels of risk", ("risk",), LIST),
            Column("Text number", ("text", "number"), PHONE),
            Column("How to text", ("text", "words", LANGUAGE)),
            Column("Text hours", ("text", "hours")),
            Column("Webchat", ("webchat", "page")),
            Column("Webchat hours", ("webchat", "hours")),
            Column("Sign language page", ("bsl", "page")),
            Column("Sign language hours", ("bsl", "hours")),
            Column("Relay UK", ("relay_uk",)),
            Column("E-mail", ("email",)),
            Column("Website", ("website",)),
            Column("Address to visit", ("venue", "address")),
            Column("Address hours", ("venue", "hours")),
            Column("Before a visit", ("venue", "words", LANGUAGE)),
            Column("Languages", ("interpreting", "languages"), LIST),
            Column("Interpreters for any language", ("interpreting", "any_language"), YES_NO),
            Column("British Sign Language", ("interpreting", "bsl"), YES_NO),
            Column("E-mail for professionals", ("professional", "email")),
            Column("Page for professionals", ("professional", "page")),
            Column("Sources disagree", ("conflicts",), LINES),
            Column("Notes", ("notes",)),
            Column("Checked", ("checked",), DATE),
            Column("Review by", ("review_by",), DATE),
        ),
    ),
    Layout("Phones", ("phones",), _PHONE),
    Layout("Phones for professionals", ("professional", "phones"), _PHONE),
    Layout(
        "Unconfirmed phones",
        ("unconfirmed_phones",),
        (Column("Number", ("number",), PHONE), Column("Seen", ("seen",))),
    ),
    Layout(
        "Sources",
        ("sources",),
        (
            Column("Page", ("page",)),
            Column("Report", ("report",)),
            Column("Date on the page", ("says_date",)),
        ),
    ),
)
