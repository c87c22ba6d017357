"""The blocks of a body: telling pictures need words, headings make parts and contents."""

import pytest
from django.utils.translation import override
from wagtail.blocks import StreamValue, StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from portal.blocks import BodyBlock, PictureBlock, contents, minutes_to_read, parts


@pytest.fixture
def picture(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    def _picture(**words):
        return get_image_model().objects.create(
            title="IMG_2031.png", file=get_test_image_file(), **words
        )

    return _picture


def body(*blocks):
    block = BodyBlock()
    return StreamValue(block, [{"type": kind, "value": value} for kind, value in blocks], True)


@pytest.mark.parametrize("words", [{}, {"alt_kk": "Көше"}, {"alt_ru": "Улица"}])
def test_a_telling_picture_without_words_in_kazakh_and_russian_is_refused(picture, words):
    value = {"picture": picture(**words), "is_decorative": False, "caption": ""}

    with pytest.raises(StructBlockValidationError) as refused:
        PictureBlock().clean(value)

    assert set(refused.value.block_errors) == {"picture"}


def test_a_decorative_picture_needs_no_words_and_says_none(picture):
    block = PictureBlock()
    value = block.to_python(
        {"picture": picture(alt_kk="Көше").pk, "is_decorative": True, "caption": ""}
    )

    assert block.clean(value)
    assert 'alt=""' in block.render(value)


@pytest.mark.parametrize(("language", "words"), [("kk", "Көше"), ("ru", "Улица"), ("en", "Street")])
def test_a_picture_is_told_in_the_language_of_the_page(picture, language, words):
    block = PictureBlock()
    stored = picture(alt_kk="Көше", alt_ru="Улица", alt_en="Street")
    value = block.to_python({"picture": stored.pk, "is_decorative": False, "caption": ""})

    with override(language):
        html = block.render(value)

    assert f'alt="{words}"' in html
    assert ".webp" in html
    assert 'loading="lazy"' in html
    assert "IMG_2031" not in html.split("alt=")[1]


def test_a_picture_that_was_deleted_leaves_no_gap(db):
    block = PictureBlock()
    value = block.to_python({"picture": 999, "is_decorative": False, "caption": "Caption"})

    assert block.render(value).strip() == ""


def test_a_body_is_cut_at_its_headings():
    opening, found = parts(
        body(("paragraph", "a"), ("heading", "One"), ("paragraph", "b"), ("heading", "Two"))
    )

    assert [block.block_type for block in opening] == ["paragraph"]
    assert [(part.number, part.heading, len(part.blocks)) for part in found] == [
        (2, "One", 1),
        (4, "Two", 0),
    ]


def test_contents_count_blocks_as_the_anchors_do():
    headings = [("heading", str(number)) for number in range(3)]

    assert contents(body(("paragraph", "a"), *headings)) == []
    assert contents(body(("paragraph", "a"), *headings, ("heading", "3")))[0] == (2, "0")


def test_reading_takes_a_minute_at_least_and_counts_retold_words():
    words = "word " * 320

    assert minutes_to_read(body()) == 1
    assert minutes_to_read(body(("paragraph", f"<p>{words}</p>"))) == 2
    assert minutes_to_read(body(("retold", {"text": words, "speaker": "x", "source": 1}))) == 2
