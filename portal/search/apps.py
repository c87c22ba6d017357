"""The application search."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Declare portal.search."""

    name = "portal.search"
    label = "search"
