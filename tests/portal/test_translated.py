"""A page in three languages has one address, one publication and a preview per language."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from portal.news.models import ArticlePage
from portal.translated import latin_slug

THREE = {"kk": "Деңгей алынды", "ru": "Уровень отменён", "en": "Level lifted"}
TWO = {"kk": "Деңгей алынды", "ru": "Уровень отменён"}


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Үйден шықпау сұралады", "kk", "uiden-shyqpau-suralady"),
        ("Қарағанды, Өскемен, Шу", "kk", "qaragandy-oskemen-shu"),
        ("Әліппе: ғылым мен ЖАҢАЛЫҚ", "kk", "alippe-gylym-men-zhanalyq"),
        ("Уровень отменён", "ru", "uroven-otmenen"),
        ("Level lifted: what next?", "en", "level-lifted-what-next"),
        ("!!!", "en", ""),
    ],
)
def test_an_address_is_spelled_in_latin_letters_of_its_language(text, language, slug):
    assert latin_slug(text, language) == slug


def test_a_long_address_is_cut_at_a_word():
    slug = latin_slug("terrorism threat level " * 10, "en")

    assert len(slug) <= 80
    assert slug.endswith(("terrorism", "threat", "level"))


def test_one_endless_word_is_cut_anyway():
    assert len(latin_slug("a" * 300, "en")) == 80


def test_a_draft_may_lack_every_text(write):
    page = write({}, publish=False)

    assert not page.live
    assert page.slug == "page"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_code_cannot_publish_without_kazakh_or_russian(write, language):
    page = write({code: text for code, text in THREE.items() if code != language}, publish=False)

    with pytest.raises(ValidationError) as refused:
        page.save_revision(clean=False).publish()

    assert f"headline_{language}" in refused.value.message_dict
    assert not ArticlePage.objects.get(pk=page.pk).live


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_code_cannot_publish_without_a_needed_body(write, language):
    page = write(THREE, publish=False)
    setattr(page, f"body_{language}", [])

    with pytest.raises(ValidationError) as refused:
        page.save_revision(clean=False).publish()

    assert list(refused.value.message_dict) == [f"body_{language}"]


def test_english_may_be_missing(write):
    assert write(TWO).live


def test_the_address_follows_the_headline_until_the_first_publication_and_then_stays(write):
    page = write({"kk": "Бірінші", "ru": "Первый"}, publish=False)
    assert page.slug == "birinshi"

    page.headline_en = page.lead_en = "First"
    page.save()
    assert page.slug == "first"

    page.save_revision().publish()
    page = ArticlePage.objects.get(pk=page.pk)
    page.headline_en = "Quite another headline"
    page.lead_en = "Lead"
    page.save_revision().publish()
    assert ArticlePage.objects.get(pk=page.pk).slug == "first"


def test_an_address_of_the_editors_own_wins_even_after_publication(write):
    page = write(THREE)

    page.address = "lifted-at-last"
    page.save_revision().publish()

    assert ArticlePage.objects.get(pk=page.pk).slug == "lifted-at-last"


def test_equal_headlines_get_numbered_addresses(write):
    slugs = [write(THREE).slug for _ in range(3)]

    assert slugs == ["level-lifted", "level-lifted-2", "level-lifted-3"]


def test_the_title_is_the_first_headline_there_is(write):
    assert write({"ru": "Уровень отменён"}, publish=False).title == "Уровень отменён"
    assert write(THREE).title == "Деңгей алынды"


def test_alternates_name_only_languages_that_exist(write):
    assert write(THREE).alternates() == [
        ("kk", "https://dengei.example/kk/news/level-lifted/"),
        ("ru", "https://dengei.example/ru/news/level-lifted/"),
        ("en", "https://dengei.example/en/news/level-lifted/"),
    ]
    assert [code for code, _url in write(TWO).alternates()] == ["kk", "ru"]


def test_a_missing_language_is_canonical_in_kazakh(write):
    page = write(TWO)

    with override("en"):
        assert page.canonical_url == f"https://dengei.example/kk/news/{page.slug}/"
    with override("ru"):
        assert page.canonical_url == f"https://dengei.example/ru/news/{page.slug}/"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_preview_speaks_its_own_language_whatever_the_editors(write, language):
    page = write(THREE)

    with override("ru"):
        response = page.make_preview_request(preview_mode=language)

    text = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}"' in text
    assert THREE[language] in text


def test_a_reader_is_told_that_english_is_missing(write, client):
    page = write(TWO)

    response = client.get(f"/en/news/{page.slug}/")

    text = response.content.decode()
    assert response.status_code == 200
    assert "Not yet available in English" in text
    assert '<meta name="robots" content="noindex">' in text
    assert f'<link rel="canonical" href="https://dengei.example/kk/news/{page.slug}/">' in text
    assert 'lang="kk"' in text
    assert 'lang="ru"' in text
    assert ": body" not in text
    assert 'hreflang="en"' not in text.split("<body")[0]
