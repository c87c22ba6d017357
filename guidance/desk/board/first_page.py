"""The first page of the desk, put together: one instant, few queries."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from guidance.desk.board.asked import Asked, asked_for, level_choices, within_choices
from guidance.desk.board.lines import Lines, PlaceLine, by_urgency, is_ending, last_act
from guidance.desk.board.panels import shown_panels
from guidance.desk.board.regions import Found, drawn, found
from guidance.desk.board.waiting import Waiting
from guidance.desk.letting_end import decisions
from guidance.desk.scene import Scene
from guidance.desk.words import moment_label
from guidance.models import Desk
from guidance.rules import authority

OWN_ON_A_SCREEN = 25
ENDING_ON_A_SCREEN = 10


def first_page(scene: Scene, query: Mapping[str, str]) -> Mapping[str, Any]:
    """Give everything that the first page shows, and its fragment again a few seconds later."""
    own = by_urgency(scene, list(_where_a_level_begins(scene)))
    ending = [code for code in own if is_ending(scene.place(code), scene.at)]
    asked = asked_for(query, scene)
    table = found(scene, asked)
    shown_own, shown_ending = own[:OWN_ON_A_SCREEN], ending[:ENDING_ON_A_SCREEN]
    acts = {last_act(scene.place(code)) for code in (scene.home, *shown_own, *table.codes)}
    waiting = Waiting(scene, acts)
    lines = Lines(scene, waiting.acted)
    return {
        "home": lines.line(scene.home),
        "desk_name": scene.desks[0].name,
        "lines": [lines.line(code) for code in shown_own],
        "lines_count": len(own),
        "ending": list(_ending(scene, lines, shown_ending)),
        "ending_count": len(ending),
        "waiting": waiting,
        "panels": shown_panels(scene),
        "mute_desks": [desk.name for desk in mute_desks(scene)],
        "as_of": moment_label(scene.at, scene.zone(scene.home), scene.lang),
        "may_draft": any(row.role == authority.Role.DRAFTER for row in scene.rows),
        **_table(scene, asked, table, lines),
    }


def _ending(scene: Scene, lines: Lines, codes: Collection[str]) -> Iterator[PlaceLine]:
    """Write what ends soon, with the decision to let it end if there is one."""
    decided = decisions(scene, codes)
    for code in codes:
        yield replace(lines.line(code), decision=decided.get(code))


def _table(scene: Scene, asked: Asked, table: Found, lines: Lines) -> Mapping[str, Any]:
    return {
        "map": drawn(scene),
        "places": [lines.line(code) for code in table.codes],
        "places_page": table.page,
        "asked": asked,
        "level_choices": list(level_choices(scene)),
        "within_choices": list(within_choices(scene)),
    }


def _where_a_level_begins(scene: Scene) -> Iterator[str]:
    """Give the places of the person's desks where a level begins."""
    for code in scene.tree:
        place = scene.place(code)
        if code in scene.territory and place.level is not None and place.inherited_from is None:
            yield code


def mute_desks(scene: Scene) -> list[Desk]:
    """Give the person's desks that lack an approver and another person who drafts."""
    members: dict[int, list[tuple[object, str]]] = {}
    for row in scene.colleagues:
        members.setdefault(row.desk_id, []).append((row.user_id, row.role))
    return [desk for desk in scene.desks if not authority.can_publish(members[desk.pk])]
