"""The demo's articles and statements, made from the texts beside this file."""

import tomllib
from collections.abc import Mapping

from django.db import transaction

from guidance.models import Region
from portal.news.bodies import body_of
from portal.news.choices import NewsKind, UpdateKind
from portal.news.demo_texts import DEMO_FOLDER, PICTURES_FOLDER, DemoItem, Illustration, read_items
from portal.news.models import (
    ArticlePage,
    NewsIndexPage,
    NewsPage,
    Source,
    StatementPage,
    Topic,
    Update,
)
from portal.news.pictures import set_words, store_picture
from portal.translated import LANGUAGE_CODES

Names = Mapping[str, Mapping[str, str]]


def load_demo_articles() -> int:
    """Publish the demo articles that are missing; return how many were."""
    news = NewsIndexPage.objects.get()
    known = set(NewsPage.objects.values_list("slug", flat=True))
    speakers = _speakers()
    missing = [item for item in read_items() if item.address not in known]
    for item in missing:
        with transaction.atomic():
            _publish(news, item, speakers)
    return len(missing)


def _publish(news: NewsIndexPage, item: DemoItem, speakers: Names) -> None:
    kind = NewsKind[item.type.upper()]
    page = StatementPage(kind=kind) if kind == NewsKind.STATEMENT else ArticlePage(kind=kind)
    page.address, page.published_at, page.live = item.address, item.published_at, False
    page.picture = store_picture(_illustration(item))
    for code, text in item.texts.items():
        retold = [(speakers[told.speaker][code], told.source) for told in item.retellings]
        setattr(page, f"headline_{code}", text.headline)
        setattr(page, f"lead_{code}", text.lead)
        setattr(page, f"body_{code}", body_of(text.blocks, retold))
    if isinstance(page, StatementPage):
        page.act_number = item.act_number
        set_words(page, "issuing_body", item.issuing_body)
        set_words(page, "signatory", item.signatory)
    news.add_child(instance=page)
    page.regions.set(Region.objects.filter(code__in=item.regions))
    page.topics.set(Topic.objects.filter(slug__in=item.topics))
    page.sources.set(_sources(item))
    page.updates.set(_updates(item))
    page.save_revision().publish()


def _sources(item: DemoItem) -> list[Source]:
    return [
        Source(
            sort_order=position,
            outlet=source.outlet,
            title=source.title,
            address=source.url,
            date=source.date,
            is_month_only=source.is_month_only,
            language=source.lang,
        )
        for position, source in enumerate(item.sources)
    ]


def _updates(item: DemoItem) -> list[Update]:
    rows = []
    for position, told in enumerate(item.updates):
        update = Update(sort_order=position, at=told.at, kind=_update_kind(told.kind))
        update.is_notable = told.is_notable
        set_words(update, "text", told.text)
        rows.append(update)
    return rows


def _update_kind(word: str) -> UpdateKind:
    return UpdateKind[word.upper().replace("-", "_")]


def _illustration(item: DemoItem) -> Illustration:
    path = PICTURES_FOLDER / item.picture
    return Illustration(path, alt=item.picture_alt, credit=item.picture_credit)


def _speakers() -> Names:
    people = _table("people.toml")
    organisations = _table("organisations.toml")
    named = {
        slug: {code: f"{row[f'name_{code}']}, {row[f'post_{code}']}" for code in LANGUAGE_CODES}
        for slug, row in people.items()
    }
    bodies = {
        slug: {code: row[f"name_{code}"] for code in LANGUAGE_CODES}
        for slug, row in organisations.items()
    }
    return {**bodies, **named}


def _table(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((DEMO_FOLDER / name).read_text(encoding="utf-8"))
