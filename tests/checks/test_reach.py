"""The proof against the chat itself: where it finds nobody, the real replies name nobody, minute for minute."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.checks.reach import Answer, Gap, Reach
from bot.conversation.conversation import Conversation
from bot.conversation.refer import RISKS
from bot.conversation.reply import Card, Emergency, Reply, Sentence
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.directory.directory import Directory
from bot.directory.loader import build
from bot.directory.opening_hours import LONDON
from bot.directory.service import Service
from bot.speech.catalogue import Speech
from tests.conftest import PROJECT
from tests.small_hub import FILES, service

TODAY = date(2026, 11, 22)
CHRISTMAS_WEEK = [datetime(2026, 12, 21, tzinfo=LONDON) + timedelta(minutes=15 * number) for number in range(7 * 96)]
"""Every quarter hour of a week of which the Friday and the Saturday are bank holidays."""
AUDIENCES = ("public", "champion", "employer")
HOURS = (
    "24/7",
    "24/7; PH off",
    "24/7; Dec 24 20:00-24:00 off",
    "Mo-Su 08:00-24:00",
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 10:00-17:00",
    "Sa,Su 00:00-24:00; Mo-Fr 17:00-09:00",
    "PH 10:00-12:15",
)


def takes(line: Service, reply: Reply, directory: Directory) -> bool:
    """Whether a line is for whoever gets this reply. Written apart from the program's own rule."""
    state = reply.state
    people = set(directory.needs[state.need].people) if state.need else set()
    narrow = {"women", "men", "harming", "under-18", "students", "communities"} & set(line.people)
    return (
        (state.audience or "public") in line.audiences
        and ("everywhere" in line.covers or state.district in directory.districts_of(line.covers))
        and (not people or "everyone" in line.people or bool(people & set(line.people)) or not narrow)
    )


def somebody(reply: Reply, directory: Directory) -> bool:
    """Whether the reply, as it is shown, names a person who can be reached."""
    for part in reply.parts:
        if isinstance(part, Emergency) or (isinstance(part, Card) and any(way.open for way in part.ways)):
            return True
        if isinstance(part, Sentence) and part.service and takes(directory.services[part.service], reply, directory):
            return True
    return False


def told_as_open(gaps: Sequence[Gap], reach: Reach, answer: Answer, state: State, now: datetime) -> bool:
    """What the proof says of an answer at a minute."""
    minute = now.hour * 60 + now.minute
    for gap in gaps:
        for hole in gap.holes:
            if (
                (state.audience or "public") in hole.audiences
                and state.district in hole.districts
                and state.language in hole.languages
                and answer in hole.answers
            ):
                kind = next(number for number, days in enumerate(reach.year.kinds) if now.date() in days)
                if any(kind == of and begins <= minute < ends for of, begins, ends in hole.times):
                    return False
    return True


def small(**hours: str) -> dict[str, bytes]:
    """The small hub with other hours, and lines of an area."""
    lines = {
        "national-line": ("national/", {"needs": "[talk, refuge, men, employer_respond, privacy]"}),
        "mens-line": ("national/", {"needs": "[men, talk]", "for_": "[men]"}),
        "westshire-police": ("westshire/", {"needs": "[police, privacy]", "covers": "[westshire]"}),
        "ashby-outreach": (
            "westshire/",
            {"covers": "[ashby]", "needs": "[refuge, talk]", "interpreting": "{languages: [pl]}"},
        ),
    }
    numbers = ("0808 2000 247", "0808 801 0327", "101", "01233 680150")
    return FILES | {
        f"{folder}{name}.yaml": service(
            name, phones=f"[{{number: '{number}', hours: '{hours[name.replace('-', '_')]}'}}]", **fields
        )
        for (name, (folder, fields)), number in zip(lines.items(), numbers, strict=True)
    }


def built(files: dict[str, bytes], **always_open: Sequence[str]) -> Directory:
    """The directory with these round-the-clock lines; `westshire` stands for the area's own."""
    read = build(files)
    directory = read.directory
    assert directory, read.problems
    areas = [
        area.model_copy(update={"always_open": tuple(always_open["westshire"])}) if area.id == "westshire" else area
        for area in directory.hub.areas
    ]
    lines = {audience: tuple(always_open[audience]) for audience in AUDIENCES}
    return replace(directory, hub=directory.hub.model_copy(update={"areas": tuple(areas), "always_open": lines}))


