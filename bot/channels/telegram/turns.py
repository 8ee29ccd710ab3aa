"""A Telegram update as a turn of the conversation: who, where, what, and which messages it puts into the chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update

from bot.conversation.turn import Location, Turn, Unreadable
from bot.storage.store import SentMessage

Place = Literal["private", "group", "channel"]

_UNREADABLE: tuple[tuple[Unreadable, tuple[str, ...]], ...] = (
    ("voice", ("voice", "audio")),
    ("picture", ("photo", "document", "video", "video_note", "animation", "live_photo", "paid_media")),
    ("contact", ("contact",)),
    ("sticker", ("sticker",)),
)
_NOTICES = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "proximity_alert_triggered",
    "boost_added",
    "successful_payment",
    "refunded_payment",
)
"""Telegram's own notices about the chat: nobody said anything, so nothing is answered."""
_INSIDE = {"member", "administrator", "restricted", "creator"}


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came in. `turn` is None where there is nothing to answer."""

    update_id: int
    kind: str
    chat_id: int
    place: Place
    language: str | None = None
    turn: Turn | None = None
    messages: tuple[SentMessage, ...] = ()
    """Messages that are now in the chat, as far as the update tells: a wipe must delete them."""
    callback: str | None = None
    """The press of a button, which waits for a sign that it was noticed."""
    blocked: bool = False
    """The person has blocked the bot."""


def arrival(update: Update, now: datetime) -> Arrival | None:
    """What `update` brings, or None if it is of no interest."""
    if update.callback_query:
        return _pressed(update.update_id, update.callback_query, now)
    if update.my_chat_member:
        return _membership(update.update_id, update.my_chat_member)
    if message := update.message or update.edited_message:
        return _said(update.update_id, message, update.edited_message is not None, now)
    return None


def _said(update_id: int, message: Message, edited: bool, now: datetime) -> Arrival:
    language = message.from_user.language_code if message.from_user else None
    return Arrival(
        update_id,
        "edited_message" if edited else "message",
        message.chat.id,
        _place(message.chat),
        language,
        _turn(message, edited, language, now),
        (_sent(message, now),),
    )


def _turn(message: Message, edited: bool, language: str | None, now: datetime) -> Turn | None:
    forwarded = message.forward_origin is not None
    # Words under a picture are words: somebody in danger may send both.
    words = message.text if message.text is not None else message.caption
    if words is not None:
        return Turn(now, text=words, forwarded=forwarded, language_hint=language)
    if message.location:
        # A live location comes again with every step, as an edited message.
        place = Location(message.location.latitude, message.location.longitude)
        return None if edited else Turn(now, location=place, forwarded=forwarded, language_hint=language)
    for kind, names in _UNREADABLE:
        if any(getattr(message, name, None) for name in names):
            return Turn(now, unreadable=kind, forwarded=forwarded, language_hint=language)
    if any(getattr(message, name, None) for name in _NOTICES):
        return None
    return Turn(now, unreadable="other", forwarded=forwarded, language_hint=language)


def _pressed(update_id: int, query: CallbackQuery, now: datetime) -> Arrival | None:
    if query.message is None or query.data is None:
        return None
    language = query.from_user.language_code
    return Arrival(
        update_id,
        "callback_query",
        query.message.chat.id,
        _place(query.message.chat),
        language,
        Turn(now, action=query.data, language_hint=language),
        (_sent(query.message, now),) if isinstance(query.message, Message) else (),
        query.id,
    )


def _membership(update_id: int, change: ChatMemberUpdated) -> Arrival | None:
    place, status = _place(change.chat), change.new_chat_member.status
    blocked = place == "private" and status == "kicked"
    if not blocked and (place == "private" or status not in _INSIDE):
        return None
    language = change.from_user.language_code
    return Arrival(update_id, "my_chat_member", change.chat.id, place, language, blocked=blocked)


def _sent(message: Message, now: datetime) -> SentMessage:
    # Telegram counts its 48 hours from the message's own date, which may lie well before now.
    return SentMessage(message.message_id, min(message.date, now))


def _place(chat: Chat) -> Place:
    if chat.type == Chat.PRIVATE:
        return "private"
    return "channel" if chat.type == Chat.CHANNEL else "group"
