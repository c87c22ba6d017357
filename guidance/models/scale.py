"""The scale and its catalogues: level texts, advice, measures, legal bases, authorities."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.models.catalogue_changes import CatalogueChange
from guidance.models.choices import AdviceAudience, AdviceGroup, AdviceSituation, LevelCode
from guidance.models.regions import Region
from guidance.querysets import AdviceQuerySet, VersionedQuerySet


class LevelText(models.Model):
    """Hold one version of what a level is; an empty code tells about no level."""

    level = models.CharField(_("level"), max_length=6, choices=LevelCode, blank=True)
    in_force_from = models.DateTimeField(_("in force from"))
    name = models.CharField(_("name"), max_length=60)
    degree = models.CharField(_("degree"), max_length=60, blank=True)
    colour = models.CharField(_("colour"), max_length=60, blank=True)
    # Russian sentences need a second case of the name; Kazakh and English keep the first.
    genitive_ru = models.CharField(_("name, genitive (Russian)"), max_length=60, blank=True)
    definition = models.TextField(_("definition"))
    condition = models.TextField(_("set when"), blank=True)
    state_may = models.TextField(_("what the state may do"), blank=True)
    # Empty for the first version, which the project ships.
    change = models.OneToOneField(
        CatalogueChange, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VersionedQuerySet.as_manager()
    version_key = "level"

    class Meta:
        verbose_name = _("level text")
        verbose_name_plural = _("level texts")
        constraints = (
            models.UniqueConstraint(
                name="guidance_leveltext_one_version_at_a_time",
                fields=("level", "in_force_from"),
            ),
        )

    def __str__(self) -> str:
        return self.level or "-"


class Advice(models.Model):
    """Hold one version of one line of advice; a dropped version ends the line.

    A line without situation and audience is general; one with either stands in a cell of the cards.
    """

    code = models.CharField(_("code"), max_length=10)
    group = models.CharField(_("list"), max_length=10, choices=AdviceGroup)
    situation = models.CharField(
        _("where"), max_length=10, choices=AdviceSituation, blank=True, default=""
    )
    audience = models.CharField(
        _("to whom"), max_length=13, choices=AdviceAudience, blank=True, default=""
    )
    position = models.PositiveSmallIntegerField(_("position"))
    in_force_from = models.DateTimeField(_("in force from"))
    is_dropped = models.BooleanField(_("dropped"), default=False)
    text = models.CharField(_("text"), max_length=200)
    change = models.OneToOneField(
        CatalogueChange, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = AdviceQuerySet.as_manager()
    version_key = "code"

    class Meta:
        verbose_name = _("advice")
        verbose_name_plural = _("advice")
        constraints = (
            models.UniqueConstraint(
                name="guidance_advice_one_version_at_a_time",
                fields=("code", "in_force_from"),
            ),
            models.CheckConstraint(
                name="guidance_advice_cell_of_a_level",
                condition=models.Q(situation="", audience="")
                | models.Q(
                    group__in=LevelCode.values,
                    situation__in=("", *AdviceSituation.values),
                    audience__in=("", *AdviceAudience.values),
                ),
            ),
        )

    def __str__(self) -> str:
        return self.code


class CatalogueEntry(models.Model):
    """Give a catalogue its code, name and place in the list."""

    code = models.CharField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=255)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.code


class MeasureKind(CatalogueEntry):
    """Name a restriction or a regime."""

    is_regime = models.BooleanField(_("regime"), default=False)

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")


class LegalBasis(CatalogueEntry):
    """Name the act of law that a declaration rests on."""

    address = models.URLField(_("address"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")


class Authority(CatalogueEntry):
    """Name who decides about a level."""

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")


class EmergencyNumber(models.Model):
    """Hold a number to call."""

    number = models.CharField(_("number"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_dropped = models.BooleanField(_("dropped"), default=False)

    class Meta:
        verbose_name = _("emergency number")
        verbose_name_plural = _("emergency numbers")

    def __str__(self) -> str:
        return self.number


class RegionContact(models.Model):
    """Hold a number to call in one region, kept by its desk."""

    code = models.CharField(_("code"), max_length=80, unique=True)
    region = models.ForeignKey(Region, models.PROTECT, related_name="contacts")
    number = models.CharField(_("number"), max_length=20)
    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_dropped = models.BooleanField(_("dropped"), default=False)

    class Meta:
        verbose_name = _("contact of a region")
        verbose_name_plural = _("contacts of regions")
        constraints = (
            models.UniqueConstraint(
                name="guidance_regioncontact_once", fields=("region", "number")
            ),
        )

    def __str__(self) -> str:
        return self.code
