"""Where the translation desk meets Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.news.translations.noting import CONFIRMED, note


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
