"""Whom and what a page speaks of, so that lists and their pages can find it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class OrganisationMention(Orderable):
    """Say that a page speaks of an organisation; the one that issued a statement goes without."""

    page = ParentalKey(
        "news.NewsPage", on_delete=models.CASCADE, related_name="organisation_mentions"
    )
    organisation = models.ForeignKey(
        "news.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="mentions",
    )

    panels = [FieldPanel("organisation")]

    class Meta(Orderable.Meta):
        verbose_name = _("organisation spoken of")
        verbose_name_plural = _("organisations spoken of")
        constraints = (
            models.UniqueConstraint(
                name="news_organisationmention_once", fields=("page", "organisation")
            ),
        )

    def __str__(self) -> str:
        return f"{self.page_id} {self.organisation_id}"


class PersonMention(Orderable):
    """Say that a page speaks of a person; whom it quotes goes without."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="person_mentions")
    person = models.ForeignKey(
        "news.Person", models.PROTECT, verbose_name=_("person"), related_name="mentions"
    )

    panels = [FieldPanel("person")]

    class Meta(Orderable.Meta):
        verbose_name = _("person spoken of")
        verbose_name_plural = _("people spoken of")
        constraints = (
            models.UniqueConstraint(name="news_personmention_once", fields=("page", "person")),
        )

    def __str__(self) -> str:
        return f"{self.page_id} {self.person_id}"
