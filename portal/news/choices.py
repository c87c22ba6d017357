"""The types of articles and of updates."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NewsKind(models.TextChoices):
    """Name what an article is; in addresses the same word in lower case."""

    NEWS = "NEWS", _("News")
    COMMENT = "COMMENT", _("Expert comment")
    STATEMENT = "STATEMENT", _("Official statement")
    ADVICE = "ADVICE", _("Advice")
    EXPLAINER = "EXPLAINER", _("Explainer")
    LIVE = "LIVE", _("Live post")
    CORRECTION = "CORRECTION", _("Correction")


# What stands under "News and comments", apart from statements and advice.
STORY_KINDS = (
    NewsKind.NEWS,
    NewsKind.COMMENT,
    NewsKind.EXPLAINER,
    NewsKind.LIVE,
    NewsKind.CORRECTION,
)
# Each of the others has a page type of its own.
ARTICLE_KINDS = (NewsKind.NEWS, NewsKind.COMMENT, NewsKind.ADVICE, NewsKind.EXPLAINER)


class UpdateKind(models.TextChoices):
    """Name what changed after publication."""

    ADDITION = "ADDITION", _("Addition")
    CLARIFICATION = "CLARIFICATION", _("Clarification")
    CORRECTION = "CORRECTION", _("Correction")
    CHANGE_OF_STATUS = "CHANGE_OF_STATUS", _("Change of status")


class OrganisationKind(models.TextChoices):
    """Name what an organisation is."""

    GOVERNMENT = "GOVERNMENT", _("Government body")
    PARTY = "PARTY", _("Political party")
    MEDIA = "MEDIA", _("Media outlet")
    INSTITUTE = "INSTITUTE", _("Research institute")
    ASSOCIATION = "ASSOCIATION", _("Public association")
    OTHER = "OTHER", _("Organisation")


class DatePrecision(models.TextChoices):
    """Name how exactly a date is known."""

    DAY = "DAY", _("day, month and year")
    MONTH = "MONTH", _("month and year")
    YEAR = "YEAR", _("year only")
    UNKNOWN = "UNKNOWN", _("not known")


class EndPrecision(models.TextChoices):
    """Name how exactly the last day of a post is known."""

    DAY = "DAY", _("day, month and year")
    MONTH = "MONTH", _("month and year")
    YEAR = "YEAR", _("year only")
    UNKNOWN = "UNKNOWN", _("not known")
    HELD = "HELD", _("still held")


class ChangeWeight(models.TextChoices):
    """Name an editor's answer to how much a change after publication matters."""

    MINOR = "MINOR", _("Minor: spelling or layout, nothing that was said")
    NOTABLE = "NOTABLE", _("Notable: readers are told")


class EntryKind(models.TextChoices):
    """Name how much an entry of a live post matters."""

    ORDINARY = "ORDINARY", _("Ordinary entry")
    KEY = "KEY", _("Key moment")


class ForgeryKind(models.TextChoices):
    """Name what is wrong with a notice that goes round."""

    FORGED = "FORGED", _("Forged")
    OUTDATED = "OUTDATED", _("Out of date")
