"""What a badge on another site says of a place: level, terms, and until when to trust it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from guidance.rules.dates import hour
from guidance.rules.ends import end_text
from guidance.rules.notices import as_of
from guidance.rules.texts import capitalised
from guidance.shown.cards import LevelCard, end_of, level_card
from guidance.shown.marks import NO_LEVEL_KEY, LevelMark
from guidance.shown.notices import announced_notices, error_notices, higher_parts, lifted_notice
from guidance.shown.outlook import Outlook
from guidance.shown.places import place_address
from guidance.shown.sentences import LevelSentence

# Nobody knows what a cache or a visitor's open page does with a picture: it says itself how long
# it is to be trusted. A page tells the age of a copy after the same time.
TRUSTED_FOR = timedelta(minutes=10)
MINUTE = timedelta(minutes=1)
MOST_REMARKS = 3
QUOTED = re.compile(r"«[^»]{1,24}»")
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Badge:
    """Hold the words of a badge; of no place, they say that nothing is known."""

    code: str
    mark: LevelMark
    sentence: LevelSentence
    facts: tuple[str, ...]
    remarks: tuple[str, ...]
    as_of: str
    as_of_iso: str
    holds: str
    address: str
    seconds: int
    ends_soon: bool = False
    state: str = "none"

    @property
    def shown_address(self) -> str:
        """Give the address as people type it."""
        return self.address.partition("://")[2]

    @property
    def minutes(self) -> int:
        """Give for how many whole minutes after it is drawn it may be trusted."""
        return self.seconds // 60


def badge_of(outlook: Outlook) -> Badge:
    """Tell the level of a place as its page shows it."""
    card = level_card(outlook)
    until = trusted_until(outlook)
    said = _("What is shown here holds until %(time)s. After that, see:")
    return Badge(
        code=outlook.region.code,
        mark=card.mark,
        sentence=LevelSentence(*map(bound, card.sentence)),
        facts=tuple(_facts(outlook, card)),
        remarks=tuple(map(bound, _remarks(outlook)))[:MOST_REMARKS],
        as_of=as_of(outlook.at, outlook.zone)[outlook.lang],
        as_of_iso=outlook.as_of.iso,
        holds=said % {"time": hour(until, outlook.zone)},
        address=settings.BASE_URL + place_address(outlook.region, outlook.lang),
        seconds=_seconds(outlook.at, until),
        ends_soon=card.ends_soon,
        state=card.state,
    )


def badge_of_nothing(lang: str) -> Badge:
    """Say that there is no such place, which says nothing about levels."""
    whole = _("No data. This does not mean that no level is in force")
    no_data, _stop, rest = whole.partition(". ")
    return Badge(
        code="",
        mark=LevelMark("unknown", no_data),
        sentence=LevelSentence("", no_data, rest),
        facts=(),
        remarks=(),
        as_of="",
        as_of_iso="",
        holds=_("The level of every region:"),
        address=f"{settings.BASE_URL}/{lang}/regions/",
        seconds=0,
    )


def bound(text: str) -> str:
    """Keep a quoted colour on one line: «қызғылт сары» broken in two would end in «сары»."""
    return QUOTED.sub(lambda phrase: phrase[0].replace(" ", NO_BREAK), text)


def trusted_until(outlook: Outlook) -> datetime:
    """Give when a badge stops to be true at the latest: never after the next known change."""
    until = outlook.at + TRUSTED_FOR
    change = outlook.ground.public.situation.valid_until
    return until if change is None else min(until, change)


def _seconds(at: datetime, until: datetime) -> int:
    """Count whole minutes from the end of the present one, so that a badge of a minute is one."""
    begun = at.replace(second=0, microsecond=0) + MINUTE
    return max(0, int((until.replace(second=0, microsecond=0) - begun) / MINUTE)) * 60


def _facts(outlook: Outlook, card: LevelCard) -> Iterator[str]:
    if card.mark.key == NO_LEVEL_KEY:
        if card.last_change is not None:
            yield f"{_('Last change')}: {card.last_change.text}"
        return
    if card.since is not None:
        yield f"{_('From')}: {card.since.text}"
    soon = f"{_('Ends soon')}. " if card.ends_soon else ""
    run = outlook.run
    year = run.ends_at is None or not outlook.is_this_year(run.ends_at)
    yield soon + end_text(end_of(outlook, run), outlook.lang, year=year, offset=False)


def _remarks(outlook: Outlook) -> Iterator[str]:
    """Say what a reader of the page finds above its card."""
    for error in error_notices(outlook)[:1]:
        yield error.sentence
    for part in higher_parts(outlook):
        yield f"{part.place.name}: {part.mark.name}"
    lifted = lifted_notice(outlook)
    if lifted is not None:
        ended = "" if lifted.decision is not None else f"{_('ended as planned')}, "
        yield f"{lifted.sentence}. {capitalised(ended + lifted.how)}"
    for coming in announced_notices(outlook):
        yield f"{coming.takes_effect}: {coming.mark.name}"
