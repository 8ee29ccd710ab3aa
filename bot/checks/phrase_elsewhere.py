"""After learning, a message is surely understood as another need than that of its own file. Either it stands in the
wrong file, or phrases of the other need pull it over: a new phrase that is too much like its neighbours shows here.

Read the message as somebody who has never seen the file. If it means the other need, move it there. If it means both,
delete it. If it means this one, write two or three more like it here, and make the phrase that is named clearer. For
example:

    phrases/en/talk.yaml:9:5: "is there a refuge near me" is understood as "refuge" (100%) (phrase-elsewhere)
        Nearest there: "is there a refuge near me tonight" (phrases/en/refuge.yaml:4). Move the message, delete it, or \
add two or three more like it here.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.directory.phrases import PhraseFile, examples_with_path
from bot.directory.problem import Problem
from bot.search.misread import misread


def check(checked: Checked) -> Iterator[Problem]:
    """A warning at each message that was learnt for one need and is read as another."""
    if checked.learned is None:
        return
    places = [
        (name, path, example)
        for name, file in checked.of(PhraseFile)
        for example, path in examples_with_path(file)
        if example.urgency is None
    ]
    for found in misread(checked.learned, [example for _, _, example in places]):
        name, path, example = places[found.number]
        nearest = places[found.nearest]
        yield checked.warning(
            name,
            path,
            f'"{example.text}" is understood as "{found.need}" ({found.probability:.0%})',
            f'Nearest there: "{nearest[2].text}" ({nearest[0]}:{checked.documents[nearest[0]].mark(nearest[1]).line}). '
            "Move the message, delete it, or add two or three more like it here.",
        )
