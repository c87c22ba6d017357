"""The interface's catalogues: complete in Kazakh and Russian, and compiled as they stand."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

LOCALE = Path(settings.BASE_DIR) / "locale"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
KAZAKH_LETTERS = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")


def entries(language: str) -> list[dict[str, str]]:
    """Return the entries of a catalogue: keyword with index to text."""
    text = (LOCALE / language / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8")
    found = []
    for block in text.split("\n\n"):
        entry: dict[str, str] = {"flags": ""}
        keyword = ""
        for line in block.splitlines():
            if line.startswith("#,"):
                entry["flags"] += line
            elif line.startswith("#"):
                continue
            elif line.startswith('"'):
                entry[keyword] += ast.literal_eval(line)
            else:
                keyword, _, quoted = line.partition(" ")
                entry[keyword] = ast.literal_eval(quoted)
        if entry.get("msgid"):
            found.append(entry)
    return found


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_text_is_translated(language: str) -> None:
    catalogue = entries(language)

    assert len(catalogue) > 200, "the catalogue was read"
    for entry in catalogue:
        texts = {key: text for key, text in entry.items() if key.startswith("msgstr")}
        assert texts, entry["msgid"]
        assert all(texts.values()), f"{entry['msgid']!r} has no {language}"
        assert "fuzzy" not in entry["flags"], entry["msgid"]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_placeholders_are_those_of_the_source(language: str) -> None:
    for entry in entries(language):
        wanted = set(PLACEHOLDER.findall(entry["msgid"]))
        wanted |= set(PLACEHOLDER.findall(entry.get("msgid_plural", "")))
        for key, text in entry.items():
            if key.startswith("msgstr"):
                assert set(PLACEHOLDER.findall(text)) <= wanted, (entry["msgid"], text)


def test_kazakh_is_not_russian() -> None:
    russian = {entry["msgid"]: entry.get("msgstr") for entry in entries("ru")}
    same = [
        entry["msgid"]
        for entry in entries("kk")
        if len(entry.get("msgstr", "")) > 20
        and entry["msgstr"] == russian.get(entry["msgid"])
        and not KAZAKH_LETTERS & set(entry["msgstr"])
    ]

    assert same == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_compiled_catalogue_holds_what_the_source_says(language: str) -> None:
    import gettext

    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)

    for entry in entries(language):
        if "msgid_plural" in entry:
            continue
        if "msgctxt" in entry:
            found = compiled.pgettext(entry["msgctxt"], entry["msgid"])
        else:
            found = compiled.gettext(entry["msgid"])
        assert found == entry["msgstr"], entry["msgid"]
