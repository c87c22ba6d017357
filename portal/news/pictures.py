"""Pictures that come with the portal, put among the editors' own."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model

from portal.images.forms import PictureField
from portal.images.models import Licence
from portal.images.sizes import cut_when_stored
from portal.manuscripts.items import Illustration

TITLE_LENGTH = 255


def store_picture(illustration: Illustration) -> Any:
    """Store a picture with its alternative texts; editors find it by the Kazakh one."""
    title = illustration.alt["kk"][:TITLE_LENGTH]
    picture = get_image_model()(title=title, credit=settings.WAGTAIL_SITE_NAME, licence=Licence.OWN)
    set_words(picture, "alt", illustration.alt)
    with illustration.path.open("rb") as stream:
        picture.file = ImageFile(stream, name=illustration.path.name)
        picture.save()
    cut_when_stored(picture)
    return picture


def take_picture(illustration: Illustration) -> Any:
    """Store a picture of another newsroom as an upload is: read to its end, and written anew."""
    upload = SimpleUploadedFile(illustration.path.name, illustration.path.read_bytes())
    file = PictureField().clean(upload)
    title = next(iter(illustration.alt.values()), illustration.path.stem)[:TITLE_LENGTH]
    credit = next(iter(illustration.credit.values()), "")
    picture = get_image_model()(title=title, credit=credit, file=file)
    set_words(picture, "alt", illustration.alt)
    picture.save()
    cut_when_stored(picture)
    return picture


def set_words(row: Any, field: str, words: Mapping[str, str]) -> None:
    """Set the field of each language that there are words in."""
    for code, text in words.items():
        setattr(row, f"{field}_{code}", text)
