"""What of an article goes to a translator."""

from collections.abc import Iterator
from typing import Any

from portal.news.translations.exchange import Job, Segment
from portal.news.translations.inline import encode, encode_like, plain
from portal.news.translations.noting import states_of
from portal.news.translations.rows import Row, rows_of
from portal.text_checks import AtMost


def job_of(page: Any, source: str, target: str) -> Job:
    """Make a job of the newest draft of an article."""
    draft = page.get_latest_revision_as_object()
    state = states_of(page).get(target)
    older = state.older if state is not None else []
    segments = tuple(_segments(draft, source, target, older))
    return Job(page.pk, str(draft.title), source, target, segments)


def _segments(draft: Any, source: str, target: str, older: list[str]) -> Iterator[Segment]:
    for row in rows_of(draft, source, target):
        most = _most(draft, row)
        is_older = row.text.field in older
        if not row.text.is_rich:
            said = plain(row.target) or None
            words = plain(row.text.text)
            yield Segment(row.id, row.text.label, words, said, False, most, is_older)
            continue
        coded = encode(row.text.text)
        marked = encode_like(row.target, coded) if row.target.strip() else None
        yield Segment(row.id, row.text.label, coded.pieces, marked, True, most, is_older)


def _most(draft: Any, row: Row) -> int | None:
    """Return how many characters a plain text may have."""
    if row.text.is_rich:
        return None
    if row.text.block is None:
        names = {each.name: each for each in draft._meta.concrete_fields}
        return getattr(names.get(row.id), "max_length", None)
    limits = [each.limit for each in row.text.block.field.validators if isinstance(each, AtMost)]
    return min(limits, default=None)
