"""The demo's live post: what was known when, and the entries, written into its rows."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guidance.models import Declaration
from portal.news.demo_texts import DEMO_FOLDER
from portal.news.live import end, publish_entry, say_what_is_known
from portal.news.models import LiveEntry, LivePage
from portal.translated import LANGUAGE_CODES

FILE = "live.toml"
SAME = ("source", "source_address", "source_language")
WORDS = tuple(f"{name}_{code}" for name in ("headline", "text") for code in LANGUAGE_CODES)


def tell(page: LivePage) -> None:
    """Let a demo post say what its file says, in the order of that day."""
    told = _told(page.address)
    for known in told["known"]:
        texts = {f"text_{code}": known[code].strip() for code in LANGUAGE_CODES}
        say_what_is_known(page, texts, by=None, at=_time(known["at"]))
    for row in told["entries"]:
        publish_entry(_entry(page, row), by=None, at=_time(row["at"]))
    end(page, by=None, at=_time(told["ended_at"]))


def _told(address: str) -> dict[str, Any]:
    for path in sorted(DEMO_FOLDER.glob(f"*/{FILE}")):
        meta = tomllib.loads((path.parent / "meta.toml").read_text(encoding="utf-8"))
        if meta["address"] == address:
            return tomllib.loads(path.read_text(encoding="utf-8"))
    raise FileNotFoundError(f"{address}: no {FILE}")


def _entry(page: LivePage, row: Mapping[str, str]) -> LiveEntry:
    entry = LiveEntry(page=page, kind=row["kind"].upper())
    for name in (*SAME, *WORDS):
        setattr(entry, name, row.get(name, ""))
    if number := row.get("declaration"):
        entry.declaration = Declaration.objects.get(number=number)
    return entry


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
