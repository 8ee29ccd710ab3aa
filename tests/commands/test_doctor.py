"""`signpost doctor`: what is configured and what is wrong, and never a secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import PREFIX, Settings
from tests.commands.conftest import HubMaker, Signpost
from tests.small_hub import FILES

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
KEY = "hunter2-hunter2-hunter2-hunter2-hunter2"


def test_a_healthy_hub_is_told_part_by_part(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("doctor")

    assert (ran.code, ran.err) == (0, "")
    assert "ok    directory: 6 services shown, 1 drafts," in ran.out
    assert "ok    locales: phrases in en" in ran.out
    assert "ok    database: answers" in ran.out
    assert "ok    Telegram: no token set: only the web is served" in ran.out


def test_every_setting_is_listed_with_its_value(signpost: Signpost, small_hub: Path) -> None:
    lines = signpost("doctor").out.splitlines()

    told = {line.split()[0]: line.split(maxsplit=1)[1].strip() for line in lines if line.strip().startswith(PREFIX)}
    assert set(told) == {PREFIX + name.upper() for name in Settings.__dataclass_fields__}
    assert told["SIGNPOST_DIRECTORY"] == str(small_hub)
    assert told["SIGNPOST_PORT"] == "8080"
    assert told["SIGNPOST_COVER_MESSAGE"] == "not set"


def test_no_secret_is_shown(signpost: Signpost, small_hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("SIGNPOST_SECRET_KEY", KEY)
    monkeypatch.setenv("SIGNPOST_TELEGRAM_WEBHOOK_SECRET", "hunter2_hunter2_hunter2")

    ran = signpost("doctor")

    assert ran.code == 0
    assert "Telegram: a token is set" in ran.out
    for secret in (TOKEN, TOKEN.partition(":")[2], "hunter2"):
        assert secret not in ran.out + ran.err


def test_a_directory_with_a_slip_is_told_with_its_place(signpost: Signpost, hub: HubMaker) -> None:
    hub({**FILES, "national/mens-line.yaml": b""})

    ran = signpost("doctor")

    assert ran.code == 1
    assert "WRONG directory: 1 problem(s); the first: national/mens-line.yaml:1:1: the file is empty" in ran.out
    assert "A Signpost that is running answers on as it was before this" in ran.out
    assert "ok    database: answers" in ran.out, "the other parts are still looked at"


def test_locales_without_english_are_told(
    signpost: Signpost, small_hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locales").mkdir()
    monkeypatch.setenv("SIGNPOST_LOCALES", str(tmp_path / "locales"))

    ran = signpost("doctor")

    assert ran.code == 1
    assert "WRONG locales: " in ran.out
    assert "Set SIGNPOST_LOCALES to the folder that holds en/LC_MESSAGES/signpost.po." in ran.out


def test_a_database_that_cannot_be_opened_is_told(
    signpost: Signpost, small_hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"this is no database at all, whatever its name says" * 100)
    monkeypatch.setenv("SIGNPOST_DATABASE_URL", f"sqlite:///{broken}")

    ran = signpost("doctor")

    assert ran.code == 1
    assert "WRONG database: " in ran.out
    assert "Traceback" not in ran.out + ran.err


def test_a_database_with_a_password_keeps_it_to_itself(
    signpost: Signpost, small_hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing answers on that port: what is told about it must not repeat the password."""
    monkeypatch.setenv("SIGNPOST_DATABASE_URL", "postgresql://signpost:hunter2@127.0.0.1:1/signpost")
    monkeypatch.setenv("SIGNPOST_SECRET_KEY", "k" * 32)

    ran = signpost("doctor")

    assert ran.code == 1
    assert "WRONG database: " in ran.out
    assert "hunter2" not in ran.out + ran.err


def test_a_wrong_setting_is_told_before_anything_is_looked_at(
    signpost: Signpost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_PORT", "http")

    ran = signpost("doctor")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'SIGNPOST_PORT: "http" is no port. Use a number from 1 to 65535, as in 8080.\n'
