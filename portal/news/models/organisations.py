"""Organisations, with the names they had before.

Load them with `Organisation.objects.with_names()`; `organisation.name_on(day)` then answers what
an organisation was called on a day without a query.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from guidance.models import Region
from portal.checked_texts import CheckedTextsMixin
from portal.news import posts
from portal.news.choices import OrganisationKind
from portal.news.record_querysets import OrganisationQuerySet
from portal.translated import LANGUAGE_CODES


class Organisation(CheckedTextsMixin, index.Indexed, ClusterableModel):
    """Hold a body that issues statements, or that people speak for."""

    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Latin letters; leave it empty to make it from the name. It stays for ever."),
    )
    kind = models.CharField(_("kind"), max_length=11, choices=OrganisationKind)
    name = models.CharField(_("name"), max_length=255)
    place = models.ForeignKey(
        Region, models.PROTECT, verbose_name=_("place"), null=True, blank=True, related_name="+"
    )
    site = models.URLField(_("website"), max_length=500, blank=True)

    objects = OrganisationQuerySet.as_manager()

    search_fields = [
        *(index.AutocompleteField(f"name_{code}") for code in LANGUAGE_CODES),
        index.RelatedFields(
            "former_names",
            [index.AutocompleteField(f"name_{code}") for code in LANGUAGE_CODES],
        ),
        index.FilterField("slug"),
        index.FilterField("kind"),
        index.FilterField("place"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = (
            models.CheckConstraint(name="news_organisation_has_address", condition=~Q(slug="")),
            models.CheckConstraint(
                name="news_organisation_kind_known", condition=Q(kind__in=OrganisationKind.values)
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of its page in the language of the request."""
        return reverse("organisation", kwargs={"slug": self.slug})

    def name_on(self, day: date) -> str:
        """Return what it was called on a day."""
        return posts.name_on(self.name, self.former_names.all(), day)

    def former_names_newest_first(self) -> "list[FormerOrganisationName]":
        """Return the former names, the one given up last first."""
        return sorted(self.former_names.all(), key=lambda each: each.until_date, reverse=True)

    def posts_newest_first(self) -> list[Any]:
        """Return who held which post, the one that began last first."""
        held = self.posts.select_related("person")
        return sorted(held, key=posts.first_known_day, reverse=True)


class FormerOrganisationName(CheckedTextsMixin, models.Model):
    """Hold a name that an organisation had before a day."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="former_names")
    name = models.CharField(_("name"), max_length=255)
    from_date = models.DateField(_("from"), null=True, blank=True)
    until_date = models.DateField(
        _("until"), help_text=_("The first day on which another name holds.")
    )

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        constraints = (
            models.CheckConstraint(
                name="news_formerorganisationname_ends_after_it_starts",
                condition=Q(from_date=None) | Q(until_date__gt=F("from_date")),
                violation_error_message=_("A name ends after it begins."),
            ),
            models.UniqueConstraint(
                name="news_formerorganisationname_once",
                fields=("organisation", "until_date"),
                violation_error_message=_("Another name ends on the same day."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.until_date})"
