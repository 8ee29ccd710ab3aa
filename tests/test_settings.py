"""Settings: a default for each, and for each mistake one sentence that names it and shows how it is done right."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.settings import SECRET, Settings, SettingsError, read_settings

PROJECT = Path(__file__).resolve().parent.parent
TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
KEY = "0f" * 32
WEBHOOK = {
    "SIGNPOST_TELEGRAM_WEBHOOK_URL": "https://signpost.example.org",
    "SIGNPOST_TELEGRAM_WEBHOOK_SECRET": "a1b2c3d4e5f6a7b8c9",
}


def problems(environment: dict[str, str], dotenv: Path | None = None) -> list[str]:
    """What somebody is told who starts Signpost with this."""
    with pytest.raises(SettingsError) as refused:
        read_settings(environment, dotenv)
    assert str(refused.value) == "\n".join(refused.value.problems)
    return refused.value.problems


@pytest.mark.parametrize(
    ("name", "default"),
    [
        ("telegram_token", None),
        ("telegram_api_url", "https://api.telegram.org"),
        ("telegram_webhook_url", None),
        ("telegram_webhook_secret", None),
        ("secret_key", None),
        ("directory", PROJECT / "directory"),
        ("locales", PROJECT / "locales"),
        ("host", "127.0.0.1"),
        ("port", 8080),
        ("exit_url", "https://www.bbc.co.uk/weather"),
        ("cover_message", ""),
        ("chat_lifetime", timedelta(hours=24)),
    ],
)
def test_somebody_who_sets_nothing_has_a_working_default(name: str, default: object) -> None:
    assert getattr(read_settings({}), name) == default


def test_the_database_is_a_file_in_the_users_own_data_folder_by_default() -> None:
    data_folder = Path.home() / "xdg_data_home"

    assert read_settings({}).database_url == f"sqlite:///{data_folder}/signpost/signpost.sqlite3"


def test_the_key_never_lies_beside_the_database() -> None:
    """Telegram's terms want it apart."""
    made = read_settings({})

    assert made.key_file == Path.home() / "xdg_config_home" / "signpost" / "secret.key"
    assert str(made.key_file.parent) not in made.database_url


@pytest.mark.parametrize(
    ("variable", "text", "value"),
    [
        ("SIGNPOST_TELEGRAM_TOKEN", TOKEN, TOKEN),
        ("SIGNPOST_TELEGRAM_API_URL", "http://127.0.0.1:9000", "http://127.0.0.1:9000"),
        ("SIGNPOST_TELEGRAM_API_URL", "http://127.0.0.1:9000/", "http://127.0.0.1:9000"),
        ("SIGNPOST_TELEGRAM_WEBHOOK_SECRET", "a1b2c3d4e5f6a7b8c9", "a1b2c3d4e5f6a7b8c9"),
        ("SIGNPOST_DATABASE_URL", "sqlite:////var/lib/signpost.sqlite3", "sqlite:////var/lib/signpost.sqlite3"),
        ("SIGNPOST_SECRET_KEY", KEY, KEY),
        ("SIGNPOST_HOST", "0.0.0.0", "0.0.0.0"),  # noqa: S104
        ("SIGNPOST_PORT", "8081", 8081),
        ("SIGNPOST_EXIT_URL", "https://www.google.com/search?q=weather", "https://www.google.com/search?q=weather"),
        ("SIGNPOST_COVER_MESSAGE", "Thanks for your order.", "Thanks for your order."),
        ("SIGNPOST_COVER_MESSAGE", "", ""),
        ("SIGNPOST_CHAT_LIFETIME", "47h", timedelta(hours=47)),
        ("SIGNPOST_CHAT_LIFETIME", "90m", timedelta(minutes=90)),
        ("SIGNPOST_CHAT_LIFETIME", "90 min", timedelta(minutes=90)),
        ("SIGNPOST_CHAT_LIFETIME", "1m", timedelta(minutes=1)),
        ("SIGNPOST_PORT", "", 8080),
    ],
)
def test_a_setting_that_is_right_is_used(variable: str, text: str, value: object) -> None:
    name = variable.removeprefix("SIGNPOST_").lower()

    assert getattr(read_settings({variable: text}), name) == value


