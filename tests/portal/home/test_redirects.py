"""A page that gets another address is found at the old one, in all three languages."""

import pytest

from portal.news.models import ArticlePage, LivePage, NewsIndexPage, NewsPage, StatementPage

THREE = {"kk": "Бір тақырып", "ru": "Один заголовок", "en": "One headline"}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_old_address_of_an_article_leads_to_the_new_one(
    write, client, django_capture_on_commit_callbacks, language
):
    page = write(THREE)
    page.address = "quite-another"

    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    response = client.get(f"/{language}/news/one-headline/")
    assert response.status_code == 301
    assert response["Location"].endswith(f"/{language}/news/quite-another/")
    assert client.get(response["Location"]).status_code == 200


def test_going_back_to_an_old_address_leaves_no_loop(
    write, client, django_capture_on_commit_callbacks
):
    page = write(THREE)
    for address in ("second", "one-headline"):
        page.address = address
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    assert client.get("/ru/news/one-headline/").status_code == 200
    assert client.get("/ru/news/second/", follow=True).status_code == 200


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_page_that_moves_is_found_at_the_old_address(
    write, home, client, django_capture_on_commit_callbacks, language
):
    page = write(THREE)
    archive = NewsIndexPage(
        address="archive", live=True, headline_kk="Мұрағат", headline_ru="Архив"
    )
    home.add_child(instance=archive)

    with django_capture_on_commit_callbacks(execute=True):
        NewsPage.objects.get(pk=page.pk).move(archive, pos="last-child")

    response = client.get(f"/{language}/news/one-headline/")
    assert response.status_code == 301
    assert response["Location"].endswith(f"/{language}/archive/one-headline/")
    assert client.get(response["Location"]).status_code == 200


def addressed(page, *addresses):
    for address in addresses:
        page.address = address
        page.save_revision().publish()


@pytest.mark.parametrize("model", [ArticlePage, StatementPage, LivePage])
def test_a_chain_of_addresses_leads_to_the_last_in_one_step(
    write, client, django_capture_on_commit_callbacks, model
):
    page = write(THREE, model=model)
    for address in ("second", "third"):
        with django_capture_on_commit_callbacks(execute=True):
            addressed(page, address)

    for lang in ("kk", "ru", "en"):
        for old in ("one-headline", "second"):
            response = client.get(f"/{lang}/news/{old}/")
            assert response.status_code == 301
            assert response["Location"].endswith(f"/{lang}/news/third/")


def test_another_page_at_an_old_address_is_itself(
    write, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        addressed(write(THREE), "second")
    other = write({"kk": "Басқа", "ru": "Другой", "en": "Other"}, address="one-headline")

    response = client.get("/ru/news/one-headline/")

    assert response.status_code == 200
    assert other.headline_ru in response.content.decode()


def test_old_addresses_of_a_page_that_is_gone_are_not_found(
    write, client, django_capture_on_commit_callbacks
):
    page = write(THREE)
    with django_capture_on_commit_callbacks(execute=True):
        addressed(page, "second")
    NewsPage.objects.get(slug="second").delete()

    for lang in ("kk", "ru", "en"):
        assert client.get(f"/{lang}/news/one-headline/").status_code == 404
