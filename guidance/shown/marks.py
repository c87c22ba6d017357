"""The smallest values that templates print: a level's mark, a moment, a link."""

from datetime import datetime
from typing import NamedTuple

from guidance.rules.dates import Precision, local, moment
from guidance.rules.level_words import DEFAULT_WORDING, Wording, level_name
from guidance.rules.levels import Level
from guidance.rules.texts import capitalised

NO_LEVEL_KEY = "none"


class LevelMark(NamedTuple):
    """Say a level by the key of its shape and colours, and by its words."""

    key: str
    name: str

    @property
    def headed(self) -> str:
        """Give the words as they begin a line."""
        return capitalised(self.name)

    @property
    def is_none(self) -> bool:
        return self.key == NO_LEVEL_KEY


class Moment(NamedTuple):
    """Hold an instant for machines and for readers."""

    iso: str
    text: str


class Named(NamedTuple):
    """Hold a name with its address."""

    name: str
    address: str


def level_key(level: Level | None) -> str:
    """Give the key of a level's shape, colours and pattern."""
    return NO_LEVEL_KEY if level is None else level.name.lower()


def level_mark(level: Level | None, lang: str, wording: Wording = DEFAULT_WORDING) -> LevelMark:
    """Mark a level in one language."""
    return LevelMark(level_key(level), level_name(level, wording)[lang])


def shown_moment(
    at: datetime,
    zone: str,
    lang: str,
    *,
    precision: str = Precision.MINUTE,
    year: bool = True,
    offset: bool = False,
) -> Moment:
    """Show an instant in the zone of a place, as exactly as it is known."""
    text = moment(at, zone, lang, year=year, offset=offset, precision=precision)
    return Moment(local(at, zone).isoformat(timespec="minutes"), text)
