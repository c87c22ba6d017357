"""The rows of a live post: what is known so far, and the entries that go out one by one."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guidance.models import Declaration
from portal.checked_texts import CheckedTextsMixin
from portal.languages import WRITTEN_IN
from portal.news.choices import EntryKind
from portal.news.log_querysets import LiveEntryQuerySet, LiveSummaryQuerySet


class LiveState(models.Model):
    """Say whether a live post has ended, beside the page and its revisions."""

    page = models.OneToOneField("news.LivePage", models.CASCADE, related_name="state")
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        verbose_name = _("state of a live post")
        verbose_name_plural = _("states of live posts")

    def __str__(self) -> str:
        return f"{self.page_id} {self.ended_at or ''}".strip()


class FrozenWords(CheckedTextsMixin, models.Model):
    """Hold words in three languages that nothing changes once they are public.

    `published_at` is empty until then. The guards let a language be added later, and let the
    words of a machine be replaced by those of a person; whatever a person stands for stays.
    """

    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("author"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    is_machine_kk = models.BooleanField(_("machine translation, not yet read"), default=False)
    is_machine_ru = models.BooleanField(_("machine translation, not yet read"), default=False)
    is_machine_en = models.BooleanField(_("machine translation, not yet read"), default=False)

    class Meta:
        abstract = True


class LiveSummary(FrozenWords):
    """Hold one version of "What is known"; the latest is pinned, the earlier ones are history."""

    page = models.ForeignKey("news.LivePage", models.CASCADE, related_name="summaries")
    at = models.DateTimeField(_("time"))
    text = models.TextField(_("what is known"), help_text=_("One fact a line."))

    objects = LiveSummaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("what is known")
        verbose_name_plural = _("what is known")

    def __str__(self) -> str:
        return f"{self.page_id} {self.at:%Y-%m-%d %H:%M}"


class LiveEntry(FrozenWords):
    """Hold an entry of a live post; a wrong one gets a correction (`Update.entry`), no rewrite."""

    page = models.ForeignKey("news.LivePage", models.CASCADE, related_name="entries")
    # One form sent twice makes one entry.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Counts the published entries of a page from 1, without gaps; the anchor is made of it.
    number = models.PositiveIntegerField(_("number"), null=True, blank=True, editable=False)
    at = models.DateTimeField(
        _("time"), null=True, blank=True, help_text=_("Empty: the moment of publication.")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=EntryKind, default=EntryKind.ORDINARY)
    headline = models.CharField(_("headline"), max_length=160)
    text = models.TextField(_("text"), max_length=4000)
    source = models.CharField(
        _("source"),
        max_length=160,
        blank=True,
        help_text=_("Who says so. Not needed where a decision is named."),
    )
    source_address = models.URLField(_("link to the source"), max_length=500, blank=True)
    source_language = models.CharField(
        _("language of the source"), max_length=2, choices=settings.LANGUAGES, blank=True
    )
    declaration = models.ForeignKey(
        Declaration,
        models.PROTECT,
        verbose_name=_("decision"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = LiveEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of a live post")
        verbose_name_plural = _("entries of live posts")
        constraints = (
            models.CheckConstraint(
                name="news_liveentry_kind_known", condition=Q(kind__in=EntryKind.values)
            ),
            models.CheckConstraint(
                name="news_liveentry_published_whole",
                condition=Q(published_at__isnull=True, number__isnull=True)
                | Q(
                    published_at__isnull=False,
                    number__gte=1,
                    at__isnull=False,
                    headline_kk__gt="",
                    headline_ru__gt="",
                    text_kk__gt="",
                    text_ru__gt="",
                    headline_kk__isnull=False,
                    headline_ru__isnull=False,
                    text_kk__isnull=False,
                    text_ru__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="news_liveentry_published_with_source",
                condition=Q(published_at__isnull=True)
                | Q(source__gt="")
                | Q(declaration__isnull=False),
            ),
            models.UniqueConstraint(fields=("page", "number"), name="news_liveentry_number_once"),
        )

    def __str__(self) -> str:
        return f"{self.page_id} {self.number or '–'}"

    @property
    def anchor(self) -> str:
        """Name the entry's place on its page."""
        return f"entry-{self.number}"

    @property
    def written_in(self) -> str:
        """Name the language of the source in the reader's language."""
        return str(WRITTEN_IN[self.source_language]) if self.source_language else ""
