"""A directory of many times the size: each district, service, guidance page and route again under new ids."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from bot.directory.service import EVERYWHERE
from bot.disk.directory_files import load

_COPIED = ("districts", "guidance", "kent-medway", "kirklees", "national", "referral-routes")
_ID = re.compile(r"^id: (\S+)$", re.MULTILINE)
_COVERS = re.compile(r"^covers: \[([^\]]*)\]", re.MULTILINE)
_GUIDANCE = re.compile(r"^guidance: \[([^\]]*)\]", re.MULTILINE)
_PHONE = re.compile(r"(^  - number: .*\n)((?:    .*\n)*)", re.MULTILINE)


def write(source: Path, target: Path, times: int) -> None:
    """Writes the directory of `source` `times` over into the folder `target`, so that it has no error."""
    shutil.copytree(source, target)
    numbers = range(2, times + 1)
    for path in [path for folder in _COPIED for path in (source / folder).glob("*.yaml")]:
        for number in numbers:
            copy = target / path.parent.name / f"{path.stem}-{number}.yaml"
            copy.write_text(_again(path.read_text("utf-8"), path.stem, number), "utf-8")
    for path in (target / "needs").glob("*.yaml"):
        path.write_text(_GUIDANCE.sub(lambda found: f"guidance: [{_all(found[1], numbers)}]", path.read_text("utf-8")))
    areas = [
        f"  - {{id: {area.id}-{number}, name: {{en: {area.id} {number}}}, "
        f"districts: [{', '.join(f'{district}-{number}' for district in area.districts)}]}}\n"
        for area in load(source).hub.areas
        for number in numbers
    ]
    hub = target / "hub.yaml"
    hub.write_text(hub.read_text("utf-8").replace("areas:\n", f"areas:\n{''.join(areas)}", 1), "utf-8")


def _all(ids: str, numbers: range) -> str:
    return ", ".join(f"{one}{suffix}" for one in _items(ids) for suffix in ("", *(f"-{number}" for number in numbers)))


def _again(text: str, name: str, number: int) -> str:
    """The file under a new id, for the districts of that number; its phones are those of the first."""
    text = _ID.sub(rf"id: \1-{number}", text, count=1)
    text = _COVERS.sub(lambda found: f"covers: [{', '.join(_there(found[1], number))}]", text)
    phones, other, rest = text.partition("unconfirmed_phones:")
    return _PHONE.sub(lambda found: found[1] + _lent(found[2], name), phones) + other + rest


def _items(ids: str) -> list[str]:
    return [one.strip() for one in ids.split(",") if one.strip()]


def _there(covers: str, number: int) -> list[str]:
    return [place if place == EVERYWHERE else f"{place}-{number}" for place in _items(covers)]


def _lent(lines: str, name: str) -> str:
    return lines if "belongs_to:" in lines else f"{lines}    belongs_to: {name}\n"
