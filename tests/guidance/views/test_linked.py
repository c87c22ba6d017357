"""Declarations and places are told to machines; a drill is told to none."""

from __future__ import annotations

import pytest

from tests.factories import DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Reader
from tests.site.linked import nodes_of

SITE = "https://dengei.example"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_declaration_is_announced_for_its_places_and_time(
    read: Reader, aqtobe: Office, lang: str
) -> None:
    act = published(aqtobe.drafter, aqtobe.approver)

    page = read(f"/{lang}/declarations/2026-0001/", NOON + MINUTE)
    told = nodes_of(page.response.content.decode())["SpecialAnnouncement"]

    assert told["name"] == page.match("<h1>(.*?)</h1>")
    assert told["text"] == getattr(act, f"reason_{lang}")
    assert (told["identifier"], told["inLanguage"]) == ("2026-0001", lang)
    assert [place["identifier"] for place in told["spatialCoverage"]] == ["KZ-15"]
    assert told["spatialCoverage"][0]["@type"] == "AdministrativeArea"
    assert told["datePosted"] == NOON.isoformat()
    assert told["expires"] == act.ends_at.isoformat()
    assert told["author"]["@type"] == "GovernmentOrganization"
    assert told["encoding"]["contentUrl"] == f"{SITE}/api/v1/declarations/2026-0001"
    assert "correction" not in told


def test_a_withdrawn_declaration_says_so_and_ended_then(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    facts = {"act": "WITHDRAW", "refers_to": "2026-0001"}
    published(aqtobe.drafter, aqtobe.approver, at=NOON + MINUTE, **facts)

    page = read("/en/declarations/2026-0001/", NOON + DAY)
    told = nodes_of(page.response.content.decode())["SpecialAnnouncement"]

    [correction] = told["correction"]
    assert correction["@type"] == "CorrectionComment"
    assert correction["url"] == f"{SITE}/en/declarations/2026-0002/"
    assert told["expires"] == (NOON + MINUTE).isoformat()


def test_a_drill_is_announced_to_no_machine(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, exercise=True)

    page = read("/en/declarations/EX-2026-0001/", NOON + MINUTE)

    assert "ld+json" not in page.source
    assert "schema.org" not in page.source


def test_a_place_is_told_with_the_way_to_it(read: Reader, aqtobe: Office) -> None:
    page = read("/en/regions/aqtobe-town/")

    told = nodes_of(page.response.content.decode())
    assert told["WebPage"]["about"]["identifier"] == "KZ-15-aqtobe"
    assert told["WebPage"]["about"]["@type"] == "City"
    way = [step["item"] for step in told["BreadcrumbList"]["itemListElement"]]
    assert way[0] == f"{SITE}/en/"
    assert way[-2:] == [f"{SITE}/en/regions/aqtobe/", f"{SITE}/en/regions/aqtobe-town/"]
