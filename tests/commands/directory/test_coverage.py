"""`signpost directory coverage`: how many services there are for each need in each district, and where nobody is."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.commands.conftest import HubMaker, Signpost
from tests.small_hub import FILES, need, service


def test_needs_and_districts_are_counted_local_ones_first(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "coverage")

    assert (ran.code, ran.err) == (0, "")
    lines = [line.split() for line in ran.out.splitlines()]
    assert lines[0] == ["Need", "Ash", "Mil", "Nor"]
    assert ["refuge", "1+1", "0+1", "0+1"] in lines
    assert ["police", "1+2", "1+2", "0+2"] in lines
    assert ["employer_respond", "0+1", "0+1", "0+1"] in lines
    assert ["men", "0+2", "0+2", "0+2"] in lines, "a women's line does not count for men"
    assert not [line for line in lines if line[:1] in (["privacy"], ["greeting"], ["champion_refer"])]


def test_where_nobody_is_it_says_so(signpost: Signpost, hub: HubMaker) -> None:
    hub(
        {
            **FILES,
            "needs/pets.yaml": need("pets", "Care for pets"),
            "westshire/ashby-kennels.yaml": service(
                "ashby-kennels", needs="[pets]", covers="[ashby]", website="https://example.org"
            ),
        }
    )

    ran = signpost("directory", "coverage")

    assert ["pets", "1+0", "none", "none"] in [line.split() for line in ran.out.splitlines()]
    assert 'Local services + those for everywhere. "0+5": only services for everywhere.' in ran.out


def test_one_need_is_told_with_its_services(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "coverage", "--need", "refuge", "--area", "westshire")

    assert ran.code == 0
    assert ran.out.splitlines()[0].split() == ["Need", "Ash", "Mil"]
    assert ran.out.endswith("\nAshby Outreach (ashby-outreach): Ashby\nEverywhere: National Line (national-line)\n")


def test_many_districts_stand_below_each_other_in_80_columns(signpost: Signpost, hub: HubMaker) -> None:
    districts = {}
    for number in range(20):
        name = f"zone{number:02}"
        text = FILES["districts/norbury.yaml"].replace(b"norbury", name.encode()).replace(b"Norbury", b"Zone")
        text = text.replace(b"name: Zone", f"name: {number:02} Zone".encode(), 1).replace(b"ZZ9", b"ZY%d" % number)
        districts[f"districts/{name}.yaml"] = text
    hub({**FILES, **districts})

    ran = signpost("directory", "coverage")

    lines = ran.out.splitlines()
    assert max(len(line) for line in lines) <= 80
    assert sum(line.startswith("refuge ") for line in lines) == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--area", "leeds"), 'there is no area or district "leeds". Known: westshire'),
        (("--need", "greeting"), 'there is no need "greeting". Known: employer_respond'),
    ],
)
def test_what_does_not_exist_is_wrong_usage(
    signpost: Signpost, small_hub: Path, words: tuple[str, ...], told: str
) -> None:
    ran = signpost("directory", "coverage", *words)

    assert (ran.code, ran.out) == (2, "")
    assert told in ran.told


class Cells(HTMLParser):
    """The table's cells: class and text, and every element that there is."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.cells: list[tuple[str, str]] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self._inside = (dict(attrs).get("class") or "") if tag == "td" else ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.cells.append((self._inside, data))
            self._inside = ""


def test_the_page_tells_each_cell_in_words_and_colour(signpost: Signpost, hub: HubMaker, tmp_path: Path) -> None:
    hub(
        {
            **FILES,
            "needs/pets.yaml": need("pets", "<b>Pets</b> & co"),
            "westshire/ashby-kennels.yaml": service(
                "ashby-kennels",
                needs="[pets]",
                covers="[ashby]",
                website="https://example.org",
            ).replace(b"Ashby Kennels", b"Ken & <i>nel</i>"),
        }
    )

    ran = signpost("directory", "coverage", "--html", "coverage.html")

    page = (tmp_path / "coverage.html").read_text("utf-8")
    read = Cells()
    read.feed(page)
    assert (ran.code, ran.out) == (0, "coverage.html\n")
    assert ("one", "1+0") in read.cells
    assert ("nobody", "none") in read.cells
    assert ("national", "0+1") in read.cells
    assert {level for level, text in read.cells if text.startswith("0+")} == {"national"}
    assert "<b>Pets" not in page
    assert "&lt;b&gt;Pets&lt;/b&gt; &amp; co" in page
    assert "Ken &amp; &lt;i&gt;nel&lt;/i&gt; <small>(ashby-kennels)</small>: Ashby" in page
    assert "Somewhere, nobody is shown for “&lt;b&gt;Pets" in page
    assert not read.elements & {"script", "link", "img", "iframe"}
    assert not re.search(r"https?://", page), "it asks nothing of the network"
    assert "@media print" in page


def test_the_same_counts_stand_in_the_terminal_and_on_the_page(
    signpost: Signpost, small_hub: Path, tmp_path: Path
) -> None:
    signpost("directory", "coverage", "--html", "coverage.html")
    read = Cells()
    read.feed((tmp_path / "coverage.html").read_text("utf-8"))

    ran = signpost("directory", "coverage")

    in_terminal = [
        word for line in ran.out.splitlines() for word in line.split()[1:] if re.fullmatch(r"\d+\+\d+", word)
    ]
    assert [text for _, text in read.cells] == in_terminal
