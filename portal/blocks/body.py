"""The body of a page: what every page may be made of."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks.advice import AdviceBlock
from portal.blocks.document import DocumentBlock
from portal.blocks.facts import FactsBlock
from portal.blocks.picture import PictureBlock
from portal.blocks.questions import QuestionsBlock
from portal.blocks.table import TableBlock
from portal.blocks.timeline import TimelineBlock
from portal.blocks.video import VideoBlock
from portal.blocks.words import line, prose

MOST_BLOCKS = 200
TEXT, BOXES, FILES = _("Text"), _("Boxes"), _("Pictures and files")


class BodyBlock(blocks.StreamBlock):
    """Hold the body of a page in one language."""

    paragraph = prose(
        icon="pilcrow",
        label=_("paragraph"),
        group=TEXT,
        template="components/blocks/text.html",
    )
    heading = line(120, icon="title", label=_("heading"), group=TEXT)
    subheading = line(
        120,
        icon="title",
        label=_("subheading"),
        group=TEXT,
        template="components/blocks/subheading.html",
    )
    list = prose(
        features=("ul", "ol"),
        icon="list-ul",
        label=_("list"),
        group=TEXT,
        template="components/blocks/list.html",
    )
    questions = QuestionsBlock(group=TEXT)
    facts = FactsBlock(group=BOXES)
    advice = AdviceBlock(group=BOXES)
    table = TableBlock(group=BOXES)
    timeline = TimelineBlock(group=BOXES)
    picture = PictureBlock(group=FILES)
    document = DocumentBlock(group=FILES)
    video = VideoBlock(group=FILES)

    class Meta:
        max_num = MOST_BLOCKS

    def clean(self, value: Any) -> Any:
        """Refuse a subheading that stands under no heading."""
        cleaned = super().clean(value)
        has_heading = False
        for number, block in enumerate(cleaned):
            has_heading = has_heading or block.block_type == "heading"
            if block.block_type == "subheading" and not has_heading:
                message = _("A subheading stands under a heading.")
                raise blocks.StreamBlockValidationError({number: ValidationError(message)})
        return cleaned
