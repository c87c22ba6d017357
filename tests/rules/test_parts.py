"""How parts of a region are counted."""

from __future__ import annotations

import pytest

from guidance.rules.parts import in_parts


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
