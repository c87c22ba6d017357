"""A live post as its readers see it: what is known, key moments, and a page of entries."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404

from portal.news.choices import EntryKind
from portal.news.models.live_rows import LiveEntry, LiveState, LiveSummary
from portal.news.models.updates import Update

PER_PAGE = 20
OLDEST = "oldest"


class LivePost:
    """Select of a live post what an address asks for; `asked` are its parameters."""

    def __init__(self, page: Any, asked: Mapping[str, str], updates: Sequence[Update] = ()) -> None:
        self._page = page
        self._asked = asked
        self._updates = updates

    @cached_property
    def ended_at(self) -> datetime | None:
        """Return when the post ended, if it has."""
        state: LiveState | None = getattr(self._page, "state", None) if self._page.pk else None
        return state.ended_at if state else None

    @property
    def is_oldest_first(self) -> bool:
        """Tell whether the reader turned the list round, as one may when the post has ended."""
        return self.ended_at is not None and self._asked.get("order") == OLDEST

    @cached_property
    def summary(self) -> LiveSummary | None:
        """Return what is known now."""
        found: LiveSummary | None = (
            LiveSummary.objects.filter(page=self._page.pk).latest_first().first()
        )
        return found

    @cached_property
    def keys(self) -> list[LiveEntry]:
        """List the key moments, newest first, each with the address that leads to it."""
        shown = {entry.number for entry in self.entries}
        keys = list(self._published.filter(kind=EntryKind.KEY).newest_first())
        for entry in keys:
            query = "" if entry.number in shown else f"?entry={entry.number}"
            entry.address = f"{query}#{entry.anchor}"
        return keys

    @cached_property
    def entries(self) -> Page[LiveEntry]:
        """Return the asked page of entries, each with its corrections."""
        paginator = Paginator(self._ordered, PER_PAGE)
        try:
            entries = paginator.page(self._asked.get("page") or self._page_of_the_asked_entry())
        except InvalidPage:
            raise Http404 from None
        corrections: dict[int, list[Update]] = {}
        for update in reversed(self._updates):
            corrections.setdefault(update.entry_id or 0, []).append(update)
        for entry in entries:
            entry.told = corrections.get(entry.pk, [])
        return entries

    @cached_property
    def last_number(self) -> int:
        """Return the number of the newest entry: how many there are."""
        return int(self.entries.paginator.count)

    @property
    def changed_at(self) -> datetime | None:
        """Return when the post last said something, as far as this page of it knows."""
        times = [entry.at for entry in self.entries if entry.at]
        times += [self.summary.at] if self.summary else []
        return max(times, default=None)

    def address_of(self, number: int) -> str:
        """Return the query string of another page of the list."""
        order = f"&order={OLDEST}" if self.is_oldest_first else ""
        return f"?page={number}{order}#entries"

    @property
    def before(self) -> str:
        """Return the query string of the page before."""
        has, number = self.entries.has_previous(), self.entries.number
        return self.address_of(number - 1) if has else ""

    @property
    def after(self) -> str:
        """Return the query string of the page after."""
        has, number = self.entries.has_next(), self.entries.number
        return self.address_of(number + 1) if has else ""

    @property
    def _published(self) -> Any:
        return LiveEntry.objects.published().filter(page=self._page.pk)

    @property
    def _ordered(self) -> Any:
        entries = self._published
        return entries.oldest_first() if self.is_oldest_first else entries.newest_first()

    def _page_of_the_asked_entry(self) -> int:
        """Find the page on which an entry stands that a link names; without one, the first."""
        asked = self._asked.get("entry", "")
        if not asked:
            return 1
        if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
            raise Http404
        numbers = list(self._ordered.values_list("number", flat=True))
        if int(asked) not in numbers:
            raise Http404
        return numbers.index(int(asked)) // PER_PAGE + 1
