"""What happened when: entries in order, each with its day and hour."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks.words import line, prose

MOST_ENTRIES = 40
_EXACT = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


class EntryValue(blocks.StructValue):
    """Tell the day and hour of an entry to machines."""

    @property
    def iso(self) -> str:
        """Give the day, with the hour where it is known exactly."""
        day, hour = f"{self['day']:%Y-%m-%d}", str(self["hour"] or "")
        return f"{day}T{hour:0>5}" if _EXACT.fullmatch(hour) else day


class EntryBlock(blocks.StructBlock):
    """Hold one entry; its hour may be words where nobody knows it exactly."""

    day = blocks.DateBlock(label=_("day"))
    hour = line(
        40, required=False, label=_("hour"), help_text=_("17:09, about 11:30, in the morning")
    )
    text = prose(limit=1_000, label=_("text"))

    class Meta:
        icon = "time"
        label = _("entry")
        value_class = EntryValue


class TimelineBlock(blocks.StructBlock):
    """Hold entries from the first to the last."""

    title = line(120, label=_("title"))
    entries = blocks.ListBlock(EntryBlock(), min_num=1, max_num=MOST_ENTRIES, label=_("entries"))

    class Meta:
        icon = "calendar-alt"
        label = _("timeline")
        template = "components/blocks/timeline.html"

    def clean(self, value: Any) -> Any:
        """Refuse days that run backwards."""
        cleaned = super().clean(value)
        days = [entry["day"] for entry in cleaned["entries"] if entry["day"] is not None]
        if days != sorted(days):
            message = _("Put the entries in the order of their days, the first one on top.")
            raise blocks.StructBlockValidationError({"entries": ValidationError(message)})
        return cleaned
