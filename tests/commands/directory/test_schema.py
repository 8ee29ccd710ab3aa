"""`signpost directory schema`: what editors complete and underline by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from bot.directory.json_schema import schemas
from bot.directory.loader import FOLDERS, SINGLES
from tests.commands.conftest import Signpost
from tests.conftest import PROJECT

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def test_schemas_are_written_for_every_kind_of_file(signpost: Signpost, tmp_path: Path) -> None:
    folder = tmp_path / "schema"

    ran = signpost("directory", "schema", str(folder))

    assert ran.code == 0
    assert sorted(ran.out.splitlines()) == sorted(str(path) for path in folder.iterdir())
    assert len(ran.out.splitlines()) == len(FOLDERS) + len(SINGLES) + 2
    for path in folder.iterdir():
        schema = json.loads(path.read_text("utf-8"))
        assert schema["additionalProperties"] is False, "an editor underlines a misspelt field"
        assert schema["properties"]


def test_the_schema_offers_the_fields_by_the_names_that_files_use(signpost: Signpost, tmp_path: Path) -> None:
    signpost("directory", "schema", str(tmp_path))
    fields = json.loads((tmp_path / "service.json").read_text("utf-8"))["properties"]

    assert {"id", "name", "words", "phones", "for", "sources", "checked", "review_by"} <= set(fields)
    assert "people" not in fields
    assert "live" in fields["status"]["enum"]


def test_the_schema_written_twice_is_the_same(signpost: Signpost, tmp_path: Path) -> None:
    signpost("directory", "schema", str(tmp_path))
    first = {path.name: path.read_bytes() for path in tmp_path.glob("*.json")}
    signpost("directory", "schema", str(tmp_path))

    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.json")} == first


def launch_files() -> Iterator[tuple[Path, str, dict[str, Any]]]:
    """Every launch file, the schema that its first line names for editors, and its data with dates as text."""
    for path in sorted((PROJECT / "directory").rglob("*.yaml")):
        text = path.read_text("utf-8")
        first = text.partition("\n")[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        target = (path.parent / first.rpartition("=")[2]).resolve()
        assert target.parent == PROJECT / "directory" / "schema", path
        yield path, target.stem, json.loads(json.dumps(yaml.load(text, Loader=LOADER), default=str))  # noqa: S506


def test_every_launch_file_names_a_schema_and_holds_the_fields_of_it() -> None:
    """An editor completes and underlines by it, and underlines nothing that the check lets pass."""
    known = schemas()
    for path, name, data in launch_files():
        assert set(data) <= set(known[name]["properties"]), path
        assert set(known[name].get("required", ())) <= set(data), path


def test_the_schemas_accept_every_launch_file() -> None:
    validators = {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas().items()}
    for path, name, data in launch_files():
        assert [error.message for error in validators[name].iter_errors(data)] == [], path
