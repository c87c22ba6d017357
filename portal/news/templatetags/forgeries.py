"""Forged and outdated notices that go round, for the page to check a message."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils import timezone

from portal.news.models import Forgery

register = template.Library()


@register.inclusion_tag("news/forgeries.html")
def forgeries_going_round() -> Mapping[str, Any]:
    """List what readers are warned of now, newest first."""
    return {"rows": list(Forgery.objects.going_round(timezone.now()))}
