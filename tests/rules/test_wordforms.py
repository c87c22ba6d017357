"""Words as they are compared: letters folded, endings cut."""

import pytest

from guidance.rules.spelling import words_at, words_of
from guidance.rules.wordforms import stem


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Ақтөбе", ["актобе"]),
        ("ҰЛТТЫҚ ҚАУІПСІЗДІК", ["улттык", "кауипсиздик"]),
        ("жёлтый", ["желтый"]),
        ("Нұр-Сұлтан", ["нур", "султан"]),
        ("Aktobe’s, Qaraǵandy_2016", ["aktobe's", "qaraǵandy", "2016"]),
        ("Өскемен\u200b \x00 <b>", ["оскемен", "b"]),
        ("İstanbul", ["istanbul"]),
        ("", []),
    ],
)
def test_letters_are_folded(written, compared):
    assert words_of(written) == compared


def test_words_are_found_where_they_stand():
    assert list(words_at("«Ақтөбе», 7")) == [(1, 7, "актобе"), (10, 11, "7")]


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("kk", "деңгей деңгейі деңгейлер деңгейлеріне деңгейді деңгейден"),
        ("kk", "қауіп қауіптің қауіпті қауіптілік қауіптілігі"),
        ("kk", "қару қарудың қарумен"),
        ("kk", "мәлімдеме мәлімдемесі мәлімдемеде"),
        ("kk", "жариялау жарияланды жарияланған"),
        ("ru", "уровень уровня уровней уровнем"),
        ("ru", "нападение нападения нападений"),
        ("ru", "жёлтый жёлтого желтым"),
        ("en", "attack attacks attacked attacking"),
        ("en", "Aktobe Aktobe's"),
    ],
)
def test_the_forms_of_a_word_are_one(lang, forms):
    assert len({stem(word, lang) for word in words_of(forms)}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("қару", "Қарағанды"), ("адам", "ада"), ("тыйым", "тый"), ("сары", "сараң")]
)
def test_other_words_stay_others(one, other):
    assert stem(*words_of(one), "kk") != stem(*words_of(other), "kk")


def test_a_word_of_any_length_is_cut():
    assert len(stem("қ" * 10_000, "kk")) <= 40
