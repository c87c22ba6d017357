"""The lists, forms and choosers of people, organisations and topics."""

from collections.abc import Sequence
from typing import Any

from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.news.forgery_form import ForgeryForm
from portal.news.models import Forgery, Organisation, Person, Topic
from portal.news.record_forms import RecordForm
from portal.translated import LANGUAGE_CODES


def _in_all_languages(name: str, heading: Any) -> MultiFieldPanel:
    return MultiFieldPanel([FieldPanel(f"{name}_{code}") for code in LANGUAGE_CODES], heading)


def _edit(*panels: Any) -> Any:
    return ObjectList(list(panels), base_form_class=RecordForm)


NAMES = [f"name_{code}" for code in LANGUAGE_CODES]
POST = [
    *(FieldPanel(f"title_{code}") for code in LANGUAGE_CODES),
    FieldPanel("organisation"),
    FieldRowPanel([FieldPanel("from_date"), FieldPanel("from_precision")]),
    FieldRowPanel([FieldPanel("until_date"), FieldPanel("until_precision")]),
    FieldRowPanel([FieldPanel("seen_date"), FieldPanel("seen_precision")]),
    FieldRowPanel([FieldPanel("source"), FieldPanel("source_address")]),
]
FORMER_NAME = [
    *(FieldPanel(name) for name in NAMES),
    FieldRowPanel([FieldPanel("from_date"), FieldPanel("until_date")]),
]


class RecordChooserViewSet(SnippetChooserViewSet):
    """Offer what there is; a new record is made in its own form, with its posts or names."""

    def get_urlpatterns(self) -> list[URLPattern]:
        """Give all addresses but the one that would make a record."""
        return [each for each in super().get_urlpatterns() if each.name != "create"]


class RecordViewSet(SnippetViewSet):
    """List records by address, with their names in three languages."""

    ordering = ["slug"]
    copy_view_enabled = False
    chooser_viewset_class = RecordChooserViewSet
    menu_item_is_registered = True  # under News, not among Wagtail's snippets
    list_display: Sequence[Any] = ["name_kk", "name_ru", "name_en"]
    list_per_page = 50


class PersonViewSet(RecordViewSet):
    """List the people who speak."""

    model = Person
    icon = "user"
    menu_label = _("People")
    edit_handler = _edit(
        _in_all_languages("name", _("Name")),
        InlinePanel("posts", panels=POST, heading=_("Posts"), label=_("post")),
        _in_all_languages("description", _("Short description")),
        FieldPanel("slug"),
    )


class OrganisationViewSet(RecordViewSet):
    """List the organisations."""

    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    list_display = [*NAMES, Column("get_kind_display", label=_("Kind"), sort_key="kind")]
    list_filter = ["kind"]
    edit_handler = _edit(
        _in_all_languages("name", _("Name")),
        FieldPanel("kind"),
        FieldPanel("place"),
        FieldPanel("site"),
        InlinePanel(
            "former_names", panels=FORMER_NAME, heading=_("Former names"), label=_("former name")
        ),
        FieldPanel("slug"),
    )


class TopicViewSet(RecordViewSet):
    """List the topics."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    edit_handler = _edit(
        _in_all_languages("name", _("Name")),
        _in_all_languages("about", _("What it is about")),
        FieldPanel("slug"),
    )


class ForgeryViewSet(RecordViewSet):
    """List the forged and outdated notices that readers are warned of."""

    model = Forgery
    icon = "warning"
    menu_label = _("Forged notices")
    ordering = ["-seen_date", "-pk"]
    list_display: Sequence[Any] = [
        Column("title", label=_("Title"), accessor="title"),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        "seen_date",
        "shown_from",
        "shown_until",
    ]
    list_filter = ["kind"]
    edit_handler = ObjectList(
        [
            FieldPanel("kind"),
            _in_all_languages("title", _("Title")),
            _in_all_languages("wrong", _("What is wrong")),
            FieldPanel("true_number"),
            FieldPanel("seen_date"),
            FieldRowPanel([FieldPanel("shown_from"), FieldPanel("shown_until")]),
        ],
        base_form_class=ForgeryForm,
    )