def test_a_hubs_own_directory_and_locales_are_used(tmp_path: Path) -> None:
    used = read_settings({"SIGNPOST_DIRECTORY": str(tmp_path), "SIGNPOST_LOCALES": str(tmp_path)})

    assert (used.directory, used.locales) == (tmp_path.resolve(), tmp_path.resolve())


def test_a_webhook_with_its_secret_is_used() -> None:
    assert read_settings(WEBHOOK).telegram_webhook_url == "https://signpost.example.org"


def test_a_shared_database_with_a_key_is_used() -> None:
    shared = {"SIGNPOST_DATABASE_URL": "postgresql://signpost:pass@db/signpost", "SIGNPOST_SECRET_KEY": KEY}

    assert read_settings(shared).database_url == "postgresql://signpost:pass@db/signpost"


@pytest.mark.parametrize(
    ("variable", "text", "told"),
    [
        (
            "SIGNPOST_TELEGRAM_TOKEN",
            "hunter2",
            "SIGNPOST_TELEGRAM_TOKEN: this is not a bot token. "
            "BotFather gives one that looks like 123456789:AAH… (digits, a colon, letters).",
        ),
        (
            "SIGNPOST_TELEGRAM_API_URL",
            "127.0.0.1:9000",
            "SIGNPOST_TELEGRAM_API_URL: this is not a web address. Example: https://signpost.example.org",
        ),
        (
            "SIGNPOST_TELEGRAM_WEBHOOK_SECRET",
            "hunter2",
            "SIGNPOST_TELEGRAM_WEBHOOK_SECRET: use 16 to 256 letters, digits, _ and -. "
            "Example: $(openssl rand -hex 32)",
        ),
        (
            "SIGNPOST_DATABASE_URL",
            "mysql://root:hunter2@db/signpost",
            "SIGNPOST_DATABASE_URL: use sqlite:///path/to/file or postgresql://user:password@host/name.",
        ),
        (
            "SIGNPOST_SECRET_KEY",
            "hunter2",
            "SIGNPOST_SECRET_KEY: this is shorter than 32 characters. Example: $(openssl rand -hex 32)",
        ),
        (
            "SIGNPOST_DIRECTORY",
            "/no/such/folder",
            "SIGNPOST_DIRECTORY: there is no folder /no/such/folder. "
            "Give the folder's whole path. Example: /srv/signpost/directory",
        ),
        (
            "SIGNPOST_LOCALES",
            "/no/such/folder",
            "SIGNPOST_LOCALES: there is no folder /no/such/folder. "
            "Give the folder's whole path. Example: /srv/signpost/directory",
        ),
        ("SIGNPOST_PORT", "http", 'SIGNPOST_PORT: "http" is no port. Use a number from 1 to 65535, as in 8080.'),
        ("SIGNPOST_PORT", "0", 'SIGNPOST_PORT: "0" is no port. Use a number from 1 to 65535, as in 8080.'),
        ("SIGNPOST_PORT", "65536", 'SIGNPOST_PORT: "65536" is no port. Use a number from 1 to 65535, as in 8080.'),
        ("SIGNPOST_PORT", "-1", 'SIGNPOST_PORT: "-1" is no port. Use a number from 1 to 65535, as in 8080.'),
        ("SIGNPOST_PORT", "²", 'SIGNPOST_PORT: "²" is no port. Use a number from 1 to 65535, as in 8080.'),
        (
            "SIGNPOST_EXIT_URL",
            "javascript:alert(1)",
            "SIGNPOST_EXIT_URL: this is not a web address. Example: https://signpost.example.org",
        ),
        (
            "SIGNPOST_CHAT_LIFETIME",
            "a day",
            'SIGNPOST_CHAT_LIFETIME: "a day" is no length of time. Write 24h or 90m.',
        ),
        ("SIGNPOST_CHAT_LIFETIME", "24", 'SIGNPOST_CHAT_LIFETIME: "24" is no length of time. Write 24h or 90m.'),
        (
            "SIGNPOST_CHAT_LIFETIME",
            "99999999999999h",
            'SIGNPOST_CHAT_LIFETIME: "99999999999999h" is no length of time. Write 24h or 90m.',
        ),
        *(
            (
                "SIGNPOST_CHAT_LIFETIME",
                length,
                f'SIGNPOST_CHAT_LIFETIME: "{length}" is not between 1m and 47h: '
                "Telegram deletes nothing older than 48 hours.",
            )
            for length in ("48h", "2821m", "0m", "0h")
        ),
    ],
)
def test_a_setting_that_is_wrong_is_told_by_name_with_an_example(variable: str, text: str, told: str) -> None:
    assert problems({variable: text}) == [told]


