"""Words that can hurt somebody who reads them: no text for people may hold them."""

from __future__ import annotations

from pydantic import Field

from bot.directory.entry import ENGLISH, Entry, Id, Line, Many


class HarmfulWords(Entry):
    """Words that do one kind of harm."""

    words: Many[Line] = Field(min_length=1)
    """Capital or small letters, it is all one."""
    unless: Many[Line] = ()
    """Words that make them right when they stand in the same sentence: "never suggest couples counselling"."""
    why: Line
    """The harm they do, as a sentence."""
    instead: Line
    """What to write instead."""
    language: Id = ENGLISH
    """The language of the texts in which they are looked for."""


class HarmfulWordsFile(Entry):
    """`harmful-words.yaml`: what the check refuses in every text for people."""

    harmful_words: Many[HarmfulWords]
