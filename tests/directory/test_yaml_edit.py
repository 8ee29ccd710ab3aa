"""An edit of a hub's file puts the value where it belongs and touches nothing else, whatever the file looks like."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.directory.yaml_edit import EditError, file_text, insert_item, remove, set_value
from bot.directory.yaml_source import Path, read_yaml
from bot.directory.yaml_text import Value
from tests.conftest import PROJECT

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

FILE = dedent("""\
    # kept by the hub
    id: ashby-aid   # as the file is called
    name: Ashby Aid
    also_called:
      - Aid
      # what its own page says
      - "AA"
    needs: [talk, refuge]
    phones:
      # checked by ring
      - number: "0808 2000 247"
        hours: "24/7"
      - number: "101"
    words:
      en:
        summary: It listens.
    checked: 2026-11-21
    """)


def data(text: str) -> dict[str, Any]:
    """What the project's strict reader makes of a text; it must find nothing to complain of."""
    document, problems = read_yaml(text.encode(), "file.yaml")
    assert problems == []
    return document.data


def changed(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    old, new = before.splitlines(), after.splitlines()
    first = next(
        (n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(map(len, (old, new)))
    )
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return [f"-{line}" for line in old[first : len(old) - last]] + [f"+{line}" for line in new[first : len(new) - last]]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (("name",), "Ashby Help", ["-name: Ashby Aid", "+name: Ashby Help"]),
        (("name",), "Ashby: Help", ["-name: Ashby Aid", '+name: "Ashby: Help"']),
        (("name",), "Help #2", ["-name: Ashby Aid", '+name: "Help #2"']),
        (("name",), 'The "Aid"', ["-name: Ashby Aid", '+name: The "Aid"']),
        (("name",), "no", ["-name: Ashby Aid", '+name: "no"']),
        (("name",), "17:30", ["-name: Ashby Aid", '+name: "17:30"']),
        (("name",), "2026-11-21", ["-name: Ashby Aid", '+name: "2026-11-21"']),
        (("name",), "01233 680150", ["-name: Ashby Aid", '+name: "01233 680150"']),
        (("name",), "0000008", ["-name: Ashby Aid", '+name: "0000008"']),
        (("name",), "- Aid", ["-name: Ashby Aid", '+name: "- Aid"']),
        (("name",), "“Aid”", ["-name: Ashby Aid", '+name: "“Aid”"']),
        (("name",), "Aid\nand help", ["-name: Ashby Aid", "+name: |-", "+  Aid", "+  and help"]),
        (("id",), "a\nb", ["-id: ashby-aid   # as the file is called", r'+id: "a\nb"   # as the file is called']),
        (
            ("id",),
            "ashby-help",
            ["-id: ashby-aid   # as the file is called", "+id: ashby-help   # as the file is called"],
        ),
        (("also_called", 1), "Ashby", ['-  - "AA"', '+  - "Ashby"']),
        (("phones", 0, "number"), "0800 083 4322", ['-  - number: "0808 2000 247"', '+  - number: "0800 083 4322"']),
        (("checked",), date(2027, 1, 2), ["-checked: 2026-11-21", "+checked: 2027-01-02"]),
        (("needs", 1), "men", ["-needs: [talk, refuge]", "+needs: [talk, men]"]),
        (("needs",), ["talk", "men", "refuge"], ["-needs: [talk, refuge]", "+needs: [talk, men, refuge]"]),
        (("needs",), [], ["-needs: [talk, refuge]", "+needs: []"]),
        (("also_called",), ["Aid", "AA", "Help"], ['+  - "Help"']),
        (("also_called",), ["AA"], ["-  - Aid"]),
        (("words", "pl", "summary"), "Słucha.", ["+  pl:", "+    summary: Słucha."]),
        (("free",), True, ["+free: true"]),
        (
            ("phones", 2),
            {"number": "999", "hours": "Mo 10:00-12:00"},
            ['+  - number: "999"', '+    hours: "Mo 10:00-12:00"'],
        ),
        (("covers",), ["everywhere"], ["+covers: [everywhere]"]),
        (("sources",), [{"page": "https://example.org/a#b"}], ["+sources:", "+  - page: https://example.org/a#b"]),
        (("name",), {"en": "Aid"}, ["-name: Ashby Aid", "+name:", "+  en: Aid"]),
        (("words",), "none", ["-words:", "-  en:", "-    summary: It listens.", "+words: none"]),
    ],
    ids=str,
)
def test_a_value_is_set_and_only_its_lines_change(path: Path, value: Value, lines: list[str]) -> None:
    after = set_value(FILE, path, value)

    assert changed(FILE, after) == lines
    assert data(after) != data(FILE)


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        (("name",), ["-name: Ashby Aid"]),
        (("checked",), ["-checked: 2026-11-21"]),
        (("needs", 0), ["-needs: [talk, refuge]", "+needs: [refuge]"]),
        (("needs", 1), ["-needs: [talk, refuge]", "+needs: [talk]"]),
        (("also_called", 0), ["-  - Aid"]),
        (("phones", 0, "number"), ['-  - number: "0808 2000 247"', '-    hours: "24/7"', '+  - hours: "24/7"']),
        (("phones", 0), ['-  - number: "0808 2000 247"', '-    hours: "24/7"']),
        (("words",), ["-words:", "-  en:", "-    summary: It listens."]),
        (
            ("words", "en", "summary"),
            ["-  en:", "-    summary: It listens.", "+  en: {}"],
        ),
    ],
    ids=str,
)
def test_a_field_or_item_is_taken_out_with_its_lines_only(path: Path, lines: list[str]) -> None:
    assert changed(FILE, remove(FILE, path)) == lines


