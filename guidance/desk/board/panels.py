"""What other parts of the portal put on the first page of the desk.

An app registers a panel with Wagtail's hook `register_desk_panel`: a function without arguments
that gives a `Panel`. All numbers that the panels need are counted in one query.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from django.db.models import CharField, Count, Min, QuerySet, Value
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
        """Give queries made by `tally`; all panels' share one round trip."""

    def context(self, scene: Scene, counted: Mapping[str, Tally]) -> Mapping[str, Any] | None:
        """Give what the template prints, or nothing where the panel has no place."""


def tally(rows: QuerySet[Any, Any], key: str, since: str) -> QuerySet[Any, Any]:
    """Ask how many rows there are, and since when by a field of theirs, under a key."""
    # The queryset of a translated model would put the columns in another order.
    plain: QuerySet[Any, Any] = QuerySet(rows.model, query=rows.query.chain())
    keyed = plain.order_by().annotate(key=Value(key, output_field=CharField())).values("key")
    counted: QuerySet[Any, Any] = keyed.annotate(number=Count("pk"), since=Min(since)).values_list(
        "key", "number", "since"
    )
    return counted


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
