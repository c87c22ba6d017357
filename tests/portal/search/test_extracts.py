"""Extracts: cut around what was found, escaped, with the words marked."""

import pytest

from portal.search.extracts import extract, hits, marked

LONG = "Кіріспе сөз. " * 40 + "Полиция хабарлаңыз дейді. " + "Соңғы сөз. " * 40


@pytest.mark.parametrize(
    ("question", "lang", "text", "shown"),
    [
        (["полициянын"], "kk", "Полицияға хабарлаңыз", "<mark>Полицияға</mark> хабарлаңыз"),
        (["актобе"], "kk", "«Ақтөбеде»", "«<mark>Ақтөбеде</mark>»"),
        (["нападение"], "ru", "Нападений нет", "<mark>Нападений</mark> нет"),
        (["attack"], "en", "Attacked & held", "<mark>Attacked</mark> &amp; held"),
        (["b"], "en", "<b>ab", "&lt;<mark>b</mark>&gt;ab"),
        (["дом"], "ru", "домбра", "домбра"),
        ([], "ru", "<i>", "&lt;i&gt;"),
    ],
)  # fmt: skip
def test_the_words_found_are_marked_and_the_rest_is_escaped(question, lang, text, shown):
    assert marked(text, hits(question, lang)) == shown


def test_an_extract_stands_around_the_first_word_found():
    shown = extract(LONG, hits(["полиция"], "kk"))

    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "<mark>Полиция</mark>" in shown
    assert len(shown) < 300


@pytest.mark.parametrize(
    ("text", "shown"), [("", ""), ("Бір сөз", "Бір сөз"), ("ы" * 900, "ы" * 240 + " …")]
)
def test_without_a_word_found_it_is_the_beginning(text, shown):
    assert extract(text, hits(["полиция"], "kk")) == shown
