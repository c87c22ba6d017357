"""Write scripts into every text that editors write: `python -m tests.browser.stored_scripts`.

Forms refuse most of them; they are written past the forms, as an old fault or a stolen password of
the database would. Rich text goes through the very converter that takes it from the editor. Prints
the addresses of the admin that show what was written.
"""

import json
import os
import sys
from typing import Any

import django

ELEMENT = "stored-script"
SHORT = f"\"'><{ELEMENT}></{ELEMENT}><script>alert(1)</script>"
FULL = f'{SHORT}<img src=x onerror="alert(1)"></title></textarea></script>{{{{7*7}}}}'
LINK = "javascript:alert(1)"
NAMES = ("text", "title", "name", "question", "answer", "caption", "outlet", "heading", "hour")
RICH = {"paragraph", "list", "text", "answer"}


def main() -> list[str]:
    """Fill records, pictures, documents, articles, statements and live posts."""
    from wagtail.documents import get_document_model
    from wagtail.images import get_image_model

    from portal.news import models as news

    records = [news.Person, news.Organisation, news.FormerOrganisationName, news.Post]
    records += [news.Topic, news.Source, get_image_model(), get_document_model()]
    for model in records:
        model._base_manager.update(**texts_of(model))
    pages = [page.specific for page in news.NewsPage.objects.live()]
    for page in pages:
        fill(page)
    return [address for page in pages for address in shown_to_editors(page)]


def texts_of(model: Any) -> dict[str, str]:
    """Give a script for every text of a model that is typed, as long as its column takes."""
    from django.db import models

    kept = (models.SlugField, models.URLField, models.FileField, models.UUIDField)
    found = {}
    for field in model._meta.local_concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField)
        if not is_text or isinstance(field, kept) or field.choices or "body" in field.name:
            continue
        if field.name.endswith(("_hash", "_path", "precision")) or field.name in ("change_weight",):
            continue
        longest = field.max_length or len(FULL)
        if longest >= len(SHORT):
            found[field.name] = FULL if longest >= len(FULL) else SHORT
    return found


def fill(page: Any) -> None:
    """Fill the texts of a page, of its latest revision, of its log and of its entries."""
    from wagtail.models import Page

    from portal.news.models import LivePage, NewsPage, Update

    page.save_revision(clean=False)
    for model in {NewsPage, type(page)}:
        if texts := texts_of(model) | bodies_of(page, model):
            model._base_manager.filter(pk=page.pk).update(**texts)
    Page.objects.filter(pk=page.pk).update(
        title=FULL, draft_title=FULL, seo_title=FULL, search_description=FULL
    )
    written = type(page).objects.get(pk=page.pk)
    written.save_revision(clean=False)
    if not Update.objects.filter(page_id=page.pk).exists():
        told = {f"text_{lang}": FULL for lang in ("kk", "ru", "en")}
        Update.objects.create(
            page_id=page.pk, at=page.published_at, kind="CORRECTION", is_notable=True, **told
        )
    if isinstance(page, LivePage):
        tell(page)
    keep_quotations(written)


def bodies_of(page: Any, model: Any) -> dict[str, Any]:
    """Give the bodies of a page with a script in every text of every block."""
    names = [f.name for f in model._meta.local_concrete_fields if f.name.startswith("body_")]
    bodies = {}
    for name in names:
        raw = [dict(block) for block in getattr(page, name).raw_data]
        for block in raw:
            block["value"] = spoilt(block["value"], block["type"])
        bodies[name] = json.dumps(raw)
    return bodies


def spoilt(value: Any, name: str) -> Any:
    """Put a script into the texts of a block's value."""
    if isinstance(value, dict):
        return {key: spoilt(inner, str(key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [spoilt(inner, "text" if name == "values" else name) for inner in value]
    if not isinstance(value, str) or name in ("id", "type"):
        return value
    if name in RICH and value.startswith("<"):
        return typed_into_the_editor()
    return FULL if name in (*NAMES, "subheading") else value


def typed_into_the_editor() -> str:
    """Convert what somebody sends in the place of the rich-text editor."""
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    entity = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": LINK}}
    block = {
        "key": "aaaaa", "text": FULL, "type": "unstyled", "depth": 0, "inlineStyleRanges": [],
        "entityRanges": [{"offset": 0, "length": 3, "key": 0}],
    }  # fmt: skip
    sent = json.dumps({"entityMap": {"0": entity}, "blocks": [block]})
    features = ["bold", "italic", "link", "document-link", "ul", "ol"]
    return str(ContentstateConverter(features).to_database_format(sent))


def tell(page: Any) -> None:
    """Publish an entry and what is known, past the checks of their forms."""
    from django.utils import timezone

    from portal.news.models import LiveEntry, LiveSummary

    at = timezone.now()
    texts = {f"text_{lang}": FULL for lang in ("kk", "ru", "en")}
    headlines = {f"headline_{lang}": SHORT for lang in ("kk", "ru", "en")}
    LiveSummary.objects.create(page=page, at=at, published_at=at, **texts)
    LiveEntry.objects.create(
        page=page, at=at, published_at=at, kind="KEY", source=SHORT, **headlines, **texts
    )


def keep_quotations(page: Any) -> None:
    """Write down again who said what on a page."""
    from portal.news.quotations import index_quotes

    index_quotes(page)


def shown_to_editors(page: Any) -> list[str]:
    """Give the addresses of the admin that show one page."""
    from django.urls import reverse

    revision = page.latest_revision_id
    first = page.revisions.order_by("pk").first().pk
    key = page.pk
    return [
        reverse("wagtailadmin_pages:edit", args=[key]),
        reverse("wagtailadmin_pages:history", args=[key]),
        reverse("wagtailadmin_pages:revisions_compare", args=[key, first, "latest"]),
        reverse("wagtailadmin_pages:usage", args=[key]),
        reverse("wagtailadmin_pages:revisions_view", args=[key, revision]),
    ]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    json.dump(main(), sys.stdout)
