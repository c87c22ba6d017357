"""People who sign in, the guard of their codes, and the invitations that bring them."""

from datetime import datetime
from typing import ClassVar, NoReturn

from django.conf import settings
from django.contrib.auth.models import AbstractUser, Group, UserManager
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from portal.accounts.errors import UsersAreNeverDeleted

ADMINISTRATORS = "Administrators"


class UserQuerySet(models.QuerySet["User"]):
    """Select people; refuse to delete them."""

    def active(self) -> "UserQuerySet":
        return self.filter(is_active=True)

    def administrators(self) -> "UserQuerySet":
        return self.active().filter(groups__name=ADMINISTRATORS)

    def delete(self) -> NoReturn:
        raise UsersAreNeverDeleted


class PortalUserManager(UserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Create people by the queryset's rules."""


class User(AbstractUser):
    """Sign somebody in and tell who acted; deactivated when they leave, never deleted."""

    # Latin only: a look-alike Cyrillic letter must not make a second person of the same name.
    username = models.CharField(
        _("username"),
        max_length=150,
        unique=True,
        validators=[ASCIIUsernameValidator()],
        error_messages={"unique": _("A user with that username already exists.")},
    )
    # A service account acts for a machine (the archive's replay) and can never sign in.
    is_service = models.BooleanField(_("service account"), default=False)
    is_demo = models.BooleanField(_("demo account"), default=False)

    objects: ClassVar[PortalUserManager] = PortalUserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        permissions = [("manage_people", "Can invite and deactivate people")]
        constraints = [
            models.UniqueConstraint(Lower("username"), name="accounts_user_one_per_username"),
            models.CheckConstraint(
                condition=~Q(is_service=True, is_demo=True), name="accounts_user_service_or_demo"
            ),
        ]

    @property
    def full_name(self) -> str:
        return self.get_full_name() or self.username

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise UsersAreNeverDeleted


class CodeGuard(models.Model):
    """Remember the last code a person used and their wrong tries, for all processes alike."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="code_guard"
    )
    last_step = models.BigIntegerField(null=True)  # the 30 seconds of the last accepted TOTP code
    failures = models.PositiveSmallIntegerField(default=0)
    first_failure_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.user)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Select invitations by what became of them."""

    def founding(self) -> "InvitationQuerySet":
        return self.filter(is_founding=True)

    def waiting(self) -> "InvitationQuerySet":
        return self.filter(used_at__isnull=True, revoked_at__isnull=True)

    def live(self, at: datetime) -> "InvitationQuerySet":
        return self.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=at))


class Invitation(models.Model):
    """Bring a new person, or renew a known one's sign-in: asked by one, confirmed by another."""

    username = models.CharField(
        _("username"), max_length=150, validators=[ASCIIUsernameValidator()]
    )
    first_name = models.CharField(_("first name"), max_length=150, blank=True)
    last_name = models.CharField(_("last name"), max_length=150, blank=True)
    email = models.EmailField(_("email address"), blank=True)
    groups = models.ManyToManyField(Group, verbose_name=_("groups"), blank=True)
    # The first two administrators have nobody to confirm them.
    is_founding = models.BooleanField(default=False)
    renews = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="renewals",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)  # set with the link
    token_hash = models.CharField(max_length=64, null=True, blank=True, unique=True)
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="invitation",
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_founding=True) | Q(created_by__isnull=False),
                name="accounts_invitation_somebody_asked",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("created_by")),
                name="accounts_invitation_two_people",
            ),
            models.CheckConstraint(
                condition=Q(token_hash__isnull=True)
                | Q(is_founding=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="accounts_invitation_link_after_confirmation",
            ),
            models.CheckConstraint(
                condition=Q(token_hash__isnull=True) | Q(expires_at__isnull=False),
                name="accounts_invitation_link_expires",
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(token_hash__isnull=False),
                name="accounts_invitation_used_by_link",
            ),
        ]

    def __str__(self) -> str:
        return self.username