def test_an_item_is_put_between_others() -> None:
    assert changed(FILE, insert_item(FILE, ("also_called", 0), "Help")) == ["+  - Help"]
    assert changed(FILE, insert_item(FILE, ("needs", 0), "men")) == [
        "-needs: [talk, refuge]",
        "+needs: [men, talk, refuge]",
    ]


def test_a_new_field_stands_where_the_order_of_the_files_wants_it() -> None:
    order = ["id", "status", "name", "website", "words"]

    assert "needs: [talk, refuge]\nphones:" in set_value(FILE, ("website",), "https://example.org", order)
    assert "   # as the file is called\nstatus: live\nname: Ashby Aid" in set_value(FILE, ("status",), "live", order)
    assert set_value(FILE, ("kind",), "team", order).endswith("checked: 2026-11-21\nkind: team\n")
    assert "# kept by the hub\nfirst: a\nid: ashby-aid " in set_value(FILE, ("first",), "a", ["first", *order])


def test_a_long_text_is_folded_as_the_launch_files_are() -> None:
    long = " ".join(["Listens and helps."] * 7)

    assert changed(FILE, set_value(FILE, ("words", "en", "summary"), long)) == [
        "-    summary: It listens.",
        f"+    summary: {'Listens and helps. ' * 5}Listens",
        "+      and helps. Listens and helps.",
    ]


def test_a_list_in_brackets_goes_on_in_the_next_line_before_it_is_too_wide() -> None:
    text = f"needs: [{', '.join(f'need-number-{n}' for n in range(7))}]\n"

    after = set_value(text, ("needs", 7), "need-number-7")

    assert after == text.replace("]", ",\n  need-number-7]")


def test_what_is_so_already_changes_nothing() -> None:
    for path, value in (("id",), "ashby-aid"), (("needs",), ["talk", "refuge"]), (("checked",), date(2026, 11, 21)):
        assert set_value(FILE, path, value) == FILE


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_the_line_ends_and_the_byte_order_mark_of_a_windows_editor_stay(newline: str) -> None:
    windows = "\ufeff" + FILE.replace("\n", newline)

    after = set_value(set_value(windows, ("website",), "https://example.org"), ("name",), "Aid\nand help")
    after = remove(after, ("phones", 0))

    assert after.startswith("\ufeff# kept by the hub")
    assert "\n" not in after.replace(newline, "")
    assert data(after)["name"] == "Aid\nand help"
    assert after.endswith(f"checked: 2026-11-21{newline}website: https://example.org{newline}")


def test_a_last_line_without_an_end_stays_so() -> None:
    assert set_value("id: a\nname: b", ("kind",), "c") == "id: a\nname: b\nkind: c"
    assert remove("id: a\nname: b", ("name",)) == "id: a"


def test_a_value_that_is_missing_behind_its_colon_is_filled_in() -> None:
    assert set_value("id: a\nname:\nkind: c\n", ("name",), "b") == "id: a\nname: b\nkind: c\n"
    assert set_value("id: a\nname:\nkind: c\n", ("name",), ["b c"]) == "id: a\nname:\n  - b c\nkind: c\n"


@pytest.mark.parametrize(
    ("text", "path", "value", "told"),
    [
        (
            "id: a\nid: b\n",
            ("name",),
            "x",
            'line 2: "id" stands twice: here and in line 1. Mend that first: a file with an error is not edited.',
        ),
        (
            "id: [a\n",
            ("id",),
            "x",
            "line 1: this [ is not closed, or a comma is missing after it. "
            "Mend that first: a file with an error is not edited.",
        ),
        ("id: a\n", ("id", "en"), "x", '"id.en" is not there, or is all that the file holds'),
        ("id: [a]\n", ("id", 3), "x", '"id.3" is not there, or is all that the file holds'),
        (
            "id: a\n",
            ("id",),
            "a\u200bb",
            "line 1: a character that cannot be seen stands here; it came with a paste. "
            "The new text would bring this in; change it.",
        ),
    ],
)
def test_an_edit_that_cannot_be_made_safely_is_refused(text: str, path: Path, value: Value, told: str) -> None:
    with pytest.raises(EditError) as refused:
        set_value(text, path, value)
    assert str(refused.value) == told


