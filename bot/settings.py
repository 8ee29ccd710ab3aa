"""Settings: environment variables, or a `.env` file in the working folder. Told by name when they are wrong.

The value of a secret is never printed: neither in an error nor by `doctor`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path
from rapidfuzz import fuzz, process

APP = "signpost"
PREFIX = "SIGNPOST_"
PUBLIC_BOT_API = "https://api.telegram.org"
WEATHER_PAGE = "https://www.bbc.co.uk/weather"
LONGEST_LIFETIME = timedelta(hours=47)
"""Telegram lets a bot delete messages that are less than 48 hours old."""
SHORTEST_KEY = 32
_PROJECT = Path(__file__).resolve().parent.parent
_FOR_TESTS_AND_TOOLS = {"SIGNPOST_TEST_REQUIRE"}
_LIFETIME = re.compile(r"([0-9]{1,5})\s*(h|m|min)")
_NAME = re.compile(r"SIGNPOST_\w*")


class SettingsError(Exception):
    """One or more settings cannot be used; `problems` has a sentence for each."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. The names in the environment: SIGNPOST_ and the field's name in capitals."""

    telegram_token: str | None = field(default=None, repr=False)
    telegram_api_url: str = PUBLIC_BOT_API
    telegram_webhook_url: str | None = None
    telegram_webhook_secret: str | None = field(default=None, repr=False)
    database_url: str = field(default="", repr=False)
    secret_key: str | None = field(default=None, repr=False)
    directory: Path = _PROJECT / "directory"
    locales: Path = _PROJECT / "locales"
    host: str = "127.0.0.1"
    port: int = 8080
    exit_url: str = WEATHER_PAGE
    cover_message: str = ""
    chat_lifetime: timedelta = timedelta(hours=24)
    encoder: bool = True
    """Whether the encoder is asked where this machine has one: better understanding for about 110 MB of memory."""

    @property
    def cache_folder(self) -> Path:
        """Where what was learnt is kept; safe to delete."""
        return user_cache_path(APP)

    @property
    def prepared_folder(self) -> Path:
        """Where `make` puts what it learnt from the directory as it came, beside the installed program."""
        return Path(sys.prefix) / "share" / APP

    @property
    def key_file(self) -> Path:
        """Where the key lies that was made on first start: never beside the database."""
        return user_config_path(APP) / "secret.key"


SECRET = {"telegram_token", "telegram_webhook_secret", "secret_key", "database_url"}
"""Settings whose value is never shown, nor part of `repr` (a database URL can hold a password)."""


def read_settings(environment: Mapping[str, str], dotenv: Path | None = None) -> Settings:
    """The settings in `environment` over those in the file `dotenv`. Raises SettingsError with every problem."""
    problems: list[str] = []
    given = {**_read_dotenv(dotenv, problems), **{k: v for k, v in environment.items() if k.startswith(PREFIX)}}
    values: dict[str, object] = {}
    names = {PREFIX + setting.name.upper(): setting.name for setting in fields(Settings)}
    for variable, text in given.items():
        if variable in _FOR_TESTS_AND_TOOLS:
            continue
        name = names.get(variable)
        if name is None:
            problems.append(_unknown(variable, list(names)))
            continue
        if text == "" and name != "cover_message":
            continue
        try:
            values[name] = _READ.get(name, str)(text)
        except ValueError as error:
            problems.append(f"{variable}: {error}")
    problems += _together(values)
    if problems:
        raise SettingsError(problems)
    values.setdefault("database_url", f"sqlite:///{user_data_path(APP) / 'signpost.sqlite3'}")
    return Settings(**values)  # type: ignore[arg-type]


def _unknown(variable: str, known: list[str]) -> str:
    typed = variable.removeprefix(PREFIX).upper()
    best = process.extractOne(typed, [name.removeprefix(PREFIX) for name in known], scorer=fuzz.ratio, score_cutoff=75)
    hint = f"Did you mean {PREFIX}{best[0]}?" if best else "Known settings: docs/operators/settings.md."
    return f"{variable} is not a setting. {hint}"


