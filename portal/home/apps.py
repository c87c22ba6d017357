"""The application home."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Declare portal.home."""

    name = "portal.home"
    label = "home"
