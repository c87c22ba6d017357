"""Desks: headquarters, their members, and the changes of roles that two people make."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.models.choices import RoleCode
from guidance.models.invariants import in_three_languages
from guidance.models.regions import Region
from guidance.querysets import DeskQuerySet, MembershipQuerySet


class Desk(models.Model):
    """Hold a headquarters and the region whose subtree it answers for."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    region = models.OneToOneField(Region, models.PROTECT, related_name="desk")
    name = models.CharField(_("name"), max_length=160)

    objects = DeskQuerySet.as_manager()

    class Meta:
        verbose_name = _("desk")
        verbose_name_plural = _("desks")

    def __str__(self) -> str:
        return self.code


class RoleRequest(models.Model):
    """Hold a change of a role: one administrator asks, another one confirms."""

    class Change(models.TextChoices):
        """Name the two changes."""

        GRANT = "GRANT", _("grant")
        REVOKE = "REVOKE", _("revoke")

    class State(models.TextChoices):
        """Name the states of a request."""

        REQUESTED = "REQUESTED", _("requested")
        CONFIRMED = "CONFIRMED", _("confirmed")
        REFUSED = "REFUSED", _("refused")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    desk = models.ForeignKey(Desk, models.PROTECT, related_name="role_requests")
    role = models.CharField(_("role"), max_length=10, choices=RoleCode)
    change = models.CharField(_("change"), max_length=6, choices=Change)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.REQUESTED)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(_("requested at"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    class Meta:
        verbose_name = _("role request")
        verbose_name_plural = _("role requests")
        constraints = (
            models.CheckConstraint(
                name="guidance_rolerequest_confirmed_by_another",
                condition=~models.Q(state="CONFIRMED")
                | (
                    models.Q(decided_by__isnull=False, decided_at__isnull=False)
                    & ~models.Q(decided_by=models.F("requested_by"))
                    & ~models.Q(decided_by=models.F("user"))
                ),
            ),
            models.UniqueConstraint(
                name="guidance_rolerequest_one_open",
                fields=("user", "desk", "role"),
                condition=models.Q(state="REQUESTED"),
            ),
            models.CheckConstraint(
                name="guidance_rolerequest_ends_what_it_gives",
                condition=models.Q(ends_at__isnull=True)
                | models.Q(change="GRANT", ends_at__gt=models.F("requested_at")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.change} {self.role} {self.desk_id} {self.user_id}"


class Membership(models.Model):
    """Hold a role of a person at a desk, with the requests that gave and ended it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="desk_memberships"
    )
    desk = models.ForeignKey(Desk, models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=RoleCode)
    # From this instant on the role gives no right anywhere; empty: until it is taken.
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    granted = models.OneToOneField(RoleRequest, models.PROTECT, related_name="granted_membership")
    revoked = models.OneToOneField(
        RoleRequest, models.PROTECT, null=True, blank=True, related_name="revoked_membership"
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = (
            models.UniqueConstraint(
                name="guidance_membership_one_in_force",
                fields=("user", "desk", "role"),
                condition=models.Q(revoked__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.desk_id} {self.user_id}"


class DeskRequest(models.Model):
    """Hold a new desk or a new name of one: one administrator asks, another one confirms."""

    class Change(models.TextChoices):
        """Name the two changes."""

        FOUND = "FOUND", _("new desk")
        RENAME = "RENAME", _("new name")

    State = RoleRequest.State

    region = models.ForeignKey(Region, models.PROTECT, related_name="desk_requests")
    change = models.CharField(_("change"), max_length=6, choices=Change)
    name_kk = models.CharField(_("name [kk]"), max_length=160)
    name_ru = models.CharField(_("name [ru]"), max_length=160)
    name_en = models.CharField(_("name [en]"), max_length=160)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.REQUESTED)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(_("requested at"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    class Meta:
        verbose_name = _("desk request")
        verbose_name_plural = _("desk requests")
        constraints = (
            models.CheckConstraint(
                name="guidance_deskrequest_confirmed_by_another",
                condition=~models.Q(state="CONFIRMED")
                | (
                    models.Q(decided_by__isnull=False, decided_at__isnull=False)
                    & ~models.Q(decided_by=models.F("requested_by"))
                ),
            ),
            models.CheckConstraint(
                name="guidance_deskrequest_named_in_three_languages",
                condition=in_three_languages("name"),
            ),
            models.UniqueConstraint(
                name="guidance_deskrequest_one_open",
                fields=("region",),
                condition=models.Q(state="REQUESTED"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.change} {self.region_id}"


class ServiceAccount(models.Model):
    """Name the account that drafts archived acts, and the one that approves them."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=10, choices=RoleCode, unique=True)

    class Meta:
        verbose_name = _("service account")
        verbose_name_plural = _("service accounts")
        constraints = (
            models.CheckConstraint(
                name="guidance_serviceaccount_drafts_or_approves",
                condition=models.Q(role__in=(RoleCode.DRAFTER, RoleCode.APPROVER)),
            ),
        )

    def __str__(self) -> str:
        return self.role