def test_what_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(EditError, match='"venue" is not there'):
        remove(FILE, ("venue",))
    with pytest.raises(EditError, match='"id" is not there, or is all that the file holds'):
        remove("id: a\n", ("id",))


def test_a_new_file_is_written_as_the_launch_files_are() -> None:
    fields: dict[str, Value] = {
        "id": "ashby-aid",
        "needs": ["talk", "refuge"],
        "phones": [{"number": "0808 2000 247", "hours": "Mo-Fr 09:00-17:00"}],
        "words": {"en": {"summary": "It listens: call."}},
        "also_called": ["Aid of Ashby", "AA"],
        "venue": {},
        "free": False,
        "checked": date(2026, 11, 21),
    }

    text = file_text(fields, "# kept by the hub")

    assert text == dedent("""\
        # kept by the hub
        id: ashby-aid
        needs: [talk, refuge]
        phones:
          - number: "0808 2000 247"
            hours: "Mo-Fr 09:00-17:00"
        words:
          en:
            summary: "It listens: call."
        also_called:
          - Aid of Ashby
          - AA
        venue: {}
        free: false
        checked: 2026-11-21
        """)
    assert data(text) == fields


# --- over the real files


@cache
def launch_texts() -> list[str]:
    """The launch files but for the phrases, which are many and alike: of them, the smallest."""
    root = PROJECT / "directory"
    phrases = sorted(root.glob("phrases/*/*.yaml"), key=lambda path: path.stat().st_size)[:20]
    others = [path for path in sorted(root.rglob("*.yaml")) if "phrases" not in path.parts]
    return [path.read_bytes().decode() for path in [*others, *phrases]]


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every single value, and where it stands."""
    if isinstance(value, dict | list):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(item, (*path, step))
    else:
        yield path, value


def style(text: str, path: Path) -> tuple[str, int]:
    """How a value stands in a text: its quotes, and over how many lines."""
    node: Any = yaml.compose(text.removeprefix("\ufeff"), Loader=LOADER)
    for step in path:
        node = {key.value: value for key, value in node.value}[step] if isinstance(step, str) else node.value[step]
    return node.style or "", node.end_mark.line - node.start_mark.line


launch_text = st.sampled_from(launch_texts())
as_saved = st.sampled_from(
    [lambda text: text, lambda text: text.replace("\n", "\r\n"), lambda text: f"\ufeff{text}", lambda text: text[:-1]]
)
some_text = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=40),
    st.text("ab :#-'\"[]{},|>&*!%@`\n0123456789.~?=<", max_size=30),
    st.sampled_from(["no", "null", "~", "1e3", "0x1f", "12:30:45", "=", "<<", ".inf", "---", "...", "a\n", "\ta"]),
)
over_the_launch_files = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@over_the_launch_files
@given(launch_text, as_saved, st.data())
def test_any_text_can_take_the_place_of_any_value_of_any_file(text: str, save: Any, draw: st.DataObject) -> None:
    before = save(text)
    path, old = draw.draw(st.sampled_from(list(leaves(data(before)))))
    new = draw.draw(some_text)

    after = set_value(before, path, new)

    found = dict(leaves(data(after)))
    assert found[path] == new
    assert {where: value for where, value in found.items() if where != path} == {
        where: value for where, value in leaves(data(before)) if where != path
    }
    was, became = style(before, path), style(after, path)
    lines = len(before.splitlines()) - was[1]
    assert len([line for line in changed(before, after) if line[0] == "-"]) <= was[1] + 1
    assert len(after.splitlines()) <= lines + became[1] + 1
    # A double-quoted text of several lines comes back on one; no value needs more quotes than it had.
    assume(was[0] == became[0] and not (was[0] == '"' and was[1]))
    assert set_value(after, path, old) == before


@over_the_launch_files
@given(launch_text, as_saved, st.data())
def test_any_field_of_any_file_can_be_taken_out_and_put_back(text: str, save: Any, draw: st.DataObject) -> None:
    before = save(text)
    values = data(before)
    assume(len(values) > 1)
    field = draw.draw(st.sampled_from(list(values)))

    without = remove(before, (field,))
    again = set_value(without, (field,), values[field], list(values))

    assert data(without) == {name: value for name, value in values.items() if name != field}
    assert list(data(again).items()) == list(values.items())
    assert not [line for line in changed(before, without) if line[0] == "+"]


@over_the_launch_files
@given(launch_text, st.data())
def test_any_list_of_any_file_can_lose_and_gain_items(text: str, draw: st.DataObject) -> None:
    values = data(text)
    lists = sorted({path[:-1] for path, _ in leaves(values) if isinstance(path[-1], int)})
    assume(lists)
    path = draw.draw(st.sampled_from(lists))
    items: Any = values
    for step in path:
        items = items[step]
    new = [*draw.draw(st.permutations(items))[: draw.draw(st.integers(0, len(items)))], draw.draw(some_text)]

    after = set_value(text, path, new)

    found: Any = data(after)
    for step in path:
        found = found[step]
    assert found == new
