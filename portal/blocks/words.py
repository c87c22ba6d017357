"""Kinds of fields of blocks: lines, formatted texts, web addresses, languages."""

from typing import Any

from django.conf import settings
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.languages import WRITTEN_IN
from portal.text_checks import AtMost, ProseAtMost, refuse_bad_line, refuse_bad_prose

INLINE = ["bold", "italic", "link", "document-link"]
LONGEST_PROSE = 5_000


def line(limit: int, **options: Any) -> blocks.CharBlock:
    """Make a field for one line of plain text."""
    return blocks.CharBlock(validators=[AtMost(limit), refuse_bad_line], **options)


def prose(
    *, limit: int = LONGEST_PROSE, features: tuple[str, ...] = (), **options: Any
) -> blocks.RichTextBlock:
    """Make a field for a formatted text: words, links and what else it may have."""
    return blocks.RichTextBlock(
        features=[*features, *INLINE],
        validators=[ProseAtMost(limit), refuse_bad_prose],
        **options,
    )


def web_address(**options: Any) -> blocks.URLBlock:
    """Make a field for the address of a page elsewhere."""
    return blocks.URLBlock(
        max_length=500,
        validators=[URLValidator(schemes=["http", "https"]), refuse_bad_line],
        **options,
    )


def language(**options: Any) -> blocks.ChoiceBlock:
    """Make a field for the language of something elsewhere."""
    return blocks.ChoiceBlock(choices=settings.LANGUAGES, label=_("language"), **options)


class InLanguageValue(blocks.StructValue):
    """Tell the language of something elsewhere."""

    @property
    def written_in(self) -> str:
        """Name the language in the reader's own."""
        return str(WRITTEN_IN.get(self["language"], ""))
