"""Exercises: the drafts that were wiped, and the timed drills with what desks did in them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guidance.models.choices import LevelCode
from guidance.models.declarations import Declaration
from guidance.models.desks import Desk
from guidance.models.regions import Region

HINT_LENGTH = 280


class WipedDraft(models.Model):
    """Mark a draft of an exercise as wiped: no screen shows it again, and its audit stays true."""

    declaration = models.OneToOneField(Declaration, models.PROTECT, related_name="wiped")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("wiped draft")
        verbose_name_plural = _("wiped drafts")

    def __str__(self) -> str:
        return str(self.declaration_id)


class Drill(models.Model):
    """Hold the order of a drill: this level on this place, go."""

    desk = models.ForeignKey(Desk, models.PROTECT, related_name="drills")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    level = models.CharField(_("level"), max_length=6, choices=LevelCode)
    hint = models.CharField(_("what happened"), max_length=HINT_LENGTH, blank=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(_("started at"))

    class Meta:
        verbose_name = _("drill")
        verbose_name_plural = _("drills")
        indexes = (models.Index(name="guidance_drill_by_desk", fields=("desk", "-started_at")),)
        constraints = (
            models.CheckConstraint(
                name="guidance_drill_level_known", condition=Q(level__in=LevelCode.values)
            ),
        )

    def __str__(self) -> str:
        return f"{self.desk_id} {self.level} {self.started_at:%Y-%m-%d %H:%M}"


class DrillStep(models.Model):
    """Hold what a desk published in a drill, and the times that it took."""

    class Kind(models.TextChoices):
        """Name what a drill asks for: to declare, and then to take it back."""

        DECLARED = "DECLARED", _("declared")
        WITHDRAWN = "WITHDRAWN", _("withdrawn")

    drill = models.ForeignKey(Drill, models.PROTECT, related_name="steps")
    kind = models.CharField(_("step"), max_length=9, choices=Kind)
    declaration = models.OneToOneField(Declaration, models.PROTECT, related_name="drill_step")
    drafted_at = models.DateTimeField(_("drafted at"))
    submitted_at = models.DateTimeField(_("submitted at"))
    published_at = models.DateTimeField(_("published at"))
    people = models.PositiveSmallIntegerField(_("number of people"))

    class Meta:
        verbose_name = _("step of a drill")
        verbose_name_plural = _("steps of drills")
        constraints = (
            models.UniqueConstraint(name="guidance_drillstep_once", fields=("drill", "kind")),
            models.CheckConstraint(
                name="guidance_drillstep_kind_known",
                condition=Q(kind__in=("DECLARED", "WITHDRAWN")),
            ),
            models.CheckConstraint(
                name="guidance_drillstep_in_order",
                condition=Q(drafted_at__lte=F("submitted_at"))
                & Q(submitted_at__lte=F("published_at")),
            ),
            models.CheckConstraint(
                name="guidance_drillstep_two_people", condition=Q(people__gte=2)
            ),
        )

    def __str__(self) -> str:
        return f"{self.drill_id} {self.kind}"
