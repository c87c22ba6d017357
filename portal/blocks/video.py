"""A link to a film elsewhere: nothing of it is asked for before a reader follows the link."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from portal.blocks.words import InLanguageValue, language, line, web_address

LENGTH = RegexValidator(r"^(\d{1,2}:)?[0-5]?\d:[0-5]\d\Z", _("Minutes and seconds, such as 3:20."))


class VideoBlock(blocks.StructBlock):
    """Name a film, who shows it, how long it takes and in what language."""

    title = line(160, label=_("title"))
    outlet = line(120, label=_("outlet or body"))
    link = web_address(label=_("link"))
    length = blocks.CharBlock(validators=[LENGTH], label=_("length"), help_text="3:20")
    language = language()
    picture = ImageChooserBlock(
        required=False,
        label=_("picture"),
        help_text=_("A picture of the portal's own, never one from the film's page."),
    )

    class Meta:
        icon = "media"
        label = _("link to a film")
        template = "components/blocks/video.html"
        value_class = InLanguageValue
