"""The application images."""

from django.apps import AppConfig


class ImagesConfig(AppConfig):
    """Declare portal.images."""

    name = "portal.images"
    label = "images"

    def ready(self) -> None:
        """Set how fast pictures are encoded."""
        from portal.images.encoding import encode_avif_fast

        encode_avif_fast()
