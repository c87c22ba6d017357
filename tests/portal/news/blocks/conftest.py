"""Somebody to quote, with two posts one after the other."""

from datetime import date

import pytest

from portal.news.models import Person, Post


@pytest.fixture
def speaker(db):
    person = Person.objects.create(
        slug="a-speaker", name_kk="А. Сөйлеуші", name_ru="А. Спикер", name_en="A. Speaker"
    )
    for title, start, end in (("director", 2014, 2017), ("adviser", 2018, 2020)):
        Post.objects.create(
            person=person, title_kk=f"{title} kk", title_ru=f"{title} ru", title_en=f"{title} en",
            from_date=date(start, 1, 1), until_date=date(end, 12, 31), until_precision="DAY",
            source="24KZ",
        )  # fmt: skip
    return person


@pytest.fixture
def said(speaker):
    """Return a function that gives a whole quote, with changes."""

    def _said(**changes):
        return {
            "mode": "PARAPHRASE", "text": "<p>He calls for calm.</p>", "speaker": speaker.pk,
            "said_on": "2016-06-01", "is_month_only": True, "outlet": "24KZ", "link": "",
            "language": "", "is_translated": False, **changes,
        }  # fmt: skip

    return _said
