"""People with dated posts: what the tables refuse, and what loading them costs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.news.models import FormerOrganisationName, Organisation, Person, Post

pytestmark = pytest.mark.django_db

SEEN = {"from_precision": "UNKNOWN", "until_precision": "UNKNOWN", "seen_date": date(2016, 6, 1)}


def organisation(slug: str = "institute", **facts: Any) -> Organisation:
    names = {f"name_{code}": f"Institute {code}" for code in ("kk", "ru", "en")}
    return Organisation.objects.create(slug=slug, **{"kind": "INSTITUTE", **names, **facts})


def person(slug: str = "a-person") -> Person:
    names = {f"name_{code}": f"A Person {code}" for code in ("kk", "ru", "en")}
    return Person.objects.create(slug=slug, **names)


def post(who: Person, **facts: Any) -> Post:
    titles = {f"title_{code}": f"director {code}" for code in ("kk", "ru", "en")}
    return Post(person=who, source="A Newspaper", **{**titles, **facts})


def is_refused(row: Any) -> bool:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "dates",
    [
        {"from_date": None, "from_precision": "DAY"},
        {"from_date": date(2016, 1, 1), "from_precision": "UNKNOWN", "seen_date": date(2016, 1, 1)},
        {"from_date": date(2016, 1, 1), "from_precision": "HELD"},
        {"from_date": date(2016, 1, 1), "until_date": date(2017, 1, 1)},
        {"from_date": date(2016, 1, 1), "until_date": None, "until_precision": "MONTH"},
        {
            "from_date": date(2016, 1, 2), "until_date": date(2016, 1, 1),
            "until_precision": "DAY",
        },
        {"from_precision": "UNKNOWN", "until_precision": "UNKNOWN"},
        {"from_date": date(2016, 1, 1), "until_precision": "UNKNOWN"},
        {**SEEN, "seen_precision": "UNKNOWN"},
        {**SEEN, "until_precision": "DAY", "until_date": date(2016, 5, 31)},
    ],
)  # fmt: skip
def test_a_post_whose_dates_contradict_each_other_is_refused_in_words_and_by_the_database(
    dates: dict[str, Any],
) -> None:
    row = post(person(), **dates)

    assert is_refused(row)
    with pytest.raises(ValidationError):
        row.full_clean()


def test_a_month_is_stored_as_the_day_that_bounds_it() -> None:
    row = post(
        person(),
        from_date=date(2014, 4, 17), from_precision="MONTH",
        until_date=date(2017, 2, 3), until_precision="YEAR",
    )  # fmt: skip

    row.full_clean()

    assert (row.from_date, row.until_date) == (date(2014, 4, 1), date(2017, 12, 31))


def test_nobody_holds_two_posts_of_one_organisation_at_present() -> None:
    who, where = person(), organisation()
    post(who, organisation=where, from_date=date(2014, 1, 1)).save()

    assert is_refused(post(who, organisation=where, from_date=date(2015, 1, 1)))
    assert not is_refused(
        post(
            who, organisation=where, from_date=date(2010, 1, 1),
            until_date=date(2013, 1, 1), until_precision="DAY",
        )
    )  # fmt: skip


@pytest.mark.parametrize("facts", [{"slug": ""}, {"kind": "CLUB"}])
def test_an_organisation_has_an_address_and_a_known_kind(facts: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        organisation(**facts)


def test_a_former_name_ends_after_it_begins_and_once_a_day() -> None:
    where, day = organisation(), date(2022, 3, 1)
    FormerOrganisationName.objects.create(organisation=where, name="a", until_date=day)

    again = FormerOrganisationName(organisation=where, name="b", until_date=day)
    backwards = FormerOrganisationName(
        organisation=where, name="c", from_date=day, until_date=date(2022, 2, 1)
    )

    assert is_refused(again)
    assert is_refused(backwards)


def test_the_roles_of_many_people_cost_two_queries(django_assert_num_queries: Any) -> None:
    where = organisation()
    for number in range(4):
        who = person(f"person-{number}")
        post(who, organisation=where, **SEEN).save()
        post(who, from_date=date(2017, 1, 1)).save()

    with django_assert_num_queries(2):
        roles = [who.role_on(date(2016, 6, 1)) for who in Person.objects.with_posts()]
        assert {role.post.organisation.slug for role in roles if role} == {"institute"}


def test_names_of_a_day_cost_two_queries(django_assert_num_queries: Any) -> None:
    where = organisation()
    FormerOrganisationName.objects.create(
        organisation=where, name_en="Old institute", until_date=date(2017, 1, 1)
    )

    with django_assert_num_queries(2):
        (found,) = Organisation.objects.with_names()
        names = (found.former_names.all()[0].name_en, found.name_en)
    assert names == ("Old institute", "Institute en")
