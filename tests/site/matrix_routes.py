"""Every route of the resolver under /admin/, and which of them an address meets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

Patterns = list[URLPattern | URLResolver]


def admin_routes() -> set[str]:
    """Give the written routes, shut and shadowed ones included."""
    return {route for route in _walk(get_resolver().url_patterns, "") if route.startswith("admin/")}


def met_by(path: str) -> set[str]:
    """Give every route that a path matches, not only the first."""
    return set(_matches(get_resolver().url_patterns, path.split("?")[0].removeprefix("/"), ""))


def bulk_actions() -> set[str]:
    """Give the address of every bulk action that is registered."""
    bulk_action_registry._scan_for_bulk_actions()
    return {
        f"/admin/bulk/{app}/{model}/{action}/"
        for app, models in bulk_action_registry.actions.items()
        for model, actions in models.items()
        for action in actions
    }


def _walk(patterns: Patterns, prefix: str) -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        else:
            yield route


def _matches(patterns: Patterns, path: str, prefix: str) -> Iterator[str]:
    for pattern in patterns:
        found: Any = pattern.pattern.match(path)
        if not found:
            continue
        route = prefix + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from _matches(pattern.url_patterns, found[0], route)
        else:
            yield route
