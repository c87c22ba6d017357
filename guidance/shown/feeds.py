"""What a feed holds, whatever its format: a list at an address, entries that keep their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Term:
    """Name what an entry is about: a code, the list of codes it belongs to, and words."""

    scheme: str
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Sibling:
    """Name another form of the same list or the same entry."""

    media_type: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one entry; its name is for ever, whatever becomes of its address."""

    name: str
    language: str
    title: str
    summary: str
    address: str
    others: Sequence[Sibling]
    author: str
    published_at: datetime
    updated_at: datetime
    terms: Sequence[Term]


@dataclass(frozen=True, slots=True)
class Feed:
    """Hold a list in one language; its page is for people, its siblings are for machines."""

    address: str
    language: str
    title: str
    subtitle: str
    page: str
    siblings: Sequence[Sibling]
    author: str
    author_address: str
    updated_at: datetime
    entries: Sequence[Entry]
