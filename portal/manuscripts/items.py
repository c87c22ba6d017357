"""An article as it is written down: its texts in each language, and the facts beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from portal.manuscripts.blocks import Text

Words = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True)
class Source:
    """Cite a publication; only the year and month of `date` are known if `is_month_only`."""

    outlet: str
    title: str
    date: date | None
    is_month_only: bool
    url: str
    lang: str


@dataclass(frozen=True, slots=True)
class Update:
    """Hold one line of the log of corrections and updates."""

    at: datetime
    kind: str
    is_notable: bool
    text: Words


@dataclass(frozen=True, slots=True)
class Illustration:
    """Hold the picture of a page that has no other facts than its words."""

    path: Path
    alt: Words
    credit: Words


@dataclass(frozen=True, slots=True)
class Item:
    """Hold an article in all languages with all that the page needs besides.

    Regions are codes; topics, people and organisations are addresses of records; files that the
    texts name lie in `folder`; old addresses are paths that led to the article before.
    """

    address: str
    type: str
    published_at: datetime
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    issued_by: str
    signed_by: str
    act_number: str
    sources: tuple[Source, ...]
    updates: tuple[Update, ...]
    picture: Path | None
    picture_alt: Words
    picture_credit: Words
    texts: Mapping[str, Text]
    folder: Path
    old_addresses: tuple[str, ...] = ()
    exercise: tuple[datetime, datetime] | None = None  # from, until
