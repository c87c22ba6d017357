"""The form of a picture: refuses what is no still picture, and keeps nothing but its pixels."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from portal.images.cleaning import Moves, cleaned
from portal.images.sizes import cut_when_stored

# Pillow opens a file cut off on its way, or packed with megabytes of text, and fails over the rest.
BROKEN = (OSError, SyntaxError, ValueError)


class PictureField(WagtailImageField):
    """Take a picture that can be read to its end, and write it anew."""

    def to_python(self, data: Any) -> Any:
        """Return the upload as a file that holds the picture alone."""
        upload = super().to_python(data)
        if upload is None:
            return None
        upload.seek(0)
        try:
            content = cleaned(upload)
        except Moves as moves:
            message = _("This picture moves. Choose one that stands still.")
            raise ValidationError(message, code="moving_image") from moves
        except BROKEN as broken:
            raise self._unreadable() from broken
        return SimpleUploadedFile(upload.name, content, upload.content_type)

    def check_image_pixel_size(self, f: Any) -> None:
        try:
            super().check_image_pixel_size(f)
        except ValidationError:
            raise
        except BROKEN as broken:
            raise self._unreadable() from broken

    def _unreadable(self) -> ValidationError:
        return ValidationError(self.error_messages["invalid_image"], code="invalid_image")


class PictureForm(BaseImageForm):
    """Ask for a picture and its texts."""

    file = PictureField(label=_("File"), widget=BaseImageForm.Meta.widgets["file"])

    def save(self, commit: bool = True) -> Any:
        """Store the picture and cut it to size: a new focal point needs new cuts, too."""
        picture = super().save(commit=commit)
        if commit:
            cut_when_stored(picture)
        return picture
