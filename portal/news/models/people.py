"""People with dated posts: who says what, and in which post on that day.

How to use them. A page names a person by a foreign key with PROTECT or by a chooser block
(`SnippetChooserBlock("news.Person")`). Load people with `Person.objects.with_posts()`: one query
more, however many people. Then `person.role_on(day)` answers without a query: the post of that
day, or the last one known before it (`role.is_of_the_day` tells them apart). `role.post.title` is
what stands after the name, `role.post.organisation` the record behind it, or nothing.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from portal.checked_texts import CheckedTextsMixin
from portal.news import posts
from portal.news.choices import DatePrecision, EndPrecision
from portal.news.models.organisations import Organisation
from portal.news.posts import first_day, last_day
from portal.news.record_querysets import PersonQuerySet
from portal.translated import LANGUAGE_CODES

UNKNOWN, HELD = DatePrecision.UNKNOWN, EndPrecision.HELD
DATED = (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR)
A_DAY_IS_UNKNOWN = Q(from_precision=UNKNOWN) | Q(until_precision=UNKNOWN)


class Person(CheckedTextsMixin, index.Indexed, ClusterableModel):
    """Hold somebody who speaks in public, with nothing private about them."""

    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Latin letters; leave it empty to make it from the name. It stays for ever."),
    )
    name = models.CharField(_("name"), max_length=160)
    description = models.TextField(
        _("short description"),
        max_length=500,
        blank=True,
        help_text=_("The public work of the person, and nothing private."),
    )

    objects = PersonQuerySet.as_manager()

    search_fields = [
        *(index.AutocompleteField(f"name_{code}") for code in LANGUAGE_CODES),
        index.FilterField("slug"),
        index.RelatedFields("posts", [index.FilterField("organisation")]),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = (
            models.CheckConstraint(name="news_person_has_address", condition=~Q(slug="")),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the person's page in the language of the request."""
        return reverse("person", kwargs={"slug": self.slug})

    def role_on(self, day: date) -> "posts.Role[Post] | None":
        """Return the post as of a day."""
        return posts.role_on(self.posts.all(), day)

    def posts_newest_first(self) -> "list[Post]":
        """Return the posts, the one that began last first."""
        return sorted(self.posts.all(), key=posts.first_known_day, reverse=True)

    def other_names(self, lang: str) -> list[tuple[str, str]]:
        """Return language and name in the languages that a page does not speak."""
        return [(code, getattr(self, f"name_{code}")) for code in LANGUAGE_CODES if code != lang]


class Post(CheckedTextsMixin, models.Model):
    """Hold a post between two dates; a date that nobody knows is told to be unknown.

    `title` has the organisation in its right case and by the name of those days: "director of the
    Kazakhstan Institute for Strategic Studies". A month or a year is stored as the day that bounds
    it: its first for the beginning, its last for the end.
    """

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="posts")
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="posts",
    )
    title = models.CharField(
        _("post, as it stands after the name"),
        max_length=255,
        help_text=_("With the organisation as it was called then."),
    )
    from_date = models.DateField(_("from"), null=True, blank=True)
    from_precision = models.CharField(
        _("how exact"), max_length=7, choices=DatePrecision, default=DatePrecision.DAY
    )
    until_date = models.DateField(_("last day"), null=True, blank=True)
    until_precision = models.CharField(
        _("how exact"), max_length=7, choices=EndPrecision, default=EndPrecision.HELD
    )
    seen_date = models.DateField(
        _("known to hold it on"),
        null=True,
        blank=True,
        help_text=_("Needed where the first or the last day is not known."),
    )
    seen_precision = models.CharField(
        _("how exact"), max_length=7, choices=DatePrecision, default=DatePrecision.DAY
    )
    source = models.CharField(_("source"), max_length=255)
    source_address = models.URLField(_("link to the source"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = (
            models.CheckConstraint(
                name="news_post_first_day_known_or_not",
                condition=Q(from_precision__in=DATED, from_date__isnull=False)
                | Q(from_precision=UNKNOWN, from_date=None),
            ),
            models.CheckConstraint(
                name="news_post_last_day_known_or_not",
                condition=Q(until_precision__in=DATED, until_date__isnull=False)
                | Q(until_precision__in=(UNKNOWN, HELD), until_date=None),
            ),
            models.CheckConstraint(
                name="news_post_ends_not_before_it_begins",
                condition=Q(from_date=None)
                | Q(until_date=None)
                | Q(until_date__gte=F("from_date")),
            ),
            models.CheckConstraint(
                name="news_post_seen_where_a_day_is_unknown",
                condition=~A_DAY_IS_UNKNOWN | Q(seen_date__isnull=False),
            ),
            models.CheckConstraint(
                name="news_post_seen_on_some_day",
                condition=Q(seen_date=None) | Q(seen_precision__in=DATED),
            ),
            models.CheckConstraint(
                name="news_post_seen_before_it_ended",
                condition=Q(seen_date=None)
                | Q(until_date=None)
                | Q(until_date__gte=F("seen_date")),
            ),
            models.UniqueConstraint(
                name="news_post_held_once",
                fields=("person", "organisation"),
                condition=Q(until_precision=HELD),
                violation_error_message=_("This person still holds another post there."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Store an inexact date as the day that bounds it; say kindly what can't be true."""
        super().clean()
        errors = self._unknown_days()
        if not errors:
            self.from_date = self.from_date and first_day(self.from_date, self.from_precision)
            self.until_date = self.until_date and last_day(self.until_date, self.until_precision)
            self.seen_date = self.seen_date and first_day(self.seen_date, self.seen_precision)
            errors = self._wrong_order()
        if errors:
            raise ValidationError(errors)

    def _unknown_days(self) -> dict[str, Any]:
        errors = {}
        if (self.from_date is None) != (self.from_precision == UNKNOWN):
            errors["from_date"] = _("Give a date, or say that it is not known.")
        if (self.until_date is None) != (self.until_precision in (UNKNOWN, HELD)):
            errors["until_date"] = _("Give a date, or say that it is not known or still held.")
        is_unknown = UNKNOWN in (self.from_precision, self.until_precision)
        if is_unknown and self.seen_date is None:
            errors["seen_date"] = _("Give a day on which the person is known to hold the post.")
        elif self.seen_date is not None and self.seen_precision == UNKNOWN:
            errors["seen_date"] = _("Say how exactly this day is known.")
        return errors

    def _wrong_order(self) -> dict[str, Any]:
        errors = {}
        if self.until_date and self.from_date and self.until_date < self.from_date:
            errors["until_date"] = _("A post ends not before it begins.")
        if self.until_date and self.seen_date and self.until_date < self.seen_date:
            errors["seen_date"] = _("This day is after the last day of the post.")
        return errors
