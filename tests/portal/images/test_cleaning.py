"""What of an upload is kept: pixels and colours; no place, no device, no code behind them."""

import io

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images.forms import get_image_form

from portal.images.models import PortalImage
from portal.images.sizes import PLACES, cut
from tests.portal.images import files

POLYGLOTS = {
    "page.png": files.PNG_THAT_IS_A_PAGE,
    "code.png": files.PNG_WITH_CODE,
    "code.jpg": files.JPEG_WITH_CODE,
    "script.gif": files.GIF_THAT_IS_A_SCRIPT,
}


@pytest.fixture
def store(db, tmp_path, settings):
    """Return a function that uploads a file through the editors' form."""
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # it would answer for the pictures of another test, by the same keys

    def _store(name: str, content: bytes, **fields) -> PortalImage:
        upload = SimpleUploadedFile(name, content, "image/png")
        form = get_image_form(PortalImage)(
            {"title": "A picture", "collection": "1", **fields}, {"file": upload},
            instance=PortalImage(),
        )  # fmt: skip
        assert form.is_valid(), form.errors
        return form.save()

    return _store


def stored_file(row) -> bytes:
    with row.file.open() as stream:
        return stream.read()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_neither_place_nor_camera_is_kept_and_the_photo_stands_upright(store, form):
    content = files.located(form)
    assert b"zq-camera" in content

    kept = store(f"photo.{form.lower()}", content)

    stored = stored_file(kept)
    with Image.open(io.BytesIO(stored)) as found:
        assert not dict(found.getexif())
        assert found.size == (30, 40)
        assert found.format == form
    assert b"zq-camera" not in stored
    assert (kept.width, kept.height) == (30, 40)


@pytest.mark.parametrize("name", POLYGLOTS)
def test_what_hides_behind_the_pixels_is_not_kept(store, name):
    kept = store(name, POLYGLOTS[name])

    stored = stored_file(kept)

    assert not any(part in stored for part in (b"<script", b"<?php", b"alert(1)"))
    with Image.open(io.BytesIO(stored)) as found:
        assert found.size == (40, 30)


def test_a_transparent_picture_stays_so(store):
    stream = io.BytesIO()
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(stream, "PNG")

    kept = store("clear.png", stream.getvalue())

    with Image.open(io.BytesIO(stored_file(kept))) as found:
        assert found.getchannel("A").getextrema() == (0, 0)


def test_a_picture_is_cut_once_to_every_size_before_a_reader_asks(
    store, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        kept = store("photo.jpg", files.located("JPEG"))

    made = {rendition.filter_spec for rendition in kept.renditions.all()}

    assert made == {spec for place in PLACES.values() for spec in place.specs()}
    assert {name.rsplit(".")[-1] for name in kept.renditions.values_list("file", flat=True)} == {
        "avif", "webp", "jpg",
    }  # fmt: skip


def test_no_cut_tells_more_than_the_picture(store):
    kept = store("photo.jpg", files.located("JPEG"))
    cut(kept.pk)

    for rendition in kept.renditions.all():
        with Image.open(io.BytesIO(stored_file(rendition))) as found:
            assert not dict(found.getexif()), rendition.filter_spec


def test_a_new_focal_point_is_cut_anew(store, django_capture_on_commit_callbacks):
    kept = store("photo.png", files.picture(size=(400, 100)))
    cut(kept.pk)
    before = set(kept.renditions.values_list("focal_point_key", flat=True))
    point = {f"focal_point_{name}": 20 for name in ("x", "y", "width", "height")}
    form = get_image_form(PortalImage)(
        {"title": "A picture", "collection": "1", **point}, instance=kept
    )

    with django_capture_on_commit_callbacks(execute=True):
        form.save()

    after = set(kept.renditions.values_list("focal_point_key", flat=True))
    assert after > before


def test_a_picture_that_is_gone_is_not_cut(db):
    cut(0)

    assert not PortalImage.get_rendition_model().objects.exists()
