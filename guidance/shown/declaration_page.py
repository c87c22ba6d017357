"""The page of one declaration: what it said when it was issued, and what is true now."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from guidance.models import ActCode, Declaration, Origin, Region
from guidance.rules import patterns
from guidance.rules.acts import ActKind
from guidance.rules.dates import local
from guidance.rules.ends import End, end_value
from guidance.rules.levels import Level
from guidance.rules.notices import printed
from guidance.rules.outcomes import Word
from guidance.rules.texts import capitalised
from guidance.rules.words import ACT_LABELS, PUBLIC_WORDS
from guidance.shown.advice_page import advice_address
from guidance.shown.cards import decision
from guidance.shown.codes import short_link
from guidance.shown.declaration_measures import measure_rows
from guidance.shown.declaration_rows import PlaceRow, ThreadRow
from guidance.shown.declaration_words import DeclarationWords
from guidance.shown.ground import Ground
from guidance.shown.holding import place_holds_until
from guidance.shown.marks import LevelMark, Moment, Named, level_mark
from guidance.shown.places import named_place
from guidance.shown.sms import SentText, sent_texts
from guidance.shown.verdicts import Standing, Verdict, verdict

LEVELS: Mapping[str | None, Level | None] = {None: None, **{level.name: level for level in Level}}


class DeclarationPage(DeclarationWords):
    """Answer what the page of one declaration asks."""

    def __init__(self, ground: Ground, act: Declaration, base_url: str) -> None:
        self.ground, self.act, self.lang = ground, act, ground.lang
        self.frozen: Mapping[str, Any] = json.loads(bytes(act.bulletin.body))
        self.regions = [
            ground.atlas.by_id[row.region_id]
            for row in sorted(act.regions.all(), key=lambda row: (row.position, row.pk))
        ]
        self.thread = ground.book.thread_of(act)
        self.periods = ground.book.periods_of(self.thread)
        self.short = short_link(f"{base_url}/c/{act.number}")
        self.measures = measure_rows(ground, act, self.regions, self.zone)

    @property
    def sms(self) -> list[SentText]:
        """Give the short messages that say what was published."""
        return sent_texts(self.frozen, self.ground, self.short.text)

    @property
    def zone(self) -> str:
        """Give the zone of the first named place, else the capital's."""
        return (self.regions[0] if self.regions else self.ground.country).time_zone

    @property
    def is_exercise(self) -> bool:
        return bool(self.act.exercise)

    @property
    def exercise(self) -> str:
        """Give what stands before every sentence of a drill."""
        return patterns.EXERCISE.fill(text="")[self.lang] if self.is_exercise else ""

    @property
    def label(self) -> str:
        return ACT_LABELS[ActKind(self.act.act)][self.lang]

    @property
    def headline(self) -> str:
        return str(self.frozen["headline"][self.lang])

    @property
    def is_archive(self) -> bool:
        return bool(self.act.origin == Origin.ARCHIVE)

    @property
    def state(self) -> str:
        """Name for machines what the act is now; a drill is never said to be in force."""
        if self.is_exercise:
            return "exercise"
        return self.verdict.state if self.verdict is not None else "issued"

    @property
    def verdict(self) -> Verdict | None:
        now = Standing(self.act, self.thread, self.periods, self.ground.at, self.zone, self.lang)
        return verdict(now)

    @property
    def is_in_error(self) -> bool:
        return self.verdict is not None and self.verdict.state == "in-error"

    @property
    def first_code(self) -> str:
        return self.regions[0].code if self.regions else self.ground.atlas.tree.root

    @property
    def has_chain(self) -> bool:
        return len(self.thread) > 1

    @property
    def advice_count(self) -> int:
        return len(self.advice) + len(self.local_advice)

    @property
    def source_name(self) -> str:
        """Name the site that a source stands on."""
        return urlsplit(self.act.source_url).hostname or ""

    @property
    def places(self) -> list[PlaceRow]:
        """List the named places with their level after the act and now."""
        outcomes = {row["region"]: row for row in self.frozen["outcomes"]}
        return [
            self._place(region, outcomes[region.code])
            for region in self.regions
            if region.code in outcomes
        ]

    @property
    def then(self) -> LevelMark:
        """Mark the level that the act stood for."""
        levels = [LEVELS[row["after"]] for row in self.frozen["outcomes"]]
        stated = LEVELS[self.act.level or None]
        return self._mark(stated if stated is not None else _highest(levels))

    @property
    def now(self) -> LevelMark:
        """Mark the highest level now in the named places."""
        return self._mark(_highest([self.ground.place(each.code).level for each in self.regions]))

    @property
    def now_end(self) -> str:
        """Say until when the level stands, where one place is named."""
        terms = self.ground.terms(self.regions[0].code) if len(self.regions) == 1 else None
        return terms.end if terms is not None else ""

    @property
    def until(self) -> str:
        """Give the first known change of the level of the named places."""
        return place_holds_until(self.ground, *(region.code for region in self.regions))

    @property
    def names(self) -> str:
        """Name the places as they were called on the day of publication."""
        on = local(self.published_at, self.zone).date()
        names = [named_place(region, self.lang, on).name for region in self.regions]
        return capitalised(", ".join(names))

    @property
    def published_at(self) -> datetime:
        """Give the instant of publication, which every shown act has."""
        return self.act.published_at or self.ground.at

    @property
    def published(self) -> Moment:
        return self._moment(self.published_at, offset=True)

    @property
    def since(self) -> Moment | None:
        starts_at = self.act.starts_at
        return self._moment(starts_at, precision=self.act.precision) if starts_at else None

    @property
    def end(self) -> str:
        """Say until when, as the act itself planned it."""
        if self.act.act not in (ActCode.DECLARE, ActCode.CHANGE, ActCode.EXTEND):
            return ""
        end = End(
            self.act.ends_at,
            self.zone,
            self.zone,
            precision=self.act.precision,
            is_archive=self.is_archive,
        )
        return capitalised(end_value(end, self.lang, offset=False))

    @property
    def advice(self) -> list[str]:
        """Give the advice frozen with the act."""
        return [line["text"][self.lang] for line in self.frozen["advice"]]

    @property
    def advice_now(self) -> str:
        """Give the address of today's advice for the first named place."""
        slug = self.regions[0].slug if self.regions else ""
        return advice_address(self.lang, **({"region": slug} if slug else {}))

    @property
    def printed(self) -> str:
        return printed(self.ground.at, self.zone)[self.lang]

    @property
    def target(self) -> Named | None:
        """Name the act that this one speaks of."""
        return decision(self.act.refers_to, self.lang) if self.act.refers_to else None

    @property
    def chain(self) -> list[ThreadRow]:
        """List the acts of the thread, oldest first."""
        return [self._thread_row(act) for act in self.thread]

    @property
    def has_table(self) -> bool:
        """Tell whether the two boxes leave something unsaid."""
        return len(self.places) > 1 or any(row.then != row.now for row in self.places)

    def _place(self, region: Region, outcome: Mapping[str, Any]) -> PlaceRow:
        on = local(self.published_at, self.zone).date()
        words: Mapping[str, str] = {word.lower(): PUBLIC_WORDS[word][self.lang] for word in Word}
        return PlaceRow(
            place=Named(
                named_place(region, self.lang, on).name, named_place(region, self.lang).address
            ),
            word=words.get(outcome["word"].lower(), ""),
            then=self._mark(LEVELS[outcome["after"]]),
            now=self.ground.mark(region.code),
            until=place_holds_until(self.ground, region.code),
        )

    def _thread_row(self, act: Declaration) -> ThreadRow:
        return ThreadRow(
            act=decision(act, self.lang),
            label=ACT_LABELS[ActKind(act.act)][self.lang],
            mark=self._mark(_level_after(act, self.then, self.periods)),
            published=self._moment(act.published_at or self.ground.at, precision=act.precision),
            is_this=act.pk == self.act.pk,
        )

    def _mark(self, level: Level | None) -> LevelMark:
        return level_mark(level, self.lang, self.ground.wording)


def _highest(levels: Sequence[Level | None]) -> Level | None:
    return max((level for level in levels if level is not None), default=None)


def _level_after(act: Declaration, then: LevelMark, periods: Any) -> Level | None:
    borne = [Level[period.level] for period in periods if period.declaration_id == act.pk]
    return LEVELS[act.level or None] or max(borne, default=None)
