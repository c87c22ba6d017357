"""Articles, and what they share with statements."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester
from wagtail.search import index

from guidance.models import Region
from guidance.shown.places import headed_place
from guidance.shown.request import present_ground
from portal.blocks import contents, minutes_to_read
from portal.checked_texts import CheckedTextsMixin
from portal.kept_pages import KeptShortlyMixin
from portal.news.blocks import NewsBodyBlock
from portal.news.cards import picture_of_article
from portal.news.choices import ChangeWeight, NewsKind, UpdateKind
from portal.news.gone import GoneMixin
from portal.news.level_box import advice_now, level_box
from portal.news.models.records import Topic
from portal.news.models.updates import Update
from portal.news.page_form import NewsPageForm
from portal.news.panels import FACTS, TEXT_FIELDS, TEXT_PANELS
from portal.news.querysets import NewsPageManager
from portal.page_guards import OncePublishedPermissionTester
from portal.translated import LANGUAGE_CODES, TranslatedPageMixin, language_tabs

MOST_RELATED = 3


class NewsPage(GoneMixin, CheckedTextsMixin, KeptShortlyMixin, TranslatedPageMixin, Page):
    """Hold what articles and statements share, so that one query lists both."""

    kind = models.CharField(_("type"), max_length=11, choices=NewsKind, default=NewsKind.NEWS)
    headline = models.CharField(_("headline"), max_length=255)
    lead = models.TextField(_("lead"))
    body = StreamField(NewsBodyBlock(), verbose_name=_("text"), blank=True)
    published_at = models.DateTimeField(_("published"), db_index=True)
    regions = ParentalManyToManyField(Region, verbose_name=_("regions"), related_name="+")
    topics = ParentalManyToManyField(
        "news.Topic", verbose_name=_("topics"), related_name="pages", blank=True
    )
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        models.SET_NULL,
        verbose_name=_("picture"),
        null=True,
        blank=True,
        related_name="+",
    )

    # A machine's words, read by nobody yet: readers are told so, language by language.
    is_machine_kk = models.BooleanField(_("machine translation, not yet read"), default=False)
    is_machine_ru = models.BooleanField(_("machine translation, not yet read"), default=False)
    is_machine_en = models.BooleanField(_("machine translation, not yet read"), default=False)

    # What the editor answered about a change after publication; `Update` is what readers see of it.
    change_weight = models.CharField(
        _("how much does this change matter?"), max_length=7, choices=ChangeWeight, blank=True
    )
    change_kind = models.CharField(
        _("kind of change"), max_length=16, choices=UpdateKind, blank=True
    )
    change_text = models.TextField(_("what readers are told"), blank=True)
    change_answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = NewsPageManager()

    base_form_class = NewsPageForm
    is_creatable = False
    needed: tuple[str, ...] = ("body",)
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    search_fields = [
        *Page.search_fields,
        *(index.AutocompleteField(f"headline_{code}") for code in LANGUAGE_CODES),
    ]

    class Meta:
        verbose_name = _("article or statement")
        verbose_name_plural = _("articles and statements")
        indexes = (models.Index(fields=["kind", "published_at"], name="news_kind_published"),)
        constraints = (
            models.CheckConstraint(
                name="news_newspage_kind_known", condition=models.Q(kind__in=NewsKind.values)
            ),
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what stands around the text: levels, sources, updates, related pages."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        regions, topics = list(self.regions.all()), list(self.topics.all())
        updates = list(Update.objects.of_page(self.pk))
        ground = present_ground(request, now())
        zone = ground.country.time_zone
        return context | {
            "box": level_box(regions, ground, getattr(self, "published_levels", None)),
            "places": regions,
            "regions": [headed_place(region, ground.lang) for region in regions],
            "topics": topics,
            "sources": self.sources.all(),
            "updates": updates,
            "updated_at": next((update.at for update in updates if update.is_notable), None),
            "advice": advice_now(regions, ground),
            "picture": picture_of_article(self, regions, ground.lang, zone),
            "related": self.related(regions, topics),
            "contents": contents(self.body),
            "minutes": minutes_to_read(self.body),
            "news_address": f"/{ground.lang}/news/",
            "levels_address": f"/{ground.lang}/levels/",
        }

    @property
    def is_machine(self) -> bool:
        """Tell whether the text in the active language is a machine's, read by nobody yet."""
        return bool(getattr(self, f"is_machine_{get_language()}", False))

    def related(self, regions: Sequence[Region], topics: Sequence[Topic]) -> Sequence[Any]:
        """Return other pages about the same topics and regions, the latest of the closest."""
        others = NewsPage.objects.live().exclude(pk=self.pk)
        nearest = others.closest_to(regions, topics).prefetch_related(None)  # rows without places
        found: Sequence[Any] = nearest[:MOST_RELATED]
        return found

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        """Return what `user` may do with this page."""
        return OncePublishedPermissionTester(user, self)


class ArticlePage(NewsPage):
    """Hold what the newsroom writes."""

    reviewed_on = models.DateField(
        _("reviewed"),
        null=True,
        blank=True,
        help_text=_("The day on which advice was last compared with what the authorities say."),
    )

    edit_handler = language_tabs(
        TEXT_PANELS,
        TEXT_FIELDS,
        shared=[
            FieldRowPanel([FieldPanel("kind"), FieldPanel("reviewed_on")]),
            *FACTS,
        ],
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def clean(self) -> None:
        """Refuse an article that poses as an official statement."""
        super().clean()
        if self.kind == NewsKind.STATEMENT:
            raise ValidationError({"kind": _("An official statement has a page type of its own.")})
