"""Adjectives for the log of updates and for the rows of live posts."""

from __future__ import annotations

from typing import Any, Self

from django.db import models


class UpdateQuerySet(models.QuerySet[Any]):
    """Select lines of the log of corrections and updates."""

    def newest_first(self) -> Self:
        """Return the lines by time, newest first, each with what it leads to."""
        return self.select_related("entry", "notice").order_by("-at", "-pk")

    def of_page(self, pk: int | None) -> Self:
        """Return the log of a page; a page that nobody saved has none."""
        return self.filter(page=pk).newest_first()


class LiveEntryQuerySet(models.QuerySet[Any]):
    """Select entries of live posts."""

    def published(self) -> Self:
        """Return the entries that readers see."""
        return self.filter(published_at__isnull=False)

    def drafts(self) -> Self:
        """Return the entries that only the newsroom sees, latest first."""
        return self.filter(published_at__isnull=True).order_by("-pk")

    def newest_first(self) -> Self:
        """Return the entries by the time they show, newest first, with what they lead to."""
        return self.select_related("declaration").order_by("-at", "-number")

    def oldest_first(self) -> Self:
        """Return the entries by the time they show, oldest first, with what they lead to."""
        return self.select_related("declaration").order_by("at", "number")


class LiveSummaryQuerySet(models.QuerySet[Any]):
    """Select versions of what is known."""

    def latest_first(self) -> Self:
        """Return the versions, the present one first."""
        return self.order_by("-at", "-pk")
