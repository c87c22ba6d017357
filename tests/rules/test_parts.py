"""How parts of a region are counted."""

from __future__ import annotations

import pytest

from guidance.rules.level_words import level_name
from guidance.rules.levels import Level
from guidance.rules.parts import in_parts, level_in_parts


@pytest.mark.parametrize(
    ("numbers", "kk", "ru", "en"),
    [
        (
            {"TOWN": 2, "DISTRICT": 9},
            "2 қалада және 9 ауданда",
            "в 2 городах и в 9 районах",
            "in 2 towns and 9 districts",
        ),
        ({"TOWN": 1}, "1 қалада", "в 1 городе", "in 1 town"),
        ({"DISTRICT": 21}, "21 ауданда", "в 21 районе", "in 21 districts"),
        (
            {"SITE": 1, "TOWN": 11, "DISTRICT": 1},
            "11 қалада, 1 ауданда және 1 нысанда",
            "в 11 городах, в 1 районе и на 1 объекте",
            "in 11 towns, 1 district and 1 site",
        ),
    ],
)
def test_counts_parts_by_kind_in_every_language(
    numbers: dict[str, int], kk: str, ru: str, en: str
) -> None:
    assert in_parts(numbers).as_dict() == {"kk": kk, "ru": ru, "en": en}


def test_names_the_level_of_the_parts() -> None:
    said = level_in_parts(level_name(Level.ORANGE), in_parts({"TOWN": 2, "DISTRICT": 9}))

    assert said.as_dict() == {
        "kk": "жоғары («қызғылт сары»): 2 қалада және 9 ауданда",
        "ru": "высокий («оранжевый») в 2 городах и в 9 районах",
        "en": "high (orange) in 2 towns and 9 districts",
    }
