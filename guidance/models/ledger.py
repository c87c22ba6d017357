"""The ledger: its head, frozen bulletins, the projection of periods, audit and outbox."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.models.declarations import Declaration

EMPTY_HEAD = "0" * 64


class Ledger(models.Model):
    """Hold the head of one chain; whoever publishes locks this row."""

    exercise = models.BooleanField(unique=True)
    head = models.CharField(max_length=64, default=EMPTY_HEAD)
    count = models.PositiveIntegerField(default=0)
    last_published_at = models.DateTimeField(null=True)
    last_number = models.CharField(max_length=16, blank=True)
    # A new random word with every change of the regions, so that no process keeps an old tree.
    tree_token = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name = _("ledger")
        verbose_name_plural = _("ledgers")

    def __str__(self) -> str:
        return "exercises" if self.exercise else "real"


class Bulletin(models.Model):
    """Hold the frozen bytes of a published declaration and its link in the chain."""

    declaration = models.OneToOneField(Declaration, models.PROTECT, related_name="bulletin")
    body = models.BinaryField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("bulletin")
        verbose_name_plural = _("bulletins")

    def __str__(self) -> str:
        return self.hash


class FoldCheckpoint(models.Model):
    """Hold the state of the fold after some act, so that a withdrawal starts near it."""

    exercise = models.BooleanField()
    sequence = models.PositiveIntegerField()
    state = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="guidance_foldcheckpoint_once", fields=("exercise", "sequence")
            ),
        )

    def __str__(self) -> str:
        return f"{self.exercise} {self.sequence}"


class AuditEntry(models.Model):
    """Hold who did what and when; written once."""

    class Action(models.TextChoices):
        """Name what is recorded."""

        SAVED = "SAVED", _("saved")
        SUBMITTED = "SUBMITTED", _("submitted")
        TAKEN_BACK = "TAKEN_BACK", _("taken back")
        RETURNED = "RETURNED", _("returned")
        REJECTED = "REJECTED", _("rejected")
        PUBLISHED = "PUBLISHED", _("published")
        REFUSED = "REFUSED", _("refused")
        REGIONS_LOADED = "REGIONS_LOADED", _("regions loaded")
        ROLE_REQUESTED = "ROLE_REQUESTED", _("role requested")
        ROLE_CONFIRMED = "ROLE_CONFIRMED", _("role confirmed")
        ROLE_REFUSED = "ROLE_REFUSED", _("role refused")
        DESK_REQUESTED = "DESK_REQUESTED", _("change of a desk requested")
        DESK_CONFIRMED = "DESK_CONFIRMED", _("change of a desk confirmed")
        DESK_REFUSED = "DESK_REFUSED", _("change of a desk refused")
        ROSTER = "ROSTER", _("duty roster changed")
        ACCOUNT = "ACCOUNT", _("account changed")

    at = models.DateTimeField()
    action = models.CharField(max_length=20, choices=Action)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    declaration = models.ForeignKey(
        Declaration, models.PROTECT, null=True, related_name="audit_entries"
    )
    role_request = models.ForeignKey(
        "guidance.RoleRequest", models.PROTECT, null=True, related_name="audit_entries"
    )
    note = models.TextField(blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        indexes = (models.Index(name="guidance_audit_by_time", fields=("-at", "-id")),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"
