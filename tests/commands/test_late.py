"""A command imports what it needs, and `directory check` needs little: hub staff wait for it all day."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import PROJECT


@pytest.mark.parametrize("heavy", ["numpy", "scipy", "starlette", "telegram", "sqlalchemy", "holidays", "jinja2"])
def test_the_check_waits_for_no_library_that_only_serving_needs(heavy: str, imported: set[str]) -> None:
    assert heavy not in imported


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """What `directory check --fast` has imported when it is done."""
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv = ['signpost', 'directory', 'check', '--fast']\n"
            "from bot.commands.errors import run; from bot.commands.line import commands\n"
            "code = run(commands); print(code, *sys.modules, file=sys.stderr)",
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    code, *modules = ran.stderr.splitlines()[-1].split()
    assert code == "0"
    return set(modules)
