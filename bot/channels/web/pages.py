"""Renders pages: Jinja templates with everything escaped, in one language, each text marked that is in another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot.channels.web.accept_language import preferred
from bot.channels.web.parts import kind
from bot.channels.web.tappable import Numbers
from bot.conversation.answer import always_open_line
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Choice, Sentence
from bot.conversation.state import State
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.directory.entry import Said

_HERE = Path(__file__).parent
STATIC = _HERE / "static"


@dataclass(frozen=True, slots=True)
class View:
    """What a template may ask while it renders one page."""

    directory: Directory
    voice: Voice
    numbers: Numbers

    @property
    def language(self) -> str:
        """The page's language."""
        return self.voice.language

    @property
    def direction(self) -> str:
        """How the page's language is written."""
        return self._direction(self.language)

    def _direction(self, language: str) -> str:
        return self.directory.languages[language].direction if language in self.directory.languages else "ltr"

    def say(self, key: str, **values: object) -> str:
        """A phrase of the program."""
        return self.voice.say(key, **values)

    def lang(self, language: str) -> Markup:
        """Attributes for an element whose language is not the page's; nothing where it is."""
        if language == self.language:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(language, self._direction(language))

    def tapped(self, text: str) -> Markup:
        """A text, escaped, with phone numbers that can be tapped."""
        return self.numbers.linked(text)

    def foreign(self, said: Said) -> bool:
        """Whether a text fell back to another language than the page's, and is to be marked."""
        return said.language != self.language

    def choice_language(self, choice: Choice) -> str:
        """The language of a button: that of the language which it sets, since each stands under its own name."""
        name, _, value = choice.action.partition(":")
        return value if name == "language" and value in self.directory.languages else self.language

    def first_number(self, urgency: str) -> str | None:
        """The number to call first in an emergency: the first that its block tells."""
        told = (self.directory.services[name] for name in self.directory.urgencies[urgency].told_in_block)
        return next((phone.number for service in told for phone in service.phones), None)

    def always_open(self) -> Said | None:
        """One line that answers at any hour."""
        lines = always_open_line([], State(language=self.language), self.directory, self.voice)
        return next((part.text for part in lines if isinstance(part, Sentence)), None)


class Pages:
    """The templates, and what each page needs of the directory that is in force."""

    def __init__(self, conversation: Callable[[], Conversation], exit_url: str) -> None:
        self._conversation = conversation
        self._environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(static=_static, exit_url=exit_url)
        self._environment.filters.update(kind=kind, address=_address)
        self._numbers: tuple[str, Numbers] | None = None

    def view(self, language: str, conversation: Conversation | None = None) -> View:
        """What templates see, in `language`: of the conversation that answered, or of the one in force."""
        conversation = conversation or self._conversation()
        directory = conversation.directory
        return View(directory, Voice(conversation.speech, language), self._numbers_of(directory))

    def _numbers_of(self, directory: Directory) -> Numbers:
        # An edit that went live brings other numbers.
        if self._numbers is None or self._numbers[0] != directory.digest:
            self._numbers = directory.digest, Numbers(directory)
        return self._numbers[1]

    def hint(self, request: Request) -> str | None:
        """The language that the browser asks for, if it is one of ours."""
        return preferred(request.headers.get("accept-language", ""), self._conversation().directory.languages)

    def language(self, request: Request) -> str:
        """The language of a page that is not part of a chat."""
        return self.hint(request) or next(iter(self._conversation().directory.languages))

    def page(
        self,
        template: str,
        language: str,
        status: int = 200,
        conversation: Conversation | None = None,
        /,
        **values: object,
    ) -> HTMLResponse:
        """A page as a response."""
        view = self.view(language, conversation)
        return HTMLResponse(self._environment.get_template(template).render(view=view, **values), status)


def _address(value: str) -> str:
    """A web address as people read it; anything else as it is."""
    return value.removeprefix("https://").removesuffix("/")


def _static(name: str) -> str:
    """The address of a file of the page's own, which changes when the file does."""
    return f"/static/{name}?{_VERSIONS[name]}"


_VERSIONS = {path.name: sha256(path.read_bytes()).hexdigest()[:8] for path in STATIC.iterdir() if path.is_file()}
