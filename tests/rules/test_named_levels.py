"""Levels that a reader's words name; they are never looked for as words of a text."""

import pytest

from guidance.rules.levels import Level
from guidance.rules.named_levels import named_levels
from guidance.rules.spelling import words_of


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("сары", Level.YELLOW),
        ("сарыға", Level.YELLOW),
        ("қызғылт сары деңгей", Level.ORANGE),
        ("кызгылт сары", Level.ORANGE),
        ("қызыл", Level.RED),
        ("жоғары деңгей", Level.ORANGE),
        ("жёлтого", Level.YELLOW),
        ("желтый уровень", Level.YELLOW),
        ("оранжевого уровня", Level.ORANGE),
        ("критического уровня", Level.RED),
        ("уровень критический", Level.RED),
        ("yellow", Level.YELLOW),
        ("high level", Level.ORANGE),
        ("Red", Level.RED),
    ],
)
def test_a_level_is_known_by_its_colour_or_degree(text, level):
    assert [found.level for found in named_levels(words_of(text))] == [level]


@pytest.mark.parametrize(
    "text", ["", "Сарыағаш", "Қызылорда", "Красноярск", "high school", "критический", "reddish"]
)
def test_other_words_name_no_level(text):
    assert named_levels(words_of(text)) == []


def test_orange_takes_the_word_for_yellow_that_is_part_of_it():
    assert named_levels(words_of("қызғылт сары қызыл")) == [
        (0, 2, Level.ORANGE),
        (2, 3, Level.RED),
    ]
