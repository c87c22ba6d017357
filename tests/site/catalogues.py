"""Read gettext catalogues: entries as keyword to text, and the header."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from django.conf import settings

Entry = dict[str, str]
LOCALE = Path(settings.BASE_DIR) / "locale"
CATALOGUES = sorted(LOCALE.rglob("*.po"))
LIBRARIES = [path for path in CATALOGUES if LOCALE / "libraries" in path.parents]


def named(path: Path) -> str:
    """Name a catalogue in the report of a test."""
    return f"{path.relative_to(LOCALE).parent.parent}/{path.stem}"


def language_of(path: Path) -> str:
    """Return the language that a catalogue is written in."""
    return path.parent.parent.name


@cache
def read(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a catalogue, the header first."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        entry: Entry = {"flags": ""}
        keyword = ""
        for line in block.splitlines():
            if line.startswith("#,"):
                entry["flags"] += line
            elif line.startswith("#") or not line:
                continue
            elif line.startswith('"'):
                entry[keyword] += ast.literal_eval(line)
            else:
                keyword, _, quoted = line.partition(" ")
                entry[keyword] = ast.literal_eval(quoted)
        if "msgid" in entry:
            found.append(entry)
    return tuple(found)


def header(path: Path) -> dict[str, str]:
    """Return the fields of the header."""
    lines = read(path)[0]["msgstr"].splitlines()
    return dict(line.split(": ", 1) for line in lines if ": " in line)


def entries(path: Path) -> list[Entry]:
    """Return the entries that hold a text."""
    return [entry for entry in read(path) if entry["msgid"]]


def translations(entry: Entry) -> list[str]:
    """Return the texts of an entry: one, or one for each plural form."""
    return [text for key, text in entry.items() if key.startswith("msgstr")]
