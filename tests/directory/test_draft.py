"""A new entry gets a sensible id and the folder of its neighbours."""

from __future__ import annotations

import pytest

from bot.directory.directory import Directory
from bot.directory.draft import folder_for, proposed_id
from bot.directory.entry_file import entry_files
from bot.disk.directory_files import read_files
from tests.conftest import PROJECT


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Harbour Drop-in", "harbour-drop-in"),
        ("Zoë's Harbour (Ashby) & Friends", "zoes-harbour-ashby-friends"),
        ("  24/7 Line! ", "24-7-line"),
        ("ਮਦਦ", "new-service"),
        ("Oasis", "oasis-2"),
        ("A" * 100, "a" * 60),
    ],
)
def test_an_id_is_made_from_the_name(name: str, proposed: str) -> None:
    assert proposed_id(name, ["oasis", "davss"]) == proposed


@pytest.mark.parametrize(
    ("covers", "folder"),
    [
        (("everywhere",), "national"),
        (("thanet",), "kent-medway"),
        (("kent",), "kent-medway"),
        (("kirklees",), "kirklees"),
        (("kirklees-area", "everywhere"), "national"),
    ],
)
def test_a_service_goes_where_those_of_its_places_are(
    launch_directory: Directory, covers: tuple[str, ...], folder: str
) -> None:
    entries = entry_files(launch_directory, read_files(PROJECT / "directory"))

    assert folder_for(covers, launch_directory, entries) == folder


def test_the_first_service_of_an_area_makes_its_folder(launch_directory: Directory) -> None:
    assert folder_for(("thanet",), launch_directory, []) == "kent-medway"
    assert folder_for(("thanet", "kirklees"), launch_directory, []) == "thanet"
