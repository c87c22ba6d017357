"""How a notice says until when a level stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from guidance.rules.dates import Precision, day, kazakh_day, last_day, moment
from guidance.rules.numerals import Case, times
from guidance.rules.texts import Texts, capitalised

OPEN_ENDED = Texts(
    "ерекше нұсқау берілгенге дейін", "до особого распоряжения", "until further notice"
)
END_NOT_GIVEN = Texts(
    "аяқталу мерзімі көрсетілмеген", "срок окончания не указан", "no end date given"
)
UNLESS_EXTENDED = Texts("егер ұзартылмаса", "если не продлят", "unless extended")
EXTENDED = Texts("{times} ұзартылды", "продлён {times}", "extended {times}")

# Beside a label «Окончание», and as a sentence of its own.
LAST_DAY = Texts("{day} (қоса алғанда)", "{day} включительно", "to the end of {day}")
LAST_DAY_SENTENCE = Texts(
    "Аяқталуы: {day} (қоса алғанда)", "Окончание: {day} включительно", "Ends {day}"
)
# Within a line that names level and place.
UNTIL_DAY = Texts("{day} қоса алғанда", "по {day} включительно", "until the end of {day}")
UNTIL_HOUR = Texts("аяқталуы: {moment}", "до {moment}", "until {moment}")
HOUR_SENTENCE = Texts("Аяқталуы: {moment}", "Окончание: {moment}", "Ends {moment}")


@dataclass(frozen=True, slots=True)
class End:
    """Hold what is known of the end of a period.

    ``named_zone`` is the zone of the region that the declaration names, ``page_zone`` that of the
    place on the page: a midnight of the first is the same last day on every page.
    """

    ends_at: datetime | None
    named_zone: str
    page_zone: str
    precision: str = Precision.MINUTE
    extended_times: int = 0
    is_archive: bool = False
    may_be_extended: bool = True


def end_text(end: End, lang: str, *, year: bool = True, offset: bool = True) -> str:
    """Say until when as a sentence of its own, without a full stop."""
    if end.ends_at is None:
        return capitalised(_no_end(end)[lang])
    whole_day = last_day(end.ends_at, end.named_zone)
    if whole_day:
        stated = LAST_DAY_SENTENCE[lang].format(day=day(whole_day, lang, year=year))
    else:
        stated = HOUR_SENTENCE[lang].format(moment=_hour(end, end.ends_at, lang, year, offset))
    return stated + _conditions(end, lang)


def end_value(end: End, lang: str, *, year: bool = True, offset: bool = True) -> str:
    """Say until when beside a label that already says "until"."""
    if end.ends_at is None:
        return _no_end(end)[lang]
    whole_day = last_day(end.ends_at, end.named_zone)
    if whole_day:
        stated = LAST_DAY[lang].format(day=day(whole_day, lang, year=year))
    else:
        stated = _hour(end, end.ends_at, lang, year, offset)
    return stated + _conditions(end, lang)


def until_phrase(end: End, lang: str) -> str:
    """Say until when within a line: high (orange), until the end of 15 July 2026."""
    if end.ends_at is None:
        return _no_end(end)[lang]
    whole_day = last_day(end.ends_at, end.named_zone)
    if whole_day is None:
        return UNTIL_HOUR[lang].format(moment=_hour(end, end.ends_at, lang, True, False))
    last = kazakh_day(whole_day, Case.ACCUSATIVE) if lang == "kk" else day(whole_day, lang)
    return UNTIL_DAY[lang].format(day=last)


def end_texts(end: End) -> Texts:
    """Say until when as a sentence with year and zone, in each language."""
    return Texts.by_language(lambda lang: end_text(end, lang))


def extended_text(extended_times: int) -> Texts:
    """Say how often the end was moved: 2 рет ұзартылды, продлён 2 раза, extended twice."""
    return EXTENDED.fill(times=times(extended_times))


def _no_end(end: End) -> Texts:
    return END_NOT_GIVEN if end.is_archive else OPEN_ENDED


def _hour(end: End, ends_at: datetime, lang: str, year: bool, offset: bool) -> str:
    return moment(ends_at, end.page_zone, lang, year=year, offset=offset, precision=end.precision)


def _conditions(end: End, lang: str) -> str:
    separator = " " if lang == "en" else ", "
    unless = separator + UNLESS_EXTENDED[lang] if end.may_be_extended else ""
    times_moved = f"; {extended_text(end.extended_times)[lang]}" if end.extended_times else ""
    return unless + times_moved
