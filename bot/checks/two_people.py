"""Words that two people have to agree to were signed by fewer, or were changed after they had been signed.

Two people sign the files of `urgency/` and `referral-routes/`, `referral.yaml`, every guidance page with
`legal: true`, and the urgent messages of each language: `signpost directory sign` writes it into `sign-offs.yaml`. A
change, or one signature alone, is an error: what one person has written is not shown to anybody, and the directory as
it was goes on answering. What nobody has ever signed is one warning. Without a file `sign-offs.yaml` nothing is asked.

    urgency/danger.yaml:1:1: this was changed after Police liaison and Safeguarding lead had signed it (two-people)
        Two people read it and sign: signpost directory sign urgency/danger.yaml --as "ROLE". Or put it back as it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.directory.guidance import Guidance
from bot.directory.phrases import PhraseFile
from bot.directory.problem import Problem
from bot.directory.sign_offs import PHRASES, Signed, SignOffs, content, in_short, must_be_signed


def check(checked: Checked) -> Iterator[Problem]:
    """Everything that fewer than two people stand for as it is."""
    for file, sign_offs in checked.of(SignOffs):
        for name, signed in sign_offs.signed.items():
            yield from _signed(checked, file, name, signed)
        of_law = [name for name, page in checked.of(Guidance) if page.legal]
        urgent = [name for name, phrases in checked.of(PhraseFile) if phrases.urgent]
        waiting = must_be_signed(checked.documents, of_law, urgent)
        never = [name for name in waiting if name not in sign_offs.signed]
        if never:
            mend = 'Two people read each of them and sign. List them: signpost directory sign --as "ROLE"'
            yield checked.warning(file, ("signed",), f"waiting for two people: {in_short(never)}", mend)


def _signed(checked: Checked, file: str, name: str, signed: Signed) -> Iterator[Problem]:
    if name in checked.broken or (name.startswith(f"{PHRASES}/") and not _phrases_were_read(checked)):
        return
    roles = " and ".join(sorted(signed.roles))
    sign = f'signpost directory sign {name} --as "ROLE"'
    now = content(name, checked.documents)
    place, path, what = (name, (), "this") if name in checked.documents else (file, ("signed", name), name)
    if now is None:
        mend = "Put it back. If two people agreed that it goes, delete these lines."
        yield checked.error(file, ("signed", name), f"{name} was signed by {roles} and is not there any more", mend)
    elif now != signed.content:
        mend = f"Two people read it and sign: {sign}. Or put it back as it was."
        yield checked.error(place, path, f"{what} was changed after {roles} had signed it", mend)
    elif signed.missing:
        mend = f"Somebody else reads it and signs: {sign}"
        yield checked.error(place, path, f"{what} was signed by {roles} alone, and it takes two", mend)


def _phrases_were_read(checked: Checked) -> bool:
    """A start from the cache reads none: they are those that were checked when they were learnt."""
    return any(name.startswith(f"{PHRASES}/") for name in checked.documents)
