"""Which fields of the information pages are in Kazakh, Russian and English."""

from modeltranslation.translator import TranslationOptions, register

from portal.information.models import InformationPage, LevelIndexPage, LevelPage

REQUIRED = {"kk": ("headline",), "ru": ("headline",)}


@register(InformationPage)
class InformationPageTranslation(TranslationOptions):
    """Translate all texts."""

    fields = ("headline", "lead", "body")
    required_languages = REQUIRED


@register([LevelIndexPage, LevelPage])
class GuidePageTranslation(TranslationOptions):
    """Translate all texts."""

    fields = ("headline", "lead", "body")
    required_languages = REQUIRED
