"""A fact box: a title, and facts by name."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks.words import line

MOST_FACTS = 12


class FactBlock(blocks.StructBlock):
    """Hold one fact."""

    name = line(60, label=_("name"))
    text = line(300, label=_("text"))

    class Meta:
        icon = "info-circle"
        label = _("fact")


class FactsBlock(blocks.StructBlock):
    """Hold facts that a reader looks up beside the text."""

    title = line(120, label=_("title"))
    facts = blocks.ListBlock(FactBlock(), min_num=1, max_num=MOST_FACTS, label=_("facts"))

    class Meta:
        icon = "info-circle"
        label = _("fact box")
        template = "components/blocks/facts.html"
