"""What may be uploaded as a picture, and what is told of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from wagtail.images.forms import get_image_form

from portal.images.forms import PictureForm
from portal.images.models import PortalImage
from tests.portal.images import files
from tests.portal.images.files import HTML, SVG, film, picture

pytestmark = pytest.mark.django_db
REFUSED = {
    "drawing.svg": (SVG, "image/svg+xml", "invalid_image_extension"),
    "drawing.png": (SVG, "image/png", "invalid_image"),
    "page.png": (HTML, "image/png", "invalid_image"),
    "page.html": (HTML, "text/html", "invalid_image"),
    "photo.png.html": (picture(), "text/html", "invalid_extension"),
    "photo.svg": (picture(), "image/png", "invalid_extension"),
    "photo.gif": (picture("PNG"), "image/gif", "invalid_image_known_format"),
    "photo.jpg": (picture("WEBP"), "image/jpeg", "invalid_image_known_format"),
    "nothing.png": (b"", "image/png", "empty"),
    "cut.png": (picture()[:60], "image/png", "invalid_image"),
    "cut.jpg": (picture("JPEG")[:200], "image/jpeg", "invalid_image"),
    "bad.png": (picture().replace(b"IDAT", b"IDXX"), "image/png", "invalid_image"),
    "photo.tiff": (picture("TIFF"), "image/tiff", "invalid_extension"),
    "film.gif": (film("GIF"), "image/gif", "moving_image"),
    "film.webp": (film("WEBP"), "image/webp", "moving_image"),
    "film.png": (film("PNG"), "image/png", "moving_image"),
    "film.avif": (film("AVIF"), "image/avif", "moving_image"),
    "bomb.png": (files.claiming(60_000, 60_000), "image/png", "file_too_many_pixels"),
    "large.png": (files.claiming(9_000, 9_000), "image/png", "file_too_many_pixels"),
    "packed.png": (files.PACKED_TEXT, "image/png", "invalid_image"),
    "heavy.png": (picture() + b"0" * 10 * 1024 * 1024, "image/png", "file_too_large"),
}
CODES = {name: code for name, (_content, _kind, code) in REFUSED.items()}


def upload(name: str, content: bytes, kind: str = "image/png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type=kind)


def form_for(name: str, content: bytes, kind: str = "image/png"):
    form = get_image_form(PortalImage)
    return form(
        {"title": "A picture"}, {"file": upload(name, content, kind)}, instance=PortalImage()
    )


def test_the_form_is_ours() -> None:
    fields = get_image_form(PortalImage).base_fields

    assert issubclass(get_image_form(PortalImage), PictureForm)
    assert {"alt_kk", "alt_ru", "alt_en", "credit", "licence", "source"} <= set(fields)
    assert {"focal_point_x", "focal_point_y"} <= set(fields)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "AVIF", "GIF"])
def test_a_picture_is_taken(form: str) -> None:
    assert not form_for(f"photo.{form.lower()}", picture(form)).errors.get("file")


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_is_refused(name: str) -> None:
    content, kind, _code = REFUSED[name]

    errors = form_for(name, content, kind).errors.as_data()["file"]

    assert errors
    assert all(str(error.message).strip() for error in errors)


@pytest.mark.parametrize("name", ["film.gif", "bomb.png", "heavy.png", "packed.png", "photo.gif"])
def test_the_editor_is_told_why(name: str) -> None:
    content, kind, code = REFUSED[name]

    errors = form_for(name, content, kind).errors.as_data()["file"]

    assert [error.code for error in errors] == [code]


@pytest.mark.parametrize("name", ["drawing.svg", "page.png", "film.gif", "bomb.png", "heavy.png"])
@pytest.mark.parametrize(
    ("route", "field"),
    [
        ("wagtailimages:add", "file"),
        ("wagtailimages:add_multiple", "files[]"),
        ("wagtailimages_chooser:create", "image-chooser-upload-file"),
    ],
)
def test_no_door_stores_what_is_refused(
    page_tree, editor, signed_in, tmp_path, settings, route: str, field: str, name: str
) -> None:
    settings.MEDIA_ROOT = tmp_path
    content, kind, _code = REFUSED[name]
    before = PortalImage.objects.count()

    answer = signed_in(editor).post(
        reverse(route), {"title": "x", "image-chooser-upload-title": "x",
                         field: upload(name, content, kind)},
    )  # fmt: skip

    assert answer.status_code in (200, 400)
    assert PortalImage.objects.count() == before
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_the_alternative_text_speaks_the_language_of_the_page_and_is_never_the_title() -> None:
    image = PortalImage(title="IMG_0042.png", alt_kk="Дала", alt_ru="Степь", alt_en="Steppe")

    said = []
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            said.append(image.default_alt_text)

    assert said == ["Дала", "Степь", "Steppe"]
    assert PortalImage(title="IMG_0042.png").default_alt_text == ""