@pytest.mark.parametrize(("text", "used"), [("yes", True), ("no", False), ("No", False)])
def test_the_encoder_can_be_done_without(text: str, used: bool) -> None:
    assert read_settings({"SIGNPOST_ENCODER": text}).encoder is used
    assert problems({"SIGNPOST_ENCODER": "off"}) == ['SIGNPOST_ENCODER: "off" is neither yes nor no.']


def test_a_webhook_address_must_be_https() -> None:
    assert problems(WEBHOOK | {"SIGNPOST_TELEGRAM_WEBHOOK_URL": "http://signpost.example.org"}) == [
        "SIGNPOST_TELEGRAM_WEBHOOK_URL: Telegram sends only to https. Example: https://signpost.example.org"
    ]


def test_a_webhook_without_a_secret_could_be_used_by_anybody_and_is_refused() -> None:
    assert problems({"SIGNPOST_TELEGRAM_WEBHOOK_URL": "https://signpost.example.org"}) == [
        "SIGNPOST_TELEGRAM_WEBHOOK_SECRET is missing; a webhook needs one. "
        "Example: SIGNPOST_TELEGRAM_WEBHOOK_SECRET=$(openssl rand -hex 32)"
    ]


def test_a_shared_database_needs_a_key_that_every_replica_shares() -> None:
    assert problems({"SIGNPOST_DATABASE_URL": "postgresql://signpost:hunter2@db/signpost"}) == [
        "SIGNPOST_SECRET_KEY is missing; with PostgreSQL every replica needs the same one. "
        "Example: SIGNPOST_SECRET_KEY=$(openssl rand -hex 32)"
    ]


@pytest.mark.parametrize(
    ("variable", "hint"),
    [
        ("SIGNPOST_TELEGRAM_TOKN", "Did you mean SIGNPOST_TELEGRAM_TOKEN?"),
        ("SIGNPOST_PROT", "Did you mean SIGNPOST_PORT?"),
        ("SIGNPOST_port", "Did you mean SIGNPOST_PORT?"),
        ("SIGNPOST_DATABASE", "Did you mean SIGNPOST_DATABASE_URL?"),
        ("SIGNPOST_COLOUR", "Known settings: docs/operators/settings.md."),
        ("SIGNPOST_", "Known settings: docs/operators/settings.md."),
    ],
)
@pytest.mark.parametrize("text", ["hunter2", ""])
def test_a_misspelt_setting_is_told_and_the_nearest_is_offered(variable: str, hint: str, text: str) -> None:
    assert problems({variable: text}) == [f"{variable} is not a setting. {hint}"]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    webhook = {"SIGNPOST_TELEGRAM_WEBHOOK_URL": "https://signpost.example.org"}

    told = problems({"SIGNPOST_PORT": "http", "SIGNPOST_HOSTT": "x", "SIGNPOST_CHAT_LIFETIME": "3d"} | webhook)

    assert [line.split(":")[0].split(" ")[0] for line in told] == [
        "SIGNPOST_PORT",
        "SIGNPOST_HOSTT",
        "SIGNPOST_CHAT_LIFETIME",
        "SIGNPOST_TELEGRAM_WEBHOOK_SECRET",
    ]


