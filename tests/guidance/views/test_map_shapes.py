"""The outlines behind the map."""

from __future__ import annotations

from datetime import date

import pytest

from guidance.shown.map_shapes import outlines_on
from guidance.shown.thinning import needless


@pytest.mark.parametrize(
    ("day", "units"),
    [
        (date(2016, 6, 7), 16),
        (date(2018, 6, 18), 16),
        (date(2018, 6, 19), 17),
        (date(2022, 6, 7), 17),
        (date(2022, 6, 8), 20),
        (date(2026, 11, 22), 20),
    ],
)
def test_has_the_units_that_existed(day: date, units: int) -> None:
    assert len(outlines_on(day)) == units


def test_joins_the_parts_of_an_old_region() -> None:
    before, after = outlines_on(date(2020, 1, 1)), outlines_on(date(2023, 1, 1))

    assert "KZ-10" not in before
    assert before["KZ-63"].path != after["KZ-63"].path


def test_closes_every_ring_and_stays_small() -> None:
    paths = [outline.path for outline in outlines_on(date(2026, 11, 22)).values()]

    assert all(path.startswith("M") and path.endswith("z") for path in paths)
    assert sum(map(len, paths)) < 5500


def test_thinned_borders_of_neighbours_stay_together() -> None:
    square = [(0, 0), (10, 1), (20, 0), (20, 20), (0, 20)]
    above = [(0, 0), (0, -20), (20, -20), (20, 0), (10, 1)]

    dropped = needless([square, above], 20)

    assert dropped == {(10, 1)}
    assert needless([square[:3]], 20) == set()  # a triangle stays one
