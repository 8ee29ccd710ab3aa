"""In a real browser: the paths that people take, with scripts and without, and what is left after Exit."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    Request,
    Route,
    ViewportSize,
    expect,
    sync_playwright,
)
from starlette.applications import Starlette
from starlette.requests import Request as Asked
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route as Path

from bot.conversation.conversation import Conversation
from tests.web.conftest import World, served, site_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PHONE: ViewportSize = {"width": 360, "height": 740}
PATIENCE = 5_000
"""Milliseconds for anything to appear."""


@dataclass(frozen=True)
class Places:
    """Where the two servers are. They are different sites, as the hub's and the weather page's are."""

    chat: str
    exit: str
    weather: str
    """Where the exit page sends on, as such pages do: a third site."""


@pytest.fixture(scope="module")
def places(small_conversation: Conversation) -> Iterator[Places]:
    async def weather(_: Asked) -> Response:
        return HTMLResponse("<title>Weather</title><h1>Sunny</h1>")

    async def elsewhere(request: Asked) -> Response:
        return RedirectResponse(f"http://weather.localhost:{request.url.port}/today")

    with contextlib.ExitStack() as stack:
        other = stack.enter_context(served(Starlette(routes=[Path("/", elsewhere), Path("/today", weather)])))
        exit_url = f"http://localhost:{other}/"
        port = stack.enter_context(served(site_of(lambda: small_conversation, World(), exit_url)))
        yield Places(f"http://127.0.0.1:{port}/", exit_url, f"http://weather.localhost:{other}/today")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if "browser" in os.environ.get("SIGNPOST_TEST_REQUIRE", "").split(","):
            pytest.fail("SIGNPOST_TEST_REQUIRE asks for a browser, and there is no chromium. apt install chromium")
        pytest.skip("no chromium on this machine; apt install chromium")
    with sync_playwright() as playwright:
        # Playwright would switch off the cache that brings a whole page back on Back: the very thing to test.
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
        )
        yield browser
        browser.close()


@dataclass
class Visit:
    """One tab, and everything that it asked for."""

    page: Page
    requests: list[Request]
    complaints: list[str]

    def ask(self, text: str) -> None:
        self.page.get_by_label("Your message").fill(text)
        self.page.get_by_role("button", name="Send").click()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def shows(self, text: str) -> None:
        expect(self.page.locator("#answer")).to_contain_text(text)


Open = Callable[[bool], Visit]


@pytest.fixture
def visit(browser: Browser, places: Places) -> Iterator[Open]:
    contexts: list[BrowserContext] = []

    def opened(scripts: bool) -> Visit:
        context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        visit = Visit(page, [], [])
        page.on("request", lambda request: visit.requests.append(request))
        page.on("console", lambda message: visit.complaints.append(message.text))
        page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        page.goto(places.chat)
        return visit

    yield opened
    for context in contexts:
        context.close()


both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@both
def test_a_survivor_finds_the_emergency_block_then_a_local_number(visit: Open, scripts: bool, places: Places) -> None:
    tab = visit(scripts)
    tab.ask("hes kicking the door in")
    tab.shows("In danger now: call 999.")
    block = tab.page.locator(".emergency")
    expect(block).to_be_in_viewport()
    assert block.get_by_role("link", name="Call 999").get_attribute("href") == "tel:999"
    tab.ask("is there a refuge in ashbridge")
    tab.shows("Ashby Outreach")
    expect(tab.page.locator(".emergency")).to_have_count(0)
    assert tab.page.get_by_role("link", name="Call 01233 680150").get_attribute("href") == "tel:+441233680150"
    tab.press("A number did not work")
    tab.shows("Which number did not work?")
    tab.press("Ashby Outreach")
    tab.shows("Thank you.")
    assert tab.page.url in {places.chat, f"{places.chat}chat"}
    assert tab.complaints == []


@both
def test_an_employer_gets_steps_and_a_page_to_print(visit: Open, scripts: bool) -> None:
    tab = visit(scripts)
    tab.ask("an employee told me her husband hits her")
    tab.shows("Find a quiet room.")
    tab.press("An employee told me")
    tab.shows("Steps 1 to 1 of 4")
    tab.press("Next")
    tab.shows("Listen and believe.")
    tab.page.get_by_role("link", name="The whole guide, to read or print").click()
    expect(tab.page.get_by_role("heading", name="An employee told me")).to_be_visible()
    expect(tab.page.get_by_text("Write it down.")).to_be_visible()
    expect(tab.page.get_by_text("Print", exact=True)).to_be_visible(visible=scripts)


@both
def test_a_champion_gets_the_route_in_two_taps(visit: Open, scripts: bool) -> None:
    tab = visit(scripts)
    tab.press("Refer someone")
    tab.press("Ashby")
    tab.press("High")
    tab.shows("High risk in Westshire")
    tab.shows("Ask first.")


@both
def test_exit_opens_the_other_page_and_back_does_not_bring_the_chat_back(
    visit: Open, scripts: bool, places: Places
) -> None:
    tab = visit(scripts)
    tab.ask("is there a refuge in ashbridge")
    tab.shows("Ashby Outreach")
    tab.press("Exit")
    tab.page.wait_for_url(places.weather)
    tab.page.wait_for_load_state()
    for step in (tab.page.go_back, tab.page.go_forward, tab.page.go_back, tab.page.go_back):
        # Without scripts there is nothing to show again but by a second post, which the browser asks about.
        with contextlib.suppress(Error):
            step(timeout=500)
        tab.page.wait_for_timeout(100)
        assert "Ashby Outreach" not in tab.page.inner_text("html")
        assert not (scripts and tab.page.url.startswith(places.chat))


def test_exit_blanks_the_page_before_the_other_one_comes(visit: Open, places: Places) -> None:
    tab = visit(True)
    tab.ask("is there a refuge in ashbridge")
    tab.shows("Ashby Outreach")
    left = tab.page.evaluate(
        """() => {
            document.querySelector("#exit button").click();
            return [document.body.innerHTML, document.title, location.href];
        }"""
    )
    assert left == ["", "Notes", places.chat]


def test_exit_tells_nobody_about_it(visit: Open, places: Places) -> None:
    tab = visit(True)
    tab.ask("is there a refuge in ashbridge")
    tab.shows("Ashby Outreach")
    before = len(tab.requests)
    tab.press("Exit")
    tab.page.wait_for_url(places.weather)
    [gone, *_] = tab.requests[before:]
    assert gone.url == places.exit
    assert "referer" not in gone.all_headers()
    assert not [request for request in tab.requests[before:] if request.url.startswith(places.chat)]


def test_shift_three_times_leaves_and_capital_letters_do_not(visit: Open, places: Places) -> None:
    tab = visit(True)
    tab.page.get_by_label("Your message").focus()
    for letter in "HELP ME":
        tab.page.keyboard.press(f"Shift+{letter}" if letter != " " else "Space")
    tab.page.keyboard.press("Shift")
    tab.page.keyboard.press("Shift")
    tab.page.keyboard.press("a")
    tab.page.keyboard.press("Shift")
    assert tab.page.url == places.chat
    tab.page.keyboard.press("Shift")
    tab.page.keyboard.press("Shift")
    tab.page.wait_for_url(places.weather)


def test_the_word_exit_leaves_too(visit: Open, places: Places) -> None:
    tab = visit(True)
    tab.ask("exit")
    tab.page.wait_for_url(places.weather)


def test_leaving_by_a_link_leaves_nothing_to_come_back_to(visit: Open, places: Places) -> None:
    tab = visit(True)
    tab.ask("is there a refuge in ashbridge")
    tab.shows("Ashby Outreach")
    tab.page.get_by_role("link", name="Services and guides").click()
    expect(tab.page.get_by_role("heading", name="Services and guides")).to_be_visible()
    tab.page.go_back()
    tab.shows("Hello.")
    assert "Ashby Outreach" not in tab.page.content()


@both
def test_a_whole_chat_asks_only_its_own_page_for_anything_and_stores_nothing(
    visit: Open, scripts: bool, places: Places
) -> None:
    tab = visit(scripts)
    for text in ("hes kicking the door in", "is there a refuge in ashbridge", "help for men"):
        tab.ask(text)
        tab.shows("0808 2000 247")
    tab.page.get_by_role("link", name="Services and guides").click()
    tab.page.get_by_role("link", name="Ashby").click()
    tab.page.get_by_role("link", name="A safe place").click()
    expect(tab.page.get_by_role("heading", name="Ashby Outreach")).to_be_visible()
    assert {request.url.startswith(places.chat) for request in tab.requests} == {True}
    assert not [request.url for request in tab.requests if "refuge" in request.url and "/directory/" not in request.url]
    assert tab.page.context.cookies() == []
    if scripts:
        assert tab.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
        assert tab.page.evaluate("caches.keys()") == []
    assert tab.complaints == []


def test_a_lost_connection_says_so_and_keeps_the_words_in_the_box(visit: Open) -> None:
    tab = visit(True)
    tab.page.context.set_offline(True)
    tab.ask("is there a refuge in ashbridge")
    expect(tab.page.get_by_role("status")).to_contain_text("in danger, call 999")
    expect(tab.page.get_by_label("Your message")).to_have_value("is there a refuge in ashbridge")
    tab.page.context.set_offline(False)
    tab.press("Send")
    tab.shows("Ashby Outreach")
    expect(tab.page.get_by_role("status")).to_be_empty()


def test_the_answer_gets_the_focus_unless_the_person_types_on(visit: Open) -> None:
    tab = visit(True)
    box = tab.page.get_by_label("Your message")
    box.fill("is there a refuge")
    box.press("Enter")
    tab.shows("National Line")
    expect(tab.page.locator("#answer")).to_be_focused()
    assert tab.page.evaluate("scrollY") == 0
    held: list[Route] = []
    tab.page.route("**/chat", lambda route: held.append(route))
    box.fill("is there a refuge in ashbridge")
    with tab.page.expect_request("**/chat"):
        box.press("Enter")
    expect(tab.page.get_by_role("status")).to_have_text("One moment…")
    box.press_sequentially("and")
    held[0].continue_()
    tab.shows("Ashby Outreach")
    expect(box).to_be_focused()
    expect(box).to_have_value("and")
    expect(tab.page.get_by_role("status")).to_contain_text("new answer")


@both
def test_exit_is_first_for_the_keyboard_and_always_in_view(visit: Open, scripts: bool) -> None:
    tab = visit(scripts)
    tab.page.keyboard.press("Tab")
    expect(tab.page.get_by_role("button", name="Exit")).to_be_focused()
    tab.page.keyboard.press("Tab")
    expect(tab.page.get_by_role("link", name="Skip to the message box")).to_be_focused()
    tab.page.keyboard.press("Enter")
    expect(tab.page.get_by_label("Your message")).to_be_focused()
    tab.ask("is there a refuge in ashbridge")
    tab.shows("Ashby Outreach")
    tab.page.mouse.wheel(0, 5_000)
    leave = tab.page.get_by_role("button", name="Exit")
    expect(leave).to_be_in_viewport(ratio=1)
    leave.click(trial=True)  # fails if anything lies over it
    box = leave.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (1280, 800)])
def test_nothing_runs_out_of_the_page(visit: Open, width: int, height: int) -> None:
    tab = visit(True)
    tab.page.set_viewport_size({"width": width, "height": height})
    for text in ("hes kicking the door in", "is there a refuge in ashbridge", "asdfgh"):
        tab.ask(text)
        tab.shows("0808 2000 247")
        assert tab.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = tab.page.evaluate(
        """() => [...document.querySelectorAll("button, a.call")].filter((one) => one.offsetHeight < 44).length"""
    )
    assert small == 0


def test_a_language_can_be_changed_and_is_written_from_the_right(visit: Open) -> None:
    tab = visit(True)
    tab.ask("is there a refuge in ashbridge")
    tab.shows("Ashby Outreach")
    tab.press("Language")
    tab.press("العربية")
    expect(tab.page.locator("html")).to_have_attribute("dir", "rtl")
    tab.shows("Ashby Outreach")
    number = tab.page.get_by_role("link", name="Call 01233 680150").locator("bdi")
    expect(number).to_have_attribute("dir", "ltr")
    expect(tab.page.locator("#answer")).to_be_focused()


def test_colours_that_the_person_forces_leave_the_borders(visit: Open) -> None:
    tab = visit(True)
    tab.page.emulate_media(forced_colors="active", color_scheme="dark")
    tab.ask("hes kicking the door in")
    tab.shows("In danger now")
    style = tab.page.locator(".emergency").evaluate("(one) => getComputedStyle(one).borderTopStyle")
    assert style == "solid"


def test_the_first_load_is_under_60_kilobytes(visit: Open) -> None:
    tab = visit(True)
    tab.page.wait_for_load_state("networkidle")
    sizes = [request.sizes() for request in tab.requests]
    assert 0 < sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) < 60_000
