"""How easily a text reads: sentences and words, each language by its own limits."""

import pytest

from portal.news.readability import LEAST_WORDS, LIMITS, reading_of

SHORT = {"kk": "Сабыр сақтаңыз.", "ru": "Сохраняйте спокойствие.", "en": "Stay calm and listen."}


def text(language: str, words: int, word: str = "сөз") -> str:
    return " ".join([word] * words) + ". "


def test_too_few_words_tell_nothing():
    assert reading_of(text("kk", LEAST_WORDS - 1), "kk") is None


@pytest.mark.parametrize("language", LIMITS)
def test_a_sentence_is_long_above_the_limit_of_its_language(language):
    limit = LIMITS[language].words_in_sentence

    just = reading_of(text(language, limit) * 4, language)
    over = reading_of(text(language, limit + 1) * 4, language)

    assert (just.has_long_sentences, over.has_long_sentences) == (False, True)
    assert over.longest_sentence == limit + 1


@pytest.mark.parametrize("language", LIMITS)
def test_long_words_are_counted_in_letters(language):
    letters = LIMITS[language].letters_of_long_word
    plain, long = "ә" * (letters - 1), "ә" * letters

    easy = reading_of(f"{plain} " * 60 + ".", language)
    hard = reading_of(f"{long} {plain} " * 30 + ".", language)

    assert (easy.percent_of_long_words, hard.percent_of_long_words) == (0, 50)
    assert hard.has_long_words


@pytest.mark.parametrize(
    ("written", "sentences"),
    [
        ("В городе Актобе введен уровень. Всем быть дома. " * 5, 10),
        ("Указ от 9 августа 2013 г. № 611 действует и сегодня. " * 7, 7),
        ("Бұл туралы Е. Карин 24KZ арнасына айтты. Сабыр керек! " * 5, 10),
        ("“Stay at home.” That was all they said… Nothing else? " * 5, 15),
    ],
)
def test_a_dot_in_a_name_or_a_shortened_word_ends_no_sentence(written, sentences):
    words = len([word for word in written.split() if any(c.isalpha() for c in word)])

    found = reading_of(written, "ru")

    assert found.words_in_sentence == pytest.approx(words / sentences, abs=1)