def _together(values: Mapping[str, object]) -> list[str]:
    problems = []
    if values.get("telegram_webhook_url") and not values.get("telegram_webhook_secret"):
        problems.append(
            "SIGNPOST_TELEGRAM_WEBHOOK_SECRET is missing; a webhook needs one. "
            "Example: SIGNPOST_TELEGRAM_WEBHOOK_SECRET=$(openssl rand -hex 32)"
        )
    if str(values.get("database_url", "")).startswith("postgresql") and not values.get("secret_key"):
        problems.append(
            "SIGNPOST_SECRET_KEY is missing; with PostgreSQL every replica needs the same one. "
            "Example: SIGNPOST_SECRET_KEY=$(openssl rand -hex 32)"
        )
    return problems


def _read_dotenv(path: Path | None, problems: list[str]) -> dict[str, str]:
    if path is None or not path.is_file():
        return {}
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        problems.append(f"{path} cannot be read. Save it as UTF-8 text that you may read, or delete it.")
        return {}
    found = {}
    for number, line in enumerate(lines, 1):
        line = line.strip().removeprefix("export ")
        name, sign, value = line.partition("=")
        if not line or line.startswith("#"):
            continue
        if not sign or not _NAME.fullmatch(name.strip()):
            problems.append(f"{path}:{number}: this line is no setting. Write NAME=value, as in SIGNPOST_PORT=8080")
            continue
        value = value.strip()
        found[name.strip()] = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
    return found


def _token(text: str) -> str:
    if not re.fullmatch(r"\d{5,}:[A-Za-z0-9_-]{20,}", text):
        raise ValueError(
            "this is not a bot token. BotFather gives one that looks like 123456789:AAH… (digits, a colon, letters)."
        )
    return text


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", text):
        raise ValueError("this is not a web address. Example: https://signpost.example.org")
    return text.rstrip("/")


def _webhook_url(text: str) -> str:
    if not _url(text).startswith("https://"):
        raise ValueError("Telegram sends only to https. Example: https://signpost.example.org")
    return _url(text)


def _webhook_secret(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", text):
        raise ValueError("use 16 to 256 letters, digits, _ and -. Example: $(openssl rand -hex 32)")
    return text


def _secret_key(text: str) -> str:
    if len(text) < SHORTEST_KEY:
        raise ValueError(f"this is shorter than {SHORTEST_KEY} characters. Example: $(openssl rand -hex 32)")
    return text


def _database_url(text: str) -> str:
    if re.fullmatch(r"sqlite:///(?!:memory:).+|postgresql://.+", text):
        return text
    raise ValueError("use sqlite:///path/to/file or postgresql://user:password@host/name.")


def _folder(text: str) -> Path:
    path = Path(text).expanduser().resolve()
    if not path.is_dir():
        raise ValueError(f"there is no folder {text}. Give the folder's whole path. Example: /srv/signpost/directory")
    return path


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= 65535:
        raise ValueError(f'"{text}" is no port. Use a number from 1 to 65535, as in 8080.')
    return int(text)


def _lifetime(text: str) -> timedelta:
    match = _LIFETIME.fullmatch(text.strip())
    if not match:
        raise ValueError(f'"{text}" is no length of time. Write 24h or 90m.')
    length = timedelta(hours=int(match[1])) if match[2] == "h" else timedelta(minutes=int(match[1]))
    if not timedelta(minutes=1) <= length <= LONGEST_LIFETIME:
        raise ValueError(f'"{text}" is not between 1m and 47h: Telegram deletes nothing older than 48 hours.')
    return length


def _yes_or_no(text: str) -> bool:
    if text.lower() not in {"yes", "no"}:
        raise ValueError(f'"{text}" is neither yes nor no.')
    return text.lower() == "yes"


_READ: dict[str, Callable[[str], object]] = {
    "telegram_token": _token,
    "telegram_api_url": _url,
    "telegram_webhook_url": _webhook_url,
    "telegram_webhook_secret": _webhook_secret,
    "database_url": _database_url,
    "secret_key": _secret_key,
    "directory": _folder,
    "locales": _folder,
    "port": _port,
    "exit_url": _url,
    "chat_lifetime": _lifetime,
    "encoder": _yes_or_no,
}
