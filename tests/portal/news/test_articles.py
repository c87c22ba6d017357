"""Articles and statements: what stands around the text, and what they refuse."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from guidance.rules.levels import Level
from portal.manuscripts import Block
from portal.news.bodies import body_of
from portal.news.models import (
    ArticlePage,
    NewsPage,
    Person,
    PublishedLevels,
    Source,
    StatementPage,
)

THREE = {"kk": "Қазақша тақырып", "ru": "Русский заголовок", "en": "English headline"}
MORNING = datetime(2016, 6, 6, 9, 0, tzinfo=UTC)


def page_text(client, page, language="en"):
    response = client.get(f"/{language}/news/{page.slug}/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_article_speaks_the_language_of_its_address(write, client, language):
    text = page_text(client, write(THREE), language)

    assert f'<html lang="{language}"' in text
    assert f"<h1>{THREE[language]}</h1>" in text
    assert f"{THREE[language]}: body" in text


def test_sources_are_numbered_and_dated(write, client):
    page = write(THREE)
    page.sources.set(
        [
            Source(sort_order=0, outlet="24KZ", language="ru", date=date(2016, 6, 7)),
            Source(
                sort_order=1, outlet="The Times", title="Calm", language="en",
                address="https://example.org/calm", date=date(2016, 6, 1), is_month_only=True,
            ),
        ]
    )  # fmt: skip
    page.save_revision().publish()

    text = page_text(client, page)

    assert 'id="source-2"' in text
    assert "7 June 2016" in text
    assert '<time datetime="2016-06">June 2016</time>' in text
    assert 'href="https://example.org/calm"' in text


def test_updates_stand_newest_first_and_a_notable_one_is_the_date_of_the_page(write, client):
    page = write(THREE)
    for hour, is_notable in ((10, True), (12, False)):
        page.updates.create(
            at=MORNING.replace(hour=hour), kind="ADDITION", is_notable=is_notable,
            text_kk="қ", text_ru="р", text_en=f"At {hour}",
        )  # fmt: skip

    response = client.get(f"/en/news/{page.slug}/")

    assert [update.text_en for update in response.context["updates"]] == ["At 12", "At 10"]
    assert response.context["updated_at"] == MORNING.replace(hour=10)


def test_a_statement_names_who_issued_and_signed_it(write, client):
    names = {f"name_{lang}": "A. Signatory" for lang in ("kk", "ru", "en")}
    signatory = Person.objects.create(slug="a-signatory", **names)
    page = write(THREE, model=StatementPage, act_number="15/2", signed_by=signatory)

    text = page_text(client, page)

    assert "Official statement" in text
    assert '<a href="/en/organisations/headquarters/">Headquarters (en)</a>' in text
    assert '<a href="/en/people/a-signatory/">A. Signatory</a>' in text
    assert "15/2" in text
    assert page.kind == "STATEMENT"


def test_an_article_cannot_pose_as_a_statement(write):
    page = write(THREE, publish=False)
    page.kind = "STATEMENT"

    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()

    assert list(refused.value.message_dict) == ["kind"]


def test_a_statement_stays_a_statement(write):
    page = write(THREE, model=StatementPage, kind="NEWS")

    assert page.kind == "STATEMENT"


def test_the_levels_at_publication_are_frozen_once(write, monkeypatch):
    page = write(THREE, codes=("KZ", "KZ-75"))
    kept = PublishedLevels.objects.get(page_id=page.pk)
    PublishedLevels.objects.filter(pk=kept.pk).update(levels={"KZ": "YELLOW", "KZ-75": "RED"})

    page.save_revision().publish()

    again = PublishedLevels.objects.get(page_id=page.pk)
    assert kept.levels == {"KZ": None, "KZ-75": None}
    assert again.level_of("KZ-75") is Level.RED


def test_other_regions_or_another_date_freeze_the_levels_anew(write):
    page = write(THREE)
    PublishedLevels.objects.filter(page_id=page.pk).update(levels={"KZ": "YELLOW"})

    page.published_at = MORNING.replace(hour=3)
    page.save_revision().publish()

    assert PublishedLevels.objects.get(page_id=page.pk).levels == {"KZ": None}


def test_the_box_shows_both_levels_only_where_they_differ(write, client):
    same = write(THREE)
    changed = write(THREE, codes=("KZ-75",))
    PublishedLevels.objects.filter(page_id=changed.pk).update(levels={"KZ-75": "RED"})

    assert "Level when published" not in page_text(client, same)
    text = page_text(client, changed)
    assert "The level has changed since this was published" in text
    assert "critical (red)" in text
    assert "no level is in force" in text


def test_a_fourth_region_is_folded_away(write, client):
    page = write(THREE, codes=("KZ", "KZ-15", "KZ-75", "KZ-15-aqtobe"))

    box = client.get(f"/en/news/{page.slug}/").context["box"]

    assert (len(box.rows), len(box.rest)) == (3, 1)
    assert "<details>" in page_text(client, page)


def test_related_pages_share_a_topic_or_a_region_and_never_are_the_page_itself(write, client):
    page = write(THREE, codes=("KZ-75",))
    near = write({**THREE, "en": "Near"}, codes=("KZ-75",))
    write({**THREE, "en": "Far"}, codes=("KZ-15",))

    related = client.get(f"/en/news/{page.slug}/").context["related"]

    assert [row.pk for row in related] == [near.pk]


def test_a_list_of_contents_stands_from_four_headings_on(write, client):
    page = write(THREE)
    three = [Block("heading", f"Part {number}") for number in range(3)]
    page.body_en = body_of(three)
    page.save_revision().publish()
    assert "On this page" not in page_text(client, page)

    page.body_en = body_of([*three, Block("heading", "Part 4 &amp; more")])
    page.save_revision().publish()
    text = page_text(client, page)

    assert '<a href="#part-4">Part 4 &amp; more</a>' in text
    assert '<h2 id="part-4">Part 4 &amp; more</h2>' in text


@pytest.mark.parametrize("path", ["nothing", "nothing/deeper", "nothing-here/at/all"])
def test_an_unknown_address_is_not_found(write, client, path):
    assert client.get(f"/en/news/{path}/").status_code == 404


def test_a_draft_is_not_found(write, client):
    page = write(THREE, publish=False)

    assert client.get(f"/en/news/{page.slug}/").status_code == 404


def test_one_table_lists_articles_and_statements(write):
    pages = [write(THREE), write(THREE, model=StatementPage)]

    kinds = {type(page.specific) for page in NewsPage.objects.filter(pk__in=[p.pk for p in pages])}

    assert kinds == {ArticlePage, StatementPage}
