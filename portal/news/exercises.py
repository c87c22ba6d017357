"""Exercises that were announced: what, where and when; they are never levels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from guidance.rules.dates import hour, local, moment, utc_offset
from guidance.shown.ground import Ground
from guidance.shown.holding import earliest
from guidance.shown.places import headed_place
from guidance.situations import UNNAMED, Edition, PublicSituation
from guidance.stored.atlas import regions_changed
from portal.news.models import NewsPage, StatementPage
from portal.translated import LANGUAGE_CODES

COUNTRY = "KZ"
MOST = 400  # rows: places of announcements
SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Announced:
    """Hold the announcement of an exercise; it is under way from its start up to its end."""

    slug: str
    published_at: datetime
    starts_at: datetime
    ends_at: datetime
    headlines: Mapping[str, str]
    codes: Sequence[str]

    def concerns(self, code: str) -> bool:
        """Tell whether it is held in a place or around it; in a region, also inside it."""
        return any(
            each in (code, COUNTRY)
            or code.startswith(f"{each}-")
            or (code != COUNTRY and each.startswith(f"{code}-"))
            for each in self.codes
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """Offer the announcement in one language."""

    language: str
    headline: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownExercise:
    """Say of an exercise what it is, where, when, and how far it is."""

    readings: Sequence[Reading]
    places: str
    hours: str
    state: str
    is_translated: bool
    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class _Kept:
    edition: Edition
    at: datetime
    rows: Sequence[Announced]


_kept: _Kept | None = None


def announced(public: PublicSituation) -> list[Announced]:
    """List the exercises that are announced and not over, the first to begin first."""
    at = public.at
    return [each for each in _rows(public) if each.published_at <= at < each.ends_at]


def shown(each: Announced, ground: Ground, zone: str) -> ShownExercise:
    """Show an exercise in the language of the page, by the clocks of a zone."""
    languages = [lang for lang in (ground.lang,) if each.headlines[lang]] or LANGUAGE_CODES
    return ShownExercise(
        [
            Reading(lang, each.headlines[lang], f"/{lang}/news/{each.slug}/")
            for lang in languages
            if each.headlines[lang]
        ],
        ", ".join(
            headed_place(ground.atlas.regions[code], ground.lang).name for code in each.codes
        ),
        hours(each.starts_at, each.ends_at, zone, ground.lang),
        state(each.starts_at, each.ends_at, ground.at),
        bool(each.headlines[ground.lang]),
        "" if each.starts_at <= ground.at else earliest([each.starts_at]),
        earliest([each.ends_at]),
    )


def of_statement(page: StatementPage) -> Announced | None:
    """Read the announcement of a statement; without hours it announces nothing."""
    if page.exercise_starts_at is None or page.exercise_ends_at is None:
        return None
    texts = {lang: getattr(page, f"headline_{lang}") or "" for lang in LANGUAGE_CODES}
    codes = [region.code for region in page.regions.all()] or [COUNTRY]
    span = (page.exercise_starts_at, page.exercise_ends_at)
    return Announced(page.slug, page.published_at, *span, texts, codes)


def state(starts_at: datetime, ends_at: datetime, at: datetime) -> str:
    """Say how far an exercise is at an instant."""
    if at >= ends_at:
        return _("Over")
    return _("Under way") if at >= starts_at else _("Planned")


def hours(starts_at: datetime, ends_at: datetime, zone: str, lang: str) -> str:
    """Write from when to when an exercise lasts, the day once where it is the same."""
    first = moment(starts_at, zone, lang)
    if local(starts_at, zone).date() == local(ends_at, zone).date():
        return f"{first}–{hour(ends_at, zone)} {utc_offset(ends_at, zone)}"
    return f"{first} – {moment(ends_at, zone, lang, offset=True)}"


def next_change(found: Iterable[Announced], at: datetime) -> datetime | None:
    """Give the first instant at which an exercise begins or ends."""
    instants = (instant for each in found for instant in (each.starts_at, each.ends_at))
    return min((instant for instant in instants if instant > at), default=None)


def note_announcement(page: StatementPage) -> None:
    """Let every process read the announcements anew, where this page is or may have been one."""
    if page.exercise_ends_at or page.first_published_at != page.last_published_at:
        regions_changed()


def _rows(public: PublicSituation) -> Sequence[Announced]:
    """Keep what was read with the edition of the page: a publication names a new one."""
    global _kept
    kept, edition = _kept, public.edition
    if kept is not None and edition != UNNAMED and kept.edition == edition and kept.at <= public.at:
        return kept.rows
    rows = _read(public.at)
    if edition != UNNAMED:
        _kept = _Kept(edition, public.at, rows)
    return rows


def _read(at: datetime) -> list[Announced]:
    texts = [f"headline_{lang}" for lang in LANGUAGE_CODES]
    of_statement = [f"statementpage__exercise_{name}_at" for name in ("starts", "ends")]
    facts = ("slug", "published_at", *of_statement, *texts)
    found: dict[tuple[Any, ...], list[str]] = {}
    pages: Any = NewsPage.objects.live().exercising_after(at)
    for *values, code in pages.values_list(*facts, "regions__code")[:MOST]:
        found.setdefault(tuple(values), []).append(code or COUNTRY)
    return [_announced(values, codes) for values, codes in found.items()]


def _announced(values: Sequence[Any], codes: Sequence[str]) -> Announced:
    slug, published_at, starts_at, ends_at, *headlines = values
    texts = {lang: text or "" for lang, text in zip(LANGUAGE_CODES, headlines, strict=True)}
    return Announced(slug, published_at, starts_at, ends_at, texts, codes)
