"""The app of levels, regions, declarations and advice."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidanceConfig(AppConfig):
    """Name the app for Django."""

    name = "guidance"
    verbose_name = _("Levels and advice")
    default_auto_field = "django.db.models.BigAutoField"
