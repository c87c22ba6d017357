"""What can be found is what readers can open, at once: no draft, nothing withdrawn or private."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from wagtail.models import PageViewRestriction

from portal.home.found import index_missing
from portal.news.choices import UpdateKind
from portal.news.live import correct_entry, keep_draft, publish_entry
from portal.news.models import LiveEntry, Organisation, Person, StatementPage
from portal.search.models import SearchDocument

TWO = {"kk": "Көпір ашылды", "ru": "Мост открыт"}
NOW = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.fixture
def found(client):
    """Return a function that gives the headlines which a question finds."""

    def _found(question, lang="ru"):
        answer = client.get(f"/{lang}/search/", {"q": question}).context["found"]
        return [row.address for part in answer.parts for row in part.pages]

    return _found


def test_a_page_is_found_once_it_is_published(write, found):
    page = write(TWO, publish=False)
    assert found("мосты") == []

    page.save_revision().publish()

    assert found("мосты") == [f"/ru/news/{page.slug}/"]


def test_a_draft_of_a_published_page_changes_nothing(write, found):
    page = write(TWO)
    page.headline_ru = "Тоннель открыт"

    page.save_revision()

    assert found("тоннель") == []
    assert len(found("мост")) == 1


def test_an_update_is_found_and_the_words_before_are_not(write, found):
    page = write(TWO)
    page.headline_ru = page.lead_ru = "Тоннель открыт"
    page.body_ru = page.body_kk

    page.save_revision().publish()

    assert len(found("тоннель")) == 1
    assert found("мост") == []


def test_a_page_that_is_taken_off_or_expires_is_not_found(write, found):
    page = write(TWO)
    page.unpublish()
    other = write(TWO)
    other.expire_at = NOW - timedelta(days=1)
    other.save(update_fields=["expire_at"])

    call_command("publish_scheduled", verbosity=0)

    assert found("мост") == []
    assert not SearchDocument.objects.filter(page__in=[page.pk, other.pk]).exists()


def test_a_page_that_is_not_live_is_not_found_whatever_the_index_holds(write, found):
    page = write(TWO)
    type(page).objects.filter(pk=page.pk).update(live=False)

    assert found("мост") == []


def test_a_private_page_is_not_found(write, found):
    page = write(TWO)

    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert found("мост") == []


def test_the_new_address_of_a_page_is_the_one_that_is_found(
    write, found, django_capture_on_commit_callbacks
):
    page = write(TWO)
    page.address = "quite-another"

    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    assert found("мост") == ["/ru/news/quite-another/"]


def test_a_missing_language_is_found_in_none_and_told_of_in_the_others(write, client):
    write(TWO)

    answer = client.get("/en/search/?q=мост").context["found"]

    assert answer.parts == []
    assert [row.language for row in answer.elsewhere] == ["ru"]


def test_the_index_is_made_anew_and_completed(write, found, capsys):
    write(TWO)
    SearchDocument.objects.all().delete()

    index_missing()
    assert len(found("мост")) == 1

    SearchDocument.objects.update(marks="l:ru w:вздор")
    call_command("rebuild_search")
    assert len(found("мост")) == 1
    assert "texts can be found" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("question", "lang", "address"),
    [
        ("Назарбаева", "ru", "/ru/people/nursultan-nazarbaev/"),
        ("Назарбаевтың", "kk", "/kk/people/nursultan-nazarbaev/"),
        ("администрацией президента", "ru", "/ru/organisations/president/"),
        ("канцелярия", "ru", "/ru/organisations/president/"),
    ],
)
def test_people_and_organisations_are_found_by_any_name(home, client, question, lang, address):
    names = {"name_kk": "Нұрсұлтан Назарбаев", "name_ru": "Нурсултан Назарбаев", "name_en": "N."}
    Person.objects.create(slug="nursultan-nazarbaev", **names)
    body = Organisation.objects.create(
        slug="president", kind="GOVERNMENT", name_kk="Әкімшілік",
        name_ru="Администрация президента", name_en="Administration",
    )  # fmt: skip
    body.former_names.create(name_kk="Кеңсе", name_ru="Канцелярия", until_date=NOW.date())
    body.save()

    records = client.get(f"/{lang}/search/", {"q": question}).context["found"].records

    assert [row.address for part in records for row in part.rows] == [address]


def test_a_statement_is_found_by_who_issued_it(write, found):
    write(TWO, model=StatementPage)

    assert len(found("headquarters")) == 1


def test_an_entry_of_a_live_post_is_found_the_moment_it_goes_out(live_post, found):
    post = live_post(entries=1)
    entry = LiveEntry(
        page=post, headline_kk="Көпір жабылды", headline_ru="Мост перекрыт", text_kk="Мәтін",
        text_ru="Движение восстановят вечером", source="24KZ", source_language="ru",
    )  # fmt: skip
    keep_draft(entry, by=None)
    assert found("мосты") == []

    publish_entry(entry, by=None, at=NOW)
    assert found("восстановить мосты") == [f"/ru/news/{post.slug}/"]

    texts = {"text_kk": "Түзету", "text_ru": "Перекрыта дамба"}
    correct_entry(entry, UpdateKind.CORRECTION, texts, by=None, at=NOW)
    assert found("дамбы") == [f"/ru/news/{post.slug}/"]
