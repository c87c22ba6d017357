"""The entries of a live post, each as a posting with an address of its own."""

from typing import Any

from guidance.channels.linked.nodes import Node, Site


def live_updates(site: Site, page: Any, post: Any) -> Node:
    """Tell when a live post began, whether it has ended, and the entries of the shown page."""
    if post is None:
        return {}
    return {
        "coverageStartTime": page.published_at,
        "coverageEndTime": post.ended_at,
        "liveBlogUpdate": [_entry(site, page, entry) for entry in post.entries],
    }


def _entry(site: Site, page: Any, entry: Any) -> Node:
    address = f"{page.canonical_url}#{entry.anchor}"
    return {
        "@type": "BlogPosting",
        "@id": address,
        "url": address,
        "headline": entry.headline,
        "articleBody": entry.text,
        "datePublished": entry.at,
        "inLanguage": site.lang,
        "correction": [
            {"@type": "CorrectionComment", "text": told.text, "datePublished": told.at}
            for told in entry.told
        ],
    }
