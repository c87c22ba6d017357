"""People who sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Sign somebody in and tell who acted; deactivated when they leave, never deleted."""

    # A service account acts for a machine (the archive's replay) and can never sign in.
    is_service = models.BooleanField(_("service account"), default=False)
    is_demo = models.BooleanField(_("demo account"), default=False)

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
