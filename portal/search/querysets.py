"""Adjectives for texts that can be found."""

from __future__ import annotations

from typing import Any

from django.db import models

from portal.search.marks import Question


class SearchDocumentQuerySet(models.QuerySet[Any]):
    """Select texts."""

    def answering(self, question: Question) -> SearchDocumentQuerySet:
        """Return the texts whose marks answer a question, newest first."""
        return self.filter(marks__hold=question).order_by("-published_at", "-pk")
