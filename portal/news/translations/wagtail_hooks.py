"""Where the translation desk meets Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from portal.news.translations.noting import CONFIRMED, note
from portal.news.translations.storing import TRANSLATED
from portal.news.translations.texts import is_article
from portal.news.translations.urls import screens


@hooks.register("register_admin_urls")
def screens_of_the_translation_desk() -> list[URLPattern]:
    """Give the translation desk its addresses."""
    return screens


@hooks.register("register_page_header_buttons")
def way_to_the_translation(page: Any, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from an article to its languages beside each other."""
    if page.pk and is_article(page) and page.permissions_for_user(user).can_edit():
        address = reverse("translations_edit", args=[page.pk, "kk", "ru"])
        yield Button(_("Translate"), address, icon_name="globe", priority=60)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def note_the_languages(request: HttpRequest, page: Any) -> None:
    """Write down how far the languages of a saved page are."""
    note(page.specific, at=now())


@hooks.register("after_copy_page")
def note_the_languages_of_a_copy(request: HttpRequest, page: Any, copy: Any) -> None:
    """Write down how far the languages of a copied page are."""
    note(copy.specific.get_latest_revision_as_object(), at=now())


@hooks.register("register_log_actions")
def tell_confirmations(actions: Any) -> None:
    """Name in a page's history what somebody confirmed."""
    actions.register_action(
        CONFIRMED,
        _("Say that a change needs no translation"),
        _("Said that a change needs no translation"),
    )
    actions.register_action(TRANSLATED, _("Translate"), _("Translated"))
