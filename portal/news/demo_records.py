"""The demo's people and organisations, made from the two lists beside the demo's articles."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from guidance.models import Region
from portal.news.demo_texts import DEMO_FOLDER
from portal.news.models import FormerOrganisationName, Organisation, Person, Post
from portal.news.pictures import set_words
from portal.news.posts import Exact, first_day, last_day
from portal.translated import LANGUAGE_CODES

PRECISIONS = {len("2016"): Exact.YEAR, len("2016-06"): Exact.MONTH, len("2016-06-05"): Exact.DAY}


@dataclass(frozen=True, slots=True)
class Day:
    """Hold a date as exactly as it is written down."""

    date: date | None
    precision: Exact


@transaction.atomic
def load_demo_records() -> None:
    """Make the organisations and people that are missing; leave those that are there alone."""
    for slug, row in _table("organisations.toml").items():
        if not Organisation.objects.filter(slug=slug).exists():
            _make_organisation(slug, row)
    for slug, row in _table("people.toml").items():
        if not Person.objects.filter(slug=slug).exists():
            _make_person(slug, row)


def read_day(text: str, missing: Exact = Exact.UNKNOWN) -> Day:
    """Read "2016", "2016-06" or "2016-06-05"; no text is a day of the precision `missing`."""
    if not text:
        return Day(None, missing)
    full = text + "2016-01-01"[len(text) :]
    return Day(date.fromisoformat(full), PRECISIONS[len(text)])


def _make_organisation(slug: str, row: Mapping[str, Any]) -> None:
    organisation = Organisation(slug=slug, kind=row["kind"], site=row.get("site", ""))
    if "place" in row:
        organisation.place = Region.objects.get(code=row["place"])
    set_words(organisation, "name", _words(row, "name"))
    for former in row.get("former_names", ()):
        name = FormerOrganisationName(from_date=former.get("from"), until_date=former["until"])
        set_words(name, "name", _words(former, "name"))
        organisation.former_names.add(name)
    organisation.save()


def _make_person(slug: str, row: Mapping[str, Any]) -> None:
    person = Person(slug=slug)
    set_words(person, "name", _words(row, "name"))
    set_words(person, "description", _words(row, "description"))
    for held in row["posts"]:
        person.posts.add(_post(held))
    person.save()


def _post(row: Mapping[str, str]) -> Post:
    first, seen = read_day(row.get("from", "")), read_day(row.get("seen", ""))
    last = read_day(row.get("until", ""))
    post = Post(
        from_date=first.date and first_day(first.date, first.precision),
        from_precision=first.precision,
        until_date=last.date and last_day(last.date, last.precision),
        until_precision=last.precision,
        seen_date=seen.date and first_day(seen.date, seen.precision),
        seen_precision=seen.precision,
        source=row["source"],
        source_address=row.get("source_address", ""),
    )
    if "organisation" in row:
        post.organisation = Organisation.objects.get(slug=row["organisation"])
    set_words(post, "title", _words(row, "title"))
    return post


def _words(row: Mapping[str, Any], name: str) -> dict[str, str]:
    found = ((code, row.get(f"{name}_{code}", "")) for code in LANGUAGE_CODES)
    return {code: words for code, words in found if words}


def _table(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((DEMO_FOLDER / name).read_text(encoding="utf-8"))
