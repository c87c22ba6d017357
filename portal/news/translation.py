"""Which fields of articles, statements and their records are in Kazakh, Russian and English."""

from modeltranslation.translator import TranslationOptions, register

from portal.news.models import (
    ArticlePage,
    FormerOrganisationName,
    NewsIndexPage,
    NewsPage,
    Organisation,
    Person,
    Post,
    StatementPage,
    Topic,
    Update,
)
from portal.translated import LANGUAGE_CODES


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
    """Add nothing to what every article has."""


@register(Topic)
class TopicTranslation(TranslationOptions):
    """Translate the name and what it is about."""

    fields = ("name", "about")
    required_languages = dict.fromkeys(LANGUAGE_CODES, ("name",))


@register(Organisation)
class OrganisationTranslation(TranslationOptions):
    """Translate the name."""

    fields = ("name",)
    required_languages = LANGUAGE_CODES


@register(FormerOrganisationName)
class FormerOrganisationNameTranslation(TranslationOptions):
    """Translate the name."""

    fields = ("name",)
    required_languages = LANGUAGE_CODES


@register(Person)
class PersonTranslation(TranslationOptions):
    """Translate name and description; a description may be missing."""

    fields = ("name", "description")
    required_languages = dict.fromkeys(LANGUAGE_CODES, ("name",))


@register(Post)
class PostTranslation(TranslationOptions):
    """Translate the title."""

    fields = ("title",)
    required_languages = LANGUAGE_CODES


@register(Update)
class UpdateTranslation(TranslationOptions):
    """Translate the text."""

    fields = ("text",)
    required_languages = ("kk", "ru")
