"""Adjectives for articles: newest first, of a type, about a region, in a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from portal.news.choices import UpdateKind
from portal.news.few import any_of

COUNTRY = "KZ"
HEADLINE = ("headline", "lead", "is_machine")
NEAR = 100  # so many articles of each topic and region, the last written, are compared


class NewsPageQuerySet(PageQuerySet):
    """Select articles and statements."""

    def newest_first(self) -> Self:
        """Return the pages by the date they show, newest first."""
        pages: Self = self.order_by("-published_at", "-pk")
        return pages

    def of_kinds(self, kinds: Iterable[str]) -> Self:
        """Return the pages of some types."""
        pages: Self = self.filter(kind__in=kinds)
        return pages

    def about_region(self, code: str, *, is_rare: bool = False) -> Self:
        """Return the pages about a region or a place inside it; of the country, its own only."""
        return self._linked(self.regions_named(code), is_rare=is_rare)

    def about_topic(self, slug: str, *, is_rare: bool = False) -> Self:
        """Return the pages about a topic."""
        return self._linked(self.topics_named(slug), is_rare=is_rare)

    def regions_named(self, code: str) -> models.QuerySet[Any]:
        """Return the rows that link pages with a region or a place inside it."""
        named = Q(region__code=code)
        if code != COUNTRY:
            named |= Q(region__code__startswith=f"{code}-")
        links: models.QuerySet[Any] = self.model.regions.through._default_manager.filter(named)
        return links

    def topics_named(self, slug: str) -> models.QuerySet[Any]:
        """Return the rows that link pages with a topic."""
        through = self.model.topics.through._default_manager
        links: models.QuerySet[Any] = through.filter(topic__slug=slug)
        return links

    def _linked(self, links: models.QuerySet[Any], *, is_rare: bool) -> Self:
        # Few pages are gathered and sorted; many are met soon enough along the dates. SQLite keeps
        # no figures of its tables, and would do either at the price of the other.
        pages: Self = (
            self.filter(pk__in=links.values("newspage"))
            if is_rare
            else self.filter(Exists(links.filter(newspage=OuterRef("pk"))))
        )
        return pages

    def about_organisation(self, slug: str) -> Self:
        """Return the statements of an organisation, and the pages that speak of it."""
        issued = self.model._meta.get_field("statementpage").related_model
        mentions = self.model._meta.get_field("organisation_mentions").related_model
        # Few of all pages are about one organisation: they are gathered, then sorted.
        pages: Self = self.filter(
            Q(pk__in=issued._default_manager.filter(issued_by__slug=slug).values("pk"))
            | Q(pk__in=mentions._default_manager.filter(organisation__slug=slug).values("page"))
        )
        return pages

    def issued_by(self, organisation: models.Model) -> Self:
        """Return the statements that an organisation issued."""
        pages: Self = self.filter(statementpage__issued_by=organisation)
        return pages

    def signed_by(self, person: models.Model) -> Self:
        """Return the statements that a person signed."""
        pages: Self = self.filter(statementpage__signed_by=person)
        return pages

    def speaking_of_organisation(self, organisation: models.Model) -> Self:
        """Return the pages that speak of an organisation."""
        pages: Self = self.filter(organisation_mentions__organisation=organisation)
        return pages

    def speaking_of_person(self, person: models.Model) -> Self:
        """Return the pages that speak of a person."""
        pages: Self = self.filter(person_mentions__person=person)
        return pages

    def lacking(self, language: str) -> Self:
        """Return the pages that have no text in a language, or not all of it."""
        pages: Self = self.filter(
            language_states__language=language, language_states__progress__in=("MISSING", "PARTLY")
        )
        return pages

    def exercising_after(self, at: datetime) -> Self:
        """Return the announcements of exercises not over at an instant, the first ones first."""
        lasting = self.filter(statementpage__exercise_ends_at__gt=at)
        pages: Self = lasting.order_by("statementpage__exercise_starts_at", "pk")
        return pages

    def announcing_exercises(self, topic: str) -> Self:
        """Return the statements with hours of an exercise, and those under the topic."""
        found = self.filter(
            Q(statementpage__exercise_ends_at__isnull=False)
            | Q(pk__in=self.topics_named(topic).values("newspage"))
        )
        pages: Self = found.annotate(
            exercise_starts=F("statementpage__exercise_starts_at"),
            exercise_ends=F("statementpage__exercise_ends_at"),
        )
        return pages

    def in_year(self, year: int) -> Self:
        """Return the pages dated within a year by the clocks of the capital."""
        return self.dated(*year_span(year))

    def in_month(self, year: int, month: int) -> Self:
        """Return the pages dated within a month by the clocks of the capital."""
        return self.dated(*month_span(year, month))

    def published_by(self, at: datetime) -> Self:
        """Return the pages dated up to an instant."""
        pages: Self = self.filter(published_at__lte=at)
        return pages

    def dated(self, since: datetime, until: datetime) -> Self:
        """Return the pages dated within a span."""
        pages: Self = self.filter(published_at__gte=since, published_at__lt=until)
        return pages

    def closest_to(self, regions: Iterable[Any], topics: Iterable[Any]) -> Self:
        """Return the pages that share a topic or a region; those that share both come first."""
        about = self.model.regions.through._default_manager.filter(
            newspage=OuterRef("pk"), region__in=list(regions)
        )
        on = self.model.topics.through._default_manager.filter(
            newspage=OuterRef("pk"), topic__in=list(topics)
        )
        near = [self.model.topics.through._default_manager.filter(topic=topic) for topic in topics]
        near += [
            self.model.regions.through._default_manager.filter(region=region) for region in regions
        ]
        if not near:
            empty: Self = self.none()
            return empty
        latest = (links.order_by("-newspage_id").values("newspage_id")[:NEAR] for links in near)
        shared = self.filter(id__in=any_of(latest))
        pages: Self = (
            shared.annotate(shares_region=Exists(about), shares_topic=Exists(on))
            .for_rows()
            .order_by("-shares_topic", "-shares_region", "-published_at", "-pk")
        )
        return pages

    def latest_of(self, shares: Iterable[tuple[Iterable[str], int]]) -> Self:
        """Return the newest pages of each group of types, so many of each, in one query."""
        newest = (self.of_kinds(kinds).newest_first().values("pk")[:few] for kinds, few in shares)
        pages: Self = self.filter(id__in=any_of(newest)).for_lists()
        return pages

    def whole(self) -> Self:
        """Load the records that stand one to one with a page, together with it."""
        pages: Self = self.select_related("picture", "published_levels")
        return pages

    def for_rows(self) -> Self:
        """Load what a row says, and no bodies, in a fixed number of queries."""
        pages: Self = (
            self.defer_streamfields().prefetch_related("regions").with_updates().newest_first()
        )
        return pages

    def for_headlines(self) -> Self:
        """Load headline, type and day, and what befell them since; no bodies and no records."""
        words = (f"{field}_{code}" for field in HEADLINE for code, _name in settings.LANGUAGES)
        pages: Self = self.only("url_path", "kind", "published_at", *words).with_updates()
        return pages.newest_first()

    def with_updates(self) -> Self:
        """Say of each page whether it was corrected, and when it last said something new.

        `updated_at` is the time of the latest notable update or, of a live post, of its latest
        entry; empty where a page stands as it was first published.
        """
        updates: Any = self.model._meta.get_field("updates").related_model
        entries: Any = updates._meta.get_field("entry").related_model
        notable = updates._default_manager.filter(page=OuterRef("pk"), is_notable=True)
        public = entries._default_manager.published().filter(page=OuterRef("pk"))
        told = Subquery(notable.order_by("-at").values("at")[:1])
        entered = Subquery(public.order_by("-at").values("at")[:1])
        pages: Self = self.annotate(
            was_corrected=Exists(notable.filter(kind=UpdateKind.CORRECTION)),
            # Of one and nothing SQLite makes nothing, PostgreSQL the one.
            updated_at=Greatest(Coalesce(told, entered), Coalesce(entered, told)),
        )
        return pages

    def notably_updated(self) -> Self:
        """Return the pages that were notably updated, by their last update, newest first."""
        updated = self.filter(updates__is_notable=True)
        pages: Self = updated.order_by("-updates__at", "-pk")
        return pages

    def for_feeds(self) -> Self:
        """Load what entries of feeds say."""
        rows = self.for_rows().select_related("statementpage__issued_by")
        pages: Self = rows.prefetch_related("topics", "statementpage__issued_by__former_names")
        return pages

    def for_lists(self) -> Self:
        """Load what rows with pictures show."""
        pages: Self = (
            self.for_rows().select_related("picture").prefetch_related("picture__renditions")
        )
        return pages


def year_span(year: int) -> tuple[datetime, datetime]:
    """Return the first instant of a year and of the next, by the clocks of the capital."""
    return _month_begins(year, 1), _month_begins(year + 1, 1)


def month_span(year: int, month: int) -> tuple[datetime, datetime]:
    """Return the first instant of a month and of the next, by the clocks of the capital."""
    return _month_begins(year, month), _month_begins(year, month + 1)


def _month_begins(year: int, month: int) -> datetime:
    zone = ZoneInfo(settings.TIME_ZONE)
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1, tzinfo=zone)


if TYPE_CHECKING:
    NewsPageManager = Any
else:
    NewsPageManager = PageManager.from_queryset(NewsPageQuerySet)
