"""A new site has its pages, and the pages that readers rely on stay where they are."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from wagtail.models import Page, Site, Workflow

from portal.accounts.groups import NEWS_WRITERS
from portal.accounts.models import ADMINISTRATORS
from portal.home.models import HomePage
from portal.home.second_reader import NAME
from portal.home.tree import make_page_tree
from portal.information.models import InformationPage
from portal.manuscripts import Block
from portal.news.bodies import body_of
from portal.news.models import NewsPage

ROOTS = {
    "levels", "levels/yellow", "levels/orange", "levels/red", "news", "about", "accessibility",
}  # fmt: skip


def fixed_pages():
    return list(Page.objects.filter(depth__gt=1).order_by("path").specific())


def test_a_new_site_has_its_pages_published_in_three_languages(home):
    paths = {page.url_path.removeprefix(home.url_path).strip("/") for page in fixed_pages()}

    assert paths == ROOTS | {""}
    assert all(page.live for page in fixed_pages())
    assert all(len(page.alternates()) == 3 for page in fixed_pages())


def test_making_the_tree_again_changes_nothing_and_keeps_the_editors_words(home):
    about = InformationPage.objects.get(slug="about")
    about.headline_en = "Who we are"
    about.save_revision().publish()
    before = list(Page.objects.order_by("path").values_list("path", "slug", "latest_revision"))

    make_page_tree()

    after = list(Page.objects.order_by("path").values_list("path", "slug", "latest_revision"))
    assert after == before
    assert InformationPage.objects.get(slug="about").headline_en == "Who we are"


def test_the_site_answers_with_the_home_page_at_the_public_address(home):
    site = Site.objects.get()

    assert site.root_page.specific == home
    assert (site.hostname, site.port) == ("dengei.example", 443)
    assert HomePage.objects.count() == 1


def test_no_fixed_page_can_be_deleted_moved_or_taken_off_by_code(home):
    pages = fixed_pages()

    for page in pages:
        with pytest.raises(PermissionDenied):
            page.delete()
        with pytest.raises(PermissionDenied):
            page.unpublish()
        with pytest.raises(PermissionDenied):
            page.move(home, pos="last-child")

    assert len(pages) == len(ROOTS) + 1
    assert fixed_pages() == pages
    assert all(page.live for page in fixed_pages())


def test_no_fixed_page_can_get_another_address(home):
    for page in fixed_pages():
        page.address = "elsewhere"

        with pytest.raises(ValidationError) as refused:
            page.save_revision()

        assert "address" in refused.value.message_dict
        assert Page.objects.get(pk=page.pk).slug == page.specific_class.objects.get(pk=page.pk).slug


def test_another_information_page_may_come_and_go(home):
    page = InformationPage(headline_kk="Байланыс", headline_ru="Контакты", live=False)
    home.add_child(instance=page)

    page.delete()

    assert not InformationPage.objects.filter(pk=page.pk).exists()


@pytest.mark.parametrize(
    ("route", "body"),
    [
        ("wagtailadmin_pages:delete", {}),
        ("wagtailadmin_pages:unpublish", {}),
        ("wagtailadmin_pages:move", {"new_parent_page": "1"}),
    ],
)
def test_even_an_administrator_cannot_break_a_fixed_page_in_the_admin(
    home, administrator, signed_in, route, body
):
    client = signed_in(administrator)

    for page in fixed_pages():
        for response in (
            client.get(reverse(route, args=[page.pk])),
            client.post(reverse(route, args=[page.pk]), body),
        ):
            assert response.status_code in (302, 403)
            stored = Page.objects.get(pk=page.pk)
            assert (stored.live, stored.path) == (True, page.path)


def test_bulk_actions_leave_fixed_pages_alone(home, administrator, signed_in):
    client = signed_in(administrator)
    pages = fixed_pages()

    for action in ("delete", "unpublish", "move"):
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        query = "&".join(f"id={page.pk}" for page in pages)
        client.post(f"{address}?{query}", {"chooser": home.pk})

    assert fixed_pages() == pages
    assert all(page.live for page in fixed_pages())


def test_the_newsroom_may_write_and_publish_under_news_only(home, news, editor):
    assert news.permissions_for_user(editor).can_add_subpage()
    assert news.permissions_for_user(editor).can_publish_subpage()
    assert not home.permissions_for_user(editor).can_edit()
    assert not home.permissions_for_user(editor).can_add_subpage()


def test_a_writer_writes_under_news_and_publishes_nothing(home, news):
    person = get_user_model().objects.create_user(username="writer", password="x")
    person.groups.add(Group.objects.get(name=NEWS_WRITERS))

    assert news.permissions_for_user(person).can_add_subpage()
    assert not news.permissions_for_user(person).can_publish_subpage()
    assert not home.permissions_for_user(person).can_add_subpage()


def test_administrators_may_write_everywhere_but_delete_nothing_that_was_seen(home):
    person = get_user_model().objects.create_user(username="one-of-two", password="x")
    person.groups.add(Group.objects.get(name=ADMINISTRATORS))
    extra = InformationPage(
        live=False,
        **{f"headline_{code}": "Contacts" for code in ("kk", "ru")},
        **{f"body_{code}": body_of([Block("paragraph", "x")]) for code in ("kk", "ru")},
    )
    home.add_child(instance=extra)
    extra.save_revision().publish()

    for page in fixed_pages():
        permissions = page.permissions_for_user(person)
        assert permissions.can_edit()
        assert permissions.can_publish()
        assert not permissions.can_delete()


def test_nobody_may_delete_what_readers_have_seen(write, editor, administrator):
    headlines = {"kk": "Деңгей алынды", "ru": "Уровень отменён"}
    published, draft = write(headlines), write(headlines, publish=False)

    for person in (editor, administrator):
        assert not published.permissions_for_user(person).can_delete()
        assert NewsPage.objects.get(pk=draft.pk).permissions_for_user(person).can_delete()


def test_bulk_actions_cannot_delete_what_readers_have_seen(write, administrator, signed_in):
    page = write({"kk": "Деңгей алынды", "ru": "Уровень отменён"})

    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    signed_in(administrator).post(f"{address}?id={page.pk}")

    assert NewsPage.objects.live().filter(pk=page.pk).exists()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_fixed_page_has_a_preview_in_every_language(home, language):
    for page in fixed_pages():
        response = page.make_preview_request(preview_mode=language)

        assert response.status_code == 200
        assert f'<html lang="{language}"' in response.content.decode()


def test_wagtails_own_groups_and_workflow_are_gone(home):
    assert [workflow.name for workflow in Workflow.objects.all()] == [NAME]
    assert not Group.objects.filter(name__in=("Editors", "Moderators")).exists()
