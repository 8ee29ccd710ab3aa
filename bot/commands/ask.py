"""`signpost ask`: one answer on standard output, or an answer a line for a stream of questions."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Annotated, Any, BinaryIO

import typer

from bot.app import load_conversation
from bot.channels.plain_text import plain_text
from bot.commands.configured import settings
from bot.commands.explain import explain
from bot.commands.moment import moment_from
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Reply
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.disk.directory_files import load
from bot.speech.catalogue import Speech

LONGEST_LINE = 1_000_000
"""Bytes of a line of `--jsonl` that are read; a longer one gets an error object."""


_ID = re.compile(rb'\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)')
_ID_WITHIN = 500


class QueryError(ValueError):
    """A query that cannot be answered; the message says why."""


def ask(
    text: Annotated[str | None, typer.Argument(help="The question, in quotes.", show_default=False)] = None,
    district: Annotated[str, typer.Option(help="District id, such as thanet.")] = "",
    language: Annotated[str, typer.Option(help="Language id, such as pl.")] = "",
    audience: Annotated[str, typer.Option(help="public, champion or employer.")] = "",
    at: Annotated[str, typer.Option(help="The time to answer for, such as 2026-11-21T23:10:00+00:00.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read query objects from standard input, one a line.")] = False,
    why: Annotated[bool, typer.Option("--explain", help="Say which phrase, place or rule decided what.")] = False,
) -> None:
    """Answer one question, or with --jsonl one question a line."""
    if jsonl == (text is not None):
        raise typer.BadParameter('Give a question in quotes, or --jsonl, as in: signpost ask "refuge tonight TN23"')
    configured = settings()
    if jsonl:
        conversation = load_conversation(configured)
        for answer in answers(conversation, sys.stdin.buffer):
            # An answer is there as soon as it is known: whoever asks may wait for it before asking on.
            typer.echo(_written(answer))
        return
    query = {
        "text": text,
        "at": at or None,
        "ctx": {"district": district or None, "language": language or None, "audience": audience or None},
    }
    conversation = load_conversation(configured)
    try:
        state, moment = _context(query, conversation)
    except QueryError as error:
        raise typer.BadParameter(str(error)) from None
    reply = conversation.reply(Turn(moment, text=text), state)
    if as_json:
        typer.echo(_written(_object(reply, conversation.speech)))
    else:
        typer.echo(shown(reply, conversation.speech))
    if why:
        typer.echo("\n" + explain(text or "", reply, load(configured.directory).examples))


def _written(answer: dict[str, Any]) -> str:
    """One line of JSON. Half a surrogate pair, as a cut emoji leaves it in an id, cannot be written as UTF-8."""
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def shown(reply: Reply, speech: Speech) -> str:
    """The answer as the person would read it, buttons in brackets below."""
    buttons = "  ".join(f"[{choice.label}]" for choice in reply.choices)
    return f"{plain_text(reply, speech.say('english_only', reply.language))}\n\n{buttons}"


def answers(conversation: Conversation, lines: BinaryIO) -> Iterator[dict[str, Any]]:
    """An answer object for each line, in order. A line that cannot be read gets an error object."""
    for raw in _lines(lines):
        name: Any = None
        try:
            query = _parsed(raw)
            name = query.get("id")
            if not isinstance(query.get("text"), str):
                raise QueryError('"text" is missing, or is not a text')
            state, moment = _context(query, conversation)
            reply = conversation.reply(Turn(moment, text=query["text"]), state)
        except QueryError as error:
            yield {"id": _id_of(raw) if name is None else name, "error": str(error)}
            continue
        yield {"id": name, **_object(reply, conversation.speech)}


def _id_of(raw: bytes) -> Any:
    """The id at the beginning of a line that cannot be read whole, so that whoever asked knows which it was."""
    found = _ID.match(raw[:_ID_WITHIN])
    if not found:
        return None
    try:
        return json.loads(found[1])
    except ValueError:
        return None


def _lines(stream: BinaryIO) -> Iterable[bytes]:
    """The lines of a stream; of one that is too long only so much that it is seen to be too long."""
    while line := stream.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
        if line.strip():
            yield line


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def _parsed(raw: bytes) -> dict[str, Any]:
    if len(raw) > LONGEST_LINE:
        raise QueryError(f"this line has more than {LONGEST_LINE:,} bytes")
    try:
        query = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise QueryError("this line is not UTF-8") from None
    except (ValueError, RecursionError):
        raise QueryError("this line is not JSON") from None
    if not isinstance(query, dict):
        raise QueryError("this line is not a JSON object")
    return query


def _context(query: dict[str, Any], conversation: Conversation) -> tuple[State, datetime]:
    known = query.get("ctx") or {}
    if not isinstance(known, dict):
        raise QueryError('"ctx" is not an object')
    directory = conversation.directory
    allowed = {
        "district": directory.districts,
        "language": directory.languages,
        "audience": ("public", "champion", "employer"),
    }
    values = {}
    for name, ids in allowed.items():
        value = known.get(name) or ""
        if not isinstance(value, str):
            raise QueryError(f'the {name} in "ctx" is not a text')
        if value and value not in ids:
            raise QueryError(f'"{value}" is no {name}; known: {", ".join(ids)}')
        values[name] = value
    try:
        when = moment_from(query.get("at"))
    except ValueError as error:
        raise QueryError(str(error)) from None
    return State(
        language=values["language"],
        chosen_language=values["language"],
        district=values["district"],
        audience=values["audience"],
    ), when


def _object(reply: Reply, speech: Speech) -> dict[str, Any]:
    meaning = reply.understood
    text = shown(reply, speech)
    if meaning is None:
        return {
            "urgency": "none",
            "needs": [],
            "district": reply.state.district or None,
            "language": reply.language,
            "audience": reply.state.audience or "public",
            "services": list(reply.services()),
            "text": text,
        }
    told: dict[str, Any] = {"urgency": meaning.urgency or "none"}
    if meaning.urgency:
        told["sure"] = meaning.sure
    return told | {
        "needs": [scored.need for scored in meaning.needs],
        "district": meaning.district,
        "language": reply.language,
        "audience": meaning.audience,
        "services": list(reply.services()),
        "text": text,
    }
