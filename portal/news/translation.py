"""Which fields of articles, statements and their records are in Kazakh, Russian and English."""

from modeltranslation.translator import TranslationOptions, register

from portal.news.models import (
    ArticlePage,
    CorrectionPage,
    Forgery,
    FormerOrganisationName,
    LiveEntry,
    LivePage,
    LiveSummary,
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
    """Translate all texts, and what readers are told of a change; English may be missing."""

    fields = ("headline", "lead", "body", "change_text")
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


@register(LivePage)
class LivePageTranslation(TranslationOptions):
    """Add nothing: a live post speaks by its entries."""


@register(CorrectionPage)
class CorrectionPageTranslation(TranslationOptions):
    """Translate what was wrong and what is right."""

    fields = ("said", "says_now")
    required_languages = {"kk": ("said", "says_now"), "ru": ("said", "says_now")}


@register(LiveEntry)
class LiveEntryTranslation(TranslationOptions):
    """Translate headline and text; a draft may lack any of them, the database asks at the end."""

    fields = ("headline", "text")


@register(LiveSummary)
class LiveSummaryTranslation(TranslationOptions):
    """Translate the facts."""

    fields = ("text",)
    required_languages = ("kk", "ru")


@register(Forgery)
class ForgeryTranslation(TranslationOptions):
    """Translate title and what is wrong: a warning is given in all languages at once."""

    fields = ("title", "wrong")
    required_languages = LANGUAGE_CODES
