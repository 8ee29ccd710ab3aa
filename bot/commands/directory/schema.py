"""`signpost directory schema`: what editors complete and check by."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.directory.json_schema import schemas


def schema(
    folder: Annotated[Path, typer.Argument(help="Where to write the schemas.")],
) -> None:
    """Write the JSON Schemas with which editors complete and check the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        (folder / f"{name}.json").write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
        typer.echo(f"{folder / name}.json")
