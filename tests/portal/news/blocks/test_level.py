"""The level of a place inside a text: frozen at publication, and as it is now."""

import pytest

from portal.news.models import PublishedLevels

THREE = {"kk": "Тақырып", "ru": "Заголовок", "en": "Headline"}


@pytest.fixture
def page(write):
    page = write(THREE, codes=("KZ",))
    for code in THREE:
        setattr(page, f"body_{code}", [{"type": "level", "value": {"place": "KZ-75"}}])
    page.save_revision().publish()
    return page


def test_publication_freezes_the_levels_of_places_in_the_text_too(page):
    assert PublishedLevels.objects.get(page_id=page.pk).levels == {"KZ": None, "KZ-75": None}


def test_another_place_in_the_text_leaves_what_was_frozen(page):
    PublishedLevels.objects.filter(page_id=page.pk).update(levels={"KZ": "YELLOW", "KZ-75": "RED"})

    page.body_kk = [{"type": "level", "value": {"place": "KZ-15"}}]
    page.save_revision().publish()

    levels = PublishedLevels.objects.get(page_id=page.pk).levels
    assert levels == {"KZ": "YELLOW", "KZ-75": "RED", "KZ-15": None}


@pytest.mark.parametrize(
    ("language", "then"),
    [("kk", "Жарияланған кездегі деңгей"), ("ru", "Уровень на момент публикации"),
     ("en", "Level when published")],
)  # fmt: skip
def test_both_levels_stand_in_the_text_where_they_differ(page, client, language, then):
    PublishedLevels.objects.filter(page_id=page.pk).update(levels={"KZ": None, "KZ-75": "RED"})

    text = client.get(f"/{language}/news/{page.slug}/").content.decode()

    body = text.partition('class="read"')[2].partition("</article>")[0]
    assert 'data-place="KZ-75"' in body
    assert then in body
    assert 'data-level="red"' in body


def test_one_level_stands_there_where_nothing_changed(page, client):
    text = client.get(f"/en/news/{page.slug}/").content.decode()

    body = text.partition('class="read"')[2].partition("</article>")[0]
    assert "Level now" in body
    assert "Level when published" not in body


def test_a_place_that_is_not_known_leaves_no_gap(page, client):
    page.body_en = [{"type": "level", "value": {"place": "KZ-99"}}]
    page.save(clean=False)

    assert 'data-place="KZ-99"' not in client.get(f"/en/news/{page.slug}/").content.decode()
