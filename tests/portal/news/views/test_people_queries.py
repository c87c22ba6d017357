"""How many queries the pages of people, organisations and topics cost, and what each is for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portal.news.models import (
    Organisation,
    OrganisationMention,
    Person,
    PersonMention,
    Post,
    Quotation,
    StatementPage,
    Topic,
)

THREE = {"kk": "Бір тақырып", "ru": "Один заголовок", "en": "One headline"}
# The head of the ledger: the situation is kept in the process while it stays.
FRAME = 1
# A person: the record, the posts with their organisations; how many quotes, a page of them and the
# articles they stand in; statements; articles. The names of places are the atlas's.
PERSON = FRAME + 2 + 3 + 1 + 1
# An organisation: the record with its place, former names; statements; articles; people.
ORGANISATION = FRAME + 2 + 1 + 1 + 1
# A topic: the record; the pages of all kinds.
TOPIC = FRAME + 2
# The regions of the rows of each list.
REGIONS = {"people/a-speaker": 3, "organisations/a-body": 2, "topics/levels": 1}
COSTS = {"people/a-speaker": PERSON, "organisations/a-body": ORGANISATION, "topics/levels": TOPIC}


def names(name: str, text: str) -> dict[str, str]:
    return {f"{name}_{code}": f"{text} {code}" for code in ("kk", "ru", "en")}


@pytest.mark.parametrize("address", COSTS)
@pytest.mark.parametrize("many", [1, 6])
def test_a_longer_page_costs_no_more(
    write: Any, client: Any, django_assert_max_num_queries: Any, address: str, many: int
) -> None:
    body = Organisation.objects.create(slug="a-body", kind="OTHER", **names("name", "A Body"))
    speaker = Person.objects.create(slug="a-speaker", **names("name", "A Speaker"))
    for number in range(many):
        Post.objects.create(
            person=speaker, organisation=body, source="24KZ", until_precision="DAY",
            from_date=date(2010 + number, 1, 1), until_date=date(2010 + number, 12, 31),
            **names("title", "director"),
        )  # fmt: skip
        write(THREE, model=StatementPage, issued_by=body, signed_by=speaker, codes=("KZ", "KZ-15"))
        page = write(THREE, codes=("KZ", "KZ-15"))
        page.organisation_mentions.add(OrganisationMention(organisation=body))
        page.person_mentions.add(PersonMention(person=speaker))
        page.topics.set(Topic.objects.filter(slug="levels"))
        page.save_revision().publish()
        Quotation.objects.create(
            page=page, person=speaker, language="ru", position=number, said_on=date(2010, 5, 5),
            block={"text": "<p>Слово</p>", "mode": "PARAPHRASE", "outlet": "24KZ", "link": ""},
        )  # fmt: skip
    client.get(f"/ru/{address}/")

    with django_assert_max_num_queries(COSTS[address] + REGIONS[address]):
        response = client.get(f"/ru/{address}/")

    assert response.content.decode().count("Один заголовок") >= many
