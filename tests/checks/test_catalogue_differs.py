"""The program's own sentences: what it fills in must be the same in every language, or it cannot say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks import catalogue_differs
from bot.directory.problem import DirectoryError
from bot.disk.catalogue_files import read_catalogues
from bot.disk.directory_files import checked
from bot.speech.catalogue import Speech
from tests.checks.asking import example, told_by
from tests.small_hub import FILES


def sentences(folder: Path, **languages: str) -> Speech:
    """Catalogues of one sentence."""
    for language, text in languages.items():
        path = folder / language / "LC_MESSAGES" / "signpost.po"
        path.parent.mkdir(parents=True)
        path.write_text(f'msgid ""\nmsgstr ""\n\nmsgid "hours"\nmsgstr "{text}"\n', "utf-8")
    return read_catalogues(folder)


def test_the_same_names_in_another_order_have_no_finding(tmp_path: Path) -> None:
    speech = sentences(tmp_path, en="{day} at {time}, or call 999.", pl="Zadzwoń na 999 lub {time}, {day}.")

    assert told_by(catalogue_differs, speech=speech) == []


def test_a_name_that_is_missing_is_told_with_the_catalogue_and_the_line(tmp_path: Path) -> None:
    speech = sentences(tmp_path, en="Open until {time}.", pl="Otwarte.")

    assert told_by(catalogue_differs, speech=speech) == [f"{tmp_path}/{example(catalogue_differs).partition('/')[2]}"]


@pytest.mark.parametrize(
    ("polish", "message"),
    [
        ("Otwarte do {czas} {time}.", "the Polish text has {czas}, which the English one has not"),
        ("Otwarte do {time}. 999", "the Polish text has 999, which the English one has not"),
        ("Otwarte do {time.", 'the braces of "hours" do not match'),
    ],
)
def test_names_and_numbers_that_english_does_not_have_are_told(tmp_path: Path, polish: str, message: str) -> None:
    [finding] = told_by(catalogue_differs, speech=sentences(tmp_path, en="Open until {time}.", pl=polish))

    assert message in finding


def test_a_sentence_that_could_not_be_said_keeps_signpost_from_starting(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError) as error:
        checked(FILES, speech=sentences(tmp_path, en="Open until {time}.", pl="Otwarte do {czas}."))

    assert {problem.rule for problem in error.value.problems} == {"catalogue-differs"}
