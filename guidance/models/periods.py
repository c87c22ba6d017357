"""The projection of the fold: periods of levels and of measures, real and exercised apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.models.choices import LevelCode
from guidance.models.declarations import Declaration
from guidance.models.regions import Region
from guidance.models.scale import MeasureKind
from guidance.querysets import PeriodQuerySet


class Span(models.Model):
    """Give a row its region, its half-open time and the declaration that bears it."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    declaration = models.ForeignKey(Declaration, models.PROTECT, related_name="%(class)ss")
    in_error = models.BooleanField(_("in error"), default=False, db_default=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_not_empty",
                condition=models.Q(ends_at=None) | models.Q(ends_at__gt=models.F("starts_at")),
            ),
        )
        indexes = (
            models.Index(name="%(app_label)s_%(class).15s_end", fields=("ends_at",)),
            models.Index(name="%(app_label)s_%(class).15s_beg", fields=("starts_at",)),
            # The guards against overlaps look for what a region still has after an instant.
            models.Index(name="%(app_label)s_%(class).15s_reg", fields=("region", "ends_at")),
        )

    def __str__(self) -> str:
        return f"{self.region_id} {self.starts_at:%Y-%m-%d %H:%M}"


class LevelSpan(Span):
    """Give a period its level and how it ended."""

    level = models.CharField(_("level"), max_length=6, choices=LevelCode)
    planned_ends_at = models.DateTimeField(_("planned end"), null=True, blank=True)
    ended_by = models.ForeignKey(
        Declaration, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(Span.Meta):
        abstract = True
        constraints = (  # type: ignore[assignment]  # one more than the parent's: the stubs count
            *Span.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_level_known",
                condition=models.Q(level__in=LevelCode.values),
            ),
        )


class LevelPeriod(LevelSpan):
    """Hold a real level on a region over a time; no two of one region overlap."""

    class Meta(LevelSpan.Meta):
        verbose_name = _("period")
        verbose_name_plural = _("periods")


class ExercisePeriod(LevelSpan):
    """Hold a level of a drill; it never meets the real ones."""

    class Meta(LevelSpan.Meta):
        verbose_name = _("exercise period")
        verbose_name_plural = _("exercise periods")


class MeasureSpan(Span):
    """Give a measure its kind, and the period that it follows."""

    kind = models.ForeignKey(MeasureKind, models.PROTECT, related_name="+")
    # The region and level of the period that it follows; empty when its period is its own.
    follows = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="+")
    level = models.CharField(_("level"), max_length=6, choices=LevelCode, blank=True)

    class Meta(Span.Meta):
        abstract = True


class MeasurePeriod(MeasureSpan):
    """Hold a measure in force on a region over a time."""

    class Meta(MeasureSpan.Meta):
        verbose_name = _("measure in force")
        verbose_name_plural = _("measures in force")


class ExerciseMeasurePeriod(MeasureSpan):
    """Hold a measure of a drill."""

    class Meta(MeasureSpan.Meta):
        verbose_name = _("measure in an exercise")
        verbose_name_plural = _("measures in an exercise")


class OutboxRow(models.Model):
    """Hold that subscribers must hear of an act; the worker marks it when it took it."""

    declaration = models.OneToOneField(Declaration, models.PROTECT, related_name="outbox_row")
    created_at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("outbox row")
        verbose_name_plural = _("outbox rows")

    def __str__(self) -> str:
        return str(self.declaration_id)
