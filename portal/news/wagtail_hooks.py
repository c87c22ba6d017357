"""What Wagtail's admin shows of the news: flat lists of articles and of statements."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.models import register_snippet

from guidance.desk.board.panels import HOOK as DESK_PANEL
from guidance.desk.previews import HOOK as PREVIEWS
from guidance.desk.previews import Offer
from portal.news.bulk import refuse_unfinished
from portal.news.comparing import compare_by_name
from portal.news.desk_panel import MissingTranslationsPanel
from portal.news.explorer import LanguagesColumn, NewsFilterSet, NewsIndexView, NewsPagesViewSet
from portal.news.explorer_facts import facts_columns
from portal.news.livedesk import wagtail_hooks as live_hooks  # noqa: F401
from portal.news.models import (
    ArticlePage,
    CorrectionPage,
    Forgery,
    LivePage,
    NewsPage,
    Organisation,
    Person,
    StatementPage,
    Topic,
)
from portal.news.preview_checks import check_articles
from portal.news.reading_menu import offer_second_reading
from portal.news.reading_views import preview, second_reading
from portal.news.record_deletion import keep_what_is_named
from portal.news.record_viewsets import (
    ForgeryViewSet,
    OrganisationViewSet,
    PersonViewSet,
    TopicViewSet,
)
from portal.news.translations import wagtail_hooks as translation_hooks  # noqa: F401

for records in (PersonViewSet, OrganisationViewSet, TopicViewSet, ForgeryViewSet):
    register_snippet(records)


class NewsListingViewSet(PageListingViewSet):
    """List pages by the date they show, newest first."""

    ordering = "-published_at"
    columns = [
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        *facts_columns("kind"),
        Column(
            "published_at",
            label=_("Published"),
            accessor=lambda page: date_format(
                localtime(page.published_at), "SHORT_DATETIME_FORMAT"
            ),
            sort_key="published_at",
            width="15%",
        ),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="12%"),
        LanguagesColumn("languages", label=_("Languages"), width="15%"),
    ]
    index_view_class = NewsIndexView
    filterset_class = NewsFilterSet
    add_to_admin_menu = False


class ArticleListingViewSet(NewsListingViewSet):
    """List the articles."""

    model = ArticlePage
    menu_label = _("Articles")
    icon = "doc-full"


class StatementListingViewSet(NewsListingViewSet):
    """List the official statements."""

    model = StatementPage
    menu_label = _("Statements")
    icon = "clipboard-list"


class LiveListingViewSet(NewsListingViewSet):
    """List the live posts."""

    model = LivePage
    menu_label = _("Live posts")
    icon = "time"


class CorrectionListingViewSet(NewsListingViewSet):
    """List the correction notices."""

    model = CorrectionPage
    menu_label = _("Correction notices")
    icon = "warning"


class NewsViewSetGroup(ViewSetGroup):
    """Put the lists under one name."""

    menu_label = _("News")
    menu_icon = "list-ul"
    menu_order = 50
    items = (
        ArticleListingViewSet("articles"),
        StatementListingViewSet("statements"),
        LiveListingViewSet("live-posts"),
        CorrectionListingViewSet("correction-notices"),
    )

    def get_submenu_items(self) -> list[MenuItem]:
        """Add people, organisations, topics, forged notices, and the translation desk."""
        models: tuple[Any, ...] = (Person, Organisation, Topic, Forgery)
        records = [
            model.snippet_viewset.get_menu_item(order=100 + position)
            for position, model in enumerate(models)
        ]
        report = MenuItem(_("Translations"), reverse("translations"), icon_name="globe", order=900)
        return [*super().get_submenu_items(), *records, report]


@hooks.register("register_admin_viewset")
def news_in_the_menu() -> NewsViewSetGroup:
    """Show the lists in the menu."""
    return NewsViewSetGroup()


@hooks.register("register_admin_viewset")
def news_in_the_explorer() -> NewsPagesViewSet:
    """List the pages under the news with columns of their own."""
    return NewsPagesViewSet()


@hooks.register(PREVIEWS)
def article_preview(code: str, lang: str) -> list[Offer]:
    """Let a draft be seen in the level box of the newest article about its place."""
    page = NewsPage.objects.live().about_region(code).newest_first().first()
    if page is None:
        return []
    return [Offer("article", gettext("Article"), f"/{lang}/news/{page.slug}/")]


@hooks.register("register_admin_urls")
def second_readings() -> list[URLPattern]:
    """Give the second reading its addresses."""
    one = "second-reading/<int:page_id>/"
    return [
        path(one, second_reading, name="second_reading"),
        path(f"{one}<slug:language>/", preview, name="second_reading_preview"),
    ]


compare_by_name()
hooks.register("construct_page_action_menu", offer_second_reading)
hooks.register("construct_wagtail_userbar", check_articles)
hooks.register("before_bulk_action", refuse_unfinished)


@hooks.register(DESK_PANEL)
def missing_translations_at_the_desk() -> MissingTranslationsPanel:
    """Show at the desk what the newsroom has not translated."""
    return MissingTranslationsPanel()


@hooks.register("insert_global_admin_css")
def style_of_the_forms() -> SafeString:
    """Set the many regions of a form in columns."""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/css/newsroom.css"))


@hooks.register("before_delete_snippet")
def keep_records_that_pages_name(request: HttpRequest, records: Any) -> HttpResponse | None:
    """Delete no person, organisation or topic that a page names."""
    return keep_what_is_named(request, records)
