"""Feeds in JSON Feed 1.1: a feed in, bytes out."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from guidance.shown.feeds import Entry, Feed

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Write a feed."""
    document = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.subtitle,
        "language": feed.language,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "authors": [{"name": feed.author, "url": feed.author_address}],
        "_portal": {"updated_at": _moment(feed.updated_at), "siblings": _siblings(feed)},
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.name,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_text": entry.summary,
        "language": entry.language,
        "date_published": _moment(entry.published_at),
        "date_modified": _moment(entry.updated_at),
        "authors": [{"name": entry.author}],
        "tags": [term.label for term in entry.terms],
        "_portal": {
            "terms": [
                {"scheme": term.scheme, "code": term.code, "label": term.label}
                for term in entry.terms
            ],
            "siblings": _siblings(entry),
        },
    }


def _siblings(told: Feed | Entry) -> list[dict[str, str]]:
    rows = told.siblings if isinstance(told, Feed) else told.others
    return [
        {"type": each.media_type, "language": each.language, "url": each.address} for each in rows
    ]


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
