"""How far each language of an article is, as the translation desk keeps it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Progress(models.TextChoices):
    """Name how far the texts of one language are, the least first."""

    MISSING = "MISSING", _("missing")
    PARTLY = "PARTLY", _("partly translated")
    OLDER = "OLDER", _("older than the others")
    COMPLETE = "COMPLETE", _("complete")


class LanguageState(models.Model):
    """Hold what the newest draft of an article says in one language, beside the others."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="language_states")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    progress = models.CharField(_("state"), max_length=8, choices=Progress)
    lacks = models.JSONField(_("missing"), default=list)
    older = models.JSONField(_("older"), default=list)
    steps = models.JSONField(default=dict)
    changed_at = models.DateTimeField(_("changed"), null=True)

    class Meta:
        verbose_name = _("state of a language")
        verbose_name_plural = _("states of languages")
        constraints = (
            models.UniqueConstraint(name="news_languagestate_once", fields=("page", "language")),
            models.CheckConstraint(
                name="news_languagestate_progress_known",
                condition=models.Q(progress__in=Progress.values),
            ),
            models.CheckConstraint(
                name="news_languagestate_language_known",
                condition=models.Q(language__in=[code for code, _name in settings.LANGUAGES]),
            ),
        )
        indexes = (models.Index(name="news_langstate_progress", fields=("language", "progress")),)

    def __str__(self) -> str:
        return f"{self.page_id} {self.language} {self.progress}"
