"""What of a picture is told in each language."""

from modeltranslation.translator import TranslationOptions, register

from portal.images.models import PortalImage


@register(PortalImage)
class PortalImageTranslation(TranslationOptions):
    """Translate the alternative text."""

    fields = ("alt",)
