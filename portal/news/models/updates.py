"""The log of what was corrected or added after publication; the database keeps it as it was."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.checked_texts import CheckedTextsMixin
from portal.news.choices import UpdateKind
from portal.news.log_querysets import UpdateQuerySet


class Update(CheckedTextsMixin, models.Model):
    """Tell readers once and for all what changed on a page that they had seen.

    Only `portal.news.updates` writes rows, each at a publication; the guards of the database refuse
    to change or delete them, and let nothing but a missing language be added.
    """

    page = models.ForeignKey("news.NewsPage", models.PROTECT, related_name="updates")
    at = models.DateTimeField(_("time"))
    kind = models.CharField(_("kind"), max_length=16, choices=UpdateKind)
    is_notable = models.BooleanField(_("marks the article in lists"), default=False)
    text = models.TextField(_("text"))
    # The entry of a live post that this line corrects.
    entry = models.ForeignKey(
        "news.LiveEntry", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    # The correction notice that tells more.
    notice = models.ForeignKey(
        "news.CorrectionPage", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Which answer of an editor this line is: published twice, it is told once.
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = UpdateQuerySet.as_manager()

    class Meta:
        verbose_name = _("update")
        verbose_name_plural = _("updates")
        constraints = (
            models.CheckConstraint(
                name="news_update_kind_known", condition=Q(kind__in=UpdateKind.values)
            ),
            models.CheckConstraint(
                name="news_update_in_kazakh_and_russian",
                condition=Q(text_kk__isnull=False, text_ru__isnull=False)
                & ~Q(text_kk="")
                & ~Q(text_ru=""),
            ),
            models.UniqueConstraint(
                fields=("page", "answered_at"), name="news_update_once_per_answer"
            ),
            models.UniqueConstraint(fields=("page", "notice"), name="news_update_once_per_notice"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.kind}"
