"""What an editor meets in the admin: three tabs, drafts with gaps, a preview, no delete."""

import json

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from guidance.models import Region
from portal.images.models import PortalImage
from portal.news.models import ArticlePage, NewsPage

PARAGRAPH = json.dumps(
    {
        "blocks": [
            {
                "key": "a", "text": "Text", "type": "unstyled", "depth": 0,
                "inlineStyleRanges": [], "entityRanges": [],
            }
        ],
        "entityMap": {},
    }
)  # fmt: skip


@pytest.fixture
def desk(editor, signed_in):
    return signed_in(editor)


def form(codes=("kk", "ru"), regions=("KZ",), **extra):
    """Return what the editor's form sends for an article in some languages."""
    languages = ("kk", "ru", "en")
    texts = {f"headline_{code}": f"Headline {code}" if code in codes else "" for code in languages}
    leads = {f"lead_{code}": f"Lead {code}" if code in codes else "" for code in languages}
    bodies = {
        f"body_{code}": streamfield([("paragraph", PARAGRAPH)] if code in codes else [])
        for code in languages
    }
    data = nested_form_data(
        {
            **texts, **leads, **bodies,
            "kind": "NEWS", "published_at": "2016-06-06 09:00", "address": "", "picture": "",
            "sources": inline_formset([]),
            "person_mentions": inline_formset([]), "organisation_mentions": inline_formset([]),
            "comments": inline_formset([]), **extra,
        }
    )  # fmt: skip
    chosen = Region.objects.filter(code__in=regions).values_list("pk", flat=True)
    return {**data, "regions": [str(pk) for pk in chosen]}


def add(desk, news, data):
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", news.pk])
    return desk.post(address, data)


def test_the_form_has_a_tab_per_language_and_one_for_all(desk, news):
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", news.pk])

    text = desk.get(address).content.decode()

    for field in ("headline_kk", "headline_ru", "headline_en", "body_kk", "regions", "address"):
        assert f'name="{field}' in text or f'id="{field}' in text or f"{field}-count" in text
    for name in ("Қазақша", "Русский", "English"):
        assert name in text
    assert 'name="slug"' not in text
    assert "STATEMENT" not in text.split('name="kind"')[1].split("</select>")[0]


def test_a_draft_is_saved_with_gaps(desk, news):
    add(desk, news, form(codes=("kk",), regions=()))

    page = ArticlePage.objects.get()
    assert not page.live
    assert page.headline_kk == "Headline kk"


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"codes": ("kk",)}, {"headline_ru", "lead_ru", "body_ru"}),
        ({"codes": ("ru", "en")}, {"headline_kk", "lead_kk", "body_kk"}),
        ({"regions": ()}, {"regions"}),
    ],
)
def test_publication_is_refused_at_the_fields_that_lack(desk, news, changes, fields):
    response = add(desk, news, {**form(**changes), "action-publish": "action-publish"})

    assert response.status_code == 200
    assert set(response.context["form"].errors) == fields
    assert not NewsPage.objects.live().exists()


def test_an_article_is_published_without_english(desk, news, client):
    add(desk, news, {**form(), "action-publish": "action-publish"})

    page = ArticlePage.objects.get()
    assert page.live
    assert page.slug == "headline-kk"
    assert [region.code for region in page.regions.all()] == ["KZ"]
    assert page.published_levels.levels == {"KZ": None}


def test_the_editor_cannot_delete_or_move_what_readers_have_seen(desk, write, home):
    page = write({"kk": "Тақырып", "ru": "Заголовок"})

    for route in ("delete", "move"):
        address = reverse(f"wagtailadmin_pages:{route}", args=[page.pk])
        assert desk.post(address).status_code in (302, 403)

    assert NewsPage.objects.filter(pk=page.pk, live=True).exists()


def test_the_editor_cannot_touch_the_roots(desk, home, news):
    for page in (home, news.get_siblings().get(slug="about")):
        response = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert response.status_code in (302, 403)


def test_lists_of_articles_and_statements_open_newest_first(desk, write):
    first = write({"kk": "Бір", "ru": "Один"})
    second = write({"kk": "Екі", "ru": "Два"}, at=first.published_at.replace(year=2020))

    pages = desk.get("/admin/articles/").context["object_list"]

    assert [page.pk for page in pages] == [second.pk, first.pk]
    assert desk.get("/admin/statements/").status_code == 200


def test_the_menu_leaves_out_what_editors_do_not_need(desk, news):
    text = desk.get("/admin/").content.decode()

    assert "/admin/reports/" not in text
    assert "/admin/articles/" in text


def test_a_silent_picture_is_refused_at_its_field_and_a_draft_of_it_is_kept(desk, news):
    picture = PortalImage.objects.create(title="x", file="x.png", width=1, height=1, alt_kk="Сурет")

    refused = add(desk, news, {**form(picture=picture.pk), "action-publish": "action-publish"})
    add(desk, news, form(picture=picture.pk))

    assert set(refused.context["form"].errors) == {"picture"}
    assert ArticlePage.objects.get().picture == picture


def test_the_form_says_what_is_missing_in_each_language(desk, write):
    page = write({"kk": "Тақырып", "ru": "Заголовок"}, publish=False)

    shown = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert shown.content.decode().count('class="findings"') == 4


def test_regions_are_offered_by_name(desk, news):
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", news.pk])

    labels = [
        label for _value, label in desk.get(address).context["form"].fields["regions"].choices
    ]

    assert "Қазақстан" in labels
    assert not [label for label in labels if "KZ" in label]
