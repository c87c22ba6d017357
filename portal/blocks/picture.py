"""A picture with its caption; its alternative texts belong to the picture itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from portal.blocks.words import line


class PictureBlock(blocks.StructBlock):
    """Hold a picture; its alternative texts in three languages belong to the picture itself."""

    picture = ImageChooserBlock(label=_("picture"))
    is_decorative = blocks.BooleanBlock(
        required=False,
        label=_("decorative"),
        help_text=_("The picture says nothing that the text does not say."),
    )
    caption = line(255, required=False, label=_("caption"))

    class Meta:
        icon = "image"
        label = _("picture")
        template = "components/blocks/picture.html"

    def clean(self, value: Any) -> Any:
        """Refuse a telling picture that a listener would know nothing of."""
        cleaned = super().clean(value)
        picture = cleaned["picture"]
        is_silent = picture is not None and not (picture.alt_kk and picture.alt_ru)
        if is_silent and not cleaned["is_decorative"]:
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
