"""The application images."""

from django.apps import AppConfig


class ImagesConfig(AppConfig):
    """Declare portal.images."""

    name = "portal.images"
    label = "images"
