"""Adjectives for the list of forged and outdated notices."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q

MOST_SHOWN = 20


class ForgeryQuerySet(models.QuerySet[Any]):
    """Select notices that people forward although they are forged or out of date."""

    def going_round(self, at: datetime) -> Self:
        """Return the latest of those that readers are warned of at an instant, newest first."""
        is_open = Q(shown_until=None) | Q(shown_until__gt=at)
        found = self.filter(is_open, shown_from__lte=at)
        return found.order_by("-seen_date", "-pk")[:MOST_SHOWN]
