"""Demo articles and notices as they are written down in folders of text files."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from portal.manuscripts import Text, parse
from portal.manuscripts.items import Illustration, Item, Source, Update, Words

DEMO_FOLDER = Path(__file__).parent / "demo"
PICTURES_FOLDER = DEMO_FOLDER / "pictures"
LANGUAGES = ("kk", "ru", "en")


def item_folders(root: Path = DEMO_FOLDER) -> list[Path]:
    """List the folders of all demo items in the order of their numbers."""
    return sorted(meta.parent for meta in root.glob("*/meta.toml"))


def read_item(folder: Path) -> Item:
    """Read one demo item in all its languages."""
    meta = tomllib.loads((folder / "meta.toml").read_text(encoding="utf-8"))
    return Item(
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
        picture=PICTURES_FOLDER / meta["picture"],
        picture_alt=_words(meta, "alt"),
        picture_credit=_words(meta, "credit"),
        texts=read_texts(folder),
        folder=folder,
        exercise=_exercise(meta),
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


def _exercise(meta: Mapping[str, Any]) -> tuple[datetime, datetime] | None:
    if "exercise_starts_at" not in meta:
        return None
    starts_at, ends_at = meta["exercise_starts_at"], meta["exercise_ends_at"]
    return datetime.fromisoformat(starts_at), datetime.fromisoformat(ends_at)


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


def read_items(root: Path = DEMO_FOLDER) -> Iterator[Item]:
    """Read all demo items in the order of their numbers."""
    return (read_item(folder) for folder in item_folders(root))
