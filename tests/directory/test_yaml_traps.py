"""The slips that hub staff make in a file, and the one finding that tells each: where, what, and how to mend it."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.problem import DirectoryError, Problem
from bot.directory.yaml_source import MAX_BYTES
from bot.disk.directory_files import checked
from tests.checks.asking import told
from tests.slips import ENTRY, TEXT, added, elsewhere, entry
from tests.small_hub import FILES


class Slip(NamedTuple):
    """A slip: what it is called, the file as it was saved; the place and the sentence that tell it, and the mend."""

    name: str
    file: str
    content: bytes
    told: str
    mend: str


NUMBERS = (
    Slip(
        "a phone number without quotes, which YAML reads as an octal number",
        ENTRY,
        entry('"01233 680150"', "01622721000"),
        "12:13: 01622721000 has no quotes, so YAML reads it as 239837696 and not as text (unquoted)",
        'Write it in straight quotes: "01622721000".',
    ),
    Slip(
        "another phone number without quotes",
        ENTRY,
        entry('"01233 680150"', "03001231234"),
        "12:13: 03001231234 has no quotes, so YAML reads it as 402993820 and not as text (unquoted)",
        'Write it in straight quotes: "03001231234".',
    ),
    Slip(
        "a phone number without quotes that YAML would have left alone",
        ENTRY,
        entry('"01233 680150"', "01233 680150"),
        "12:13: 01233 680150 has no quotes; a phone number needs them (unquoted)",
        'Write it in straight quotes: "01233 680150".',
    ),
    Slip(
        "a phone number that lost its first zero",
        ENTRY,
        entry('"01233 680150"', '"1233 680150"'),
        '12:13: "1233 680150" has lost its first 0 (value)',
        'Write it with the 0 and in quotes: "01233 680150".',
    ),
    Slip(
        "a phone number that lost its quotes and its first zero, as from a spreadsheet",
        ENTRY,
        entry('"01233 680150"', "1233680150"),
        "12:13: 1233680150 has no quotes, so YAML reads it as a number and not as text (unquoted)",
        'Write it in straight quotes and with its first 0: "01233680150".',
    ),
    Slip(
        "a phone number with the country's code, without quotes",
        ENTRY,
        entry('"01233 680150"', "+441233680150"),
        "12:13: +441233680150 has no quotes, so YAML reads it as 441233680150 and not as text (unquoted)",
        'Write it in straight quotes and with its first 0: "01233680150".',
    ),
    Slip(
        "a phone number with the country's code",
        ENTRY,
        entry('"01233 680150"', '"+44 1233 680150"'),
        '12:13: "+44 1233 680150" is not written as it is dialled (value)',
        'Write it as "01233 680150".',
    ),
    Slip(
        "a phone number with a digit too few",
        ENTRY,
        entry('"01233 680150"', '"01233 68015"'),
        '12:13: "01233 68015" is not a valid UK phone number (value)',
        "Compare it, digit by digit, with the page in sources.",
    ),
    Slip(
        "a short number without quotes",
        ENTRY,
        entry('"01233 680150"', "999"),
        "12:13: 999 has no quotes, so YAML reads it as a number and not as text (unquoted)",
        'Write it in straight quotes: "999".',
    ),
    Slip(
        "a number with a letter in it",
        ENTRY,
        entry('"01233 680150"', '"01233 68O150"'),
        '12:13: "01233 68O150" is not written as it is dialled (value)',
        'Write digits and spaces, as in "0808 2000 247".',
    ),
    Slip(
        "a number of another service",
        ENTRY,
        entry('"01233 680150"', '"0808 2000 247"'),
        "12:13: 0808 2000 247 is also a number of national-line (shared-phone)",
        'If national-line answers it, add "belongs_to: national-line" below it.',
    ),
    Slip(
        "a number that belongs to a service that does not exist",
        ENTRY,
        entry('"01233 680150"', '"0808 2000 247"\n    belongs_to: nobody'),
        '13:17: there is no service "nobody" (unknown-id)',
        "Make it in the folder of its area, or delete nobody.",
    ),
    Slip(
        "half past five without quotes, as hours",
        ENTRY,
        entry('"Mo-Fr 09:00-17:00; PH off"', "17:30"),
        "13:12: 17:30 has no quotes, so YAML reads it as 1050 and not as text (unquoted)",
        'Write it in straight quotes: "17:30".',
    ),
    Slip(
        "half past five without quotes, as a name",
        ENTRY,
        added("also_called: [17:30]"),
        "18:15: 17:30 has no quotes, so YAML reads it as 1050 and not as text (unquoted)",
        'Write it in straight quotes: "17:30".',
    ),
    Slip(
        "hours in everyday words",
        ENTRY,
        entry('"Mo-Fr 09:00-17:00; PH off"', '"9-5 weekdays"'),
        '13:12: "9-5 weekdays" are no opening hours that can be read (value)',
        'Write them as in "Mo-Fr 09:00-17:00; PH off" or "24/7".',
    ),
    Slip(
        "hours that never come",
        ENTRY,
        entry('"Mo-Fr 09:00-17:00; PH off"', '"2020 Jan 01 09:00-10:00"'),
        '13:12: "2020 Jan 01 09:00-10:00" is never open (value)',
        "Give the hours, or leave the line out if nobody knows them.",
    ),
    Slip(
        "hours that are always off",
        ENTRY,
        entry('"Mo-Fr 09:00-17:00; PH off"', '"off"'),
        '13:12: "off" is never open (value)',
        "Give the hours, or leave the line out if nobody knows them.",
    ),
    Slip(
        "a year without quotes",
        ENTRY,
        entry("  - page: https://example.org/page", "  - page: https://example.org/page\n    says_date: 2026"),
        "16:16: 2026 has no quotes, so YAML reads it as a number and not as text (unquoted)",
        'Write it in straight quotes: "2026".',
    ),
)
"""Phone numbers and times that YAML would turn into other numbers."""

WORDS = (
    Slip(
        "no, which YAML reads as false, among ids",
        ENTRY,
        entry("[refuge, talk]", "[refuge, no]"),
        "8:17: no has no quotes, so YAML reads it as false and not as text (unquoted)",
        'Write it in straight quotes: "no".',
    ),
    Slip(
        "no among words from a fixed list",
        ENTRY,
        entry("[public]", "[no]"),
        "9:13: no has no quotes, so YAML reads it as false and not as text (unquoted)",
        'Write it in straight quotes: "no".',
    ),
    Slip(
        "No as a text",
        ENTRY,
        entry("We help.", "No"),
        "7:14: No has no quotes, so YAML reads it as false and not as text (unquoted)",
        'Write it in straight quotes: "No".',
    ),
    Slip(
        "yes as a name",
        ENTRY,
        entry("Ashby Outreach", "yes"),
        "2:7: yes has no quotes, so YAML reads it as true and not as text (unquoted)",
        'Write it in straight quotes: "yes".',
    ),
    Slip(
        "on as a status",
        ENTRY,
        entry("status: live", "status: on"),
        "4:9: on has no quotes, so YAML reads it as true and not as text (unquoted)",
        'Write it in straight quotes: "on".',
    ),
    Slip(
        "a date where a text is wanted",
        ENTRY,
        entry("  - page: https://example.org/page", "  - page: https://example.org/page\n    says_date: 2026-11-01"),
        "16:16: 2026-11-01 has no quotes, so YAML reads it as a date and not as text (unquoted)",
        'Write it in straight quotes: "2026-11-01".',
    ),
    Slip(
        "nothing after a field's name",
        ENTRY,
        entry("Ashby Outreach", ""),
        '2:6: "name" is empty (empty-value)',
        "Fill it in.",
    ),
    Slip(
        "nothing where a list is wanted",
        ENTRY,
        entry("needs: [refuge, talk]", "needs:"),
        '8:7: "needs" is empty (empty-value)',
        "Fill it in.",
    ),
    Slip(
        "an empty list",
        ENTRY,
        entry("[refuge, talk]", "[]"),
        '8:8: "needs" is empty (empty-value)',
        "Fill it in.",
    ),
    Slip(
        "a pasted text with a colon",
        ENTRY,
        entry("We help.", "Opening times: all day."),
        "7:27: this text holds a colon, so YAML takes its first half for a field name (syntax)",
        'Put the whole text in straight quotes: "...: ...".',
    ),
    Slip(
        "a pasted text whose second line has a colon",
        ENTRY,
        entry("We help.", "We help.\n      Opening times: all day."),
        "8:20: this text holds a colon, so YAML takes its first half for a field name (syntax)",
        'Put the whole text in straight quotes: "...: ...".',
    ),
    Slip(
        "a name with a colon",
        ENTRY,
        entry("Ashby Outreach", "Ashby: Outreach"),
        "2:12: this text holds a colon, so YAML takes its first half for a field name (syntax)",
        'Put the whole text in straight quotes: "...: ...".',
    ),
    Slip(
        "a text that begins with a quoted word",
        ENTRY,
        entry("We help.", '"We" help.'),
        "7:19: the text goes on after its closing quote (syntax)",
        "Put the whole text between ' and '.",
    ),
    Slip(
        "a text that begins with a single quote",
        ENTRY,
        entry("Ashby Outreach", "'Ashby's Outreach'"),
        "2:14: the text goes on after its closing quote (syntax)",
        'Put the whole text between " and ".',
    ),
    Slip(
        "words after the closing quote",
        ENTRY,
        entry('"01233 680150"', '"01233 680150" day or night'),
        "12:28: the text goes on after its closing quote (syntax)",
        "Put the whole text between ' and '.",
    ),
    Slip(
        "a quote that is never closed",
        ENTRY,
        entry('"01233 680150"', '"01233 680150'),
        "12:13: a quote was opened here and never closed (syntax)",
        'Add the closing ".',
    ),
    Slip(
        "a quote that is never closed, lines before the next one",
        ENTRY,
        entry("name: Ashby Outreach", 'name: "Ashby Outreach'),
        "2:7: a quote was opened here and never closed (syntax)",
        'Add the closing ".',
    ),
    Slip(
        "a quote that is never closed, in the last line",
        ENTRY,
        added('notes: "Ring first.'),
        "18:8: a quote was opened here and never closed (syntax)",
        'Add the closing ".',
    ),
    Slip(
        "curly quotes from a word processor, around a number",
        ENTRY,
        entry('"01233 680150"', "“01233 680150”"),
        "12:13: curly quotes do not count as quotes here (syntax)",
        'Replace them with straight ones: ".',
    ),
    Slip(
        "curly quotes around a text with a colon",
        ENTRY,
        entry("We help.", "“We help: always.”"),
        "7:14: curly quotes do not count as quotes here (syntax)",
        'Replace them with straight ones: ".',
    ),
    Slip(
        "curly quotes around a whole text",
        ENTRY,
        entry("We help.", "“We help.”"),
        "7:14: curly quotes do not count as quotes here (syntax)",
        'Replace them with straight ones: ".',
    ),
    Slip(
        "a text that begins with an asterisk",
        ENTRY,
        entry("We help.", "*We help"),
        '7:14: a text may not begin with "*" (syntax)',
        "Put the whole text in straight quotes.",
    ),
    Slip(
        "a text that begins with an asterisk and a space",
        ENTRY,
        entry("We help.", "* We help"),
        '7:14: a text may not begin with "*" (syntax)',
        "Put the whole text in straight quotes.",
    ),
    Slip(
        "a text that begins with an at sign",
        ENTRY,
        added("email: @help"),
        '18:8: a text may not begin with "@" (syntax)',
        "Put the whole text in straight quotes.",
    ),
    Slip(
        "a text that begins with a dash",
        ENTRY,
        entry("We help.", "- We help"),
        '7:14: a text may not begin with "-" (syntax)',
        "Put the whole text in straight quotes.",
    ),
    Slip(
        "a text that begins with a bracket",
        ENTRY,
        entry("We help.", "[Ashby] We help"),
        '7:14: a text may not begin with "[" (syntax)',
        "Put the whole text in straight quotes.",
    ),
    Slip(
        "a text that begins with an exclamation mark",
        ENTRY,
        entry("We help.", "!We help"),
        "7:14: a text may not begin with an exclamation mark (tag)",
        "Put the whole text in straight quotes, or delete the word that begins with !.",
    ),
)
"""Words that YAML takes for something else."""

SHAPE = (
    Slip(
        "a field that stands twice",
        ENTRY,
        added("name: Another"),
        '18:1: "name" stands twice: here and in line 2 (duplicate-key)',
        "Keep one of the two.",
    ),
    Slip(
        "a field that stands twice inside another",
        ENTRY,
        entry("    summary: We help.", "    summary: We help.\n    summary: We listen."),
        '8:5: "summary" stands twice: here and in line 7 (duplicate-key)',
        "Keep one of the two.",
    ),
    Slip(
        "a tab for an indent",
        ENTRY,
        entry("    summary: We help.", "\tsummary: We help."),
        "7:1: this line begins with a tab (tab)",
        "Use two spaces for each step to the right.",
    ),
    Slip(
        "a tab after spaces",
        ENTRY,
        entry("    summary: We help.", "  \tsummary: We help."),
        "7:3: this line begins with a tab (tab)",
        "Use two spaces for each step to the right.",
    ),
    Slip(
        "no space after a colon",
        ENTRY,
        entry("name: Ashby", "name:Ashby"),
        '2:6: a space is missing after "name:" (syntax)',
        'Write "name: " with a space after the colon.',
    ),
    Slip(
        "no space after a colon in the first line",
        ENTRY,
        entry("id: ", "id:"),
        '1:4: a space is missing after "id:" (syntax)',
        'Write "id: " with a space after the colon.',
    ),
    Slip(
        "no space after a colon in the last line",
        ENTRY,
        added("email:help@example.org"),
        '18:7: a space is missing after "email:" (syntax)',
        'Write "email: " with a space after the colon.',
    ),
    Slip(
        "no space after a colon in a list",
        ENTRY,
        entry("- number: ", "- number:"),
        '12:12: a space is missing after "number:" (syntax)',
        'Write "number: " with a space after the colon.',
    ),
    Slip(
        "no space after a colon inside another field",
        ENTRY,
        entry("summary: We", "summary:We"),
        '7:5: a space is missing after "summary:" (wrong-kind)',
        'Write "summary: " with a space after the colon.',
    ),
    Slip(
        "no space after a dash",
        ENTRY,
        entry("- number", "-number"),
        "12:4: a space is missing after the dash (syntax)",
        'Write "- " with a space after it.',
    ),
    Slip(
        "no space after the dashes of a plain list",
        ENTRY,
        entry("[refuge, talk]", "\n  -refuge\n  -talk"),
        "9:3: a space is missing after the dash (wrong-kind)",
        'Write "- " with a space after it.',
    ),
    Slip(
        "no colon after a field's name",
        ENTRY,
        entry("name: Ashby", "name Ashby"),
        '2:1: this line has no "name: value" (syntax)',
        "Write the field's name, a colon, a space and the value; or indent a text that goes on.",
    ),
    Slip(
        "a bullet for a dash",
        ENTRY,
        entry("- number", "• number"),
        '12:3: this line begins with "•" (syntax)',
        'Delete it. An item of a list begins with a hyphen and a space: "- ".',
    ),
    Slip(
        "a long dash for a dash",
        ENTRY,
        entry("- number", "– number"),
        '12:3: this line begins with "–" (syntax)',
        'Delete it. An item of a list begins with a hyphen and a space: "- ".',
    ),
    Slip(
        "a space too many",
        ENTRY,
        entry("name: Ashby", " name: Ashby"),
        "2:2: this line is not indented like the lines around it (syntax)",
        "Give lines of one list or group the same number of spaces.",
    ),
    Slip(
        "a space too few",
        ENTRY,
        entry("    hours", "   hours"),
        "13:4: this line is not indented like the lines around it (syntax)",
        "Give lines of one list or group the same number of spaces.",
    ),
    Slip(
        "a non-breaking space as indentation",
        ENTRY,
        entry("    summary: We help.", "\u00a0   summary: We help."),
        "7:1: this line begins with a character that is not a plain space (indentation)",
        "Delete what stands before the first word and type spaces.",
    ),
    Slip(
        "an emoji as indentation",
        ENTRY,
        entry("    summary: We help.", "🙂  summary: We help."),
        "7:1: this line begins with a character that is not a plain space (indentation)",
        "Delete what stands before the first word and type spaces.",
    ),
    Slip(
        "an emoji before a field's name",
        ENTRY,
        entry("    summary: We help.", "  ➡️summary: We help."),
        "7:3: this line begins with a character that is not a plain space (indentation)",
        "Delete what stands before the first word and type spaces.",
    ),
    Slip(
        "a space without width, from a web page",
        ENTRY,
        entry("    summary: We help.", "  \u200b  summary: We help."),
        "7:3: a character that cannot be seen stands here; it came with a paste (unseen-character)",
        "Delete it, and type a space if one is needed.",
    ),
    Slip(
        "a line end that only some editors show",
        ENTRY,
        entry("We help.", "We\u2028help."),
        "7:16: a character that cannot be seen stands here; it came with a paste (unseen-character)",
        "Delete it, and type a space if one is needed.",
    ),
    Slip(
        "a zero byte",
        ENTRY,
        entry("We help.", "We\u0000help."),
        "7:16: a character that cannot be seen stands here; it came with a paste (unseen-character)",
        "Delete it, and type a space if one is needed.",
    ),
    Slip(
        "a bracket that is never closed",
        ENTRY,
        entry("[refuge, talk]", "[refuge, talk"),
        "8:8: this [ is not closed, or a comma is missing after it (syntax)",
        "Write the items with commas between them, and ] at the end.",
    ),
    Slip(
        "a list where a text is wanted",
        ENTRY,
        entry("Ashby Outreach", "[Ashby, Outreach]"),
        '2:7: "name" should be one text (wrong-kind)',
        "Write one text, without dashes or brackets.",
    ),
    Slip(
        "a list below a field where a text is wanted",
        ENTRY,
        entry(" We help.", "\n      - We help."),
        '8:7: "summary" should be one text (wrong-kind)',
        "Write one text, without dashes or brackets.",
    ),
    Slip(
        "a text where a list is wanted",
        ENTRY,
        entry("[refuge, talk]", "refuge"),
        '8:8: "needs" should be a list (wrong-kind)',
        "Put it in square brackets, with commas between the items: [refuge].",
    ),
    Slip(
        "a text where a list of phones is wanted",
        ENTRY,
        entry(
            'phones:\n  - number: "01233 680150"\n    hours: "Mo-Fr 09:00-17:00; PH off"\n', 'phones: "01233 680150"\n'
        ),
        '11:9: "phones" should be a list (wrong-kind)',
        'Write a line such as "- number: ..." below it for each item.',
    ),
    Slip(
        "numbers alone where phones are wanted",
        ENTRY,
        entry(
            'phones:\n  - number: "01233 680150"\n    hours: "Mo-Fr 09:00-17:00; PH off"\n',
            'phones: ["01233 680150"]\n',
        ),
        '11:10: each item of "phones" should be fields of its own, indented below it (wrong-kind)',
        'Write lines such as "number: ..." below it. '
        "The fields there: number, label, then, hours, hours_sure, free, on_bill, rings_back, belongs_to, page.",
    ),
    Slip(
        "one phone without its dash",
        ENTRY,
        entry('  - number: "01233 680150"\n    hours', '  number: "01233 680150"\n  hours'),
        '12:3: "phones" should be a list (wrong-kind)',
        'Write a dash and a space before the first line of each item: "- ".',
    ),
    Slip(
        "a text where fields are wanted",
        ENTRY,
        entry("  en:\n    summary: We help.", "  en: We help."),
        '6:7: "en" should be fields of its own, indented below it (wrong-kind)',
        'Write lines such as "summary: ..." below it. The fields there: summary, serves, refer, note.',
    ),
    Slip(
        "a list where fields are wanted",
        ENTRY,
        entry("  en:\n    summary: We help.", "  - en: We help."),
        '6:3: "words" should be fields of its own, indented below it (wrong-kind)',
        'Write lines such as "summary: ..." below it. The fields there: summary, serves, refer, note.',
    ),
    Slip(
        "an anchor and an alias",
        ENTRY,
        entry("needs: [refuge, talk]\naudiences: [public]", "needs: &same [talk]\naudiences: *same"),
        "8:8: & and * references are not used here (alias)",
        "Write the value out; put a text that begins with such a sign in straight quotes.",
    ),
    Slip(
        "an anchor and a merge key",
        ENTRY,
        entry("  en:\n    summary: We help.", "  en: &e\n    summary: We help.\n  pl:\n    <<: *e"),
        "6:7: & and * references are not used here (alias)",
        "Write the value out; put a text that begins with such a sign in straight quotes.",
    ),
    Slip(
        "an alias of nothing",
        ENTRY,
        entry("[ashby]", "*ashby"),
        '10:9: a text may not begin with "*" (syntax)',
        "Put the whole text in straight quotes.",
    ),
    Slip(
        "a list as a field's name",
        ENTRY,
        entry("name: Ashby Outreach", "? [a]\n: b\nname: Ashby Outreach"),
        "2:3: this is not a field name (syntax)",
        "Write a name, a colon and a value.",
    ),
    Slip(
        "two entries in one file",
        ENTRY,
        added("---\nid: another"),
        "18:1: a second document begins here (syntax)",
        "Delete this line, or move what follows into a file of its own.",
    ),
)
"""Lines that stand in the wrong place or lack a mark."""

WHOLE_FILES = (
    Slip(
        "a merge that was not finished",
        ENTRY,
        entry("name: Ashby Outreach", "<<<<<<< HEAD\nname: Ashby Outreach\n=======\nname: Ashby Help\n>>>>>>> theirs"),
        "2:1: two versions of this file were not merged (merge-conflict)",
        "Keep one version of the lines between <<<<<<< and >>>>>>>, and delete these marks.",
    ),
    Slip(
        "the rest of a merge",
        ENTRY,
        entry("name: Ashby Outreach", "name: Ashby Outreach\n>>>>>>> theirs"),
        "3:1: two versions of this file were not merged (merge-conflict)",
        "Keep one version of the lines between <<<<<<< and >>>>>>>, and delete these marks.",
    ),
    Slip(
        "a file saved by an old Windows program",
        ENTRY,
        entry("We help.", "We help – “always”").decode().encode("cp1252"),
        "7:22: this character was not saved as UTF-8 (encoding)",
        'Save the file again with the encoding "UTF-8" (Notepad: Save as, Encoding).',
    ),
    Slip(
        "a file saved by an old Windows program, further along a line",
        ENTRY,
        entry("We help.", "é").replace(b"summary: ", b"summary: \xc3\xa9 \xe9"),
        "7:16: this character was not saved as UTF-8 (encoding)",
        'Save the file again with the encoding "UTF-8" (Notepad: Save as, Encoding).',
    ),
    Slip(
        "a file saved as UTF-16",
        ENTRY,
        TEXT.encode("utf-16"),
        "1:1: this file was saved as UTF-16 and not as UTF-8 (encoding)",
        'Save the file again with the encoding "UTF-8" (Notepad: Save as, Encoding).',
    ),
    Slip(
        "an empty file",
        ENTRY,
        b"",
        "1:1: the file is empty (empty-file)",
        "Fill it in, or delete it.",
    ),
    Slip(
        "a file of spaces",
        ENTRY,
        b"  \n\n",
        "1:1: the file is empty (empty-file)",
        "Fill it in, or delete it.",
    ),
    Slip(
        "a file with nothing but a comment",
        ENTRY,
        b"# later\n",
        "1:1: the file does not begin with a field (syntax)",
        'Begin with a line such as "id: my-service".',
    ),
    Slip(
        "a list instead of an entry",
        ENTRY,
        b"- a\n- b\n",
        "1:1: the file does not begin with a field (syntax)",
        'Begin with a line such as "id: my-service".',
    ),
    Slip(
        "a file of two megabytes",
        ENTRY,
        b"a" * 2_000_000,
        "1:1: this file has 2,000,000 bytes; a directory file has a few thousand (file-size)",
        "Move it out of the directory folder, or split it.",
    ),
    Slip(
        "a file of two megabytes, as the disk hands it over",
        ENTRY,
        b"a" * (MAX_BYTES + 1),
        "1:1: this file has more than 1,000,000 bytes; a directory file has a few thousand (file-size)",
        "Move it out of the directory folder, or split it.",
    ),
    Slip(
        "brackets in brackets without end",
        ENTRY,
        b"id: " + b"[" * 900_000,
        "1:25: the brackets or steps to the right go deeper here than any field does (syntax)",
        "Compare it with another file of this folder.",
    ),
    Slip(
        "a file of another kind",
        ENTRY,
        b"hello",
        "1:1: the file does not begin with a field (syntax)",
        'Begin with a line such as "id: my-service".',
    ),
)
"""Files that are something else altogether."""

VALUES = (
    Slip(
        "a field that does not exist",
        ENTRY,
        entry("phones:", "phone:"),
        '11:1: "phone" is not a field here (unknown-field)',
        'Did you mean "phones"?',
    ),
    Slip(
        "a field that nothing resembles, in a phone",
        ENTRY,
        entry("    hours", "    xyz"),
        '13:5: "xyz" is not a field here (unknown-field)',
        "The fields here: number, label, then, hours, hours_sure, free, on_bill, rings_back, belongs_to, page.",
    ),
    Slip(
        "a field that does not exist, in a phone",
        ENTRY,
        entry("    hours", "    hour"),
        '13:5: "hour" is not a field here (unknown-field)',
        'Did you mean "hours"?',
    ),
    Slip(
        "a field that must be there, misspelt",
        ENTRY,
        entry("kind: service", "kinds: service"),
        '3:1: "kinds" is not a field here (unknown-field)',
        'Did you mean "kind"?',
    ),
    Slip(
        "a field that is missing",
        ENTRY,
        entry("kind: service\n", ""),
        '1:1: "kind" is missing (missing-field)',
        'Add a line "kind: ...".',
    ),
    Slip(
        "a field that is missing inside another",
        ENTRY,
        entry("summary: We help.", "serves: everybody"),
        '7:5: "summary" is missing (missing-field)',
        'Add a line "summary: ...".',
    ),
    Slip(
        "a word that is not of the list",
        ENTRY,
        entry("status: live", "status: Live"),
        '4:9: "Live" is not known for "status" (unknown-value)',
        "Use one of: live, draft or historic.",
    ),
    Slip(
        "an id with spaces and capitals",
        ENTRY,
        entry("id: ashby-outreach", "id: Ashby Outreach"),
        '1:5: "Ashby Outreach" is not an id: small letters and digits, with hyphens between (value)',
        'Did you mean "ashby-outreach"?',
    ),
    Slip(
        "an id that is not the file's name",
        ENTRY,
        entry("id: ashby-outreach", "id: ashby-drop"),
        '1:5: the id is "ashby-drop" but the file is called "ashby-outreach" (file-name)',
        "Rename the file, or write: id: ashby-outreach",
    ),
    Slip(
        "a date as people write it",
        ENTRY,
        entry("checked: 2026-11-01", "checked: 21/11/2026"),
        '16:10: "checked" should be a date that begins with the year, not "21/11/2026" (wrong-kind)',
        "Write it as 2026-11-21.",
    ),
    Slip(
        "a date in quotes",
        ENTRY,
        entry("checked: 2026-11-01", 'checked: "2026-11-01"'),
        '16:10: "checked" should be a date without quotes (wrong-kind)',
        "Write it as 2026-11-01.",
    ),
    Slip(
        "a day that does not exist",
        ENTRY,
        entry("checked: 2026-11-01", "checked: 2026-11-31"),
        '16:10: "checked" should be a date, and "2026-11-31" is none (wrong-kind)',
        "Write year, month and day: 2026-11-21.",
    ),
    Slip(
        "a date in words",
        ENTRY,
        entry("checked: 2026-11-01", "checked: 21 November 2026"),
        '16:10: "checked" should be a date that begins with the year, not "21 November 2026" (wrong-kind)',
        "Write it as 2026-11-21.",
    ),
    Slip(
        "a date with a time",
        ENTRY,
        entry("checked: 2026-11-01", "checked: 2026-11-01 09:30:00"),
        '16:10: "checked" should be a day without a time (wrong-kind)',
        "Write it as 2026-11-01.",
    ),
    Slip(
        "a link that is not secure",
        ENTRY,
        added("website: http://example.org"),
        '18:10: "http://example.org" is not a secure address (value)',
        "Use the one that begins with https://.",
    ),
    Slip(
        "a link without its beginning",
        ENTRY,
        added("website: www.example.org"),
        '18:10: "www.example.org" is not a web address (value)',
        "Copy it from the browser: it begins with https://.",
    ),
    Slip(
        "a link with a space",
        ENTRY,
        added("website: https://exa mple.org"),
        '18:10: "https://exa mple.org" is not a web address (value)',
        "Copy it from the browser: it begins with https://.",
    ),
    Slip(
        "a source that is no link",
        ENTRY,
        entry("https://example.org/page", "the council's page"),
        '15:11: "the council\'s page" is not a web address (value)',
        "Copy it from the browser: it begins with https://.",
    ),
    Slip(
        "an e-mail address without its sign",
        ENTRY,
        added("email: help at example.org"),
        '18:8: "help at example.org" is not an e-mail address (value)',
        'Write it as in "help@example.org".',
    ),
    Slip(
        "words without English",
        ENTRY,
        entry("  en:\n", "  pl:\n"),
        "6:3: the English text is missing (value)",
        'Add a line "en: ...".',
    ),
    Slip(
        "a draft without a reason",
        ENTRY,
        entry("status: live", "status: draft"),
        '4:9: a draft entry needs a "reason" (value)',
        'Add a line "reason: ..." that says why.',
    ),
    Slip(
        "a venue at a confidential address",
        ENTRY,
        added("confidential_address: true\nvenue: {address: 1 High Street}"),
        '19:8: a service with a confidential address has a "venue" (value)',
        "Delete the venue.",
    ),
    Slip(
        "yes in quotes for true",
        ENTRY,
        added('confidential_address: "yes"'),
        '18:23: "confidential_address" should be true or false (wrong-kind)',
        "Write true or false, without quotes.",
    ),
    Slip(
        "a text that is too long",
        ENTRY,
        entry("We help.", "We help. " * 50),
        '7:14: "summary" has more than 320 characters (too-long)',
        "Say it in fewer words, or leave some out.",
    ),
    Slip(
        "a need that does not exist",
        ENTRY,
        entry("[refuge, talk]", "[refuge, talking]"),
        '8:17: there is no need "talking" (unknown-id)',
        'Did you mean "talk"?',
    ),
    Slip(
        "a district that does not exist",
        ENTRY,
        entry("[ashby]", "[ashbey]"),
        '10:10: there is no district or area "ashbey" (unknown-id)',
        'Did you mean "ashby"?',
    ),
    Slip(
        "a district of somewhere else",
        ENTRY,
        entry("[ashby]", "[leeds]"),
        '10:10: there is no district or area "leeds" (unknown-id)',
        "Make it in districts/ or in hub.yaml, or delete leeds.",
    ),
    Slip(
        "a language that does not exist",
        ENTRY,
        entry("words:\n", "words:\n  xx: {summary: Hm.}\n"),
        '6:3: there is no language "xx" (unknown-id)',
        "Make it in languages.yaml, or delete xx.",
    ),
    Slip(
        "a language called no",
        ENTRY,
        entry("words:\n", "words:\n  no: {summary: Vi hjelper.}\n"),
        '6:3: there is no language "no" (unknown-id)',
        "Make it in languages.yaml, or delete no.",
    ),
)
"""Values that are not what the field asks for."""

OTHERS = (
    Slip(
        "a service that does not exist, in a need",
        "needs/talk.yaml",
        elsewhere("needs/talk.yaml", "national-line", "national-lines"),
        '4:12: there is no service "national-lines" (unknown-id)',
        'Did you mean "national-line"?',
    ),
    Slip(
        "a need without English",
        "needs/talk.yaml",
        elsewhere("needs/talk.yaml", "{en: Talk to someone}", "{pl: Rozmowa}"),
        "2:7: the English text is missing (value)",
        'Add a line "en: ...".',
    ),
    Slip(
        "a need whose name has no language",
        "needs/talk.yaml",
        elsewhere("needs/talk.yaml", "{en: Talk to someone}", "Talk to someone"),
        '2:7: "name" should be fields of its own, indented below it (wrong-kind)',
        'Write lines such as "en: ..." below it. The fields there: en.',
    ),
    Slip(
        "a place among the buttons that is no number",
        "needs/talk.yaml",
        elsewhere("needs/talk.yaml", "common: 1", "common: first"),
        '5:9: "common" should be a whole number (wrong-kind)',
        "Write a number such as 2, without quotes.",
    ),
    Slip(
        "a service that does not exist, in an urgency",
        "urgency/danger.yaml",
        elsewhere("urgency/danger.yaml", "told_in_block: [emergency-999]", "told_in_block: [emergency-99]"),
        '8:17: there is no service "emergency-99" (unknown-id)',
        'Did you mean "emergency-999"?',
    ),
    Slip(
        "a need that does not exist, in an urgency",
        "urgency/danger.yaml",
        elsewhere("urgency/danger.yaml", "need: police", "need: polise"),
        '6:7: there is no need "polise" (unknown-id)',
        'Did you mean "police"?',
    ),
    Slip(
        "a service that does not exist, in the hub's lines",
        "hub.yaml",
        elsewhere("hub.yaml", "public: [national-line]", "public: [national-lin]"),
        '6:12: there is no service "national-lin" (unknown-id)',
        'Did you mean "national-line"?',
    ),
    Slip(
        "an audience that does not exist",
        "hub.yaml",
        elsewhere("hub.yaml", "public: [national-line]", "publik: [national-line]"),
        '6:3: "publik" is not known for "always_open" (unknown-value)',
        "Use one of: public, champion or employer.",
    ),
    Slip(
        "a district that does not exist, in an area",
        "hub.yaml",
        elsewhere("hub.yaml", "[ashby, millford]", "[ashby, milford]"),
        '3:63: there is no district "milford" (unknown-id)',
        'Did you mean "millford"?',
    ),
    Slip(
        "a service that does not exist, in a route",
        "referral-routes/westshire-high.yaml",
        elsewhere("referral-routes/westshire-high.yaml", "[national-line]", "[nationalline]"),
        '4:12: there is no service "nationalline" (unknown-id)',
        'Did you mean "national-line"?',
    ),
    Slip(
        "a route without English",
        "referral-routes/westshire-high.yaml",
        elsewhere("referral-routes/westshire-high.yaml", "  en:\n", "  pl:\n"),
        "6:3: the English text is missing (value)",
        'Add a line "en: ...".',
    ),
    Slip(
        "a page that follows on but does not exist",
        "guidance/employer-told.yaml",
        elsewhere(
            "guidance/employer-told.yaml",
            "needs: [employer_respond]",
            "needs: [employer_respond]\nnext: [employer-told-more]",
        ),
        '5:8: there is no guidance page "employer-told-more" (unknown-id)',
        'Did you mean "employer-told"?',
    ),
    Slip(
        "a postcode in small letters",
        "districts/ashby.yaml",
        elsewhere("districts/ashby.yaml", "ZZ1", "zz1"),
        '7:20: "zz1" is not the first half of a postcode (value)',
        "Write it in capitals, as in TN23.",
    ),
    Slip(
        "a neighbour that does not exist",
        "districts/ashby.yaml",
        elsewhere("districts/ashby.yaml", "neighbours: [millford]", "neighbours: [milford]"),
        '8:14: there is no district "milford" (unknown-id)',
        'Did you mean "millford"?',
    ),
    Slip(
        "a degree in quotes",
        "districts/ashby.yaml",
        elsewhere("districts/ashby.yaml", "51.0", '"51.0"'),
        '9:15: "lat" should be a number (wrong-kind)',
        "Write a number such as 51.35, without quotes.",
    ),
    Slip(
        "a phrase that is no",
        "phrases/en/talk.yaml",
        elsewhere("phrases/en/talk.yaml", '"i dont know what to do anymore"', "no"),
        "6:5: no has no quotes, so YAML reads it as false and not as text (unquoted)",
        'Write it in straight quotes: "no".',
    ),
    Slip(
        "an urgency that does not exist, in phrases",
        "phrases/en/talk.yaml",
        elsewhere("phrases/en/talk.yaml", "self_harm", "selfharm"),
        '9:3: there is no urgency "selfharm" (unknown-id)',
        'Did you mean "self_harm"?',
    ),
    Slip(
        "phrases in the wrong file",
        "phrases/en/talk.yaml",
        elsewhere("phrases/en/talk.yaml", "need: talk", "need: police"),
        "1:7: this file is for en/police but is called en/talk (file-name)",
        "Make the folder the language and the file name the need.",
    ),
    Slip(
        "a file that nothing reads",
        "extra.yaml",
        b"a: b\n",
        "1:1: nothing reads this file (stray-file)",
        "Move it into a folder, or delete it. "
        "Known here: hub.yaml, harmful-words.yaml, languages.yaml, places.yaml, referral.yaml, sign-offs.yaml.",
    ),
    Slip(
        "a second file with the same id",
        "norbury/ashby-outreach.yaml",
        TEXT.replace("01233 680150", "01484 221000").encode(),
        '1:5: "ashby-outreach" is also the id of westshire/ashby-outreach.yaml (duplicate-id)',
        "Give one of the two another id and file name.",
    ),
)
"""Slips in the other kinds of files."""

SLIPS = (*NUMBERS, *WORDS, *SHAPE, *WHOLE_FILES, *VALUES, *OTHERS)


JARGON = ("Traceback", "NoneType", "False", "True", "None", "tuple", "dict", "scalar", "mapping", "pydantic")
"""Words of the language and the libraries underneath."""


def refused(files: dict[str, bytes]) -> list[Problem]:
    """Why a directory with these files in it is not used."""
    with pytest.raises(DirectoryError) as error:
        checked({**FILES, **files})
    return error.value.problems


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_told_once_with_its_place_and_its_mend(slip: Slip) -> None:
    """To people who have never seen Python."""
    problems = refused({slip.file: slip.content})

    assert [str(problem) for problem in problems] == [f"{slip.file}:{slip.told}\n    {slip.mend}"]
    assert slip.mend
    assert not any(word in slip.told + slip.mend for word in JARGON)


def test_a_file_with_several_slips_tells_them_all_at_once() -> None:
    content = TEXT.replace("status: live", "status: Live").replace("[public]", "public").replace("phones:", "phone:")

    problems = refused({ENTRY: content.encode()})

    assert [(problem.line, problem.column) for problem in problems] == [(4, 9), (9, 12), (11, 1)]


def test_slips_in_several_files_are_told_in_the_order_of_the_files() -> None:
    broken = {
        "needs/talk.yaml": b"",
        ENTRY: added("name: Another"),
        "hub.yaml": b"a list",
        "districts/ashby.yaml": b"\xff",
    }

    assert [problem.file for problem in refused(broken)] == sorted(broken)


def test_a_slip_inside_one_file_does_not_hide_what_another_names_wrongly() -> None:
    broken = {
        ENTRY: entry("status: live", "status: Live"),
        "needs/police.yaml": elsewhere("needs/police.yaml", "westshire-police", "westshire-polis"),
    }

    assert [(problem.file, problem.rule) for problem in refused(broken)] == [
        ("needs/police.yaml", "unknown-id"),
        (ENTRY, "unknown-value"),
    ]


def test_a_sound_entry_has_no_finding() -> None:
    """Windows line ends, a byte order mark and a file begun with --- are no slips."""
    for content in (TEXT, TEXT.replace("\n", "\r\n"), f"\ufeff{TEXT}", f"---\n{TEXT}...\n", f"# Ours.\n\n{TEXT}"):
        directory = checked({**FILES, ENTRY: content.encode()})

        assert directory.services["ashby-outreach"].phones[0].number == "01233 680150"


WITHOUT_PHONES = TEXT.partition("phones:")[0] + "sources:" + TEXT.partition("sources:")[2]
"""An empty number crashes `bot.directory.phone_number`: `test_phone_number.py` holds that until it is mended."""


@given(place=st.integers(0, len(WITHOUT_PHONES)), cut=st.integers(0, 12), typed=st.text(max_size=6))
def test_no_slip_of_the_keyboard_ever_crashes_the_check(place: int, cut: int, typed: str) -> None:
    content = (WITHOUT_PHONES[:place] + typed + WITHOUT_PHONES[place + cut :]).encode("utf-8", "surrogatepass")

    problems = told({**FILES, ENTRY: content})

    assert all(problem.line >= 1 and problem.column >= 1 and problem.mend for problem in problems)


@given(st.binary(max_size=300))
def test_no_file_whatever_its_bytes_crashes_the_check(content: bytes) -> None:
    assert refused({ENTRY: content})


@pytest.mark.parametrize("file", ["hub.yaml", "harmful-words.yaml", "languages.yaml", "places.yaml", "referral.yaml"])
def test_a_file_that_every_hub_needs_is_missed_by_name(file: str) -> None:
    with pytest.raises(DirectoryError) as error:
        checked({name: content for name, content in FILES.items() if name != file})

    [problem] = error.value.problems
    assert (problem.file, problem.line, problem.column) == (file, 1, 1)
    assert problem.message.startswith("this file is missing")
