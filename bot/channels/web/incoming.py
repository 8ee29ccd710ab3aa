"""What a request brings: a text or a button, and the token; from a form or from JSON, within limits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

MAX_BODY = 64 * 1024
"""Bytes. Nobody types more in a hurry; whoever sends more is not answered."""
_MOST_FIELDS = 16
_ACTION = re.compile(r"[a-z0-9_:-]{1,120}")
"""Actions are made of ids: whatever else comes is no button of ours."""
_UNKNOWN_ACTION = "-"
_CONTROLS = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F)
_DIRECTION_OVERRIDES = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_DROPPED = dict.fromkeys((*_CONTROLS, *_DIRECTION_OVERRIDES))
"""A place's name is shown again as it was typed, and must not turn the page around."""
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Incoming:
    """One turn as it came. `action` is None where words were sent."""

    text: str
    action: str | None
    token: str


class _Body(BaseModel):
    """The JSON of a turn. What else it holds is ignored."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")

    text: str | None = None
    action: str | None = None
    token: str | None = None


def is_json(request: Request) -> bool:
    """Whether the request speaks JSON, and so reads JSON."""
    return _media_type(request) == "application/json"


async def read_incoming(request: Request) -> Incoming:
    """The turn in `request`. Raises HTTPException with 400, 413 or 415."""
    body = await _limited(request)
    if is_json(request):
        return _from_json(body)
    if _media_type(request) == "application/x-www-form-urlencoded":
        return _from_form(body)
    raise HTTPException(415)


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _limited(request: Request) -> bytes:
    told = request.headers.get("content-length", "0")
    if told.isdecimal() and int(told[:20]) > MAX_BODY:
        raise HTTPException(413)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise HTTPException(413)
    return bytes(body)


def _from_json(body: bytes) -> Incoming:
    try:
        said = _Body.model_validate_json(body)
    except ValidationError:
        raise HTTPException(400) from None
    return _incoming(said.text or "", said.action or "", said.token or "")


def _from_form(body: bytes) -> Incoming:
    try:
        fields = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS
        )
    except ValueError:
        raise HTTPException(400) from None
    # The first of a name counts; a form of ours sends each once.
    values = dict(reversed(fields))
    return _incoming(values.get("text", ""), values.get("action", ""), values.get("token", ""))


def _incoming(text: str, action: str, token: str) -> Incoming:
    if not action:
        return Incoming(_HALVES.sub("\ufffd", text.translate(_DROPPED)), None, token)
    return Incoming("", action if _ACTION.fullmatch(action) else _UNKNOWN_ACTION, token)
