"""Which fields of the reference tables are in Kazakh, Russian and English."""

from modeltranslation.translator import TranslationOptions, register

from guidance.models import (
    Advice,
    Authority,
    Desk,
    EmergencyNumber,
    FormerName,
    LegalBasis,
    LevelText,
    MeasureKind,
    Region,
    RegionContact,
)


class Named(TranslationOptions):
    """Translate the name; all three languages are demanded."""

    fields: tuple[str, ...] = ("name",)
    required_languages = ("kk", "ru", "en")


@register(Region)
class RegionTranslation(Named):
    """Translate the name and the form used in sentences."""

    fields = ("name", "name_in")


@register(LevelText)
class LevelTextTranslation(Named):
    """Translate all words about a level."""

    fields = ("name", "degree", "colour", "definition", "condition", "state_may")


@register(Advice)
class AdviceTranslation(TranslationOptions):
    """Translate the line."""

    fields = ("text",)
    required_languages = ("kk", "ru", "en")


@register([FormerName, MeasureKind, LegalBasis, Authority, Desk, EmergencyNumber, RegionContact])
class CatalogueTranslation(Named):
    """Translate the name."""
