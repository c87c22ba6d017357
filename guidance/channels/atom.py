"""Feeds in Atom (RFC 4287): a feed in, bytes out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.utils.feedgenerator import Atom1Feed, rfc3339_date

from guidance.shown.feeds import Entry, Feed, Sibling

MEDIA_TYPE = "application/atom+xml"
# What XML 1.0 can't say at all, not even escaped; Django's writer would refuse the whole feed.
UNSPEAKABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed) -> bytes:
    """Write a feed."""
    written = _Feed(
        said(feed.title),
        feed.page,
        "",
        language=feed.language,
        subtitle=said(feed.subtitle),
        author_name=said(feed.author),
        author_link=feed.author_address,
        feed_url=feed.address,
        feed_guid=feed.address,
        feed_copyright=said(feed.author),
        told=feed,
    )
    for entry in feed.entries:
        written.add_item(
            said(entry.title), entry.address, "", unique_id=entry.name, told=entry,
            pubdate=entry.published_at, updateddate=entry.updated_at,
            author_name=said(entry.author),
        )  # fmt: skip
    out = BytesIO()
    written.write(out, "utf-8")
    return out.getvalue()


def said(text: str) -> str:
    """Leave out what XML has no way to say."""
    return UNSPEAKABLE.sub("", text)


class _Feed(Atom1Feed):
    """Add to Django's feed what it leaves out: languages, schemes of categories, plain text."""

    def add_root_elements(self, handler: Any) -> None:
        told: Feed = self.feed["told"]
        page = Sibling("text/html", told.language, told.page)
        handler.addQuickElement("id", told.address)
        handler.addQuickElement("title", self.feed["title"])
        handler.addQuickElement("subtitle", self.feed["subtitle"])
        handler.addQuickElement("updated", rfc3339_date(told.updated_at))
        own = {"rel": "self", "type": MEDIA_TYPE, "hreflang": told.language, "href": told.address}
        handler.addQuickElement("link", "", own)
        _alternates(handler, (page, *told.siblings))
        handler.startElement("author", {})
        handler.addQuickElement("name", self.feed["author_name"])
        handler.addQuickElement("uri", told.author_address)
        handler.endElement("author")
        handler.addQuickElement("rights", self.feed["feed_copyright"])

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["told"].language}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        told: Entry = item["told"]
        handler.addQuickElement("id", told.name)
        handler.addQuickElement("title", item["title"])
        handler.addQuickElement("published", rfc3339_date(told.published_at))
        handler.addQuickElement("updated", rfc3339_date(told.updated_at))
        _alternates(handler, (Sibling("text/html", told.language, told.address), *told.others))
        handler.startElement("author", {})
        handler.addQuickElement("name", item["author_name"])
        handler.endElement("author")
        for term in told.terms:
            about = {"scheme": term.scheme, "term": term.code, "label": said(term.label)}
            handler.addQuickElement("category", "", about)
        handler.addQuickElement("summary", said(told.summary), {"type": "text"})


def _alternates(handler: Any, siblings: Iterable[Sibling]) -> None:
    for each in siblings:
        kind = {"type": each.media_type, "hreflang": each.language}
        handler.addQuickElement("link", "", {"rel": "alternate", **kind, "href": each.address})
