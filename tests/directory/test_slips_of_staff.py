"""Slips as hub staff make them, in a file of the launch directory: each is one finding that anybody can act on."""

from __future__ import annotations

import pytest

from tests.checks.asking import told as told_of
from tests.conftest import PROJECT
from tests.small_hub import FILES

NAME = "kent-medway/davss.yaml"
TEXT = (PROJECT / "directory" / NAME).read_text("utf-8")
SERVES = "serves: women and men in west Kent"


def swapped(right: str, slip: str) -> bytes:
    """The file with one slip in it."""
    assert right in TEXT, right
    return TEXT.replace(right, slip, 1).encode()


STRAIGHT = 'Replace them with straight ones: ".'
HYPHEN = 'Delete it. An item of a list begins with a hyphen and a space: "- ".'
INDENT = "Give lines of one list or group the same number of spaces."
HOURS = 'Write them as in "Mo-Fr 09:00-17:00; PH off" or "24/7".'
UTF_8 = 'Save the file again with the encoding "UTF-8" (Notepad: Save as, Encoding).'
NO_COLON = "Write the field's name, a colon, a space and the value; or indent a text that goes on."
QUOTED = "Put the whole text in straight quotes."
SLIPS: dict[str, tuple[bytes, str, str]] = {
    "a tab": (
        swapped("    summary:", "\tsummary:"),
        "13:1: this line begins with a tab (tab)",
        "Use two spaces for each step to the right.",
    ),
    "no space after a colon": (
        swapped("kind: service", "kind:service"),
        '8:6: a space is missing after "kind:" (syntax)',
        'Write "kind: " with a space after the colon.',
    ),
    "no space after a dash": (
        swapped("  - DAVSS\n", "  -DAVSS\n"),
        "5:3: a space is missing after the dash (wrong-kind)",
        'Write "- " with a space after it.',
    ),
    "curly quotes around a number": (
        swapped('"0808 168 9111"', "“0808 168 9111”"),
        "20:13: curly quotes do not count as quotes here (syntax)",
        STRAIGHT,
    ),
    "a curly quote at the end": (
        swapped('"0808 168 9111"', '"0808 168 9111”'),
        "20:27: a straight quote was opened in this line, and a curly one closes it (syntax)",
        'Replace it with a straight one: ".',
    ),
    "an arrow as indentation": (
        swapped("    summary:", "➡ summary:"),
        '13:1: this line begins with "➡" (syntax)',
        HYPHEN,
    ),
    "a tick as a dash": (
        swapped("  - DAVSS\n", "  ✅ DAVSS\n"),
        '5:3: this line begins with "✅" (wrong-kind)',
        HYPHEN,
    ),
    "a word processor's dot": (
        swapped("  - DAVSS\n", "  • DAVSS\n"),
        '5:3: this line begins with "•" (wrong-kind)',
        HYPHEN,
    ),
    "a long dash": (swapped("  - DAVSS\n", "  – DAVSS\n"), '5:3: this line begins with "–" (wrong-kind)', HYPHEN),
    "a number without its zero": (
        swapped('"0808 168 9111"', '"808 168 9111"'),
        '20:13: "808 168 9111" has lost its first 0 (value)',
        'Write it with the 0 and in quotes: "0808 168 9111".',
    ),
    "a number as for a call from abroad": (
        swapped('"0808 168 9111"', '"+44 (0) 808 168 9111"'),
        '20:13: "+44 (0) 808 168 9111" is not written as it is dialled (value)',
        'Write it as "0808 168 9111".',
    ),
    "a number with a digit too few": (
        swapped('"0808 168 9111"', '"0808 168 911"'),
        '20:13: "0808 168 911" is not a valid UK phone number (value)',
        "Compare it, digit by digit, with the page in sources.",
    ),
    "hours in words": (
        swapped('"24/7"', "9-5 weekdays"),
        '23:12: "9-5 weekdays" are no opening hours that can be read (value)',
        HOURS,
    ),
    "a bare time": (
        swapped('"24/7"', "17:30"),
        "23:12: 17:30 has no quotes, so YAML reads it as 1050 and not as text (unquoted)",
        'Write it in straight quotes: "17:30".',
    ),
    "a pasted paragraph with a colon": (
        swapped(SERVES, "serves: women and men “affected” by abuse –\nfamily members: call us"),
        "15:1: this line looks like the rest of the text above it (syntax)",
        "Put the whole text in straight quotes, and spaces before this line.",
    ),
    "a pasted paragraph": (
        swapped(SERVES, "serves: women and men “affected” by abuse –\nand family members…"),
        '15:1: this line has no "name: value" (syntax)',
        NO_COLON,
    ),
    "spaces from a web page": (
        swapped("    serves:", "\u00a0\u00a0\u00a0\u00a0serves:"),
        "14:1: this line begins with a character that is not a plain space (indentation)",
        "Delete what stands before the first word and type spaces.",
    ),
    "a space without width": (
        swapped("davss.org.uk\n", "davss.org.uk\u200b\n"),
        "25:30: a character that cannot be seen stands here; it came with a paste (unseen-character)",
        "Delete it, and type a space if one is needed.",
    ),
    "an unfinished merge": (
        swapped("kind: service", "<<<<<<< HEAD\nkind: service\n=======\nkind: helpline\n>>>>>>> other"),
        "8:1: two versions of this file were not merged (merge-conflict)",
        "Keep one version of the lines between <<<<<<< and >>>>>>>, and delete these marks.",
    ),
    "saved as Windows-1252": (
        TEXT.replace("in west Kent", "in a café").encode("cp1252"),
        "14:35: this character was not saved as UTF-8 (encoding)",
        UTF_8,
    ),
    "saved as UTF-16": (
        TEXT.encode("utf-16"),
        "1:1: this file was saved as UTF-16 and not as UTF-8 (encoding)",
        UTF_8,
    ),
    "cut off in a quote": (
        TEXT.partition(" 168 9111")[0].encode(),
        "20:13: a quote was opened here and never closed (syntax)",
        'Add the closing ".',
    ),
    "cut off in a word": (
        (TEXT.partition("audiences")[0] + "audi").encode(),
        '17:1: this line has no "name: value" (syntax)',
        NO_COLON,
    ),
    "cut off after a line": (
        TEXT.partition("audiences")[0].encode(),
        '2:1: "sources", "checked", "review_by", "audiences" and "covers" are missing (missing-field)',
        "Add a line for each. Was the end of the file cut off?",
    ),
    "emptied": (b"", "1:1: the file is empty (empty-file)", "Fill it in, or delete it."),
    "a bare no": (
        swapped("name: Domestic Abuse Volunteer Support Services (DAVSS)", "name: no"),
        "3:7: no has no quotes, so YAML reads it as false and not as text (unquoted)",
        'Write it in straight quotes: "no".',
    ),
    "a field twice": (
        swapped("website: https://davss.org.uk", "website: https://davss.org.uk\nwebsite: https://www.davss.org.uk"),
        '26:1: "website" stands twice: here and in line 25 (duplicate-key)',
        "Keep one of the two.",
    ),
    "an item too far to the right": (
        swapped("  - Domestic Abuse Volunteer Support Services\n", "    - Domestic Abuse Volunteer Support Services\n"),
        "6:5: this item of the list is read as a part of the line above it (syntax)",
        "Put as many spaces before its dash as before the other dashes.",
    ),
    "an item too far to the left": (
        swapped("  - Domestic Abuse Volunteer Support Services\n", " - Domestic Abuse Volunteer Support Services\n"),
        "6:2: this line is not indented like the lines around it (syntax)",
        INDENT,
    ),
    "a field too far to the left": (
        swapped('    hours: "24/7"', '   hours: "24/7"'),
        "23:4: this line is not indented like the lines around it (syntax)",
        INDENT,
    ),
    "a colon in a text": (
        swapped("Trained volunteers help", "Trained volunteers: they help"),
        "13:32: this text holds a colon, so YAML takes its first half for a field name (syntax)",
        'Put the whole text in straight quotes: "...: ...".',
    ),
    "a hash in a text": (
        swapped(SERVES, "serves: women #and men in west Kent"),
        "14:19: from this # on, the line is not read (syntax)",
        "Put the whole text in straight quotes; or, if it is a note, a space behind the #.",
    ),
    "no quote at the end": (
        swapped('"0808 168 9111"', '"0808 168 9111'),
        "20:13: a quote was opened here and never closed (syntax)",
        'Add the closing ".',
    ),
    "no quote at the beginning": (
        swapped('"0808 168 9111"', '0808 168 9111"'),
        "20:13: this text ends with a quote and does not begin with one (syntax)",
        'Put a straight quote before it: ".',
    ),
    "quotes in quotes": (
        swapped(SERVES, 'serves: "women "and" men"'),
        "14:21: the text goes on after its closing quote (syntax)",
        "Put the whole text between ' and '.",
    ),
    "a British date": (
        swapped("checked: 2026-11-21", "checked: 21/11/2026"),
        '39:10: "checked" should be a date that begins with the year, not "21/11/2026" (wrong-kind)',
        "Write it as 2026-11-21.",
    ),
    "a date with half a year": (
        swapped("checked: 2026-11-21", "checked: 21.11.26"),
        '39:10: "checked" should be a date that begins with the year, not "21.11.26" (wrong-kind)',
        "Write it as 2026-11-21.",
    ),
    "a date in words": (
        swapped("checked: 2026-11-21", "checked: 21st Nov 2026"),
        '39:10: "checked" should be a date that begins with the year, not "21st Nov 2026" (wrong-kind)',
        "Write it as 2026-11-21.",
    ),
    "no date": (swapped("checked: 2026-11-21", "checked:"), '39:9: "checked" is empty (empty-value)', "Fill it in."),
    "a need by its button": (
        swapped("needs: [talk,", "needs: [Talk to someone,"),
        '16:9: "Talk to someone" is not an id: small letters and digits, with hyphens between (value)',
        "Write the name of a file without .yaml; between several stand commas.",
    ),
    "a comma forgotten": (
        swapped("needs: [talk, local_support", "needs: [talk local_support"),
        '16:9: "talk local_support" is not an id: small letters and digits, with hyphens between (value)',
        "Write the name of a file without .yaml; between several stand commas.",
    ),
    "a bracket not closed": (
        swapped("leaving, men]", "leaving, men"),
        "16:8: this [ is not closed, or a comma is missing after it (syntax)",
        "Write the items with commas between them, and ] at the end.",
    ),
    "a page without https": (
        swapped("website: https://davss.org.uk", "website: davss.org.uk"),
        '25:10: "davss.org.uk" is not a web address (value)',
        "Copy it from the browser: it begins with https://.",
    ),
    "an e-mail address with mailto": (
        swapped("website: https://davss.org.uk", "email: mailto:info@davss.org.uk"),
        '25:8: "mailto:info@davss.org.uk" is not an e-mail address (value)',
        'Write it as in "help@example.org".',
    ),
    "a field misspelt": (
        swapped("website: https", "webiste: https"),
        '25:1: "webiste" is not a field here (unknown-field)',
        'Did you mean "website"?',
    ),
    "a status in capitals": (
        swapped("status: live", "status: Live"),
        '9:9: "Live" is not known for "status" (unknown-value)',
        "Use one of: live, draft or historic.",
    ),
    "a handle at the beginning of a text": (
        swapped(SERVES, "serves: @davss on Twitter"),
        '14:13: a text may not begin with "@" (syntax)',
        QUOTED,
    ),
    "a colon forgotten": (
        swapped("kind: service", "kind service"),
        '8:1: this line has no "name: value" (syntax)',
        NO_COLON,
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_in_a_launch_file_is_one_finding(name: str) -> None:
    content, told, mend = SLIPS[name]

    problems = told_of({**FILES, NAME: content})

    assert [str(problem) for problem in problems] == [f"{NAME}:{told}\n    {mend}"]


def test_a_note_behind_a_value_and_a_dash_in_a_text_are_no_slips() -> None:
    text = swapped("kind: service", "kind: service   # until 2027").decode()
    text = text.replace(SERVES, "serves: women and men - in\n      west Kent, - or near it")

    problems = told_of({**FILES, NAME: text.encode()})

    assert {problem.rule for problem in problems} <= {"unknown-id"}, "the small hub has no Kent"


def test_a_number_is_of_the_service_that_claims_it_and_not_of_the_first_file() -> None:
    """A forgotten `belongs_to` is told in the file where it is forgotten."""
    phone = b"phones: [{number: '01622 721000'}]\n"
    guest = b"phones: [{number: '01622 721000', belongs_to: zed}]\n"
    files = {
        f"norbury/{name}.yaml": FILES["national/mens-line.yaml"].replace(b"mens-line", name.encode())
        for name in ("ada", "bea", "zed")
    }
    own = next(line for line in files["norbury/ada.yaml"].splitlines(keepends=True) if line.startswith(b"phones"))
    for name, lines in (("ada", phone), ("bea", guest), ("zed", phone)):
        files[f"norbury/{name}.yaml"] = files[f"norbury/{name}.yaml"].replace(own, lines)

    problems = told_of({**FILES, **files})

    assert [(problem.file, problem.message) for problem in problems] == [
        ("norbury/ada.yaml", "01622 721000 is also a number of zed")
    ]
