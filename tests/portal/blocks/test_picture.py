"""Telling pictures need words; they are told in the language of the page."""

import pytest
from django.utils.translation import override
from wagtail.blocks import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from portal.blocks import PictureBlock


@pytest.fixture
def picture(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    def _picture(**words):
        return get_image_model().objects.create(
            title="IMG_2031.png", file=get_test_image_file(), **words
        )

    return _picture


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


def test_a_draft_may_lack_its_picture_and_its_publication_may_not(db):
    value = {"picture": None, "is_decorative": False, "caption": ""}
    draft = PictureBlock()
    draft.defer_required_validation()

    assert draft.clean(draft.to_python(value))["picture"] is None
    draft.restore_deferred_validation()
    with pytest.raises(StructBlockValidationError):
        PictureBlock().clean(PictureBlock().to_python(value))


def test_a_picture_that_was_deleted_leaves_no_gap(db):
    block = PictureBlock()
    value = block.to_python({"picture": 999, "is_decorative": False, "caption": "Caption"})

    assert block.render(value).strip() == ""
