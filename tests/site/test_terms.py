"""One word for one thing: the catalogues speak like the sentences and the reference data."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from guidance import rules
from guidance.intake.catalogues import REFERENCE
from guidance.rules.texts import Texts
from tests.site.catalogues import LOCALE, entries, translations

# What stands for the word in the source, in Kazakh, in Russian.
TERMS = {
    "levels?": ("деңге", "уров"),
    "regions?": ("өңір", "регион"),
    "desks?": ("штаб", "штаб"),
    "decisions?|declarations?": ("шешім", "решени"),
    "exercises?": ("жаттығу", "учени"),
    "measures?": ("шара", "мер"),
    "advice": ("жадынама|кеңес", "памятк|рекоменд|совет"),
    "drafts?": ("жоба", "черновик"),
}
# Placeholders, names of columns in a file and of parameters, which no language translates.
UNTRANSLATED = re.compile(r"%\(\w+\)[sd]|@\w+|<code>.*?</code>")


def catalogue(language: str) -> dict[str, str]:
    """Return the first text of each entry by its source."""
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    return {entry["msgid"]: translations(entry)[0] for entry in entries(path)}


def _texts_of(value: Any) -> Iterator[Texts]:
    if isinstance(value, Texts):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts_of(inner)


def sentences() -> list[Texts]:
    """Return the texts that the modules of the rules and the reference data hold."""
    found = []
    for module in pkgutil.iter_modules(rules.__path__):
        names = vars(importlib.import_module(f"{rules.__name__}.{module.name}"))
        found += [text for value in names.values() for text in _texts_of(value)]
    for name in ("emergency_numbers", "measures"):
        rows = json.loads((REFERENCE / f"{name}.json").read_text(encoding="utf-8"))
        found += [Texts(row["kk"], row["ru"], row["en"]) for row in rows]
    return found


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_text_of_the_rules_reads_the_same_in_the_catalogue(language: str) -> None:
    texts = {source.lower(): text.lower() for source, text in catalogue(language).items()}
    both = [text for text in sentences() if text.en.lower() in texts]

    assert len(both) > 5, "the two do share texts"
    assert [text for text in both if texts[text.en.lower()] != text[language].lower()] == []


@pytest.mark.parametrize(("language", "place"), [("kk", 0), ("ru", 1)])
@pytest.mark.parametrize("term", TERMS)
def test_a_term_has_one_word(term: str, language: str, place: int) -> None:
    source = re.compile(rf"\b(?:{term})\b", re.IGNORECASE)
    word = re.compile(TERMS[term][place], re.IGNORECASE)
    named = {
        msgid: text
        for msgid, text in catalogue(language).items()
        if source.search(UNTRANSLATED.sub("", msgid))
    }

    assert named, "the source uses the term"
    assert {msgid: text for msgid, text in named.items() if not word.search(text)} == {}
