"""Demo articles and notices as they are written down in folders of text files."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from portal.manuscripts import Text, parse

DEMO_FOLDER = Path(__file__).parent / "demo"
PICTURES_FOLDER = DEMO_FOLDER / "pictures"
LANGUAGES = ("kk", "ru", "en")

Words = Mapping[str, str]


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
class DemoItem:
    """Hold an article in all languages with all that the page needs besides."""

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
    picture: str
    picture_alt: Words
    picture_credit: Words
    texts: Mapping[str, Text]


def item_folders(root: Path = DEMO_FOLDER) -> list[Path]:
    """List the folders of all demo items in the order of their numbers."""
    return sorted(meta.parent for meta in root.glob("*/meta.toml"))


def read_item(folder: Path) -> DemoItem:
    """Read one demo item in all its languages."""
    meta = tomllib.loads((folder / "meta.toml").read_text(encoding="utf-8"))
    return DemoItem(
        address=meta["address"],
        type=meta["type"],
        published_at=datetime.fromisoformat(meta["published_at"]),
        regions=tuple(meta["regions"]),
        topics=tuple(meta["topics"]),
        people=tuple(meta.get("people", ())),
        organisations=tuple(meta.get("organisations", ())),
        issued_by=meta.get("issued_by", ""),
        signed_by=meta.get("signed_by", ""),
        act_number=meta.get("act_number", ""),
        sources=tuple(_source(row) for row in meta["sources"]),
        updates=tuple(_update(row) for row in meta.get("updates", ())),
        picture=meta["picture"],
        picture_alt=_words(meta, "alt"),
        picture_credit=_words(meta, "credit"),
        texts=read_texts(folder),
    )


def read_texts(folder: Path) -> dict[str, Text]:
    """Read the three languages of a folder that needs no facts besides its words."""
    return {language: read_text(folder / f"{language}.md") for language in LANGUAGES}


def read_illustration(folder: Path) -> Illustration:
    """Read which picture of `demo/pictures` a page of the guide shows."""
    meta = tomllib.loads((folder / "meta.toml").read_text(encoding="utf-8"))
    path = folder.parents[1] / "pictures" / meta["picture"]
    return Illustration(path, alt=_words(meta, "alt"), credit=_words(meta, "credit"))


def read_text(path: Path) -> Text:
    """Read headline, lead and body blocks of one file."""
    return parse(str(path), path.read_text(encoding="utf-8"))


def _words(meta: Mapping[str, Any], name: str) -> Words:
    found = ((language, meta.get(f"{name}_{language}", "")) for language in LANGUAGES)
    return {language: words for language, words in found if words}


def _source(row: Mapping[str, str]) -> Source:
    day = row.get("date", "")
    is_month_only = len(day) == len("2016-06")
    full_day = f"{day}-01" if is_month_only else day
    return Source(
        outlet=row["outlet"],
        title=row["title"],
        date=date.fromisoformat(full_day) if day else None,
        is_month_only=is_month_only,
        url=row.get("url", ""),
        lang=row["lang"],
    )


def _update(row: Mapping[str, Any]) -> Update:
    return Update(
        at=datetime.fromisoformat(row["at"]),
        kind=row["kind"],
        is_notable=row["notable"],
        text=_words(row, "text"),
    )


def read_items(root: Path = DEMO_FOLDER) -> Iterator[DemoItem]:
    """Read all demo items in the order of their numbers."""
    return (read_item(folder) for folder in item_folders(root))
