"""What of a block belongs to its language: another edition of a document, a mark on a quote."""

from typing import Any

from portal.news.translations.parts import Raw

# By the type of the block; everything else that is no text comes with the source.
OWN = {
    "document": ("document", "language"),
    "video": ("link", "length", "language", "picture"),
    "quote": ("link", "language", "is_translated"),
}
VERBATIM = "VERBATIM"


def in_language(child: Raw, there: Raw | None) -> Raw:
    """Return a translated block with what is its language's own, as the target had it."""
    names = OWN.get(child["type"], ())
    if not names:
        return child
    value: dict[str, Any] = child["value"]
    if there is not None and there["type"] == child["type"]:
        kept = {name: there["value"][name] for name in names if name in there["value"]}
        return {**child, "value": {**value, **kept}}
    return {**child, "value": {**value, **_newly_translated(child)}}


def _newly_translated(child: Raw) -> dict[str, Any]:
    """Tell readers of a quote that they read the portal's words, not the speaker's."""
    is_quote = child["type"] == "quote" and child["value"].get("mode") == VERBATIM
    return {"is_translated": True, "language": ""} if is_quote else {}
