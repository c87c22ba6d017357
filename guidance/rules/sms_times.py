"""From when and until when, as a short message says it."""

from __future__ import annotations

from datetime import date, datetime

from guidance.rules.acts import ActKind
from guidance.rules.dates import APPROXIMATELY, Precision, hour, last_day, local, moment, short_day
from guidance.rules.ends import End, end_text
from guidance.rules.patterns import TAKES_EFFECT
from guidance.rules.sentences import ACTS_WITH_END, Notice
from guidance.rules.sms_patterns import ENDS, STARTS

# What is withdrawn or corrected is so from its publication on.
ACTS_WITH_START = ACTS_WITH_END | {ActKind.LIFT}


def full_times(notice: Notice, lang: str) -> list[str]:
    """Say in words when an act takes effect, if that lies ahead, and until when it stands."""
    said = []
    if notice.takes_effect_at is not None and notice.kind in ACTS_WITH_START:
        starts = moment(notice.takes_effect_at, notice.zone, lang)
        said.append(TAKES_EFFECT[lang].format(moment=starts))
    if notice.end is not None and notice.kind in ACTS_WITH_END:
        said.append(end_text(notice.end, lang, offset=False))
    return said


def brief_times(notice: Notice, lang: str) -> list[str]:
    """Say the same in digits."""
    said = []
    if notice.takes_effect_at is not None and notice.kind in ACTS_WITH_START:
        said.append(STARTS[lang].format(at=_digits(notice.takes_effect_at, notice.zone)))
    if notice.end is not None and notice.kind in ACTS_WITH_END:
        said.append(_brief_end(notice.end, lang))
    return said


def _brief_end(end: End, lang: str) -> str:
    if end.ends_at is None:
        return end_text(end, lang)
    whole_day = last_day(end.ends_at, end.named_zone)
    at = short_day(whole_day) if whole_day else _end_in_digits(end, end.ends_at, lang)
    return ENDS[lang].format(at=at)


def _end_in_digits(end: End, ends_at: datetime, lang: str) -> str:
    if end.precision == Precision.DAY:
        return short_day(_day(ends_at, end.page_zone))
    digits = _digits(ends_at, end.page_zone)
    return f"{APPROXIMATELY[lang]} {digits}" if end.precision == Precision.ESTIMATED else digits


def _digits(at: datetime, zone: str) -> str:
    return f"{short_day(_day(at, zone))} {hour(at, zone)}"


def _day(at: datetime, zone: str) -> date:
    return local(at, zone).date()
