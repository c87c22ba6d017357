"""Pages made of articles that are written down in files."""

from collections.abc import Mapping
from typing import Any

from django.utils.timezone import localdate

from guidance.models import Region
from portal.manuscripts.items import Item
from portal.news.bodies import body_of
from portal.news.choices import NewsKind, UpdateKind
from portal.news.models import (
    ArticlePage,
    LivePage,
    NewsIndexPage,
    NewsPage,
    Organisation,
    OrganisationMention,
    Person,
    PersonMention,
    Source,
    StatementPage,
    Topic,
    Update,
)
from portal.news.pictures import set_words
from portal.news.written_references import WrittenReferences

PAGES: Mapping[NewsKind, type[Any]] = {
    NewsKind.STATEMENT: StatementPage,
    NewsKind.LIVE: LivePage,
}


def publish_item(news: NewsIndexPage, item: Item, references: WrittenReferences) -> NewsPage:
    """Publish an article with its records; a page that may not go live raises what is wrong."""
    kind = NewsKind[item.type.upper()]
    page: NewsPage = PAGES.get(kind, ArticlePage)(kind=kind)
    page.address, page.published_at, page.live = item.address, item.published_at, False
    page.picture = references.illustration()
    for code, text in item.texts.items():
        setattr(page, f"headline_{code}", text.headline)
        setattr(page, f"lead_{code}", text.lead)
        setattr(page, f"body_{code}", body_of(text.blocks, references))
    if kind == NewsKind.ADVICE:
        page.reviewed_on = localdate(item.published_at)
    if isinstance(page, StatementPage):
        page.act_number = item.act_number
        page.issued_by = Organisation.objects.get(slug=item.issued_by)
        page.exercise_starts_at, page.exercise_ends_at = item.exercise or (None, None)
        page.signed_by = Person.objects.filter(slug=item.signed_by).first()
    news.add_child(instance=page)
    page.regions.set(Region.objects.filter(code__in=item.regions))
    page.topics.set(Topic.objects.filter(slug__in=item.topics))
    page.organisation_mentions.set(_organisations(item))
    page.person_mentions.set(_people(item))
    page.sources.set(_sources(item))
    page.save_revision().publish()
    _log(page, item)
    return page


def _sources(item: Item) -> list[Source]:
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


def _log(page: NewsPage, item: Item) -> None:
    for told in item.updates:
        update = Update(page_id=page.pk, at=told.at, kind=_update_kind(told.kind))
        update.is_notable = told.is_notable
        set_words(update, "text", told.text)
        update.save()


def _update_kind(word: str) -> UpdateKind:
    return UpdateKind[word.upper().replace("-", "_")]


def _organisations(item: Item) -> list[OrganisationMention]:
    spoken_of = [slug for slug in item.organisations if slug != item.issued_by]
    found = Organisation.objects.filter(slug__in=spoken_of).by_slug()
    return [
        OrganisationMention(sort_order=position, organisation=organisation)
        for position, organisation in enumerate(found)
    ]


def _people(item: Item) -> list[PersonMention]:
    spoken_of = [slug for slug in item.people if slug != item.signed_by]
    found = Person.objects.filter(slug__in=spoken_of).by_slug()
    return [
        PersonMention(sort_order=position, person=person) for position, person in enumerate(found)
    ]
