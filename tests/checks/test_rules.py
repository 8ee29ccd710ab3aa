"""The rules as a whole: each has its page, each finding names its rule, and one fault hides no other."""

from __future__ import annotations

import pytest

from bot.checks.page import page
from bot.checks.rules import AT_LOAD, FAST, Rule, rule_id
from bot.checks.slow_rules import SLOW
from bot.directory.problem import Severity
from bot.directory.reading_rules import READING_RULES
from tests.checks.asking import example, told
from tests.conftest import PROJECT
from tests.directory.test_yaml_traps import SLIPS
from tests.slips import ENTRY, entry
from tests.small_hub import FILES

RULES = (*FAST, *SLOW)


def test_the_page_of_rules_is_what_the_rules_say_of_themselves() -> None:
    """When this fails: signpost directory rules > docs/hub/rules.md."""
    assert (PROJECT / "docs" / "hub" / "rules.md").read_text("utf-8") == page() + "\n"


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_every_rule_shows_a_finding_with_its_id_and_a_mend(rule: Rule) -> None:
    """Each rule's own test holds that the finding is real."""
    finding, mend = example(rule).split("\n")

    assert finding.endswith(f"({rule_id(rule)})")
    assert mend.startswith("    ")


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_every_rule_has_its_own_tests(rule: Rule) -> None:
    assert (PROJECT / "tests" / "checks" / f"test_{rule_id(rule).replace('-', '_')}.py").exists()


def test_every_slip_inside_a_file_has_an_id_that_the_page_explains() -> None:
    ids = {slip.told.rpartition("(")[2].removesuffix(")") for slip in SLIPS}

    assert ids <= {*READING_RULES, *map(rule_id, RULES)}
    assert READING_RULES.keys() - ids == {"missing-file", "unreadable", "no-folder"}, "told elsewhere"


def test_the_rules_that_are_asked_at_every_start_are_all_asked_by_the_check() -> None:
    assert set(AT_LOAD) < set(FAST)


def test_the_small_hub_has_no_finding() -> None:
    assert told(FILES) == []


def test_all_findings_are_told_at_once_and_in_the_order_of_the_files() -> None:
    broken = {
        ENTRY: entry("We help.", "It is your fault. Call 24/7."),
        "needs/talk.yaml": FILES["needs/talk.yaml"].replace(b"national-line", b"nobody"),
        "guidance/empty.yaml": b"",
    }

    assert [(problem.file, problem.rule) for problem in told({**FILES, **broken})] == [
        ("guidance/empty.yaml", "empty-file"),
        ("needs/talk.yaml", "unknown-id"),
        (ENTRY, "harmful-words"),
        (ENTRY, "hours-and-words"),
    ]


def test_no_rule_stumbles_over_names_of_what_does_not_exist() -> None:
    """Whatever one file names wrongly, every other rule still has its say."""
    nothing = {
        name: content.replace(b"national-line", b"nobody").replace(b"talk]", b"nothing]").replace(b"[ashby]", b"[x]")
        for name, content in FILES.items()
    }

    assert {problem.rule for problem in told(nothing) if problem.severity is Severity.ERROR} >= {"unknown-id"}


def test_without_its_languages_a_directory_is_asked_nothing_more() -> None:
    assert [problem.rule for problem in told({**FILES, "languages.yaml": b""})] == ["empty-file"]
