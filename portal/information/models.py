"""Pages about the portal, and the guide to the levels."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from guidance.channels.cards.address import picture_address, present_operator
from guidance.channels.cards.telling import of_level
from guidance.models import LegalBasis, LevelCode
from guidance.rules.levels import Level
from guidance.shown.request import present_ground
from portal.blocks import BodyBlock, contents, parts
from portal.checked_texts import CheckedTextsMixin
from portal.kept_pages import KeptShortlyMixin
from portal.page_guards import FixedPageMixin
from portal.translated import TranslatedPageMixin, language_tabs

TEXTS = ("headline", "lead", "body")
# Addresses of views: a page of this name would never be reached.
PROMISED_ADDRESSES = frozenset(
    {
        "badge", "calendar", "check", "data", "declarations", "exercises", "feeds", "history",
        "organisations", "people", "regions", "search", "status", "subscribe", "topics",
    }
)  # fmt: skip
# The other numbers stand at the foot of every page.
GUIDE_CALLS = ("112", "104")


class InformationPage(
    CheckedTextsMixin, FixedPageMixin, KeptShortlyMixin, TranslatedPageMixin, Page
):
    """Tell about the portal itself: who runs it, how accessible it is."""

    headline = models.CharField(_("headline"), max_length=255)
    lead = models.TextField(_("lead"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    # About and accessibility stand at promised addresses; pages added later may come and go.
    is_fixed = models.BooleanField(_("fixed address"), default=False, editable=False)

    edit_handler = language_tabs(TEXTS, TEXTS, shared=["address"])
    exclude_fields_in_copy = ["is_fixed"]
    needed = ("body",)
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    def clean(self) -> None:
        """Refuse an address that the portal's own pages have or are promised."""
        super().clean()
        if self.slug in PROMISED_ADDRESSES:
            raise ValidationError({"address": _("The portal itself uses this address.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the list of contents, and who runs the portal as the settings say it."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        operator = {
            "name": settings.OPERATOR_NAME[get_language() or settings.LANGUAGE_CODE],
            "contact": settings.OPERATOR_CONTACT,
            "is_official": settings.IS_OFFICIAL_CHANNEL,
        }
        return context | {"contents": contents(self.body), "operator": operator}


class GuidePage(CheckedTextsMixin, FixedPageMixin, KeptShortlyMixin, TranslatedPageMixin, Page):
    """Give the pages of the guide an introduction and a picture around the scale's own texts."""

    headline = models.CharField(_("headline"), max_length=255)
    lead = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    edit_handler = language_tabs(TEXTS, TEXTS, shared=[FieldPanel("picture")])
    needed = ("lead",)

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the text cut at its headings, the law behind the scale and whom to call."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        ground = present_ground(request, now())
        opening, following = parts(self.body)
        return context | {
            "guide_address": f"/{ground.lang}/levels/",
            "opening": opening,
            "parts": following,
            "laws": LegalBasis.objects.order_by("position", "pk"),
            "numbers": [row for row in ground.catalogue.texts.numbers if row.number in GUIDE_CALLS],
        }


class LevelIndexPage(GuidePage):
    """Explain the whole scale."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["information.LevelPage"]

    class Meta:
        verbose_name = _("guide to the levels")
        verbose_name_plural = _("guides to the levels")


class LevelPage(GuidePage):
    """Explain one level; its definition, measures and advice come from the scale."""

    level = models.CharField(
        _("level"), max_length=6, choices=LevelCode, unique=True, editable=False
    )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the picture of the level."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        ground = present_ground(request, now())
        story = of_level(ground, Level[self.level], present_operator())
        path = f"/{ground.lang}/levels/{self.level.lower()}/card.png"
        return context | {"picture": picture_address(path, story, ground.at)}

    max_count = 3
    is_creatable = False  # the three come with the portal
    parent_page_types = ["information.LevelIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page of a level")
        verbose_name_plural = _("pages of levels")
