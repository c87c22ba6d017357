"""Which post somebody held on a day, and what an organisation was called then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from portal.news.posts import UndatedPost, name_on, post_on, role_on


@dataclass
class APost:
    """Stand for a row of the table."""

    title: str
    from_date: date | None = None
    from_precision: str = "UNKNOWN"
    until_date: date | None = None
    until_precision: str = "UNKNOWN"
    seen_date: date | None = None
    seen_precision: str = "DAY"


@dataclass
class AName:
    """Stand for a former name."""

    name: str
    from_date: date | None
    until_date: date


def to_the_day(title: str, first: date, last: date | None = None) -> APost:
    ends = "DAY" if last else "HELD"
    return APost(title, first, "DAY", last, ends)


DIRECTOR = to_the_day("director", date(2014, 4, 1), date(2016, 12, 31))
CHAIRMAN = to_the_day("chairman", date(2017, 2, 1))


@pytest.mark.parametrize(
    ("day", "title", "is_of_the_day"),
    [
        (date(2014, 3, 31), None, None),
        (date(2014, 4, 1), "director", True),
        (date(2016, 12, 31), "director", True),
        (date(2017, 1, 1), "director", False),
        (date(2017, 1, 31), "director", False),
        (date(2017, 2, 1), "chairman", True),
        (date(2026, 11, 28), "chairman", True),
    ],
)
def test_the_role_is_that_of_the_day_else_the_last_one_before_it(
    day: date, title: str | None, is_of_the_day: bool | None
) -> None:
    role = role_on([CHAIRMAN, DIRECTOR], day)

    found = (role.post.title, role.is_of_the_day) if role else (None, None)
    assert found == (title, is_of_the_day)


def test_where_one_post_gives_way_to_another_the_new_one_counts_on_their_common_day() -> None:
    handed_over = to_the_day("chairman", date(2016, 12, 31))

    assert post_on([handed_over, DIRECTOR], date(2016, 12, 31)) is handed_over


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        ("MONTH", date(2016, 6, 1), date(2016, 6, 30)),
        ("YEAR", date(2016, 1, 1), date(2016, 12, 31)),
    ],
)
def test_a_month_or_a_year_counts_whole(precision: str, first: date, last: date) -> None:
    sometime = date(2016, 6, 7)
    post = APost("deputy", sometime, precision, sometime, precision)

    assert post_on([post], first) is post
    assert post_on([post], last) is post
    assert post_on([post], date.fromordinal(first.toordinal() - 1)) is None
    assert post_on([post], date.fromordinal(last.toordinal() + 1)) is None


def test_a_post_without_known_dates_is_certain_only_when_somebody_was_seen_in_it() -> None:
    post = APost("director", seen_date=date(2016, 6, 1), seen_precision="MONTH")

    assert post_on([post], date(2016, 6, 5)) is post
    assert post_on([post], date(2016, 7, 1)) is None
    later = role_on([post], date(2026, 1, 1))
    assert later is not None
    assert not later.is_of_the_day


def test_a_post_with_an_unknown_end_is_certain_until_somebody_was_last_seen_in_it() -> None:
    post = APost("director", date(2014, 1, 1), "YEAR", seen_date=date(2016, 6, 1))

    assert post_on([post], date(2015, 5, 5)) is post
    assert post_on([post], date(2016, 6, 2)) is None


def test_who_has_no_post_has_no_role() -> None:
    assert role_on([], date(2016, 6, 6)) is None


def test_a_post_that_says_nothing_of_its_dates_is_refused() -> None:
    with pytest.raises(UndatedPost):
        post_on([APost("director")], date(2016, 6, 6))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(1999, 1, 1), "Otan"),
        (date(2006, 12, 21), "Otan"),
        (date(2006, 12, 22), "Nur Otan"),
        (date(2016, 6, 10), "Nur Otan"),
        (date(2022, 3, 1), "Amanat"),
    ],
)
def test_an_organisation_is_called_by_the_name_of_the_day(day: date, name: str) -> None:
    former = [
        AName("Nur Otan", date(2006, 12, 22), date(2022, 3, 1)),
        AName("Otan", None, date(2006, 12, 22)),
    ]

    assert name_on("Amanat", former, day) == name
