"""Somebody's words in indirect speech."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks.words import line, prose


class RetoldBlock(blocks.StructBlock):
    """Hold somebody's words in indirect speech: no quotation marks, always labelled."""

    text = prose(label=_("text"))
    speaker = line(255, required=False, label=_("speaker, with the post of that day"))
    source = blocks.IntegerBlock(
        required=False, min_value=1, label=_("number of the source in the list below")
    )

    class Meta:
        icon = "openquote"
        label = _("retold words")
        template = "components/blocks/retold.html"
