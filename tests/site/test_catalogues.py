"""The interface's catalogues: complete in Kazakh and Russian, and compiled as they stand."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import django
import pytest
from django.apps import apps

from tests.site.catalogues import (
    CATALOGUES,
    LIBRARIES,
    LOCALE,
    Entry,
    entries,
    header,
    language_of,
    named,
    translations,
)

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
KAZAKH_LETTERS = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
KAZAKH = [path for path in CATALOGUES if language_of(path) == "kk"]
# One number for each plural form that a whole number can take.
NUMBERS = {"kk": (1, 2), "ru": (1, 2, 5)}

every_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=named)
every_kazakh_catalogue = pytest.mark.parametrize("path", KAZAKH, ids=named)


def own(language: str) -> Path:
    """Return the catalogue of the portal's own texts."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


@every_catalogue
def test_every_text_is_translated(path: Path) -> None:
    if path == own(language_of(path)):
        assert len(entries(path)) > 700, "the catalogue was read"
    for entry in entries(path):
        assert all(translations(entry)), f"{entry['msgid']!r} has no {language_of(path)}"
        assert "fuzzy" not in entry["flags"], entry["msgid"]


@every_catalogue
def test_every_plural_form_is_filled(path: Path) -> None:
    forms = int(re.findall(r"nplurals=(\d)", header(path)["Plural-Forms"])[0])

    for entry in entries(path):
        if "msgid_plural" in entry:
            assert len(translations(entry)) == forms, entry["msgid"]


@every_catalogue
def test_the_header_names_the_language_and_counts_as_django_does(path: Path) -> None:
    language = language_of(path)
    folder = Path(django.__file__).parent / "conf" / "locale" / language
    djangos = header(folder / "LC_MESSAGES" / "django.po")

    assert header(path)["Language"] == language
    assert header(path)["Plural-Forms"] == djangos["Plural-Forms"]


@every_catalogue
def test_placeholders_are_those_of_the_source(path: Path) -> None:
    for entry in entries(path):
        wanted = set(PLACEHOLDER.findall(entry["msgid"]))
        plural = set(PLACEHOLDER.findall(entry.get("msgid_plural", ""))) or wanted
        for text in translations(entry):
            found = set(PLACEHOLDER.findall(text))
            assert wanted & plural <= found <= wanted | plural, (entry["msgid"], text)


@every_kazakh_catalogue
def test_no_ending_is_glued_to_a_kazakh_placeholder(path: Path) -> None:
    glued = re.compile(r"(?:%\(\w+\)[sd]|\}|№ ?\d+)(?:-(?!жол|нұсқа)|’|')?[а-яәғқңөұүһі]")

    assert [text for text in _texts(path) if glued.search(text)] == []


@every_kazakh_catalogue
def test_kazakh_nouns_stay_singular_after_a_number(path: Path) -> None:
    plural = re.compile(r"%\(\w+\)[sd] (?:\w+ )?\w+(?:лар|лер|дар|дер|тар|тер)\b")

    assert [text for text in _texts(path) if plural.search(text)] == []


@every_kazakh_catalogue
def test_kazakh_months_begin_with_a_small_letter(path: Path) -> None:
    months = "Қаңтар|Ақпан|Наурыз|Сәуір|Мамыр|Шілде|Тамыз|Қыркүйек|Қазан|Қараша|Желтоқсан"

    assert [text for text in _texts(path) if re.search(rf"\b(?:{months})\b", text)] == []


@every_kazakh_catalogue
def test_kazakh_holds_no_russian_words(path: Path) -> None:
    words = (
        "в и из на по с у к для или это что если все ещё уровень уровня раздел регион решение"
        " страница статья поле пароль пользователь действует установлен отменён изменён год"
    )
    russian = re.compile(rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w)", re.IGNORECASE)

    assert [text for text in _texts(path) if russian.search(text)] == []


def test_kazakh_is_not_russian() -> None:
    russian = {entry["msgid"]: translations(entry)[0] for entry in entries(own("ru"))}
    same = [
        entry["msgid"]
        for entry in entries(own("kk"))
        if len(text := translations(entry)[0]) > 20
        and text == russian.get(entry["msgid"])
        and not KAZAKH_LETTERS & set(text)
    ]

    assert same == []


@every_catalogue
def test_no_word_mixes_latin_and_cyrillic_letters(path: Path) -> None:
    mixed = re.compile(r"[A-Za-z][А-Яа-яЁёӘ-ӿҐ-ҿ]|[А-Яа-яЁёӘ-ӿҐ-ҿ][A-Za-z]")
    texts = [PLACEHOLDER.sub(" ", text) for text in _texts(path)]

    assert [text for text in texts if mixed.search(text)] == []


@every_catalogue
def test_quotation_marks_are_angled(path: Path) -> None:
    straight = re.compile(r'[“”]|"(?=[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі%])')
    texts = [re.sub(r"<[^>]*>", "", text) for text in _texts(path)]

    assert [text for text in texts if straight.search(text)] == []


@pytest.mark.parametrize("path", [p for p in CATALOGUES if p not in KAZAKH], ids=named)
def test_russian_keeps_the_letter_yo(path: Path) -> None:
    words = r"еще|ее|учетн\w+|желт\w+|отменен|изменен|утвержден|объем|даете|ждет|идет"
    without = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

    assert [text for text in _texts(path) if without.search(text)] == []


@every_catalogue
def test_the_compiled_catalogue_holds_what_the_source_says(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)

    assert len(compiled._catalog) - 1 == sum(len(translations(e)) for e in entries(path))  # type: ignore[attr-defined]
    for entry in entries(path):
        assert _compiled_forms(compiled, entry, language_of(path)) == _forms(entry, path)


@pytest.mark.parametrize("path", LIBRARIES, ids=named)
def test_every_library_text_is_one_of_an_installed_library(path: Path) -> None:
    known = {
        (entry.get("msgctxt", ""), entry["msgid"])
        for folder in [Path(django.__file__).parent / "conf", *_folders_of_apps()]
        for source in ("en", "ru")
        if (found := folder / "locale" / source / "LC_MESSAGES" / path.name).exists()
        for entry in entries(found)
    }
    texts = [(entry.get("msgctxt", ""), entry["msgid"]) for entry in entries(path)]

    assert [text for text in texts if text not in known] == []


def _folders_of_apps() -> list[Path]:
    return [Path(app.path) for app in apps.get_app_configs()]


def _texts(path: Path) -> list[str]:
    return [text for entry in entries(path) for text in translations(entry)]


def _forms(entry: Entry, path: Path) -> list[str]:
    """Return the texts that whole numbers lead to; the last Russian form is for fractions."""
    return translations(entry)[: len(NUMBERS[language_of(path)])]


def _compiled_forms(compiled: gettext.GNUTranslations, entry: Entry, language: str) -> list[str]:
    text, context, plural = entry["msgid"], entry.get("msgctxt"), entry.get("msgid_plural")
    if plural is not None and context is not None:
        return [compiled.npgettext(context, text, plural, n) for n in NUMBERS[language]]
    if plural is not None:
        return [compiled.ngettext(text, plural, n) for n in NUMBERS[language]]
    if context is not None:
        return [compiled.pgettext(context, text)]
    return [compiled.gettext(text)]
