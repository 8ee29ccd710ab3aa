"""Signpost as it is measured: by words alone, and with the encoder where this machine has one."""

from __future__ import annotations

from bot.app import load_conversation, second_reader_missing
from bot.conversation.conversation import Conversation
from bot.settings import read_settings

WORDS_ALONE, WITH_ENCODER = "by words alone", "with the encoder"


def by_words_alone() -> Conversation:
    """The core, without the encoder."""
    return load_conversation(read_settings({"SIGNPOST_ENCODER": "no"}))


def readers() -> dict[str, Conversation]:
    """The core without the encoder, and with it; the latter only where there is one, else a line says why not."""
    found = {WORDS_ALONE: by_words_alone()}
    if missing := second_reader_missing():
        print(f"Signpost {WITH_ENCODER}: not measured, {missing}")
    else:
        found[WITH_ENCODER] = load_conversation(read_settings({}))
    return found
