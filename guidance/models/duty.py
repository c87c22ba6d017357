"""The duty roster: who drafts and who approves at a desk, from when until when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guidance.models.desks import Desk
from guidance.querysets import ShiftQuerySet

PHONE_LENGTH = 40
PERSON, PROTECT = settings.AUTH_USER_MODEL, models.PROTECT


class Shift(models.Model):
    """Hold a shift; one that is changed before it begins is cancelled and replaced by another."""

    desk = models.ForeignKey(Desk, PROTECT, related_name="shifts")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))
    drafter = models.ForeignKey(PERSON, PROTECT, related_name="+", verbose_name=_("drafter"))
    approver = models.ForeignKey(PERSON, PROTECT, related_name="+", verbose_name=_("approver"))
    reserve = models.ForeignKey(
        PERSON, PROTECT, null=True, blank=True, related_name="+", verbose_name=_("in reserve")
    )
    # For colleagues alone: never in a public page, an audit entry or a log.
    phone = models.CharField(_("phone"), max_length=PHONE_LENGTH)
    replaces = models.OneToOneField(
        "self", PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    entered_by = models.ForeignKey(PERSON, PROTECT, related_name="+", verbose_name=_("entered by"))
    entered_at = models.DateTimeField(_("entered at"))
    cancelled_by = models.ForeignKey(
        PERSON, PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cancelled by")
    )
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)

    objects = ShiftQuerySet.as_manager()

    class Meta:
        verbose_name = _("shift")
        verbose_name_plural = _("shifts")
        indexes = (models.Index(name="guidance_shift_by_desk", fields=("desk", "starts_at")),)
        constraints = (
            models.CheckConstraint(
                name="guidance_shift_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")) & Q(ends_at__gt=F("entered_at")),
            ),
            models.CheckConstraint(
                name="guidance_shift_two_people", condition=~Q(drafter=F("approver"))
            ),
            models.CheckConstraint(
                name="guidance_shift_reserve_is_another",
                condition=Q(reserve__isnull=True)
                | (~Q(reserve=F("drafter")) & ~Q(reserve=F("approver"))),
            ),
            models.CheckConstraint(name="guidance_shift_has_a_phone", condition=~Q(phone="")),
            models.CheckConstraint(
                name="guidance_shift_cancelled_before_it_begins",
                condition=Q(cancelled_by__isnull=True, cancelled_at__isnull=True)
                | Q(
                    cancelled_by__isnull=False,
                    cancelled_at__isnull=False,
                    cancelled_at__lt=F("starts_at"),
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.desk_id} {self.starts_at:%Y-%m-%d %H:%M}"
