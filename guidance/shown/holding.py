"""Until when what a page says of levels holds, so that a copy of it can fall silent in time."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from guidance.shown.ground import Ground


def status_holds_until(ground: Ground) -> str:
    """Give the first known change of any level; empty when none is known."""
    ends = (place.until for place in ground.public.situation.regions.values())
    starts = (act.starts_at for act in ground.book.recent.coming)
    return earliest((*ends, *starts))


def place_holds_until(ground: Ground, *codes: str) -> str:
    """Give the first known change of the level of some places, or of a part of them."""
    return earliest(each for code in codes for each in _changes(ground, code))


def earliest(instants: Iterable[datetime | None]) -> str:
    """Write the first of some instants as short as a machine reads it; none is empty."""
    first = min((each for each in instants if each is not None), default=None)
    return "" if first is None else f"{first.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def _changes(ground: Ground, code: str) -> Iterator[datetime | None]:
    here, tree = ground.place(code), ground.atlas.tree
    yield here.until
    yield from (part.until for part in here.inside)
    for act in ground.book.recent.coming:
        named = (ground.atlas.code(row.region_id) for row in act.regions.all())
        if any(tree.is_within(code, each) or tree.is_within(each, code) for each in named):
            yield act.starts_at