def test_other_programs_variables_are_left_alone() -> None:
    assert read_settings({"PORT": "http", "HOME": "/root", "SIGNPOST_TEST_REQUIRE": "browser"}) == read_settings({})


def test_the_file_is_used_where_the_environment_says_nothing(tmp_path: Path) -> None:
    file = dotenv(tmp_path, "SIGNPOST_PORT=8081\nSIGNPOST_HOST=0.0.0.0\n")

    used = read_settings({"SIGNPOST_PORT": "9000"}, file)

    assert (used.port, used.host) == (9000, "0.0.0.0")  # noqa: S104


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("SIGNPOST_PORT=8081", id="without a line end"),
        pytest.param("# the web\n\n  SIGNPOST_PORT = 8081  \n", id="with a comment and spaces"),
        pytest.param("export SIGNPOST_PORT=8081\n", id="as a shell would read it"),
        pytest.param('SIGNPOST_PORT="8081"\n', id="in quotes"),
        pytest.param("SIGNPOST_PORT='8081'\n", id="in single quotes"),
        pytest.param("\ufeffSIGNPOST_PORT=8081\r\n", id="from Notepad"),
        pytest.param("SIGNPOST_PORT=1\nSIGNPOST_PORT=8081\n", id="the last of two"),
    ],
)
def test_the_file_is_read_however_people_write_it(tmp_path: Path, content: str) -> None:
    assert read_settings({}, dotenv(tmp_path, content)).port == 8081


def test_a_value_may_hold_an_equals_sign(tmp_path: Path) -> None:
    file = dotenv(tmp_path, "SIGNPOST_EXIT_URL=https://www.google.com/search?q=weather\n")

    assert read_settings({}, file).exit_url == "https://www.google.com/search?q=weather"


@pytest.mark.parametrize(
    "line",
    [
        "PORT=8081",
        "SIGNPOST_PORT 8081",
        "SIGNPOST_PORT: 8081",
        "SIGNPOST_SECRET_KEY: hunter2==",
        "SIGNPOST_SECRET_KEY hunter2=",
        "hunter2",
    ],
)
def test_a_line_that_is_no_setting_is_told_by_its_number_and_never_repeated(tmp_path: Path, line: str) -> None:
    """It may hold a secret."""
    file = dotenv(tmp_path, f"# settings\n{line}\n")

    assert problems({}, file) == [f"{file}:2: this line is no setting. Write NAME=value, as in SIGNPOST_PORT=8080"]


def test_a_setting_that_is_wrong_in_the_file_is_told_like_any_other(tmp_path: Path) -> None:
    assert problems({}, dotenv(tmp_path, "SIGNPOST_PORT=http\n")) == [
        'SIGNPOST_PORT: "http" is no port. Use a number from 1 to 65535, as in 8080.'
    ]


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes(b"SIGNPOST_HOST=caf\xe9\n")

    assert problems({}, file) == [f"{file} cannot be read. Save it as UTF-8 text that you may read, or delete it."]


@pytest.mark.parametrize("name", [".env", "folder"])
def test_no_file_is_no_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()

    assert read_settings({}, tmp_path / name) == read_settings({})


def test_no_secret_is_ever_shown() -> None:
    """Neither in a sentence about a setting, nor where settings are printed whole."""
    for name in SECRET:
        assert not any("hunter2" in line for line in _told({f"SIGNPOST_{name.upper()}": "hunter2"}))
    secrets: dict[str, Any] = dict.fromkeys(SECRET, "hunter2")

    assert "hunter2" not in repr(Settings(**secrets))


def _told(environment: dict[str, str]) -> list[str]:
    try:
        read_settings(environment)
    except SettingsError as error:
        return error.problems
    return []


def test_every_setting_has_a_test_above() -> None:
    text = Path(__file__).read_text("utf-8")

    assert [field.name for field in fields(Settings) if f"SIGNPOST_{field.name.upper()}" not in text] == []


def dotenv(folder: Path, content: str) -> Path:
    """A `.env` file."""
    file = folder / ".env"
    file.write_text(content, "utf-8", newline="")
    return file
