"""Findings as GitHub reads them: what would end a command early is written otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.directory.findings import as_github
from bot.directory.problem import Problem


def test_signs_that_github_reads_as_its_own_are_written_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    problem = Problem("a,b:c.yaml", 1, 2, "100% sure:\nno", "Say so, or not.", "value")

    assert list(as_github([problem], tmp_path)) == [
        "::error file=a%2Cb%3Ac.yaml,line=1,col=2,title=value::100%25 sure:%0Ano%0ASay so, or not."
    ]
