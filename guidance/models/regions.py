"""Regions: the tree of places, with their codes, names and history."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.models.choices import RegionKind
from guidance.querysets import RegionQuerySet


class Region(models.Model):
    """Hold one place of the tree; its code never changes and is never reused."""

    code = models.CharField(_("code"), max_length=80, unique=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=RegionKind)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_in = models.CharField(_("name, locative"), max_length=120)
    time_zone = models.CharField(_("time zone"), max_length=40)
    kato = models.CharField(_("KATO code"), max_length=9, blank=True)
    parts_are_complete = models.BooleanField(_("parts cover it wholly"), default=False)
    established_on = models.DateField(_("established on"), null=True, blank=True)
    formed_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="successors"
    )

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        constraints = (
            models.CheckConstraint(
                name="guidance_region_kind_known",
                condition=models.Q(kind__in=RegionKind.values),
            ),
            models.CheckConstraint(
                name="guidance_region_only_the_country_has_no_parent",
                condition=models.Q(parent__isnull=False) | models.Q(kind=RegionKind.COUNTRY),
            ),
            models.UniqueConstraint(
                name="guidance_region_one_country",
                fields=("kind",),
                condition=models.Q(kind=RegionKind.COUNTRY),
            ),
            models.CheckConstraint(
                name="guidance_region_formed_from_with_a_day",
                condition=models.Q(formed_from__isnull=True)
                | models.Q(established_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.code


class FormerSlug(models.Model):
    """Hold an address that a region's page had: who kept it is led to the present one."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="former_slugs")
    slug = models.SlugField(_("address"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.slug


class FormerName(models.Model):
    """Hold a name that a region had between two days."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="former_names")
    from_date = models.DateField(_("from"), null=True, blank=True)
    until_date = models.DateField(_("until"))
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        constraints = (
            models.CheckConstraint(
                name="guidance_formername_ends_after_it_starts",
                condition=models.Q(from_date__isnull=True)
                | models.Q(until_date__gt=models.F("from_date")),
            ),
            models.UniqueConstraint(
                name="guidance_formername_once", fields=("region", "until_date")
            ),
        )

    def __str__(self) -> str:
        return f"{self.region_id} until {self.until_date}"
