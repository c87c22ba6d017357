"""The application home; the handlers of Wagtail's page signals stand here and nowhere else."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.utils.timezone import now
from django.utils.translation import override


class HomeConfig(AppConfig):
    """Declare portal.home."""

    name = "portal.home"
    label = "home"

    def ready(self) -> None:
        """Redirect in all languages; keep what a new article leaves: levels, languages, quotes."""
        from wagtail.signals import (
            page_published,
            page_slug_changed,
            page_unpublished,
            post_page_move,
        )

        page_slug_changed.connect(_redirect_after_new_address, dispatch_uid="home.new_address")
        post_page_move.connect(_redirect_after_move, dispatch_uid="home.move")
        page_published.connect(_freeze_levels, dispatch_uid="home.freeze_levels")
        page_published.connect(_note_languages, dispatch_uid="home.note_languages")
        page_published.connect(_index_quotes, dispatch_uid="home.index_quotes")
        page_published.connect(_tell_readers, dispatch_uid="home.tell_readers")
        page_published.connect(_show_exercise, dispatch_uid="home.show_exercise")
        # Last: articles are found by the levels that were frozen and by what readers were told.
        page_published.connect(_find_again, dispatch_uid="home.find_again")
        page_unpublished.connect(_lose, dispatch_uid="home.lose")
        page_unpublished.connect(_show_exercise, dispatch_uid="home.hide_exercise")


def _redirect_after_new_address(instance: Any, instance_before: Any, **kwargs: Any) -> None:
    from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_slug_change

    # Wagtail's own handler would redirect in the editor's language and leave 404 in the others.
    for code, _name in settings.LANGUAGES:
        with override(code):
            autocreate_redirects_on_slug_change(instance_before=instance_before, instance=instance)


def _redirect_after_move(
    instance: Any, url_path_before: str, url_path_after: str, **kwargs: Any
) -> None:
    from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_page_move

    for code, _name in settings.LANGUAGES:
        with override(code):
            autocreate_redirects_on_page_move(
                instance=instance, url_path_after=url_path_after, url_path_before=url_path_before
            )


def _freeze_levels(instance: Any, **kwargs: Any) -> None:
    from portal.news.level_box import freeze_levels
    from portal.news.models import NewsPage

    if isinstance(instance, NewsPage):
        freeze_levels(instance)


def _note_languages(instance: Any, revision: Any = None, **kwargs: Any) -> None:
    from portal.news.translations.noting import note

    # A scheduled revision may go live beside a newer draft, and the desk speaks of the newest.
    if revision is None or instance.latest_revision_id == revision.pk:
        note(instance, at=now())


def _index_quotes(instance: Any, **kwargs: Any) -> None:
    from portal.news.models import NewsPage
    from portal.news.quotations import index_quotes

    if isinstance(instance, NewsPage):
        index_quotes(instance)


def _find_again(instance: Any, **kwargs: Any) -> None:
    from portal.home.found import find_again

    find_again(instance)


def _lose(instance: Any, **kwargs: Any) -> None:
    from portal.home.found import lose

    lose(instance)


def _tell_readers(instance: Any, **kwargs: Any) -> None:
    from portal.news import live, updates
    from portal.news.models import LivePage, NewsPage

    if isinstance(instance, NewsPage):
        updates.record_publication(instance)
    if isinstance(instance, LivePage):
        live.release(instance, instance.last_published_at)


def _show_exercise(instance: Any, **kwargs: Any) -> None:
    from portal.news.exercises import note_announcement
    from portal.news.models import StatementPage

    if isinstance(instance, StatementPage):
        note_announcement(instance)
