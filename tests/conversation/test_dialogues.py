"""Runs every dialogue of `dialogues.yaml` against the launch directory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.channels.plain_text import plain_text
from bot.conversation.conversation import Conversation
from bot.conversation.state import State
from bot.conversation.turn import Turn
from tests.conftest import SATURDAY_NIGHT

DIALOGUES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "dialogues.yaml").read_text("utf-8"))
CHECKED = {
    "name",
    "text",
    "known",
    "first",
    "says",
    "never",
    "shows",
    "need",
    "urgency",
    "sure",
    "district",
    "audience",
    "buttons",
    "exit",
}


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: dialogue["name"])
def test_the_person_is_told_what_they_need(dialogue: dict[str, Any], launch_conversation: Conversation) -> None:
    assert set(dialogue) <= CHECKED, "a field that nothing checks"
    state = State(**dialogue.get("known", {}))
    reply = launch_conversation.reply(Turn(SATURDAY_NIGHT, text=dialogue["text"]), state)
    text = plain_text(reply)
    assert reply.exit == dialogue.get("exit", False)
    assert text.startswith(dialogue.get("first", ""))
    for words in dialogue.get("says", []):
        assert words in text
    for words in dialogue.get("never", []):
        assert words not in text
    assert set(dialogue.get("shows", [])) <= set(reply.services())
    assert set(dialogue.get("buttons", [])) <= {choice.label for choice in reply.choices}
    meaning = reply.understood
    for field, value in (
        ("need", meaning and meaning.needs[0].need),
        ("district", meaning and meaning.district),
        ("urgency", (meaning and meaning.urgency) or "none"),
        ("sure", meaning and meaning.sure),
        ("audience", meaning and meaning.audience),
    ):
        if field in dialogue:
            assert value == dialogue[field], field
