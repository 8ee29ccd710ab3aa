"""The ids of what is found inside one file as it is read, and what each of them finds."""

from __future__ import annotations

READING_RULES = {
    "unknown-field": "a field that this kind of file does not have",
    "missing-field": "a field that is required is not there",
    "empty-value": "a field without a value",
    "unknown-value": "a word that is not among those allowed",
    "value": "a value that cannot be used: no UK phone number, hours that cannot be read or are never open, "
    "no https address, no e-mail address, no id",
    "wrong-kind": "a list where one text is wanted, a text where a date is wanted, and the like",
    "too-long": "more characters or items than fit",
    "unquoted": "a value that YAML reads as something other than text",
    "duplicate-key": "one field twice in a group",
    "file-name": "the file is not called as its id, or ends in `.yml`: only `.yaml` is read",
    "missing-file": "a file is not there that every directory has",
    "stray-file": "a file that nothing reads",
    "syntax": "what YAML cannot read",
    "tab": "a line begins with a tab",
    "indentation": "a line begins with a character that is no plain space",
    "unseen-character": "a character without width, from a paste",
    "alias": "`&` and `*` references",
    "tag": "a text that begins with `!`",
    "merge-conflict": "two versions that were not merged",
    "encoding": "not saved as UTF-8",
    "empty-file": "nothing in it",
    "file-size": "more than a megabyte",
    "unreadable": "the file cannot be opened",
    "no-folder": "the folder is not there",
}
"""In the order in which the docs list them."""
