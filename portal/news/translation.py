"""Which fields of articles, statements and their records are in Kazakh, Russian and English."""

from modeltranslation.translator import TranslationOptions, register

from portal.news.models import (
    ArticlePage,
    NewsIndexPage,
    NewsPage,
    StatementPage,
    Topic,
    Update,
)


@register(NewsIndexPage)
class NewsIndexPageTranslation(TranslationOptions):
    """Translate name and description."""

    fields = ("headline", "lead")
    required_languages = {"kk": ("headline",), "ru": ("headline",)}


@register(NewsPage)
class NewsPageTranslation(TranslationOptions):
    """Translate all texts; English may be missing."""

    fields = ("headline", "lead", "body")
    required_languages = {"kk": ("headline", "lead"), "ru": ("headline", "lead")}


@register(ArticlePage)
class ArticlePageTranslation(TranslationOptions):
    """Add nothing to what every article has."""


@register(StatementPage)
class StatementPageTranslation(TranslationOptions):
    """Translate who issued and signed."""

    fields = ("issuing_body", "signatory")
    required_languages = {"kk": ("issuing_body",), "ru": ("issuing_body",)}


@register(Topic)
class TopicTranslation(TranslationOptions):
    """Translate the name."""

    fields = ("name",)
    required_languages = ("kk", "ru", "en")


@register(Update)
class UpdateTranslation(TranslationOptions):
    """Translate the text."""

    fields = ("text",)
    required_languages = ("kk", "ru")
