"""The part of the portal that works without a network."""

from django.apps import AppConfig


class OfflineConfig(AppConfig):
    """Name the app."""

    name = "portal.offline"
    label = "offline"
