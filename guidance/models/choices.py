"""The named sets of values that the tables store, in upper case."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LANGUAGES = ("kk", "ru", "en")
LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


class LevelCode(models.TextChoices):
    """Name the levels; no level is no row, never a fourth value."""

    YELLOW = "YELLOW", _("yellow")
    ORANGE = "ORANGE", _("orange")
    RED = "RED", _("red")


class ActCode(models.TextChoices):
    """Name what a declaration does."""

    DECLARE = "DECLARE", _("declare")
    CHANGE = "CHANGE", _("change")
    EXTEND = "EXTEND", _("extend")
    LIFT = "LIFT", _("lift")
    CORRECT = "CORRECT", _("correct")
    WITHDRAW = "WITHDRAW", _("withdraw")


class Status(models.TextChoices):
    """Name the states of a declaration."""

    DRAFT = "DRAFT", _("draft")
    SUBMITTED = "SUBMITTED", _("awaiting approval")
    RETURNED = "RETURNED", _("returned")
    REJECTED = "REJECTED", _("rejected")
    PUBLISHED = "PUBLISHED", _("published")


class Origin(models.TextChoices):
    """Say where a declaration came from."""

    DESK = "DESK", _("desk")
    ARCHIVE = "ARCHIVE", _("archive")


class Precision(models.TextChoices):
    """Say how exact the times of a declaration are."""

    MINUTE = "MINUTE", _("to the minute")
    DAY = "DAY", _("to the day")
    ESTIMATED = "ESTIMATED", _("estimated")


class RegionKind(models.TextChoices):
    """Name the kinds of regions, from the widest to the narrowest."""

    COUNTRY = "COUNTRY", _("country")
    REGION = "REGION", _("region")
    CITY = "CITY", _("city of republican significance")
    TOWN = "TOWN", _("town")
    DISTRICT = "DISTRICT", _("district")
    SITE = "SITE", _("site")


class RoleCode(models.TextChoices):
    """Name what a member of a desk may do."""

    DRAFTER = "DRAFTER", _("drafter")
    APPROVER = "APPROVER", _("approver")
    AUDITOR = "AUDITOR", _("auditor")


class AdviceGroup(models.TextChoices):
    """Name the lists of advice: every day, per level, and after a lift."""

    EVERYDAY = "EVERYDAY", _("every day")
    YELLOW = "YELLOW", _("yellow")
    ORANGE = "ORANGE", _("orange")
    RED = "RED", _("red")
    LIFTED = "LIFTED", _("after a lift")


class AdviceSituation(models.TextChoices):
    """Name where a reader is, for advice that speaks of that place alone."""

    HOME = "HOME", _("at home")
    TRANSPORT = "TRANSPORT", _("on the way")
    SCHOOL = "SCHOOL", _("school and kindergarten")
    CROWD = "CROWD", _("where many people are")
    WORKPLACE = "WORKPLACE", _("at work")
    VISITOR = "VISITOR", _("away from home")


class AdviceAudience(models.TextChoices):
    """Name who a reader is, for advice that speaks to them alone."""

    PARENTS = "PARENTS", _("parents")
    OLDER = "OLDER", _("older people")
    HEARING_SIGHT = "HEARING_SIGHT", _("people who do not hear or see well")
    VENUES = "VENUES", _("owners of public venues")
    FOREIGNERS = "FOREIGNERS", _("foreign citizens")
