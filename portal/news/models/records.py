"""Records of articles: topics and sources."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable
from wagtail.search import index

from portal.checked_texts import CheckedTextsMixin
from portal.languages import WRITTEN_IN
from portal.news.record_querysets import TopicQuerySet
from portal.translated import LANGUAGE_CODES


class Topic(CheckedTextsMixin, index.Indexed, models.Model):
    """Hold what articles are about."""

    slug = models.SlugField(
        _("address"),
        max_length=60,
        unique=True,
        blank=True,
        help_text=_("Latin letters; leave it empty to make it from the name. It stays for ever."),
    )
    name = models.CharField(_("name"), max_length=120)
    about = models.TextField(
        _("what it is about"), max_length=600, blank=True, help_text=_("One paragraph.")
    )

    objects = TopicQuerySet.as_manager()

    search_fields = [
        *(index.AutocompleteField(f"name_{code}") for code in LANGUAGE_CODES),
        index.FilterField("slug"),
    ]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = (
            models.CheckConstraint(name="news_topic_has_address", condition=~models.Q(slug="")),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of its page in the language of the request."""
        return reverse("topic", kwargs={"slug": self.slug})


# Orderable brings an ordering of its own: Wagtail's inline forms read their rows by it.
class Source(CheckedTextsMixin, Orderable):
    """Cite a publication that an article rests on."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="sources")
    outlet = models.CharField(_("outlet or body"), max_length=160)
    title = models.CharField(_("title"), max_length=255, blank=True)
    address = models.URLField(_("link"), max_length=500, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    is_month_only = models.BooleanField(_("only the month is known"), default=False)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return f"{self.outlet} {self.title}".strip()

    @property
    def written_in(self) -> str:
        """Name the language of the source in the reader's language."""
        return str(WRITTEN_IN[self.language])
