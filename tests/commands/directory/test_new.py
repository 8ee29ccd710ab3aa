"""`signpost directory new`: a draft that passes the check, but for what only staff can fill in."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from bot.commands.errors import run
from bot.commands.line import commands
from tests.commands.conftest import Signpost

HARBOUR = (
    *("directory", "new", "--name", "Zoë's Harbour Drop-in (Ashby)", "--area", "ashby", "--need", "talk"),
    *("--phone", "01233 680151", "--website", "https://example.org/harbour", "--kind", "drop-in"),
)
WHOLE = (*HARBOUR, "--summary", "They listen: just walk in.", "--source", "https://example.org/harbour")


def test_with_everything_known_the_file_passes_the_check(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost(*WHOLE)

    path = small_hub / "westshire/zoes-harbour-drop-in-ashby.yaml"
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert ran.err == (
        "It is a draft: nobody is shown it. Look at it with: signpost directory show zoes-harbour-drop-in-ashby\n"
    )
    assert path.read_text("utf-8") == (
        "# yaml-language-server: $schema=../schema/service.json\n"
        "id: zoes-harbour-drop-in-ashby\n"
        "name: Zoë's Harbour Drop-in (Ashby)\n"
        "kind: drop-in\n"
        "status: draft\n"
        "reason: 'New on 2026-12-01. Look at its card; if it is right, write \"status: live\" and delete this line.'\n"
        "words:\n"
        "  en:\n"
        '    summary: "They listen: just walk in."\n'
        "needs: [talk]\n"
        "audiences: [public, champion]\n"
        "covers: [ashby]\n"
        "phones:\n"
        '  - number: "01233 680151"\n'
        "website: https://example.org/harbour\n"
        "sources:\n"
        "  - page: https://example.org/harbour\n"
        "checked: 2026-12-01\n"
        "review_by: 2027-06-01\n"
    )
    assert signpost("directory", "check").code == 0


def test_what_only_staff_can_fill_in_is_found_by_the_check(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost(*HARBOUR)
    checked = signpost("directory", "check")

    path = small_hub / "westshire/zoes-harbour-drop-in-ashby.yaml"
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert ran.err.splitlines()[:3] == [
        'line 9: "summary" is empty. Fill it in.',
        'line 16: "sources" is empty. Fill it in.',
        "Until that is mended the directory fails its check, and no other edit goes live.",
    ]
    assert checked.code == 1
    assert f'{path}:9:14: "summary" is empty (empty-value)\n' in checked.out


def test_a_number_that_is_another_services_is_told(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost(*WHOLE, "--phone", "0808 2000 247")

    assert ran.code == 0
    assert (
        '0808 2000 247 is also a number of national-line. If national-line answers it, add "belongs_to: national-line"'
        in ran.err
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--area", "leeds"), 'there is no area or district "leeds". Known: everywhere, westshire, norbury-area, '),
        (("--need", "food"), 'there is no need "food". Known: '),
        (("--kind", "shop"), 'there is no kind "shop". Known: service, helpline, '),
        (("--audience", "police"), 'there is no audience "police". Known: public, champion, employer'),
        (("--phone", "1233 680151"), '"1233 680151" has lost its first 0. Write it with the 0 and in quotes: '),
        (("--website", "www.example.org"), '"www.example.org" is not a web address. Copy it from the browser: '),
        (("--email", "help at example"), '"help at example" is not an e-mail address. '),
        (("--id", "Harbour"), '"Harbour" is not an id: small letters and digits, with hyphens between. '),
        (("--id", "mens-line"), 'there is a service "mens-line" already: look at it with signpost directory show '),
    ],
)
def test_a_wrong_value_is_told_and_nothing_is_written(
    signpost: Signpost, small_hub: Path, words: tuple[str, ...], told: str
) -> None:
    before = sorted(small_hub.rglob("*"))

    ran = signpost(*WHOLE, *words)

    assert (ran.code, ran.out) == (2, "")
    assert told in ran.told
    assert sorted(small_hub.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Har\u200bbour", "line 3: a character that cannot be seen stands here; it came with a paste. "),
        ("Har\udce9bour", "a character could not be read as it was typed: type it again\n"),
    ],
)
def test_a_name_that_cannot_stand_in_a_file_is_told(signpost: Signpost, small_hub: Path, name: str, told: str) -> None:
    ran = signpost(*WHOLE, "--name", name)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(told)


def test_a_folder_that_may_not_be_written_is_told(
    signpost: Signpost, small_hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", denied)

    ran = signpost(*WHOLE)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{small_hub}/westshire/zoes-harbour-drop-in-ashby.yaml cannot be written: Permission denied.\n"


def test_without_a_terminal_what_is_missing_is_named(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "new", "--name", "Harbour", "--area", "ashby")

    assert (ran.code, ran.out) == (2, "")
    assert "give --need, or run this in a terminal, where it asks" in ran.told


class Terminal(io.StringIO):
    """Somebody who types these lines."""

    def isatty(self) -> bool:
        return True


def test_in_a_terminal_it_asks(
    signpost: Signpost, small_hub: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    answers = [
        "Norbury Night Line",
        "",
        "norbury",
        "talk, men",
        "They listen.",
        "01622 721000",
        "",
        "",
        "https://e.org",
    ]
    monkeypatch.setattr(sys, "argv", ["signpost", "directory", "new"])
    monkeypatch.setattr(sys, "stdin", Terminal("\n".join([*answers, ""])))

    assert run(commands) == 0

    out, err = capfd.readouterr()
    assert out == f"{small_hub}/norbury-area/norbury-night-line.yaml\n", "no service of Norbury is in a folder yet"
    assert "Its id [norbury-night-line]: " in err
    assert "The needs that it helps with, closest first (several: with commas): " in err
    text = (small_hub / "norbury-area/norbury-night-line.yaml").read_text("utf-8")
    assert "needs: [talk, men]\n" in text
    assert "website" not in text
    assert signpost("directory", "check").code == 0


def test_whoever_stops_answering_leaves_nothing_behind(
    signpost: Signpost, small_hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(small_hub.rglob("*"))
    monkeypatch.setattr(sys, "argv", ["signpost", "directory", "new"])
    monkeypatch.setattr(sys, "stdin", Terminal("\n\nNorbury Night Line\n"))

    assert run(commands) == 1
    assert sorted(small_hub.rglob("*")) == before


def test_what_covers_everywhere_goes_into_the_national_folder(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost(*WHOLE, "--area", "everywhere", "--id", "night-line")

    assert ran.out == f"{small_hub}/national/night-line.yaml\n"
