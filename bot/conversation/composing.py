"""Puts a reply together: the parts of an answer, its buttons, and the tools that every reply has."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.conversation.answer import Asked, always_open_line, answer_parts, page_choices
from bot.conversation.guide import whole_page
from bot.conversation.reply import Card, Choice, Emergency, Part, Reply, Sentence
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.directory.need import Need
from bot.search.understanding import SURE_OF_NEED, Understanding
from bot.speech.catalogue import Speech

FIRST_STEPS = 3
"""Steps of a guidance page that stand in the answer itself; the rest are a button away."""
_OTHER_NEEDS = 2
_CLOSE = 0.5
"""How likely the second need must be, against the first, to be answered beside it."""


@dataclass(frozen=True, slots=True, repr=False)
class Composer:
    """Composes replies from one directory."""

    directory: Directory
    speech: Speech

    def voice(self, state: State) -> Voice:
        """The voice of a chat."""
        return Voice(self.speech, state.language)

    def answer(self, asked: Asked, turn: Turn, state: State, meaning: Understanding | None = None) -> Reply:
        """The answer to a need, with its buttons."""
        voice = self.voice(state)
        parts, state = answer_parts(asked, state, self.directory, voice, turn.now)
        if turn.forwarded:
            below = sum(isinstance(part, Emergency) for part in parts)
            parts.insert(below, Sentence(voice.said("forwarded"), "quiet"))
        parts = self._with_place(parts, meaning, voice)
        need = self.directory.needs[asked.need]
        rival = self._rival(asked, meaning)
        place = next(index for index, part in enumerate(parts) if isinstance(part, Sentence) and part.tone == "plain")
        if rival:
            parts[place : place + 1] = [self._for_reader(need, voice), self._for_reader(rival, voice)]
        elif need.audience != "public" and need.guidance and not (asked.urgency and asked.sure):
            page = self.directory.guidance[asked.page or need.guidance[0]]
            parts.insert(place + 1, whole_page(page, voice, FIRST_STEPS))
        if need.kind == "about-chat":
            about = [Sentence(voice.said(key)) for key in ("privacy.kept", "privacy.telegram", "exit.promise")]
            cards = [part for part in parts if isinstance(part, Card)]
            parts = [*(part for part in parts if not isinstance(part, Card)), *about, *cards]
        choices = page_choices(asked.need, self.directory, voice, asked.page)
        if need.practice and self.directory.practice:
            choices.append(Choice(voice.say("choice.practise"), "practise"))
        if need.kind in {"greeting", "not-covered"}:
            choices = self.common(voice)
        elif meaning and not meaning.sure and meaning.needs[0].probability < SURE_OF_NEED:
            choices += self._others(meaning, voice)
        return self.reply(parts, choices, state, meaning)

    def _with_place(self, parts: list[Part], meaning: Understanding | None, voice: Voice) -> list[Part]:
        place = meaning.place if meaning else None
        if place is None or place.district:
            return parts
        key = "area.which" if place.maybe else "area.outside"
        return [*parts, Sentence(voice.said(key, place=place.words.title()), "quiet")]

    def _rival(self, asked: Asked, meaning: Understanding | None) -> Need | None:
        """The second need, if it is another reader's and nearly as likely: then both are answered."""
        if meaning is None or asked.urgency or len(meaning.needs) == 1 or meaning.needs[0].need != asked.need:
            return None
        first, second = meaning.needs[:2]
        other = self.directory.needs[second.need]
        close = first.probability < SURE_OF_NEED and second.probability >= _CLOSE * first.probability
        return other if close and other.audience != self.directory.needs[first.need].audience else None

    def _for_reader(self, need: Need, voice: Voice) -> Sentence:
        return Sentence(voice.said(f"reader.{need.audience}", answer=voice.label(need.answer)))

    def _others(self, meaning: Understanding, voice: Voice) -> list[Choice]:
        return [self.need_choice(scored.need, voice) for scored in meaning.needs[1 : 1 + _OTHER_NEEDS]]

    def need_choice(self, need: str, voice: Voice) -> Choice:
        """The button of a need."""
        return Choice(voice.label(self.directory.needs[need].name), f"need:{need}")

    def common(self, voice: Voice) -> list[Choice]:
        """The buttons of the commonest needs."""
        return [self.need_choice(need.id, voice) for need in self.directory.common_needs]

    def offer(self, key: str, state: State, **values: object) -> Reply:
        """A sentence, the commonest needs as buttons, and somebody to call."""
        voice = self.voice(state)
        parts: list[Part] = [Sentence(voice.said(key, **values))]
        return self.reply(parts, self.common(voice), replace(state, need="", shown="", seen=0, asked=""))

    def reply(
        self,
        parts: list[Part],
        choices: list[Choice],
        state: State,
        meaning: Understanding | None = None,
        failed: str = "",
    ) -> Reply:
        """The reply with the tools that every reply has, and at least one line that is open now."""
        voice = self.voice(state)
        parts = [*parts, *always_open_line(parts, state, self.directory, voice, failed)]
        place = meaning.place if meaning else None
        if place and place.maybe and not place.district:
            choices = [*self.districts(place.maybe), *choices]
        tools = []
        if state.need and state.shown:
            tools.append(Choice(voice.say("choice.more"), "more", "tool"))
        tools.append(Choice(voice.say("choice.place"), "area", "tool"))
        if state.shown:
            tools.append(Choice(voice.say("choice.wrong"), "wrong", "tool"))
        tools.append(Choice(voice.say("choice.exit"), "exit", "exit"))
        return Reply(state.language, tuple(parts), (*dict.fromkeys(choices), *tools), state, understood=meaning)

    def districts(self, districts: tuple[str, ...]) -> list[Choice]:
        """Districts as buttons."""
        return [
            Choice(self.directory.districts[name].name, f"area:{name}")
            for name in districts
            if name in self.directory.districts
        ]