rules = st.sampled_from(HOURS)
lines = st.lists(st.sampled_from(["national-line", "mens-line", "westshire-police"]), unique=True)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_proof_and_a_walk_through_a_week_agree_on_every_quarter_hour(
    small_conversation: Conversation, speech: Speech, data: st.DataObject
) -> None:
    names = ("national_line", "mens_line", "westshire_police", "ashby_outreach")
    directory = built(
        small(**{name: data.draw(rules) for name in names}),
        **{whose: data.draw(lines) for whose in (*AUDIENCES, "westshire")},
    )
    reach = Reach(directory, TODAY)
    gaps = reach.gaps()
    conversation = Conversation(directory, small_conversation.understander, speech)
    need = data.draw(st.sampled_from(sorted(set(directory.needs) - {"champion_refer"})))
    state = State(
        language=data.draw(st.sampled_from(["en", "pl"])),
        district=data.draw(st.sampled_from(["", *directory.districts])),
        audience=data.draw(st.sampled_from(AUDIENCES)),
    )
    for now in CHRISTMAS_WEEK:
        reply = conversation.reply(Turn(now, action=f"need:{need}"), state)
        said = told_as_open(gaps, reach, Answer("need", need, need), reply.state, now)
        assert said == somebody(reply, directory), (need, state, now)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_there_is_a_gap_if_and_only_if_some_reply_without_a_card_names_nobody(
    small_conversation: Conversation, speech: Speech, data: st.DataObject
) -> None:
    directory = built(
        small(national_line="24/7", mens_line=data.draw(rules), westshire_police="24/7", ashby_outreach=HOURS[4]),
        **{whose: data.draw(lines) for whose in (*AUDIENCES, "westshire")},
    )
    conversation = Conversation(directory, small_conversation.understander, speech)

    def replies() -> Iterator[Reply]:
        for audience in AUDIENCES:
            for district in ("", *directory.districts):
                for need in ("", *(need.id for need in directory.needs.values() if need.audience == "public")):
                    state = State(language="en", district=district, audience=audience, need=need)
                    yield conversation.reply(Turn(CHRISTMAS_WEEK[0], action="area"), state)

    walked = all(somebody(reply, directory) for reply in replies())
    assert (not Reach(directory, TODAY).gaps()) == walked


# --- the launch directory


def with_lines_that_close(directory: Directory) -> Directory:
    """The launch directory, if the lines that it calls round the clock were closed on bank holidays."""
    named = {line for lines in directory.hub.always_open.values() for line in lines} | {"victim-support-kent"}
    services = {
        name: service.model_copy(
            update={"phones": tuple(phone.model_copy(update={"hours": "24/7; PH off"}) for phone in service.phones)}
        )
        if name in named
        else service
        for name, service in directory.services.items()
    }
    return replace(directory, services=services)


def some_states(directory: Directory, count: int) -> Iterator[tuple[State, datetime, random.Random]]:
    """Chats, and minutes before any entry is due to be checked again; every other minute lies in Christmas week."""
    dice = random.Random(3)  # noqa: S311
    for number in range(count):
        state = State(
            language=dice.choice(list(directory.languages)),
            district=dice.choice(["", *directory.districts]),
            audience=dice.choice(AUDIENCES),
        )
        somewhen = datetime(2026, 11, 22, tzinfo=LONDON) + timedelta(minutes=dice.randrange(90 * 24 * 60))
        yield state, dice.choice(CHRISTMAS_WEEK) if number % 2 else somewhen, dice


def test_today_nobody_is_left_at_a_dead_end(launch_directory: Directory) -> None:
    assert Reach(launch_directory, TODAY).gaps() == []


def test_if_its_lines_closed_the_proof_would_tell_what_the_chat_then_does(
    launch_conversation: Conversation, launch_directory: Directory, speech: Speech
) -> None:
    directory = with_lines_that_close(launch_directory)
    reach = Reach(directory, TODAY)
    gaps = reach.gaps()
    conversation = Conversation(directory, launch_conversation.understander, speech)
    nobody = 0
    for state, now, dice in some_states(directory, 400):
        need = dice.choice([need.id for need in directory.needs.values() if need.kind != "route"])
        reply = conversation.reply(Turn(now, action=f"need:{need}"), state)
        said = told_as_open(gaps, reach, Answer("need", need, need), reply.state, now)
        assert said == somebody(reply, directory), (need, state, now)
        nobody += not said
    assert nobody > 20, "the walk went past no hole"
    for state, now, dice in some_states(directory, 200):
        if state.district:
            reply = conversation.reply(Turn(now, action=f"refer:{dice.choice(RISKS)}"), state)
            route = next(part.route for part in reply.parts if hasattr(part, "route"))
            said = told_as_open(gaps, reach, Answer("route", route, reply.state.need), reply.state, now)
            assert said == somebody(reply, directory), (route, state, now)


def test_whatever_is_typed_or_tapped_today_somebody_can_be_reached(
    launch_conversation: Conversation, launch_directory: Directory
) -> None:
    """What the proof says of all replies, seen on some: messages, and up to three buttons pressed after each."""
    texts = [line for path in sorted((PROJECT / "tests/understanding").glob("*.jsonl")) for line in path.open()]
    for state, now, dice in some_states(launch_directory, 300):
        text = dice.choice(texts).split('"text": "')[1].split('"')[0]
        reply = launch_conversation.reply(Turn(now, text=text), state)
        for _ in range(3):
            assert reply.exit or somebody(reply, launch_directory), (text, state, now)
            actions = [choice.action for choice in reply.choices if choice.action != "exit"]
            actions += [f"wrong:{name}" for name in reply.state.ids_shown()]
            reply = launch_conversation.reply(Turn(now, action=dice.choice(actions)), reply.state)
