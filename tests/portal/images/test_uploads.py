"""What may be uploaded as a picture, and what is told of it."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image
from wagtail.images.forms import get_image_form

from portal.images.forms import PictureForm
from portal.images.models import PortalImage

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<html><script>alert(1)</script></html>"
pytestmark = pytest.mark.django_db


def picture(kind: str = "PNG") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(stream, kind)
    return stream.getvalue()


def form_for(name: str, content: bytes, kind: str = "image/png"):
    form = get_image_form(PortalImage)
    upload = SimpleUploadedFile(name, content, content_type=kind)
    return form({"title": "A picture"}, {"file": upload}, instance=PortalImage())


def test_the_form_is_ours() -> None:
    assert issubclass(get_image_form(PortalImage), PictureForm)
    assert "alt_kk" in get_image_form(PortalImage).base_fields


def test_a_picture_is_taken() -> None:
    assert not form_for("photo.png", picture()).errors.get("file")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("drawing.svg", SVG, "image/svg+xml"),
        ("drawing.png", SVG, "image/png"),
        ("page.png", HTML, "image/png"),
        ("page.html", HTML, "text/html"),
        ("photo.png.html", picture(), "text/html"),
        ("photo.svg", picture(), "image/png"),
        ("photo.gif", picture("PNG"), "image/gif"),
        ("photo.png", b"", "image/png"),
        ("cut.png", picture()[:60], "image/png"),
        ("cut.jpg", picture("JPEG")[:200], "image/jpeg"),
        ("bad.png", picture().replace(b"IDAT", b"IDXX"), "image/png"),
        ("photo.tiff", picture("TIFF"), "image/tiff"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_picture_is_refused(name: str, content: bytes, kind: str) -> None:
    assert form_for(name, content, kind).errors["file"]


def test_more_than_ten_megabytes_are_refused() -> None:
    assert form_for("photo.png", picture() + b"0" * 10 * 1024 * 1024).errors["file"]


def test_the_alternative_text_speaks_the_language_of_the_page_and_is_never_the_title() -> None:
    image = PortalImage(title="IMG_0042.png", alt_kk="Дала", alt_ru="Степь", alt_en="Steppe")

    said = []
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            said.append(image.default_alt_text)

    assert said == ["Дала", "Степь", "Steppe"]
    assert PortalImage(title="IMG_0042.png").default_alt_text == ""
