"""Takes a turn and the chat's memory, gives the reply. The one place where a turn finds its handler."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.conversation import refer
from bot.conversation.answer import Asked, always_open_line, answer_parts, page_choices, services_for
from bot.conversation.cards import card
from bot.conversation.guide import step, whole_page
from bot.conversation.reply import Choice, Part, Reply, Report, Sentence
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.search.ranking import SHOWN_AT_ONCE
from bot.search.understanding import SURE_OF_NEED, Known, Understander, Understanding
from bot.speech.catalogue import Speech

FIRST_STEPS = 3
"""Steps of a guidance page that stand in the answer itself; the rest are a button away."""
COMMANDS = ("start", "help", "area", "language", "refer", "work", "privacy", "exit")
_OTHER_NEEDS = 2


@dataclass(frozen=True, slots=True, repr=False)
class Conversation:
    """Answers turns from one directory. Holds no memory: that comes with the turn and leaves with the reply."""

    directory: Directory
    understander: Understander
    speech: Speech

    def reply(self, turn: Turn, state: State) -> Reply:
        """The reply to `turn` in a chat that remembers `state`."""
        state = self._with_language(turn, state)
        if turn.location:
            return self._area_found(
                self.understander.district_at(turn.location.latitude, turn.location.longitude) or "", turn, state
            )
        if turn.unreadable:
            return self._offer(f"unreadable.{turn.unreadable}", state)
        if turn.action is not None:
            return self._act(turn.action, turn, state)
        return self._words((turn.text or "").strip(), turn, state)

    def _with_language(self, turn: Turn, state: State) -> State:
        if state.language:
            return state
        hint = (turn.language_hint or "").split("-")[0].lower()
        return replace(
            state, language=hint if hint in self.directory.languages else next(iter(self.directory.languages))
        )

    def _voice(self, state: State) -> Voice:
        return Voice(self.speech, state.language)

    # --- words

    def _words(self, text: str, turn: Turn, state: State) -> Reply:
        if not text:
            return self._offer("empty", state)
        command = text.split()[0].removeprefix("/").split("@")[0].lower() if text.startswith("/") else ""
        if command in COMMANDS:
            return self._act(command, turn, state)
        if self._is_exit(text):
            return self._act("exit", turn, state)
        if (
            state.asked == "area"
            and (place := self.understander.place_asked_for(text))
            and len(text.split()) <= SHOWN_AT_ONCE + 1
        ):
            return self._area_found(place.district or "", turn, state, place.words, place.maybe)
        return self._understand(text, turn, state)

    def _is_exit(self, text: str) -> bool:
        typed = text.casefold().strip(" .!")
        return any(
            typed in (word.strip().casefold() for word in words.split(","))
            for words in self.speech.everywhere("words.exit").values()
        )

    def _understand(self, text: str, turn: Turn, state: State) -> Reply:
        known = Known(state.district or None, state.audience or None, state.chosen_language or None)
        meaning = self.understander.read(text, known)
        state = replace(
            state,
            language=state.chosen_language or meaning.language,
            district=meaning.district or "",
            audience=meaning.audience,
            asked="",
        )
        if not meaning.understood:
            return replace(self._offer("not_understood", state), understood=meaning)
        need = self.directory.needs[meaning.need]
        if need.kind == "route" and not (meaning.urgency and meaning.sure):
            words = self.directory.referral_words
            state = replace(
                state,
                need=need.id,
                risk=refer.said_in(text, words.risk_words),
                case=refer.said_in(text, words.case_words),
            )
            return replace(self._refer(turn, state), understood=meaning)
        return self._answer(self._asked(meaning), turn, state, meaning)

    def _asked(self, meaning: Understanding) -> Asked:
        urgency = self.directory.urgencies[meaning.urgency] if meaning.urgency else None
        return Asked(
            meaning.need, urgency, meaning.sure, tuple(named.service for named in meaning.named[:SHOWN_AT_ONCE])
        )

    # --- answers

    def _answer(self, asked: Asked, turn: Turn, state: State, meaning: Understanding | None = None) -> Reply:
        voice = self._voice(state)
        parts, state = answer_parts(asked, state, self.directory, voice, turn.now)
        if turn.forwarded:
            parts.insert(0, Sentence(voice.said("forwarded"), "quiet"))
        parts = self._with_place(parts, meaning, voice)
        need = self.directory.needs[asked.need]
        if need.audience != "public" and need.guidance and not (asked.urgency and asked.sure):
            place = next(
                index for index, part in enumerate(parts) if isinstance(part, Sentence) and part.tone == "plain"
            )
            parts.insert(place + 1, whole_page(self.directory.guidance[need.guidance[0]], voice, FIRST_STEPS))
        if need.kind == "about-chat":
            parts[1:1] = [Sentence(voice.said(f"privacy.{key}")) for key in ("kept", "telegram")]
            parts.append(Sentence(voice.said("exit.promise")))
        choices = page_choices(asked.need, self.directory, voice)
        if need.kind in {"greeting", "not-covered"}:
            choices = self._common(voice)
        elif meaning and not meaning.sure and meaning.needs[0].probability < SURE_OF_NEED:
            choices += self._others(meaning, voice)
        return self._reply(parts, choices, state, meaning)

    def _with_place(self, parts: list[Part], meaning: Understanding | None, voice: Voice) -> list[Part]:
        place = meaning.place if meaning else None
        if place is None or place.district:
            return parts
        key = "area.which" if place.maybe else "area.outside"
        return [*parts, Sentence(voice.said(key, place=place.words.title()), "quiet")]

    def _others(self, meaning: Understanding, voice: Voice) -> list[Choice]:
        return [self._need_choice(scored.need, voice) for scored in meaning.needs[1 : 1 + _OTHER_NEEDS]]

    def _need_choice(self, need: str, voice: Voice) -> Choice:
        return Choice(voice.label(self.directory.needs[need].name), f"need:{need}")

    def _common(self, voice: Voice) -> list[Choice]:
        return [self._need_choice(need.id, voice) for need in self.directory.common_needs]

    def _offer(self, key: str, state: State, **values: object) -> Reply:
        """A sentence, the commonest needs as buttons, and somebody to call."""
        voice = self._voice(state)
        parts: list[Part] = [Sentence(voice.said(key, **values))]
        return self._reply(parts, self._common(voice), replace(state, need="", shown="", seen=0, asked=""))

    def _reply(
        self, parts: list[Part], choices: list[Choice], state: State, meaning: Understanding | None = None
    ) -> Reply:
        """The reply with the tools that every reply has, and at least one line that is open now."""
        voice = self._voice(state)
        if not any(isinstance(part, Sentence) and part.tone == "quiet" for part in parts) or not state.shown:
            shown = [self.directory.services[name] for name in state.ids_shown()]
            line = list(always_open_line(shown, state, self.directory, voice))
            parts = parts + [part for part in line if part not in parts]
        place = meaning.place if meaning else None
        if place and place.maybe and not place.district:
            choices = [*self._districts(place.maybe), *choices]
        tools = []
        if state.need and state.shown:
            tools.append(Choice(voice.say("choice.more"), "more", "tool"))
        tools.append(Choice(voice.say("choice.place"), "area", "tool"))
        if state.shown:
            tools.append(Choice(voice.say("choice.wrong"), "wrong", "tool"))
        tools.append(Choice(voice.say("choice.exit"), "exit", "exit"))
        return Reply(state.language, tuple(parts), (*dict.fromkeys(choices), *tools), state, understood=meaning)

    # --- buttons and commands

    def _act(self, action: str, turn: Turn, state: State) -> Reply:
        name, _, value = action.partition(":")
        handlers: dict[str, Callable[[str, Turn, State], Reply]] = {
            "start": self._start,
            "help": self._help,
            "area": self._area,
            "language": self._language,
            "refer": self._referral,
            "work": self._work,
            "privacy": self._privacy,
            "exit": self._exit,
            "need": self._need,
            "more": self._more,
            "wrong": self._wrong,
            "guide": self._guide,
        }
        handler = handlers.get(name)
        return handler(value, turn, state) if handler else self._offer("old_button", state)

    def _start(self, _: str, _turn: Turn, state: State) -> Reply:
        voice = self._voice(state)
        parts: list[Part] = [
            Sentence(voice.said("start.title")),
            Sentence(voice.words(self.directory.hub.about)),
            Sentence(voice.said("start.what")),
            Sentence(voice.said("start.watched")),
        ]
        choices = [*self._common(voice), Choice(voice.say("choice.language"), "language", "tool")]
        return self._reply(parts, choices, replace(state, need="", shown="", seen=0, asked=""))

    def _help(self, _: str, _turn: Turn, state: State) -> Reply:
        return self._offer("help.what", state)

    def _privacy(self, _: str, turn: Turn, state: State) -> Reply:
        about = next(need for need in self.directory.needs.values() if need.kind == "about-chat")
        return self._answer(Asked(about.id), turn, state)

    def _exit(self, _: str, _turn: Turn, state: State) -> Reply:
        return Reply(state.language, (), (), State(), exit=True)

    def _need(self, value: str, turn: Turn, state: State) -> Reply:
        if value not in self.directory.needs:
            return self._offer("old_button", state)
        need = self.directory.needs[value]
        state = replace(state, audience=need.audience if need.audience != "public" else state.audience)
        if need.kind == "route":
            return self._refer(turn, replace(state, need=value))
        return self._answer(Asked(value), turn, state)

    def _more(self, _: str, turn: Turn, state: State) -> Reply:
        if state.need not in self.directory.needs:
            return self._offer("old_button", state)
        voice = self._voice(state)
        services = services_for(Asked(state.need), state, self.directory, turn.now)
        before = state.ids_shown()
        following = [service for service in services[state.seen :] if service.id not in before][:SHOWN_AT_ONCE]
        parts: list[Part] = [card(service, self.directory, voice, turn.now) for service in following]
        if not following:
            parts = [Sentence(voice.said("more.end"))]
        kept = replace(
            state, shown=",".join(service.id for service in following) or state.shown, seen=state.seen + len(following)
        )
        return self._reply(parts, [], kept)

    def _wrong(self, value: str, turn: Turn, state: State) -> Reply:
        voice = self._voice(state)
        if value not in state.ids_shown() or value not in self.directory.services:
            choices = [
                Choice(self.directory.services[name].name, f"wrong:{name}")
                for name in state.ids_shown()
                if name in self.directory.services
            ]
            return self._reply([Sentence(voice.said("wrong.ask"))], choices, state)
        need = state.need or self.directory.common_needs[0].id
        others = [
            service for service in services_for(Asked(need), state, self.directory, turn.now) if service.id != value
        ]
        following = others[: 1 if len(others) == 1 else 2]
        parts: list[Part] = [Sentence(voice.said("wrong.thanks"))]
        parts += [card(service, self.directory, voice, turn.now) for service in following]
        kept = replace(state, shown=",".join(service.id for service in following))
        return replace(self._reply(parts, [], kept), report=Report(value))

    def _guide(self, value: str, _turn: Turn, state: State) -> Reply:
        page, _, number = value.partition(":")
        if page not in self.directory.guidance:
            return self._offer("old_button", state)
        steps, choices = step(
            self.directory.guidance[page], int(number) if number.isdigit() else 0, self._voice(state), self.directory
        )
        return self._reply([steps], choices, replace(state, shown="", seen=0))

    def _work(self, _: str, _turn: Turn, state: State) -> Reply:
        voice = self._voice(state)
        choices = [
            self._need_choice(need.id, voice) for need in self.directory.needs.values() if need.audience == "employer"
        ]
        return self._reply(
            [Sentence(voice.said("work.ask"))],
            choices,
            replace(state, audience="employer", need="", shown="", seen=0),
        )

    # --- area and language

    def _area(self, value: str, turn: Turn, state: State) -> Reply:
        if value:
            return self._area_found("" if value == "none" else value, turn, state)
        voice = self._voice(state)
        choices = [*self._districts(tuple(self.directory.districts)), Choice(voice.say("area.none"), "area:none")]
        reply = self._reply([Sentence(voice.said("area.ask"))], choices, replace(state, asked="area"))
        return replace(reply, wants_location=True)

    def _districts(self, districts: tuple[str, ...]) -> list[Choice]:
        return [
            Choice(self.directory.districts[name].name, f"area:{name}")
            for name in districts
            if name in self.directory.districts
        ]

    def _area_found(
        self, district: str, turn: Turn, state: State, words: str = "", maybe: tuple[str, ...] = ()
    ) -> Reply:
        voice = self._voice(state)
        kept = replace(state, district=district if district in self.directory.districts else "", asked="")
        if maybe and not district:
            return self._reply(
                [Sentence(voice.said("area.which", place=words.title()))],
                self._districts(maybe),
                replace(kept, asked="area"),
            )
        if state.need in self.directory.needs:
            if self.directory.needs[state.need].kind == "route":
                return self._refer(turn, kept)
            reply = self._answer(Asked(state.need), turn, kept)
        else:
            reply = self._offer("start.what", kept)
        if kept.district:
            told = Sentence(voice.said("area.set", district=self.directory.districts[kept.district].name))
        elif words:
            told = Sentence(voice.said("area.outside", place=words.title()))
        else:
            return reply
        return replace(reply, parts=(told, *reply.parts))

    def _language(self, value: str, turn: Turn, state: State) -> Reply:
        voice = self._voice(state)
        if value not in self.directory.languages:
            choices = [
                Choice(language.name, f"language:{language.id}") for language in self.directory.languages.values()
            ]
            return self._reply([Sentence(voice.said("language.ask"))], choices, state)
        kept = replace(state, language=value, chosen_language=value)
        reply = (
            self._answer(Asked(kept.need), turn, kept)
            if kept.need in self.directory.needs
            else self._start("", turn, kept)
        )
        told = Sentence(self._voice(kept).said("language.set", language=self.directory.languages[value].name))
        return replace(reply, parts=(told, *reply.parts))

    # --- referral

    def _referral(self, value: str, turn: Turn, state: State) -> Reply:
        route = next((need.id for need in self.directory.needs.values() if need.kind == "route"), "")
        risk = value if value in refer.RISKS else ""
        return self._refer(
            turn, replace(state, audience="champion", need=route, risk=risk, case=state.case if risk else "")
        )

    def _refer(self, turn: Turn, state: State) -> Reply:
        voice = self._voice(state)
        state = replace(state, shown="", seen=0)
        if not state.district:
            choices = self._districts(tuple(self.directory.districts))
            return self._reply([Sentence(voice.said("refer.ask_area"))], choices, replace(state, asked="area"))
        if not refer.remembers(state):
            return self._reply([Sentence(voice.said("refer.ask_risk"))], refer.risk_choices(voice), state)
        route = refer.route_for(self.directory, state.district, state.risk, state.case or refer.GENERAL)
        if route is None:
            return self._reply([Sentence(voice.said("refer.none"))], [], state)
        parts = refer.route_parts(route, self.directory, voice, turn.now)
        shown = [part.service for part in parts if hasattr(part, "service")]
        choices = page_choices(state.need, self.directory, voice) if state.need else []
        return self._reply(parts, choices, replace(state, shown=",".join(shown), risk="", case=""))
