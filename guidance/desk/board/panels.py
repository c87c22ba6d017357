"""What other parts of the portal put on the first page of the desk.

An app registers a panel with Wagtail's hook `register_desk_panel`: a function without arguments
that gives a `Panel`. All numbers that the panels need are counted in one query.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from django.db.models import QuerySet
from wagtail import hooks

from guidance.desk.scene import Scene

HOOK = "register_desk_panel"


class Tally(NamedTuple):
    """Hold how many there are of something, and since when there is one."""

    number: int = 0
    since: datetime | None = None


class Panel(Protocol):
    """Show one thing that an app knows; `order` says where it stands among the others."""

    name: str
    order: int
    template: str

    def tallies(self, scene: Scene) -> Iterable[QuerySet[Any, Any]]:
        """Give queries for rows of a key, a number and an instant; they share one round trip."""

    def context(self, scene: Scene, counted: Mapping[str, Tally]) -> Mapping[str, Any] | None:
        """Give what the template prints, or nothing where the panel has no place."""


@dataclass(frozen=True, slots=True)
class ShownPanel:
    """Hold a panel ready to print."""

    name: str
    template: str
    context: Mapping[str, Any]


def shown_panels(scene: Scene) -> list[ShownPanel]:
    """Give the panels of all apps, in their order."""
    panels: list[Panel] = [register() for register in hooks.get_hooks(HOOK)]
    counted = _counted(query for panel in panels for query in panel.tallies(scene))
    return list(_shown(sorted(panels, key=lambda panel: panel.order), scene, counted))


def _counted(queries: Iterable[QuerySet[Any, Any]]) -> Mapping[str, Tally]:
    whole = list(queries)
    if not whole:
        return {}
    first, *others = whole
    rows = first.union(*others, all=True) if others else first
    return {key: Tally(number, since) for key, number, since in rows}


def _shown(
    panels: Iterable[Panel], scene: Scene, counted: Mapping[str, Tally]
) -> Iterator[ShownPanel]:
    for panel in panels:
        context = panel.context(scene, counted)
        if context is not None:
            yield ShownPanel(panel.name, panel.template, context)
