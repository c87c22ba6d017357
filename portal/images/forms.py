"""The form of a picture, which refuses a broken file instead of failing over it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class PictureField(WagtailImageField):
    """Take a picture that can be read to its end."""

    def check_image_pixel_size(self, f: Any) -> None:
        try:
            super().check_image_pixel_size(f)
        except (OSError, SyntaxError) as broken:
            # Pillow opens a file cut off on its way, and fails when it reads the rest.
            message = self.error_messages["invalid_image"]
            raise ValidationError(message, code="invalid_image") from broken


class PictureForm(BaseImageForm):
    """Ask for a picture and its texts."""

    file = PictureField(label=_("File"), widget=BaseImageForm.Meta.widgets["file"])
