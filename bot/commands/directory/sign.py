"""`signpost directory sign`: somebody has read words that two people must agree to, and agrees."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from bot.clock import now
from bot.commands.configured import settings
from bot.commands.directory.saving import refused, save
from bot.directory.opening_hours import LONDON
from bot.directory.problem import DirectoryError
from bot.directory.sign_offs import FILE, PHRASES, Signed, SignOffs, content, must_be_signed
from bot.directory.yaml_edit import EditError, file_text, set_value
from bot.directory.yaml_source import Document, read_yaml
from bot.disk.directory_files import read_files
from bot.disk.edited_file import read_text

_HEAD = "# yaml-language-server: $schema=schema/sign-offs.json"


def sign(
    role: Annotated[str, typer.Option("--as", metavar="ROLE", help='Who you are, such as "Safeguarding lead".')],
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="What you have read: urgency/danger.yaml, or phrases/en for a language."),
    ] = None,
) -> None:
    """Sign that you have read files that two people must agree to; without FILE, list what waits for you."""
    root, role = settings().directory, " ".join(role.split())
    if not role:
        raise typer.BadParameter('say who you are, such as --as "Safeguarding lead"')
    documents = _documents(root)
    signed = _signed(documents)
    if not files:
        _list_waiting(role, documents, signed)
        return
    names = [_name(file, root, documents) for file in dict.fromkeys(files)]
    changed = {name: _with(role, name, documents, signed) for name in names}
    path = root / FILE
    try:
        text = read_text(path) if path.exists() else ""
        for name, entry in changed.items():
            text = set_value(text, ("signed", name), entry) if text else file_text({"signed": {name: entry}}, _HEAD)
    except (EditError, OSError) as error:
        raise refused(path, error) from None
    save(path, text)
    for name, entry in changed.items():
        typer.echo(f"{name}: {_told(Signed.model_validate(entry))}")


def _documents(root: Path) -> dict[str, Document]:
    """Every file that can be read; what is wrong with the others is for the check."""
    documents, problems = {}, []
    for name, raw in read_files(root).items():
        document, found = read_yaml(raw, name)
        problems += found if name == FILE else []
        if not found:
            documents[name] = document
    if problems:
        raise DirectoryError(problems)
    return documents


def _signed(documents: Mapping[str, Document]) -> Mapping[str, Signed]:
    if FILE not in documents:
        return {}
    try:
        return SignOffs.model_validate(documents[FILE].data).signed
    except ValidationError:
        raise typer.BadParameter(f"{FILE} has an error. See: signpost directory check --fast") from None


def _name(typed: str, root: Path, documents: Mapping[str, Document]) -> str:
    """The name of what was typed as a path from here, or from the directory's folder."""
    from_here = Path(typed).resolve()
    inside = from_here.relative_to(root.resolve()).as_posix() if from_here.is_relative_to(root.resolve()) else ""
    for name in (inside, typed.rstrip("/")):
        if content(name, documents) is not None:
            return name
    waits = f"urgency/danger.yaml, or {PHRASES}/en"
    raise typer.BadParameter(f'nothing that can be signed is called "{typed}", or it cannot be read. Write {waits}')


def _with(role: str, name: str, documents: Mapping[str, Document], signed: Mapping[str, Signed]) -> dict[str, Any]:
    """The entry with this signature; the only one, where what was signed has changed since."""
    today = now().astimezone(LONDON).date()
    this, before = content(name, documents), signed.get(name)
    others = []
    for one in before.by if before and before.content == this else ():
        if one.role.casefold() != role.casefold():
            others.append({"role": one.role, "day": one.day})
        elif one.day >= today:
            typer.echo(f"{name}: {role} has signed this already. It takes somebody else.", err=True)
            raise typer.Exit(1)
    return {"content": this, "by": [*others, {"role": role, "day": today}]}


def _told(entry: Signed) -> str:
    roles = " and ".join(entry.roles)
    if entry.missing:
        return f"signed by {roles}. It is not used until somebody else signs it too."
    return f"signed by {roles}."


def _list_waiting(role: str, documents: Mapping[str, Document], signed: Mapping[str, Signed]) -> None:
    of_law = [name for name, document in documents.items() if document.data.get("legal") is True]
    urgent = [name for name, document in documents.items() if document.data.get("urgent")]
    for name in must_be_signed(documents, of_law, urgent):
        entry = signed.get(name)
        if entry is None or entry.content != content(name, documents):
            typer.echo(f"{name}: waits for two people")
        elif entry.missing and role.casefold() not in map(str.casefold, entry.roles):
            typer.echo(f"{name}: waits for you, signed by {' and '.join(entry.roles)}")
