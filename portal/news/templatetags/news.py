"""Days and hours of articles, and what their records say."""

from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

from guidance.rules import dates
from portal.news.archive import month_name
from portal.news.posts import DatedPost, Exact
from portal.news.words import Words, words_of

register = template.Library()


@register.filter
def moment(at: datetime) -> SafeString:
    """Write day and hour by the capital's clocks."""
    text = dates.moment(at, settings.TIME_ZONE, _language())
    return _time(dates.local(at, settings.TIME_ZONE).isoformat(timespec="minutes"), text)


@register.filter
def hour(at: datetime) -> SafeString:
    """Write the hour by the capital's clocks."""
    iso = dates.local(at, settings.TIME_ZONE).isoformat(timespec="minutes")
    return _time(iso, dates.hour(at, settings.TIME_ZONE))


@register.filter
def day(on: date | datetime) -> SafeString:
    """Write a day."""
    on = dates.local(on, settings.TIME_ZONE).date() if isinstance(on, datetime) else on
    return _time(on.isoformat(), dates.day(on, _language()))


@register.filter
def day_words(on: date) -> str:
    """Write a day without marking it as a time."""
    return dates.day(on, _language())


@register.filter
def month(on: date) -> SafeString:
    """Write the month of a day: 2016 жылғы маусым, июнь 2016 года, June 2016."""
    return _time(f"{on:%Y-%m}", month_name(on))


@register.simple_tag
def last_known(post: DatedPost) -> SafeString:
    """Write when somebody is last known to have held a post, as exactly as it is known."""
    if post.until_date is not None:
        return exactly(post.until_date, post.until_precision)
    on = post.seen_date or post.from_date
    precision = post.seen_precision if post.seen_date else post.from_precision
    return exactly(on, precision) if on else SafeString()


@register.filter
def exactly(on: date, precision: str) -> SafeString:
    """Write a day, a month or a year."""
    if precision == Exact.YEAR:
        return _time(f"{on:%Y}", pgettext("a year", "%(year)s") % {"year": on.year})
    return month(on) if precision == Exact.MONTH else day(on)


@register.filter
def words(row: Any) -> list[Words]:
    """Give what a row says in the reader's language, or in those it has."""
    return words_of(row)


def _time(iso: str, text: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', iso, text)


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
