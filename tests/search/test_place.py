"""Where somebody lives, from the words they use (the launch directory's places)."""

from __future__ import annotations

import pytest

from bot.conversation.conversation import Conversation


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("im in margate", "thanet"),
        ("MARGATE", "thanet"),
        ("we live in Whitstable", "canterbury"),
        ("flat in sittingborne", "swale"),
        ("near gravsend station", "gravesham"),
        ("im from tunbrige wells", "tunbridge-wells"),
        ("maidston", "maidstone"),
        ("TN23 1AB", "ashford"),
        ("ct91ab", "thanet"),
        ("CT9 1AB", "thanet"),
        ("my postcode is me4", "medway"),
        ("huddersfield, west yorkshire", "kirklees"),
        ("shepway council", "folkestone-hythe"),
        ("i live in deal", "dover"),
        ("Deal, Kent", "dover"),
        ("the refuge in sandwich", "dover"),
        ("parkwood estate, rainham", "medway"),
        ("st mary's bay", "folkestone-hythe"),
        ("westgate on sea", "thanet"),
        ("I live in Dover but my sister in Maidstone has room", "dover"),
        ("thinking of moving to Ashford, im in Dartford", "dartford"),
        ("", None),
        ("whats the deal here", None),
        ("big deal", None),
        ("he made me a sandwich", None),
        ("a bridge too far", None),
        ("ham and cheese", None),
        ("he wont let me have any money", None),
        ("me too", None),
        ("me 2 lol", None),
        ("i rang 101 yesterday", None),
        ("train to charing cross", None),
        ("i live in london", None),
        ("hope you can help", None),
        ("kocam beni döver", None),
        ("kocam beni dover", None),
        ("Dover'da yaşıyorum", "dover"),
        ("म मार्गेटमा बस्छु।", "thanet"),
        ("মার্গেটে থাকি।", "thanet"),
        ("живу в Маргейті", "thanet"),
        ("میں میڈ سٹون میں ہوں", "maidstone"),
        ("ਮੈਂ ਗ੍ਰੇਵਜ਼ੈਂਡ ਰਹਿੰਦੀ ਹਾਂ", "gravesham"),
        ("gyvenu Dartforde", "dartford"),
        ("وہ مجھے مارپیٹ کرتا ہے", None),
    ],
)
def test_the_district_is_what_the_person_means(
    launch_conversation: Conversation, text: str, district: str | None
) -> None:
    place = launch_conversation.understander.place_in(text)
    assert (place.district if place else None) == district


def test_a_name_that_two_districts_share_is_asked_about(launch_conversation: Conversation) -> None:
    place = launch_conversation.understander.place_in("im in minster")
    assert place is not None
    assert place.district is None
    assert set(place.maybe) == {"swale", "thanet"}


def test_the_district_known_before_settles_a_shared_name(launch_conversation: Conversation) -> None:
    place = launch_conversation.understander.place_in("im in minster", "thanet")
    assert place is not None
    assert place.district == "thanet"


def test_a_place_outside_is_known_as_such(launch_conversation: Conversation) -> None:
    place = launch_conversation.understander.place_in("we are in Manchester")
    assert place is not None
    assert place.words == "Manchester"
    assert place.district is None
