"""Two people sign what nobody may get wrong; the file of signatures is changed where it must be."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.commands.conftest import HubMaker, Signpost
from tests.small_hub import FILES

DANGER = "urgency/danger.yaml"


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    _on(monkeypatch, 23)


def _on(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    moment = datetime(2026, 11, day, 9, 0, tzinfo=UTC)
    for command in ("sign", "check"):
        monkeypatch.setattr(f"bot.commands.directory.{command}.now", lambda: moment)


def test_the_first_signature_says_that_a_second_is_needed(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "sign", DANGER, "--as", "Safeguarding lead")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{DANGER}: signed by Safeguarding lead. It is not used until somebody else signs it too.\n"
    assert (small_hub / "sign-offs.yaml").read_text() == (
        "# yaml-language-server: $schema=schema/sign-offs.json\n"
        "signed:\n"
        "  urgency/danger.yaml:\n"
        '    content: "1d64faa18f24542a"\n'
        "    by:\n"
        "      - role: Safeguarding lead\n"
        "        day: 2026-11-23\n"
    )
    assert signpost("directory", "check", "--fast").code == 1


def test_the_second_makes_it_whole(signpost: Signpost, small_hub: Path) -> None:
    signpost("directory", "sign", DANGER, "--as", "Safeguarding lead")

    ran = signpost("directory", "sign", DANGER, "--as", "Police liaison")

    assert ran.out == f"{DANGER}: signed by Safeguarding lead and Police liaison.\n"
    assert signpost("directory", "check", "--fast").code == 0


def test_nobody_signs_twice(signpost: Signpost, small_hub: Path) -> None:
    signpost("directory", "sign", DANGER, "--as", "Safeguarding lead")
    before = (small_hub / "sign-offs.yaml").read_bytes()

    ran = signpost("directory", "sign", DANGER, "--as", "safeguarding  Lead")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{DANGER}: safeguarding Lead has signed this already. It takes somebody else.\n"
    assert (small_hub / "sign-offs.yaml").read_bytes() == before


def test_a_year_later_each_signs_again_and_it_stays_in_use_meanwhile(
    signpost: Signpost, small_hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("Safeguarding lead", "Police liaison"):
        signpost("directory", "sign", DANGER, "--as", role)
    _on(monkeypatch, 24)

    signpost("directory", "sign", DANGER, "--as", "Safeguarding lead")

    assert "day: 2026-11-24" in (small_hub / "sign-offs.yaml").read_text()
    assert signpost("directory", "check", "--fast").code == 0


def test_a_change_takes_both_signatures_anew(signpost: Signpost, small_hub: Path) -> None:
    for role in ("Safeguarding lead", "Police liaison"):
        signpost("directory", "sign", DANGER, "--as", role)
    (small_hub / DANGER).write_bytes(FILES[DANGER].replace(b"call 999", b"ring 999"))

    ran = signpost("directory", "sign", DANGER, "--as", "Chair")

    assert ran.out == f"{DANGER}: signed by Chair. It is not used until somebody else signs it too.\n"


def test_the_comments_of_the_file_stay(signpost: Signpost, hub: HubMaker) -> None:
    root = hub({**FILES, "sign-offs.yaml": b"# Ask Jo before you sign.\nsigned: {}\n"})

    signpost("directory", "sign", str(root / DANGER), "phrases/en", "--as", "Chair")

    text = (root / "sign-offs.yaml").read_text()
    assert text.startswith("# Ask Jo before you sign.\nsigned:\n  urgency/danger.yaml:\n")
    assert "  phrases/en:\n" in text


def test_without_a_file_it_lists_what_waits_for_this_person(signpost: Signpost, small_hub: Path) -> None:
    signpost("directory", "sign", DANGER, "--as", "Chair")

    assert signpost("directory", "sign", "--as", "Chair").out.splitlines() == [
        "phrases/en: waits for two people",
        "referral-routes/westshire-high.yaml: waits for two people",
        "referral.yaml: waits for two people",
        "urgency/self_harm.yaml: waits for two people",
    ]
    assert "urgency/danger.yaml: waits for you, signed by Chair" in signpost("directory", "sign", "--as", "Jo").out


def test_a_name_that_nothing_has_is_refused(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "sign", "urgency/fire.yaml", "--as", "Chair")

    assert ran.code == 2
    assert 'nothing that can be signed is called "urgency/fire.yaml"' in ran.told
    assert not (small_hub / "sign-offs.yaml").exists()
