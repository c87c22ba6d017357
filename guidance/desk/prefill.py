"""What a new form of a later act begins with: the places, and what holds there now."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.http import QueryDict

from guidance.desk.referring import referred
from guidance.desk.scene import Scene
from guidance.desk.stored import measure_fields
from guidance.models import Declaration
from guidance.publishing.facts import codes, in_order, measure_of
from guidance.rules.acts import ActKind, NamedMeasure


def beginning(scene: Scene, kind: ActKind, query: QueryDict) -> dict[str, Any]:
    """Name the places of an address: one by one, or all of a declaration."""
    places = _places(scene, query)
    begun: dict[str, Any] = {"regions": places}
    if kind is ActKind.CHANGE and places:
        # A new level ends what followed the old one: what is to go on is named again.
        begun |= measure_fields(tuple(_going_on(scene, places)), scene.zone(places[0]))
    return begun


def _places(scene: Scene, query: QueryDict) -> list[str]:
    known = frozenset(scene.draftable)
    number = query.get("declaration", "")
    target = referred(scene, number) if number else None
    wanted = [*query.getlist("region"), *(codes(target) if target is not None else ())]
    chosen = [code for code in dict.fromkeys(wanted) if code in known]
    return chosen or (list(known) if len(known) == 1 else [])


def _going_on(scene: Scene, places: list[str]) -> Iterator[NamedMeasure]:
    """Give the measures in force that the acts of these very places named, each once."""
    found: dict[str, NamedMeasure] = {}
    inside = {code for code in scene.tree if any(scene.tree.is_within(code, p) for p in places)}
    held = {measure for place in places for measure in scene.place(place).measures}
    in_force = {measure.code for measure in held if measure.region in inside}
    for act in _acts(scene, {measure.declaration for measure in held}):
        for row in in_order(act):
            measure = measure_of(row)
            if measure.code in in_force and set(measure.regions) <= inside:
                over = measure.starts_at is not None and measure.starts_at <= scene.at
                found[measure.code] = replace(measure, starts_at=None) if over else measure
    yield from found.values()


def _acts(scene: Scene, sequences: Iterable[int]) -> Iterable[Declaration]:
    rows = Declaration.objects.of_ledger(exercise=scene.exercise).in_ledger_order()
    return rows.filter(sequence__in=list(sequences)).with_facts()
