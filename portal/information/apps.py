"""The application information."""

from django.apps import AppConfig


class InformationConfig(AppConfig):
    """Declare portal.information."""

    name = "portal.information"
    label = "information"
