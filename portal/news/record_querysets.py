"""Adjectives for what articles name: topics, organisations, people and their words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import models
from django.db.models import Prefetch, Q


class TopicQuerySet(models.QuerySet[Any]):
    """Select topics."""

    def by_slug(self) -> TopicQuerySet:
        """Return the topics in order of their addresses."""
        return self.order_by("slug", "pk")


class OrganisationQuerySet(models.QuerySet[Any]):
    """Select organisations."""

    def by_slug(self) -> OrganisationQuerySet:
        """Return the organisations in order of their addresses."""
        return self.order_by("slug", "pk")

    def with_names(self) -> OrganisationQuerySet:
        """Load the former names, in one query more."""
        return self.prefetch_related("former_names")


class PersonQuerySet(models.QuerySet[Any]):
    """Select people."""

    def by_slug(self) -> PersonQuerySet:
        """Return the people in order of their addresses."""
        return self.order_by("slug", "pk")

    def by_posts(self, keys: Collection[int]) -> Mapping[int, Any]:
        """Load some people with their posts: one query, one more for whoever has had no post."""
        posts = self.model._meta.get_field("posts").related_model._default_manager
        held: dict[int, list[Any]] = {}
        people: dict[int, Any] = {}
        rows = posts.filter(person__in=keys).select_related("person", "organisation")
        for post in rows.order_by("pk"):
            people.setdefault(post.person_id, post.person)
            held.setdefault(post.person_id, []).append(post)
        for key, person in people.items():
            person.posts = held[key]
        without = set(keys) - set(people)
        return {**people, **(self.with_posts().in_bulk(without) if without else {})}

    def with_posts(self) -> PersonQuerySet:
        """Load the posts and their organisations, in one query more."""
        held = self.model._meta.get_field("posts").related_model._default_manager
        return self.prefetch_related(
            Prefetch("posts", held.select_related("organisation").order_by("pk"))
        )


class QuotationQuerySet(models.QuerySet[Any]):
    """Select quotes."""

    def of_live_pages(self) -> QuotationQuerySet:
        """Return the quotes that readers can see where they stand."""
        return self.filter(page__live=True)

    def by(self, person: models.Model) -> QuotationQuerySet:
        """Return what a person said."""
        return self.filter(person=person)

    def in_language(self, code: str) -> QuotationQuerySet:
        """Return the quotes in a language; in Kazakh where their page lacks that language."""
        lacks = Q(**{f"page__headline_{code}": ""}) | Q(**{f"page__headline_{code}": None})
        return self.filter(Q(language=code) | Q(language="kk") & lacks)

    def newest_first(self) -> QuotationQuerySet:
        """Return the quotes by the day they were said, newest first."""
        return self.order_by("-said_on", "-pk")
