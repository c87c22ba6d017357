"""How long a level, or a decision that is waited for, still has."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SOON = timedelta(hours=24)
ENDING = timedelta(hours=48)
IN_HOURS = timedelta(hours=72)  # so far ahead people count hours, then days
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def time_left(at: datetime, end: datetime | None) -> str:
    """Say how long it is until an end, or nothing where none is known."""
    if end is None or end <= at:
        return ""
    left = end - at
    if left < HOUR:
        return _("%(number)s min left") % {"number": max(left // MINUTE, 1)}
    if left < IN_HOURS:
        return _("%(number)s h left") % {"number": left // HOUR}
    days = left // DAY
    return ngettext("%(number)s day left", "%(number)s days left", days) % {"number": days}


def age(at: datetime, since: datetime) -> str:
    """Say how long something has waited."""
    waited = max(at - since, timedelta())
    if waited < HOUR:
        return _("waits %(number)s min") % {"number": waited // MINUTE}
    if waited < IN_HOURS:
        return _("waits %(number)s h") % {"number": waited // HOUR}
    days = waited // DAY
    return ngettext("waits %(number)s day", "waits %(number)s days", days) % {"number": days}


def is_within(at: datetime, end: datetime | None, span: timedelta) -> bool:
    """Tell whether an end comes within some time from now."""
    return end is not None and end - at <= span
