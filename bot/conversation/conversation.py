"""Takes a turn and the chat's memory, gives the reply. The one place where a turn finds its handler."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self, get_args

from bot.conversation import refer
from bot.conversation.answer import Asked, alarm, page_choices, services_for
from bot.conversation.cards import card
from bot.conversation.composing import Composer
from bot.conversation.guide import step
from bot.conversation.practice import practised
from bot.conversation.reply import Card, Choice, Part, Reason, Reply, Report, Sentence
from bot.conversation.said_words import longest_said
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.directory.directory import Directory
from bot.directory.service import Audience
from bot.search.ranking import SHOWN_AT_ONCE
from bot.search.text import shortened
from bot.search.understanding import Known, Understander, Understanding
from bot.speech.catalogue import Speech

_STEP = re.compile(r"^[0-9]{1,2}$")
_ROUTE_MEANT = 0.1
"""How probable a referral must be to be meant by a message that names a risk."""
COMMANDS = ("start", "help", "area", "language", "refer", "work", "practise", "privacy", "exit")


@dataclass(frozen=True, slots=True, repr=False)
class Conversation:
    """Answers turns from one directory. Holds no memory: that comes with the turn and leaves with the reply."""

    directory: Directory
    understander: Understander
    speech: Speech

    def marking(self, services: frozenset[str]) -> Self:
        """The same with these services marked as reported by several people, and no others."""
        if services == self.directory.marked:
            return self
        return replace(self, directory=replace(self.directory, marked=services))

    @property
    def _compose(self) -> Composer:
        return Composer(self.directory, self.speech)

    def reply(self, turn: Turn, state: State) -> Reply:
        """The reply to `turn` in a chat that remembers `state`."""
        state = self._usable(turn, state)
        if turn.location:
            district = self.understander.district_at(turn.location.latitude, turn.location.longitude)
            if district is None:
                return self._compose.offer("area.location_outside", state)
            return self._area_found(district, turn, state)
        if turn.unreadable:
            return self._compose.offer(f"unreadable.{turn.unreadable}", state)
        if turn.action is not None:
            return self._act(turn.action, turn, state)
        return self._words(shortened((turn.text or "").strip()), turn, state)

    def _usable(self, turn: Turn, state: State) -> State:
        """`state` without what the directory no longer holds, and with a language."""
        directory = self.directory
        hint = (turn.language_hint or "").split("-")[0].lower()
        language = next(
            (name for name in (state.language, hint) if name in directory.languages), next(iter(directory.languages))
        )
        return replace(
            state,
            language=language,
            chosen_language=state.chosen_language if state.chosen_language in directory.languages else "",
            district=state.district if state.district in directory.districts else "",
            need=state.need if state.need in directory.needs else "",
            audience=state.audience if state.audience in get_args(Audience) else "",
            shown=",".join(name for name in state.ids_shown() if name in directory.services),
        )

    # --- words

    def _words(self, text: str, turn: Turn, state: State) -> Reply:
        if not text:
            return self._compose.offer("empty", state)
        command = text.split()[0].removeprefix("/").split("@")[0].lower() if text.startswith("/") else ""
        if command == "refer" and (line := text.partition(" ")[2].strip()):
            return self._understand(line, turn, replace(state, audience="champion", asked="route"))
        if command in COMMANDS:
            return self._act(command, turn, state)
        for action in ("exit", "practise", "refer"):
            if self._is_word_for(action, text):
                return self._act(action, turn, state)
        if (
            state.asked == "area"
            and (place := self.understander.place_asked_for(text))
            and len(text.split()) <= SHOWN_AT_ONCE + 1
        ):
            return self._area_found(place.district or "", turn, state, place.words, place.maybe)
        return self._understand(text, turn, state)

    def _is_word_for(self, action: str, text: str) -> bool:
        typed = text.casefold().strip(" .!")
        return any(
            typed in (word.strip().casefold() for word in words.split(","))
            for words in self.speech.everywhere(f"words.{action}").values()
        )

    def _understand(self, text: str, turn: Turn, state: State) -> Reply:
        asks_for_route = state.asked == "route"
        known = Known(state.district or None, state.audience or None, state.chosen_language or None)
        meaning = self.understander.read(text, known)
        state = replace(
            state,
            language=state.chosen_language or meaning.language,
            district=meaning.district or "",
            audience=meaning.audience,
            asked="",
        )
        if not meaning.understood and not asks_for_route:
            return replace(self._compose.offer("not_understood", state), understood=meaning)
        told = refer.told_in(text, self.directory.referral_words)
        meaning = self._with_route_first(meaning, told.risk)
        if asks_for_route or self._wants_route(meaning, told, state):
            reply = self._refer(turn, replace(state, audience="champion", need=self._route_need), told)
            warning = alarm(self._asked(meaning, text), self._compose.voice(reply.state))
            return replace(reply, parts=(*warning, *reply.parts), understood=meaning)
        return self._compose.answer(self._asked(meaning, text), turn, state, meaning)

    @property
    def _route_need(self) -> str:
        """The need that is answered with a route card; empty if the directory has none."""
        return next((need.id for need in self.directory.needs.values() if need.kind == "route"), "")

    def _wants_route(self, meaning: Understanding, told: refer.Told, state: State) -> bool:
        """Whether a route answers best. A sure danger has its block on top, and the route for danger now below it."""
        if self.directory.needs[meaning.need].kind == "route":
            return bool(told.risk) or not self._names_a_live_service(meaning)
        if not meaning.sure or not (told.risk or told.signs):
            return False
        route = next((scored for scored in meaning.needs if scored.need == self._route_need), None)
        return route is not None and (state.audience == "champion" or route.probability >= _ROUTE_MEANT)

    def _names_a_live_service(self, meaning: Understanding) -> bool:
        return any(self.directory.services[named.service].status == "live" for named in meaning.named)

    def _with_route_first(self, meaning: Understanding, risk: str) -> Understanding:
        """Whoever names a risk, and may well want a route, wants the route; with a place beside it, surely."""
        if not risk or meaning.sure:
            return meaning
        asks_as_champion = self.directory.needs[meaning.need].audience == "champion" and meaning.place is not None
        routes = [
            scored
            for scored in meaning.needs
            if self.directory.needs[scored.need].kind == "route"
            and (asks_as_champion or scored.probability >= _ROUTE_MEANT)
        ]
        others = [scored for scored in meaning.needs if scored not in routes]
        return replace(meaning, needs=(*routes, *others))

    def _asked(self, meaning: Understanding, text: str) -> Asked:
        urgency = self.directory.urgencies[meaning.urgency] if meaning.urgency else None
        audience = self.directory.needs[meaning.need].audience
        pages = {page.id: page.found_by for page in self.directory.guidance.values() if audience in page.audiences}
        return Asked(
            meaning.need,
            urgency,
            meaning.sure,
            tuple(named.service for named in meaning.named[:SHOWN_AT_ONCE]),
            longest_said(text, pages) or "",
        )

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
            "practise": self._practise,
            "privacy": self._privacy,
            "exit": self._exit,
            "need": self._need,
            "more": self._more,
            "wrong": self._wrong,
            "why": self._why,
            "guide": self._guide,
        }
        handler = handlers.get(name)
        return handler(value, turn, state) if handler else self._compose.offer("old_button", state)

    def _start(self, _: str, _turn: Turn, state: State) -> Reply:
        voice = self._compose.voice(state)
        parts: list[Part] = [
            Sentence(voice.said("start.title")),
            Sentence(voice.words(self.directory.hub.about)),
            Sentence(voice.said("start.what")),
            Sentence(voice.said("start.watched")),
        ]
        choices = [*self._compose.common(voice), Choice(voice.say("choice.language"), "language", "tool")]
        return self._compose.reply(parts, choices, replace(state, need="", shown="", seen=0, asked=""))

    def _help(self, _: str, _turn: Turn, state: State) -> Reply:
        return self._compose.offer("help.what", state)

    def _privacy(self, _: str, turn: Turn, state: State) -> Reply:
        about = next(need for need in self.directory.needs.values() if need.kind == "about-chat")
        return self._compose.answer(Asked(about.id), turn, state)

    def _exit(self, _: str, _turn: Turn, state: State) -> Reply:
        return Reply(state.language, (), (), State(), exit=True)

    def _need(self, value: str, turn: Turn, state: State) -> Reply:
        if value not in self.directory.needs:
            return self._compose.offer("old_button", state)
        need = self.directory.needs[value]
        state = replace(state, audience=need.audience if need.audience != "public" else state.audience)
        if need.kind == "route":
            return self._refer(turn, replace(state, need=value))
        return self._compose.answer(Asked(value), turn, state)

    def _more(self, _: str, turn: Turn, state: State) -> Reply:
        if not state.need:
            return self._compose.offer("old_button", state)
        voice = self._compose.voice(state)
        services = services_for(Asked(state.need), state, self.directory, turn.now)
        before = state.ids_shown()
        following = [service for service in services[state.seen :] if service.id not in before][:SHOWN_AT_ONCE]
        parts: list[Part] = [card(service, self.directory, voice, turn.now) for service in following]
        if not following:
            parts = [Sentence(voice.said("more.end"))]
        kept = replace(
            state, shown=",".join(service.id for service in following) or state.shown, seen=state.seen + len(following)
        )
        return self._compose.reply(parts, [], kept)

    def _wrong(self, value: str, turn: Turn, state: State) -> Reply:
        voice = self._compose.voice(state)
        if not state.shown:
            return self._compose.offer("old_button", state)
        if value not in state.ids_shown():
            choices = [Choice(self.directory.services[name].name, f"wrong:{name}") for name in state.ids_shown()]
            return self._compose.reply([Sentence(voice.said("wrong.ask"))], choices, state)
        need = state.need or self.directory.common_needs[0].id
        others = [
            service for service in services_for(Asked(need), state, self.directory, turn.now) if service.id != value
        ]
        following = others[: 1 if len(others) == 1 else 2]
        parts: list[Part] = [Sentence(voice.said("wrong.thanks"))]
        parts += [card(service, self.directory, voice, turn.now) for service in following]
        kept = replace(state, shown=",".join(service.id for service in following))
        whys = [Choice(voice.say(f"why.{reason}"), f"why:{value}:{reason}") for reason in get_args(Reason)]
        return replace(self._compose.reply(parts, whys, kept, failed=value), report=Report(value))

    def _why(self, value: str, turn: Turn, state: State) -> Reply:
        name, _, given = value.partition(":")
        reason = next((reason for reason in get_args(Reason) if reason == given), None)
        if name not in self.directory.services or reason is None:
            return self._compose.offer("old_button", state)
        voice = self._compose.voice(state)
        parts: list[Part] = [Sentence(voice.said("why.noted"))]
        parts += [card(self.directory.services[shown], self.directory, voice, turn.now) for shown in state.ids_shown()]
        return replace(self._compose.reply(parts, [], state, failed=name), report=Report(name, reason))

    def _guide(self, value: str, turn: Turn, state: State) -> Reply:
        page, _, number = value.partition(":")
        if page not in self.directory.guidance:
            return self._compose.offer("old_button", state)
        guide, voice = self.directory.guidance[page], self._compose.voice(state)
        steps, choices = step(guide, int(number) if _STEP.match(number) else 0, voice, self.directory)
        parts: list[Part] = [steps]
        if steps.first + 1 == steps.of:
            # A page speaks of the services at its end.
            found = services_for(Asked(guide.needs[0]), state, self.directory, turn.now)[:SHOWN_AT_ONCE]
            parts += [card(service, self.directory, voice, turn.now) for service in found]
            state = replace(state, need=guide.needs[0], shown=",".join(one.id for one in found), seen=len(found))
        return self._compose.reply(parts, choices, state)

    def _work(self, _: str, _turn: Turn, state: State) -> Reply:
        voice = self._compose.voice(state)
        choices = [
            Choice(voice.label(page.title), f"guide:{page.id}:0") for page in self.directory.pages_for("employer")
        ]
        return self._compose.reply(
            [Sentence(voice.said("work.ask"))],
            choices,
            replace(state, audience="employer", need="", shown="", seen=0),
        )

    def _practise(self, value: str, _turn: Turn, state: State) -> Reply:
        shown = practised(value, self.directory, self._compose.voice(state))
        if shown is None:
            return self._compose.offer("old_button", state)
        return self._compose.reply(*shown, replace(state, audience="champion", need="", shown="", seen=0, asked=""))

    # --- area and language

    def _area(self, value: str, turn: Turn, state: State) -> Reply:
        if value:
            return self._area_found("" if value == "none" else value, turn, state)
        voice = self._compose.voice(state)
        choices = [
            *self._compose.districts(tuple(self.directory.districts)),
            Choice(voice.say("area.none"), "area:none"),
        ]
        reply = self._compose.reply([Sentence(voice.said("area.ask"))], choices, replace(state, asked="area"))
        return replace(reply, wants_location=True)

    def _area_found(
        self, district: str, turn: Turn, state: State, words: str = "", maybe: tuple[str, ...] = ()
    ) -> Reply:
        voice = self._compose.voice(state)
        kept = replace(state, district=district if district in self.directory.districts else "", asked="")
        if maybe and not district:
            return self._compose.reply(
                [Sentence(voice.said("area.which", place=words.title()))],
                self._compose.districts(maybe),
                replace(kept, asked="area"),
            )
        if state.need:
            if self.directory.needs[state.need].kind == "route":
                return self._refer(turn, kept)
            reply = self._compose.answer(Asked(state.need), turn, kept)
        else:
            reply = self._compose.offer("start.what", kept)
        if kept.district:
            told = Sentence(voice.said("area.set", district=self.directory.districts[kept.district].name))
        elif words:
            told = Sentence(voice.said("area.outside", place=words.title()))
        else:
            return reply
        return replace(reply, parts=(told, *reply.parts))

    def _language(self, value: str, turn: Turn, state: State) -> Reply:
        voice = self._compose.voice(state)
        if value not in self.directory.languages:
            choices = [
                Choice(language.name, f"language:{language.id}") for language in self.directory.languages.values()
            ]
            return self._compose.reply([Sentence(voice.said("language.ask"))], choices, state)
        kept = replace(state, language=value, chosen_language=value)
        reply = self._compose.answer(Asked(kept.need), turn, kept) if kept.need else self._start("", turn, kept)
        told = Sentence(self._compose.voice(kept).said("language.set", language=self.directory.languages[value].name))
        return replace(reply, parts=(told, *reply.parts))

    # --- referral

    def _referral(self, value: str, turn: Turn, state: State) -> Reply:
        risk, _, case = value.partition(":")
        risk = risk if risk in refer.RISKS else ""
        cases = case or (state.case if risk else "")
        return self._refer(turn, replace(state, audience="champion", need=self._route_need, risk=risk, case=cases))

    def _refer(self, turn: Turn, state: State, told: refer.Told | None = None) -> Reply:
        voice = self._compose.voice(state)
        state = replace(state, shown="", seen=0)
        parts: list[Part] = []
        if told:
            state = replace(state, risk="immediate" if told.signs else told.risk, case=",".join(told.cases))
            if told.signs:
                names = ", ".join(voice.label(sign.name) for sign in told.signs)
                parts.append(Sentence(voice.said("refer.do_not_wait", signs=names), "alarm"))
        no_names = Sentence(voice.said("refer.no_names"), "quiet")
        if not state.district:
            parts += [Sentence(voice.said("refer.ask_area")), no_names]
            choices = self._compose.districts(tuple(self.directory.districts))
            return self._compose.reply(parts, choices, replace(state, asked="area"))
        if not refer.remembers(state):
            signs = ", ".join(voice.label(sign.name) for sign in self.directory.referral_words.warning_signs)
            parts.append(Sentence(voice.said("refer.ask_risk")))
            parts += [Sentence(voice.said("refer.signs", signs=signs))] if signs else []
            return self._compose.reply([*parts, no_names], refer.risk_choices(voice), state)
        cases = tuple(case for case in state.case.split(",") if case)
        route = refer.route_for(self.directory, state.district, state.risk, *cases[:1])
        if route is None:
            return self._compose.reply([Sentence(voice.said("refer.none"))], [], state)
        parts += refer.route_parts(route, self.directory, voice, turn.now)
        shown = [part.service for part in parts if isinstance(part, Card)]
        choices = refer.further(route, self.directory, state, cases, voice)
        choices += page_choices(state.need, self.directory, voice) if state.need else []
        return self._compose.reply(parts, choices, replace(state, shown=",".join(shown), risk="", case=""))
