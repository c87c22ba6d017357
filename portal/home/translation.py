"""Which fields of the home page are in Kazakh, Russian and English."""

from modeltranslation.translator import TranslationOptions, register

from portal.home.models import HomePage


@register(HomePage)
class HomePageTranslation(TranslationOptions):
    """Translate name and description."""

    fields = ("headline", "lead")
    required_languages = {"kk": ("headline",), "ru": ("headline",)}
