"""What cannot work is told in sentences, with exit code 2, and never with a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.errors import guarded
from tests.commands.conftest import HubMaker, Signpost
from tests.small_hub import FILES, service

STARTS = [("ask", "help"), ("ask", "--jsonl"), ("chat",), ("run",), ("directory", "list"), ("directory", "show", "x")]
SLIPS = {
    **FILES,
    "norbury/norbury-aid.yaml": service("norbury-aid", phones="[{number: 01622721000}]"),
    "westshire/ashby-outreach.yaml": service("ashby-outreach", phone="no", need="[talk]"),
}


@pytest.mark.parametrize("words", STARTS, ids=" ".join)
def test_a_directory_with_slips_starts_nothing_and_tells_every_one(
    signpost: Signpost, hub: HubMaker, words: tuple[str, ...]
) -> None:
    hub(SLIPS)

    ran = signpost(*words)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "norbury/norbury-aid.yaml:13:19: "
        "01622721000 has no quotes, so YAML reads it as 239837696 and not as text (unquoted)\n"
        '    Write it in straight quotes: "01622721000".\n'
        'westshire/ashby-outreach.yaml:13:1: "phone" is not a field here (unknown-field)\n'
        '    Did you mean "phones"?\n'
        'westshire/ashby-outreach.yaml:14:1: "need" is not a field here (unknown-field)\n'
        '    Did you mean "needs"?\n'
        "The directory cannot be used: 3 problems.\n"
    )


def test_one_slip_is_one_problem(signpost: Signpost, hub: HubMaker) -> None:
    hub({**FILES, "norbury/new.yaml": b""})

    ran = signpost("ask", "help")

    assert ran.code == 2
    assert ran.err.endswith("The directory cannot be used: 1 problem.\n")


@pytest.mark.parametrize("words", [*STARTS, ("doctor",), ("directory", "check")], ids=" ".join)
def test_a_wrong_setting_is_told_by_every_command_that_needs_it(
    signpost: Signpost, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("SIGNPOST_PORT", "http")
    monkeypatch.setenv("SIGNPOST_HOSTT", "0.0.0.0")  # noqa: S104

    ran = signpost(*words)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'SIGNPOST_PORT: "http" is no port. Use a number from 1 to 65535, as in 8080.\n'
        "SIGNPOST_HOSTT is not a setting. Did you mean SIGNPOST_HOST?\n"
    )


def test_a_file_of_settings_in_the_working_folder_is_read(
    signpost: Signpost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("SIGNPOST_PORT=http\n", "utf-8")
    monkeypatch.chdir(tmp_path)

    assert signpost("ask", "help").code == 2


def test_a_port_in_use_is_told_with_the_next_one_to_try(
    signpost: Signpost, small_hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("SIGNPOST_PORT", str(port))

        ran = signpost("run")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"SIGNPOST_HOST and SIGNPOST_PORT: 127.0.0.1:{port} cannot be used (")
    assert ran.err.endswith(f"choose another: SIGNPOST_PORT={port + 1} make run\n")


def test_a_command_that_does_not_exist_is_wrong_usage(signpost: Signpost) -> None:
    ran = signpost("aks", "help")

    assert (ran.code, ran.out) == (2, "")
    assert "No such command 'aks'." in ran.told
    assert "Traceback" not in ran.err


def test_no_command_at_all_shows_the_help(signpost: Signpost) -> None:
    ran = signpost()

    assert "Usage: " in ran.out + ran.err
    assert "Traceback" not in ran.err


def test_somebody_who_interrupts_gets_no_traceback() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    assert guarded(interrupted) == 1


def test_the_version_is_told(signpost: Signpost) -> None:
    ran = signpost("--version")

    assert ran.code == 0
    assert ran.out.startswith("signpost 0.")
