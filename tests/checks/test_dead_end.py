"""What hub staff read when a slip leaves somebody with nobody to turn to: the whole hole, in one finding."""

from __future__ import annotations

from datetime import date

import pytest

from bot.checks import dead_end
from bot.checks.checked import Checked
from bot.checks.dead_end import check
from bot.directory.directory import Directory
from bot.directory.loader import build
from bot.directory.problem import Problem
from bot.directory.yaml_source import read_yaml
from tests.checks.asking import example
from tests.conftest import PROJECT
from tests.small_hub import FILES, service

TODAY = date(2026, 11, 22)
EVERYTHING = "[talk, refuge, police, men, employer_respond, champion_refer, privacy, greeting]"


def put_a_line(under: str) -> str:
    return f'Under {under}, name a line that is open day and night (hours: "24/7") and takes all of them.'


FOR_ALL, FOR_CHAMPIONS = put_a_line("public, champion and employer"), put_a_line("champion")


def found(files: dict[str, bytes]) -> list[Problem]:
    """The findings in a directory of these files."""
    built = build(files)
    assert built.directory, built.problems
    return findings(built.directory, files["hub.yaml"])


def findings(directory: Directory, hub: bytes) -> list[Problem]:
    documents = {"hub.yaml": read_yaml(hub, "hub.yaml")[0]}
    checked = Checked(directory=directory, documents=documents, files={}, speech=None, learned=None, today=TODAY)
    return list(check(checked))


def line(hours: str, **fields: str) -> dict[str, bytes]:
    """The small hub's national line with other hours, helping with every need."""
    phones = f"[{{number: '0808 2000 247', hours: '{hours}'}}]"
    return {"national/national-line.yaml": service("national-line", phones=phones, needs=EVERYTHING, **fields)}


def hub(before: str, after: str) -> dict[str, bytes]:
    """The small hub's `hub.yaml` with a slip."""
    assert FILES["hub.yaml"].count(before.encode()) == 1
    return {"hub.yaml": FILES["hub.yaml"].replace(before.encode(), after.encode())}


def test_a_sound_directory_has_no_dead_end() -> None:
    assert found(FILES) == []


def test_nor_has_the_launch_directory(launch_directory: Directory) -> None:
    assert findings(launch_directory, (PROJECT / "directory/hub.yaml").read_bytes()) == []


@pytest.mark.parametrize(
    ("slip", "column", "message", "mend"),
    [
        pytest.param(
            line("24/7; PH off"),
            "6:3",
            "for everybody, in any language, everywhere: nobody can be reached "
            'for any need but "Talk to someone", "Police help" and "Help for men" on bank holidays at any hour; '
            'for "Talk to someone" and "Help for men" '
            "on bank holidays that fall on Mondays and Fridays 00:00–10:00 and 17:00–24:00, "
            "and on 26 December 2026 at any hour; "
            'by the referral route "High risk in Westshire" (in Westshire) on bank holidays at any hour; '
            "nor at any hour in a reply that shows no service",
            f'{FOR_ALL} national-line has no phone with hours: "24/7".',
            id="the line closes on bank holidays",
        ),
        pytest.param(
            line("24/7; Dec 24 20:00-24:00 off"),
            "6:3",
            "for everybody, in any language, everywhere: nobody can be reached "
            'for any need but "Police help" on 24 December 2026 20:00–24:00; '
            'by the referral route "High risk in Westshire" (in Westshire) on 24 December 2026 20:00–24:00; '
            "nor at any hour in a reply that shows no service",
            f'{FOR_ALL} national-line has no phone with hours: "24/7".',
            id="on one night",
        ),
        pytest.param(
            line("24/7") | hub("champion: [national-line]", "champion: []"),
            "7:3",
            "for a champion, in any language, everywhere: "
            "nobody can be reached at any hour in a reply that shows no service",
            FOR_CHAMPIONS,
            id="for one audience",
        ),
        pytest.param(
            line("24/7") | hub("  champion: [national-line]\n", ""),
            "6:3",
            "for a champion, in any language, everywhere: "
            "nobody can be reached at any hour in a reply that shows no service",
            FOR_CHAMPIONS,
            id="the audience is missing",
        ),
        pytest.param(
            line("24/7", audiences="[public, employer]"),
            "7:3",
            "for a champion, in any language, everywhere: nobody can be reached "
            'for "Refer someone", "About this chat" and "Start here" at any hour; '
            'for "Help for men" on Mondays to Fridays 00:00–10:00 and 17:00–24:00, '
            "and on Saturdays and Sundays at any hour; "
            'for "A safe place" (everywhere but in Ashby) at any hour; in 3 more cases like these; '
            "nor at any hour in a reply that shows no service",
            f"{FOR_CHAMPIONS} national-line is not for a champion.",
            id="the line is not for that audience",
        ),
        pytest.param(
            line("24/7") | hub("public: [national-line]", "public: [westshire-police]"),
            "6:3",
            "for the public, in any language, where no district is known and in Norbury: "
            "nobody can be reached at any hour in a reply that shows no service",
            f"{put_a_line('public')} westshire-police covers only westshire.",
            id="in one area",
        ),
        pytest.param(
            line("24/7", for_="[women]"),
            "6:3",
            "for everybody, in any language, everywhere: nobody can be reached "
            'for "Help for men" on Mondays to Fridays 00:00–10:00 and 17:00–24:00, '
            "and on Saturdays and Sundays at any hour; "
            'nor at any hour in a reply that shows no service, in a chat about "Help for men"',
            f"{FOR_ALL} national-line is for women alone.",
            id="for men",
        ),
        pytest.param(
            line("24/7", status="draft", reason="Nobody answers there."),
            "6:3",
            "for everybody, in any language, everywhere: nobody can be reached "
            'for "A colleague told me", "Refer someone", "About this chat" and "Start here" at any hour; '
            'for "Help for men" on Mondays to Fridays 00:00–10:00 and 17:00–24:00, '
            "and on Saturdays and Sundays at any hour; "
            'for "A safe place" (everywhere but in Ashby) at any hour; in 4 more cases like these; '
            "nor at any hour in a reply that shows no service",
            f"{FOR_ALL} national-line is not live.",
            id="the line is not live",
        ),
    ],
)
def test_one_slip_is_one_finding(slip: dict[str, bytes], column: str, message: str, mend: str) -> None:
    [problem] = found(FILES | slip)
    assert f"{problem.file}:{problem.line}:{problem.column}" == f"hub.yaml:{column}"
    assert problem.rule == "dead-end"
    assert problem.mend == mend
    assert problem.message == message


def test_the_finding_that_the_docs_show_is_real() -> None:
    [problem] = found(FILES | line("24/7") | hub("champion: [national-line]", "champion: []"))
    assert str(problem) == example(dead_end)
