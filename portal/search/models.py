"""Texts as they are found: one row for each language of a page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.search.kinds import Kind
from portal.search.lookups import MarksField
from portal.search.querysets import SearchDocumentQuerySet


class SearchDocument(models.Model):
    """Hold what a published page says in one language, and the marks under which it is found."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    kind = models.CharField(_("type"), max_length=12, choices=Kind)
    published_at = models.DateTimeField(_("published"))
    title = models.CharField(_("headline"), max_length=255)
    text = models.TextField(_("text"))
    marks = MarksField()

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("text that can be found")
        verbose_name_plural = _("texts that can be found")
        constraints = (
            models.UniqueConstraint(
                name="search_document_once_a_language", fields=("page", "language")
            ),
            models.CheckConstraint(
                name="search_document_kind_known", condition=models.Q(kind__in=Kind.values)
            ),
        )

    def __str__(self) -> str:
        return f"{self.language} {self.title}"
