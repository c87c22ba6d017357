"""The catalogues as Wagtail's snippets: lists to search, filter and export, and nothing to write.

Wagtail asks a snippet's rights of its model, never of the row, and lets one person save. So only
the lists are mounted, behind one guard; a row leads to the desk's own page, where two people act.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import wraps
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, reverse
from django.utils import timezone
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from guidance import catalogues
from guidance.catalogue_kinds import CATALOGUES, Catalogue
from guidance.models import LANGUAGES
from guidance.stored.atlas import present_atlas

COUNTRY = "KZ"
MOUNTED = ("list", "list_results")
SEEN = frozenset({"view"})


class CataloguePolicy(BasePermissionPolicy):
    """Let a line be seen by the desks whose territory it concerns, and written by nobody."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(catalogue.model)
        self.catalogue = catalogue

    def readable_by(self, user: Any) -> QuerySet[Any]:
        """Give the lines that exist to somebody's eyes."""
        lines, places = self.catalogue.lines(), self._places(user)
        if self.catalogue.is_regional:
            return lines.filter(region__code__in=places)
        return lines if COUNTRY in places else lines.none()

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Tell whether somebody may see any line."""
        return action in SEEN and self._has_a_desk(user)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        """Tell whether somebody may see any line, if that is what is asked."""
        return bool(SEEN & set(actions)) and self._has_a_desk(user)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Any
    ) -> bool:
        """Tell whether the stored row, not the object at hand, is the person's to see."""
        seen = SEEN & set(actions)
        return bool(seen) and self.readable_by(user).filter(pk=instance.pk).exists()

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Tell whether the person may do one thing to a row."""
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        """Give the rows that the person may see, if that is what is asked."""
        readable = self.readable_by(user)
        return readable if SEEN & set(actions) else readable.none()

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """Name nobody: Wagtail asks this for mails to whoever may moderate."""
        nobody: QuerySet[Any] = get_user_model()._default_manager.none()
        return nobody

    def _has_a_desk(self, user: Any) -> bool:
        places = self._places(user)
        return bool(places) if self.catalogue.is_regional else COUNTRY in places

    def _places(self, user: Any) -> frozenset[str]:
        return catalogues.readable_places(present_atlas(), user, timezone.now())


class CatalogueIndexView(IndexView):
    """List the lines of a catalogue; each leads to the desk's page of it."""

    catalogue: Catalogue

    def get_edit_url(self, instance: Any) -> str:
        """Lead to the page where a change is proposed."""
        key = self.catalogue.key_of(instance)
        return reverse("catalogues:line", args=[self.catalogue.slug, key])

    def get_add_url(self) -> str | None:
        """Lead to the page where a new line is proposed."""
        if not self.catalogue.takes_new_lines:
            return None
        return reverse("catalogues:new", args=[self.catalogue.slug])

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        """Offer nothing beside the row itself."""
        return []


class ScopedSnippetViewSet(SnippetViewSet):
    """Mount the lists of a catalogue behind the guard of its policy."""

    catalogue: Catalogue
    # By our own entry of the menu; else Wagtail's asks every policy for its rights on every page.
    menu_item_is_registered = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Give the rows of the list and of its export."""
        rows: QuerySet[Any] = policy_registry.get_by_type(self.model).readable_by(request.user)
        return rows

    def get_urlpatterns(self) -> list[URLPattern]:
        """Give what is mounted; all of it passes the guard."""
        mounted = (each for each in super().get_urlpatterns() if each.name in MOUNTED)
        return [self._guarded(each) for each in mounted]

    def register_chooser_viewset(self) -> None:
        """Mount no chooser: nothing on a page refers to a line of a catalogue."""

    def _guarded(self, pattern: URLPattern) -> URLPattern:
        view = pattern.callback

        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not policy_registry.get_by_type(self.model).user_has_any_permission(
                request.user, SEEN
            ):
                raise Http404
            response: HttpResponse = view(request, *args, **kwargs)
            return response

        pattern.callback = guarded
        return pattern


def register_catalogues() -> None:
    """Register every catalogue, its policy first."""
    for catalogue in CATALOGUES.values():
        register_permission_policy(catalogue.model, CataloguePolicy(catalogue))
        register_snippet(_view_set(catalogue))


def _view_set(catalogue: Catalogue) -> ScopedSnippetViewSet:
    texts = [f"{next(iter(catalogue.texts))}_{lang}" for lang in LANGUAGES]
    since = ["in_force_from"] if catalogue.is_versioned else []
    facts = [name for name in catalogue.facts if name != "genitive_ru"]
    shown = ["__str__", *texts, *facts, *since]
    view = type("Index", (CatalogueIndexView,), {"catalogue": catalogue})
    return ScopedSnippetViewSet(
        model=catalogue.model,
        catalogue=catalogue,
        index_view_class=view,
        list_display=shown,
        list_export=[catalogue.key_field, *catalogue.columns, *since],
        exclude_form_fields=[],
        copy_view_enabled=False,
        search_fields=[catalogue.key_field, *texts],
        search_backend_name=None,
        icon="list-ul",
    )
