"""The blocks that a page's body is made of."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

WORDS_A_MINUTE = 160
HEADINGS_FOR_A_LIST = 4
INLINE = ["bold", "italic", "link", "document-link"]


class PictureBlock(blocks.StructBlock):
    """Hold a picture; its alternative texts in three languages belong to the picture itself."""

    picture = ImageChooserBlock(label=_("picture"))
    is_decorative = blocks.BooleanBlock(
        required=False,
        label=_("decorative"),
        help_text=_("The picture says nothing that the text does not say."),
    )
    caption = blocks.CharBlock(required=False, max_length=255, label=_("caption"))

    class Meta:
        icon = "image"
        label = _("picture")
        template = "components/blocks/picture.html"

    def clean(self, value: Any) -> Any:
        """Refuse a telling picture that a listener would know nothing of."""
        cleaned = super().clean(value)
        picture = cleaned["picture"]
        if not cleaned["is_decorative"] and not (picture.alt_kk and picture.alt_ru):
            message = _("Give this picture an alternative text in Kazakh and Russian first.")
            raise blocks.StructBlockValidationError({"picture": ValidationError(message)})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the alternative text in the language of the page."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        picture = value["picture"]
        is_silent = value["is_decorative"] or picture is None
        context["alt"] = "" if is_silent else picture.alt
        return context


class RetoldBlock(blocks.StructBlock):
    """Hold somebody's words in indirect speech: no quotation marks, always labelled."""

    text = blocks.RichTextBlock(features=INLINE, label=_("text"))
    speaker = blocks.CharBlock(
        required=False, max_length=255, label=_("speaker, with the post of that day")
    )
    source = blocks.IntegerBlock(
        required=False, min_value=1, label=_("number of the source in the list below")
    )

    class Meta:
        icon = "openquote"
        label = _("retold words")
        template = "components/blocks/retold.html"


class BodyBlock(blocks.StreamBlock):
    """Hold the body of a page in one language."""

    paragraph = blocks.RichTextBlock(
        features=INLINE,
        icon="pilcrow",
        label=_("paragraph"),
        template="components/blocks/text.html",
    )
    heading = blocks.CharBlock(max_length=120, icon="title", label=_("heading"))
    list = blocks.RichTextBlock(
        features=["ul", "ol", *INLINE],
        icon="list-ul",
        label=_("list"),
        template="components/blocks/list.html",
    )
    picture = PictureBlock()
    retold = RetoldBlock()


class Part(NamedTuple):
    """Hold a heading with the blocks that follow it."""

    number: int
    heading: str
    blocks: list[Any]


def parts(body: Any) -> tuple[list[Any], list[Part]]:
    """Cut a body at its headings; return first the blocks that stand before them."""
    opening: list[Any] = []
    found: list[Part] = []
    for number, block in enumerate(body, start=1):
        if block.block_type == "heading":
            found.append(Part(number, block.value, []))
        else:
            (found[-1].blocks if found else opening).append(block)
    return opening, found


def contents(body: Any) -> list[tuple[int, str]]:
    """Return number and text of the headings where there are enough of them for a list."""
    blocks_in_order = enumerate(body.raw_data, start=1)
    found = [(number, block["value"]) for number, block in blocks_in_order if _is_heading(block)]
    return found if len(found) >= HEADINGS_FOR_A_LIST else []


def minutes_to_read(body: Any) -> int:
    """Return how long reading a body aloud takes, one minute at least."""
    words = sum(len(strip_tags(_text(block["value"])).split()) for block in body.raw_data)
    return max(1, round(words / WORDS_A_MINUTE))


def _is_heading(block: Any) -> bool:
    return bool(block["type"] == "heading")


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("text") or value.get("caption") or "")
    return str(value)
