"""A live post for the matrix: public, with one public entry and one draft."""

from __future__ import annotations

from typing import Any

from portal.news.live import keep_draft, publish_entry
from portal.news.models import LiveEntry, LivePage, NewsIndexPage
from tests.factories import NOON

LANGUAGES = ("kk", "ru", "en")
TEXTS = [f"{name}_{lang}" for name in ("headline", "text") for lang in LANGUAGES]


def live_post(people: dict[str, Any]) -> dict[str, Any]:
    """Make the post; only the newsroom may read its draft."""
    editor = people["editor"]
    page = LivePage(live=False, published_at=NOON, owner=editor)
    for lang in LANGUAGES:
        setattr(page, f"headline_{lang}", f"A live post for everybody {lang}")
        setattr(page, f"lead_{lang}", f"Lead {lang}")
    NewsIndexPage.objects.get().add_child(instance=page)
    page.save_revision(user=editor).publish()
    public, draft = _entry(page, "For everybody"), _entry(page, "zq-entry")
    publish_entry(public, by=editor, at=NOON)
    keep_draft(draft, by=editor)
    return {"chronicle": page, "entry": draft, "public_entry": public}


def entry_body(key: str) -> dict[str, Any]:
    """Give what an editor posts who publishes an entry at once."""
    facts = {"kind": "KEY", "source": "24KZ", "key": key, "action": "publish"}
    return {**dict.fromkeys(TEXTS, "Words"), **facts}


def correction_body() -> dict[str, Any]:
    """Give what an editor posts who corrects an entry."""
    return {"kind": "CORRECTION", **{f"text_{lang}": "Right" for lang in LANGUAGES}}


def _entry(page: LivePage, words: str) -> LiveEntry:
    return LiveEntry(page=page, source="24KZ", **dict.fromkeys(TEXTS, words))
