"""The rules, in order, and how they are asked. A rule's id is the name of its module, with hyphens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from bot.checks import (
    catalogue_differs,
    duplicate_id,
    future_date,
    harmful_words,
    hidden_service,
    hours_and_words,
    missing_language,
    never_open,
    past_review,
    professional_contact,
    reading_age,
    review_date,
    secret_address,
    shared_phone,
    signed_long_ago,
    text_length,
    translation_differs,
    two_people,
    unknown_id,
    unreached_page,
    unreached_route,
    unreached_service,
    unsourced,
)
from bot.checks.checked import Checked
from bot.directory.problem import Problem


class Rule(Protocol):
    """A module of one rule. Its docstring is what the docs say of it."""

    __name__: str
    __doc__: str | None

    def check(self, checked: Checked, /) -> Iterator[Problem]:
        """Every finding of the rule. Who runs it puts its id into them."""
        ...


AT_LOAD: tuple[Rule, ...] = (
    unknown_id,
    duplicate_id,
    shared_phone,
    secret_address,
    professional_contact,
    harmful_words,
    hours_and_words,
    translation_differs,
    catalogue_differs,
    unsourced,
    review_date,
    two_people,
)
"""What keeps a directory from being used: asked whenever it is loaded. None of them asks the day, so that a clock that
is wrong takes no service down."""

FAST: tuple[Rule, ...] = (
    *AT_LOAD,
    future_date,
    past_review,
    signed_long_ago,
    never_open,
    hidden_service,
    unreached_service,
    unreached_page,
    unreached_route,
    missing_language,
    reading_age,
    text_length,
)
"""All that is quick to ask."""


def rule_id(rule: Rule) -> str:
    """The rule's id: "shared-phone"."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def findings(checked: Checked, rules: Iterable[Rule]) -> list[Problem]:
    """What `rules` find, sorted by place."""
    return sorted(replace(problem, rule=rule_id(rule)) for rule in rules for problem in rule.check(checked))
