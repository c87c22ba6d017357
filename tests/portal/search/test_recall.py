"""Texts are found by other forms of their words, in each language, on either database."""

import pytest

from portal.search.marks import marks_of
from tests.portal.search.texts import QUESTIONS, TEXTS

WANTED = 26


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_questions_in_other_forms_find_their_texts(found, lang):
    missed = [
        (question, slug) for question, slug in QUESTIONS[lang] if slug not in found(question, lang)
    ]

    assert len(QUESTIONS[lang]) == 28
    assert 28 - len(missed) >= WANTED, missed


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_questions_are_no_words_of_the_texts_themselves(lang):
    """The list measures forms: at most one in five may stand in its text as it is asked."""
    plain = [
        question
        for question, slug in QUESTIONS[lang]
        if all(word in " ".join(TEXTS[slug][lang]).lower() for word in question.lower().split())
    ]

    assert len(plain) <= 6, plain


@pytest.mark.parametrize(
    ("question", "lang"),
    [("банан", "ru"), ("картоп", "kk"), ("parliament", "en"), ("нападение банан", "ru")],
)
def test_what_stands_nowhere_is_not_found(found, question, lang):
    assert found(question, lang) == []


def test_a_text_of_any_length_can_be_found_by_its_first_words():
    marks = marks_of("kk", "Қару", "сөз " * 1_000_000, [])

    assert marks.split() == ["l:kk", "w:кару", "w:соз", "s:кару", "s:соз", "t:кару"]
