"""What an editor meets in the lists and forms of people, organisations and topics."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import ReferenceIndex
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from wagtail.users.models import UserProfile

from portal.accounts.groups import DESK_DRAFTERS, NEWS_WRITERS
from portal.news.models import Organisation, Person, Post, StatementPage, Topic

LANGUAGES = ("kk", "ru", "en")
PEOPLE, BODIES = "/admin/snippets/news/person/", "/admin/snippets/news/organisation/"
THREE = {"kk": "Тақырып", "ru": "Заголовок", "en": "Headline"}
KARIN = {"name_kk": "Ерлан Қарин", "name_ru": "Ерлан Карин", "name_en": "Yerlan Karin"}
HELD = {
    "title_kk": "директор", "title_ru": "директор", "title_en": "director",
    "organisation": "", "from_date": "2014-04-01", "from_precision": "DAY",
    "until_date": "", "until_precision": "HELD", "seen_date": "", "seen_precision": "DAY",
    "source": "24KZ", "source_address": "",
}  # fmt: skip


@pytest.fixture
def desk(editor: Any, signed_in: Any) -> Any:
    UserProfile.objects.create(user=editor, preferred_language="en")
    return signed_in(editor)


def in_group(name: str) -> Any:
    made = get_user_model().objects.create_user(username=name, password="x")
    made.groups.add(Group.objects.get(name=name))
    return made


def form(*posts: dict[str, str], **changes: str) -> dict[str, Any]:
    texts = {f"description_{code}": "" for code in LANGUAGES}
    return nested_form_data(
        {**KARIN, **texts, "slug": "", "posts": inline_formset(posts), **changes}
    )


def test_a_person_gets_an_address_from_the_name_and_keeps_it(desk):
    desk.post(f"{PEOPLE}add/", form(HELD))
    person = Person.objects.get()
    assert person.slug == "yerlan-karin"
    assert person.role_on(date(2016, 6, 10)).post.title_ru == "директор"

    held = {**HELD, "id": str(person.posts.get().pk)}
    changed = form(slug="another", name_en="E. Karin")
    changed |= nested_form_data({"posts": inline_formset([held], initial=1)})
    desk.post(f"{PEOPLE}edit/{person.pk}/", changed)

    person.refresh_from_db()
    assert (person.slug, person.name_en) == ("yerlan-karin", "E. Karin")


@pytest.mark.parametrize(
    ("changes", "post", "said"),
    [
        ({"name_kk": ""}, HELD, "This field is required."),
        ({"description_en": "A scholar"}, HELD, "Write it in all three languages, or in none."),
        ({}, {**HELD, "from_date": ""}, "Give a date, or say that it is not known."),
        ({}, {**HELD, "until_precision": "UNKNOWN"}, "Give a day on which the person is known"),
        ({}, {**HELD, "until_date": "2013-01-01", "until_precision": "DAY"}, "A post ends not"),
        ({}, {**HELD, "from_date": "yesterday"}, "Enter a valid date."),
        ({}, {**HELD, "source_address": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"name_en": "N" * 161}, HELD, "at most 160 characters"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_stored(desk, changes, post, said):
    response = desk.post(f"{PEOPLE}add/", form(post, **changes))

    assert response.status_code == 200
    assert said in response.content.decode()
    assert not Person.objects.exists()


def test_an_address_is_given_once(desk):
    Person.objects.create(slug="yerlan-karin", **KARIN)

    response = desk.post(f"{PEOPLE}add/", form(HELD))

    assert response.status_code == 200
    assert Person.objects.count() == 1


@pytest.mark.parametrize("asked", ["карин", "Қарин", "kari"])
def test_the_list_and_the_chooser_are_searched_in_three_languages(desk, asked):
    Person.objects.create(slug="yerlan-karin", **KARIN)
    Person.objects.create(slug="x", name_kk="Басқа", name_ru="Другой", name_en="Another")

    for address in (f"{PEOPLE}results/", "/admin/snippets/choose/news/person/results/"):
        text = desk.get(address, {"q": asked}).content.decode()
        assert "Ерлан Қарин" in text or "Yerlan Karin" in text, address
        assert "Басқа" not in text
        assert "Another" not in text


def test_whom_a_statement_names_is_kept_with_a_message(desk, write):
    person = Person.objects.create(slug="yerlan-karin", **KARIN)
    page = write(THREE, model=StatementPage, signed_by=person)
    ReferenceIndex.create_or_update_for_object(page)

    for address in (
        f"{PEOPLE}delete/{person.pk}/",
        f"/admin/bulk/news/person/delete/?id={person.pk}",
        f"{BODIES}delete/{page.issued_by_id}/",
    ):
        text = desk.post(address, follow=True).content.decode()
        assert "so it stays" in text, address

    assert (Person.objects.count(), Organisation.objects.count()) == (1, 1)


def test_whom_only_a_draft_names_is_kept_too(desk, write):
    person = Person.objects.create(slug="yerlan-karin", **KARIN)
    page = write(THREE, model=StatementPage)
    page.signed_by = person
    page.save_revision()

    text = desk.post(f"{PEOPLE}delete/{person.pk}/", follow=True).content.decode()

    assert "so it stays" in text
    assert Person.objects.exists()


def test_an_organisation_that_somebody_held_a_post_in_is_kept(desk):
    names = {f"name_{code}": "KISI" for code in LANGUAGES}
    body = Organisation.objects.create(slug="kisi", kind="INSTITUTE", **names)
    person = Person.objects.create(slug="yerlan-karin", **KARIN)
    facts = {"title": "director", "source": "24KZ", "from_date": date(2014, 4, 1)}
    Post.objects.create(person=person, organisation=body, **facts)
    ReferenceIndex.create_or_update_for_object(person)

    desk.post(f"{BODIES}delete/{body.pk}/")
    assert Organisation.objects.exists()
    desk.post(f"{PEOPLE}delete/{person.pk}/")
    assert not Person.objects.exists()


def test_a_topic_with_articles_is_kept(desk, write):
    page = write(THREE, at=datetime(2016, 6, 6, tzinfo=UTC))
    topic, other = Topic.objects.get(slug="levels"), Topic.objects.get(slug="exercises")
    page.topics.add(topic)
    page.save()

    for each in (topic, other):
        desk.post(f"/admin/snippets/news/topic/delete/{each.pk}/")

    assert Topic.objects.filter(slug="levels").exists()
    assert not Topic.objects.filter(slug="exercises").exists()


def test_writers_see_the_records_and_change_none(home, signed_in):
    person = Person.objects.create(slug="yerlan-karin", **KARIN)
    client = signed_in(in_group(NEWS_WRITERS))

    assert client.get(PEOPLE).status_code == 200
    assert client.get("/admin/snippets/choose/news/person/").status_code == 200
    for address in ("add/", f"edit/{person.pk}/", f"delete/{person.pk}/"):
        assert client.post(f"{PEOPLE}{address}", form(HELD)).status_code == 302
    person.refresh_from_db()
    assert person.posts.count() == 0


def test_people_of_the_desks_have_no_business_there(home, signed_in):
    client = signed_in(in_group(DESK_DRAFTERS))

    assert client.get(PEOPLE).status_code == 404
    assert client.get("/admin/snippets/choose/news/person/").status_code == 404
