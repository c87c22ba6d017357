"""One page in the list: its address in each language that it speaks, and when it changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from portal.translated import LANGUAGE_CODES

# Who speaks none of our languages is sent to the Kazakh page.
FOR_ALL_OTHERS: Final = "x-default"


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold a page by the part of its address that follows the language."""

    path: str
    changed_at: datetime | None = None
    languages: Sequence[str] = LANGUAGE_CODES

    def addresses(self, base: str) -> list[tuple[str, str]]:
        """List language and whole address of every language that the page speaks."""
        return [(code, f"{base}/{code}/{self.path}") for code in self.languages]


@dataclass(frozen=True, slots=True)
class Part:
    """Hold pages of one kind: how many there are, and some of them in a fixed order."""

    name: str
    count: Callable[[], int]
    some: Callable[[int, int], Iterable[Entry]]


def told(entries: Iterable[Entry], base: str) -> Iterator[tuple[Entry, str, list[tuple[str, str]]]]:
    """Give every address of every page, with those of its translations."""
    for entry in entries:
        addresses = entry.addresses(base)
        alternates = [*addresses, (FOR_ALL_OTHERS, addresses[0][1])]
        for _code, address in addresses:
            yield entry, address, alternates
