"""The application news."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """Declare portal.news."""

    name = "portal.news"
    label = "news"
