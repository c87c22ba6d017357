"""The index of quotes: what people say in live pages, so that their own pages find it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.news.record_querysets import QuotationQuerySet
from portal.translated import LANGUAGE_CODES


class Quotation(models.Model):
    """Point at a quote in one language of a page; written anew whenever the page is published."""

    page = models.ForeignKey("news.NewsPage", models.CASCADE, related_name="quotations")
    person = models.ForeignKey("news.Person", models.CASCADE, related_name="quotations")
    language = models.CharField(
        _("language"), max_length=2, choices=[(code, code) for code in LANGUAGE_CODES]
    )
    position = models.PositiveIntegerField(_("position"))
    said_on = models.DateField(_("date"))
    block = models.JSONField(_("quote"))

    objects = QuotationQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        constraints = (
            models.UniqueConstraint(
                name="news_quotation_once", fields=("page", "language", "position")
            ),
            models.CheckConstraint(
                name="news_quotation_language_known",
                condition=models.Q(language__in=LANGUAGE_CODES),
            ),
        )
        indexes = (
            models.Index(name="news_quotation_of_person", fields=("person", "-said_on", "-id")),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.said_on}"
