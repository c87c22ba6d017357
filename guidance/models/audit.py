"""What is written once: who did what from where, versions of drafts, proofs of a ledger."""

from typing import NewType

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.models.declarations import Declaration
from guidance.models.desks import Desk

Address = NewType("Address", str)  # an IP address, as the outermost of our proxies saw it
NOWHERE = Address("")  # of a command, which runs on the machine itself


class AuditEntry(models.Model):
    """Hold who did what, when and from where; written once."""

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
        LET_END = "LET_END", _("decided to let the level end")
        ROSTER = "ROSTER", _("duty roster changed")
        WIPED = "WIPED", _("wiped")
        DRILL_STARTED = "DRILL_STARTED", _("drill started")
        ACCOUNT = "ACCOUNT", _("account changed")
        SIGNED_IN = "SIGNED_IN", _("signed in")
        SIGN_IN_FAILED = "SIGN_IN_FAILED", _("sign-in failed")
        SIGNED_OUT = "SIGNED_OUT", _("signed out")
        CODE_FAILED = "CODE_FAILED", _("second factor failed")
        FACTOR_CHANGED = "FACTOR_CHANGED", _("second factor changed")
        PASSWORD_CHANGED = "PASSWORD_CHANGED", _("password changed")
        EXPORTED = "EXPORTED", _("exported")
        CATALOGUE_PROPOSED = "CATALOGUE_PROPOSED", _("change of a catalogue proposed")
        CATALOGUE_CONFIRMED = "CATALOGUE_CONFIRMED", _("change of a catalogue confirmed")
        CATALOGUE_REFUSED = "CATALOGUE_REFUSED", _("change of a catalogue refused")

    at = models.DateTimeField()
    action = models.CharField(max_length=20, choices=Action)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    # Whom it concerns, where that is somebody else or nobody has proved to be the actor.
    subject = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    address = models.CharField(max_length=45, blank=True)
    desk = models.ForeignKey(Desk, models.PROTECT, null=True, related_name="+")
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
        indexes = (
            models.Index(name="guidance_audit_by_time", fields=("-at", "-id")),
            models.Index(name="guidance_audit_by_desk", fields=("desk", "-at")),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"


class DraftVersion(models.Model):
    """Hold the facts and words of a draft as one of its versions had them; written once."""

    declaration = models.ForeignKey(Declaration, models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    content = models.TextField()  # canonical JSON, as a bulletin's

    class Meta:
        verbose_name = _("version of a draft")
        verbose_name_plural = _("versions of drafts")
        constraints = (
            models.UniqueConstraint(
                name="guidance_draftversion_kept_once", fields=("declaration", "version")
            ),
        )

    def __str__(self) -> str:
        return f"{self.declaration_id}: {self.version}"


class LedgerCheck(models.Model):
    """Hold what `check_ledger` found, and at which heads; written once."""

    checked_at = models.DateTimeField()
    problem_count = models.PositiveIntegerField()
    problems = models.JSONField(default=list)  # the first of them
    heads = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("check of the ledger")
        verbose_name_plural = _("checks of the ledger")
        indexes = (models.Index(name="guidance_check_by_time", fields=("-checked_at", "-id")),)

    def __str__(self) -> str:
        return f"{self.checked_at:%Y-%m-%d %H:%M} {self.problem_count}"

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was found."""
        return self.problem_count == 0
