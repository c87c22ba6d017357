"""Translations that came back and wait for an editor."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

CODES = [code for code, _name in settings.LANGUAGES]


class Settled(models.TextChoices):
    """Name what an editor did with a translation."""

    WAITING = "WAITING", _("waits")
    TAKEN = "TAKEN", _("taken over")
    DISCARDED = "DISCARDED", _("discarded")


class IncomingTranslation(models.Model):
    """Hold the texts of a translator's file; the article has none of them yet."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="incoming_translations")
    source = models.CharField(_("from"), max_length=2, choices=settings.LANGUAGES)
    target = models.CharField(_("into"), max_length=2, choices=settings.LANGUAGES)
    file_name = models.CharField(_("file"), max_length=160)
    texts = models.JSONField(_("texts"))
    is_machine = models.BooleanField(_("machine translation"), default=False)
    status = models.CharField(_("state"), max_length=9, choices=Settled, default=Settled.WAITING)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    received_at = models.DateTimeField(_("received"))

    class Meta:
        verbose_name = _("received translation")
        verbose_name_plural = _("received translations")
        constraints = (
            models.CheckConstraint(
                name="news_incoming_status_known", condition=Q(status__in=Settled.values)
            ),
            models.CheckConstraint(
                name="news_incoming_two_languages",
                condition=Q(source__in=CODES) & Q(target__in=CODES) & ~Q(source=models.F("target")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.file_name} {self.source}-{self.target}"
