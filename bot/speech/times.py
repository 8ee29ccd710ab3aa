"""Times and dates as a person says them, in their language and in London's time, with digits that can be dialled."""

from __future__ import annotations

from datetime import date, datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime

from bot.directory.entry import ENGLISH
from bot.directory.opening_hours import LONDON

_BRITISH = "en_GB"


def clock(moment: datetime, language: str) -> str:
    """The time of day: 09:00."""
    return str(format_datetime(moment.astimezone(LONDON), "HH:mm", tzinfo=LONDON, locale=_locale(language)))


def weekday(moment: datetime, language: str) -> str:
    """The day's name: Monday."""
    return str(format_datetime(moment.astimezone(LONDON), "EEEE", tzinfo=LONDON, locale=_locale(language)))


def day(when: date, language: str) -> str:
    """A date: 21 November 2026."""
    return str(format_date(when, "d MMMM y", locale=_locale(language)))


def days_between(now: datetime, later: datetime) -> int:
    """Midnights in London between two moments."""
    return (later.astimezone(LONDON).date() - now.astimezone(LONDON).date()).days


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(_BRITISH if language == ENGLISH else language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_BRITISH)
