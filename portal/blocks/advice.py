"""The advice for a level, as it stands in the catalogue when the page is read."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from guidance.models import AdviceGroup


class AdviceBlock(blocks.StructBlock):
    """Show the lines of a list of advice; they are live, not a copy."""

    group = blocks.ChoiceBlock(choices=AdviceGroup.choices, label=_("advice for"))

    class Meta:
        icon = "list-ol"
        label = _("advice for a level")
        template = "components/blocks/advice.html"
