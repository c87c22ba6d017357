"""The guide on one page: every level by shape, degree and colour, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings
from django.utils.translation import gettext as _

from guidance.channels.cards.telling import tagline
from guidance.channels.posters import halves
from guidance.channels.posters.halves import printable, printed
from guidance.channels.posters.sheet import Number, Part, Voice
from guidance.rules.levels import Level
from guidance.shown.codes import ShortLink, short_link
from guidance.shown.ground import Ground
from guidance.shown.guide import SCALE, level_panel
from guidance.shown.marks import level_key


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what is said about a level in one language."""

    lang: str
    degree: str
    colour: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one level of the scale."""

    key: str
    shape: str
    told: Sequence[Told]


@dataclass(frozen=True, slots=True)
class Heading(Voice):
    """Hold the heading of the guide in one language."""

    heading: str
    lead: str


@dataclass(frozen=True, slots=True)
class Guide:
    """Hold the whole scale on one page."""

    template: ClassVar[str] = "posters/guide.html"
    key: ClassVar[str] = "guide"

    lang: str
    title: str
    halves: Sequence[Heading]
    steps: Sequence[Step]
    numbers: Sequence[Number]
    short: ShortLink

    def shorter(self) -> Guide:
        """Say all of it, however small."""
        return self


def of_scale(ground: Ground) -> Guide:
    """Tell what the levels mean on one page."""
    headings = halves.halves(ground, _heading)
    title = next(each.heading for each in headings if each.lang == ground.lang)
    return Guide(
        lang=ground.lang,
        title=title,
        halves=headings,
        steps=[_step(ground, level) for level in SCALE],
        numbers=halves.numbers(ground),
        short=short_link(f"{settings.BASE_URL}/{ground.lang}/levels/"),
    )


def _heading(ground: Ground) -> Heading:
    return Heading(
        lang=ground.lang,
        term=tagline(),
        foot=[halves.text_version(ground, *SCALE), *halves.operator_lines()],
        as_of=_("This poster does not tell the present level: check it"),
        heading=_("What the levels mean"),
        lead=_("The higher the level, the greater the threat"),
    )


def _step(ground: Ground, level: Level | None) -> Step:
    key = level_key(level)
    told = halves.halves(ground, lambda each: _told(each, level))
    return Step(key, halves.shape_in_words(key), told)


def _told(ground: Ground, level: Level | None) -> Told:
    panel = level_panel(ground, level)
    return Told(
        lang=ground.lang,
        degree=printed(panel.degree),
        colour=printed(panel.colour),
        parts=[
            Part("meaning", _("What it means"), [printed(panel.meaning)]),
            Part("state", _("What the state may do"), [printed(panel.state_may)]),
            Part("do", _("What you do"), printable(panel.advice)),
        ],
    )
