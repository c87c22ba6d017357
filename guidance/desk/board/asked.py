"""What an editor asks of the table of regions, read from the address of the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from guidance.desk.board.lines import is_ending
from guidance.desk.scene import Scene
from guidance.rules.levels import Level

QUERY_LENGTH = 80
ANY, NONE = "ANY", "NONE"


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold a filter; a value that is not known asks for nothing."""

    name: str = ""
    level: str = ""
    within: str = ""
    is_only_ending: bool = False
    page: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.level or self.within or self.is_only_ending)

    @property
    def query(self) -> str:
        """Write the filter as it stands in an address, without the page."""
        pairs = {"q": self.name, "level": self.level, "within": self.within}
        pairs |= {"ending": "1" if self.is_only_ending else ""}
        return urlencode({name: value for name, value in pairs.items() if value})

    def keeps(self, scene: Scene, code: str) -> bool:
        """Tell whether the table shows a place."""
        place = scene.place(code)
        if self.level == ANY and (place.level is None or place.inherited_from is not None):
            return False
        if self.level == NONE and place.level is not None:
            return False
        if self.level in Level.__members__ and place.level is not Level[self.level]:
            return False
        if self.is_only_ending and not is_ending(place, scene.at):
            return False
        return not self.name or scene.answers_to(code, self.name.casefold())


def asked_for(query: Mapping[str, str], scene: Scene) -> Asked:
    """Read the filter of an address."""
    level, within = query.get("level", ""), query.get("within", "")
    known = {ANY, NONE, *Level.__members__}
    return Asked(
        name=query.get("q", "").strip()[:QUERY_LENGTH],
        level=level if level in known else "",
        within=within if within in scene.tree else "",
        is_only_ending=query.get("ending") == "1",
        page=query.get("page", ""),
    )


def level_choices(scene: Scene) -> Iterator[tuple[str, str]]:
    """Offer what the filter by level takes."""
    yield ANY, _("places where a level begins")
    for level in sorted(Level, reverse=True):
        yield level.name, scene.level_label(level)
    yield NONE, scene.level_label(None)


def within_choices(scene: Scene) -> Iterator[tuple[str, str]]:
    """Offer the regions right under the country, in the tree's order."""
    for code in scene.tree.children(scene.tree.root):
        yield code, scene.name(code)
