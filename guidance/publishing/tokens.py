"""The token of what an approver sees: one hash a part, so that what changed can be named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from guidance.publishing.canonical import canonical, sha256

# What an author writes, as people speak of it; all else of a draft is the part DRAFT.
WRITTEN: Mapping[str, tuple[str, ...]] = {
    "ACT": ("ledger", "act", "level", "refers_to"),
    "PLACES": ("regions",),
    "TIME": ("starts_at", "ends_at", "precision"),
    "REASON": ("reason", "end_reason"),
    "ORDER": ("order_number", "order_date"),
    "BASIS": ("authority", "authority_post", "legal_basis"),
    "MEASURES": ("measures",),
    "LOCAL_ADVICE": ("local_advice",),
}
DRAFT, UNSEEN = "DRAFT", "UNSEEN"
# What follows from the act and the hour, or from the catalogues and the ledger.
COMPOSED = ("START", "CORRECTED", "SENTENCE", "CATALOGUE")
FOLLOWS_FROM_THE_REST = frozenset({"SENTENCE", "CATALOGUE"})
PARTS = (*WRITTEN, DRAFT, *COMPOSED)
_LENGTH = 32


def token_of(
    written: Mapping[str, object], composed: Mapping[str, object], situation: Sequence[object]
) -> str:
    """Make the token of a draft, of what the portal composed, and of each region's situation."""
    parts = [*_written(written), *(composed[name] for name in COMPOSED), *situation]
    return ".".join(sha256(canonical(part))[:_LENGTH] for part in parts)


def differing(
    seen: str, now: str, regions: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the parts of the text that differ between two tokens, and the regions."""
    old, new = seen.split("."), now.split(".")
    if len(old) != len(new):
        return (UNSEEN,), regions
    count = len(PARTS)
    changed = tuple(
        code
        for code, was, now_is in zip(regions, old[count:], new[count:], strict=True)
        if was != now_is
    )
    return _named(old[:count], new[:count], has_moved=bool(changed)), changed


def _named(old: Sequence[str], new: Sequence[str], *, has_moved: bool) -> tuple[str, ...]:
    """Name what differs; sentence and advice alone are named when nothing else explains them."""
    parts = [name for name, was, now_is in zip(PARTS, old, new, strict=True) if was != now_is]
    causes = [name for name in parts if name not in FOLLOWS_FROM_THE_REST]
    if causes and causes != [DRAFT]:
        return tuple(name for name in causes if name != DRAFT)
    return tuple(causes if has_moved or causes else parts)


def _written(written: Mapping[str, object]) -> Iterator[object]:
    taken: set[str] = set()
    for names in WRITTEN.values():
        taken |= set(names)
        yield {name: written[name] for name in names}
    yield {name: value for name, value in written.items() if name not in taken}
