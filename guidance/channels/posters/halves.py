"""In which languages a sheet speaks, and what all sheets say."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from django.utils import translation
from django.utils.translation import gettext as _

from guidance.channels.cards.address import present_operator
from guidance.channels.cards.lettering import NO_BREAK, QUOTED, drawable
from guidance.channels.posters.sheet import Number, Part
from guidance.rules.dates import day, local
from guidance.rules.levels import Level
from guidance.rules.numerals import unbroken
from guidance.shown.catalogue import LOWER_LEVELS
from guidance.shown.ground import Ground
from guidance.shown.guide import newest_text
from guidance.shown.marks import level_mark

# Kazakh first, Russian beside it and as large: what hangs on a wall in Kazakhstan has both.
TOGETHER = ("kk", "ru")
OFF_THE_WALL = ("104",)

Half = TypeVar("Half")


def grounds(ground: Ground) -> Iterator[Ground]:
    """Give the situation in each language of the sheet; while one is given, it is spoken."""
    for lang in TOGETHER if ground.lang in TOGETHER else (ground.lang,):
        with translation.override(lang):
            yield ground if lang == ground.lang else replace(ground, lang=lang)


def halves(ground: Ground, tell: Callable[[Ground], Half]) -> list[Half]:
    """Tell the same in each language of the sheet."""
    return [tell(each) for each in grounds(ground)]


def numbers(ground: Ground) -> list[Number]:
    """List the numbers of the emergency services, each with its names."""
    rows = [row for row in ground.catalogue.texts.numbers if row.number not in OFF_THE_WALL]
    names = [[(each.lang, printed(row.name)) for row in rows] for each in grounds(ground)]
    named = zip(rows, zip(*names, strict=True), strict=True)
    return [Number(row.number, each) for row, each in named]


def lower_part(ground: Ground, level: Level | None) -> Part:
    """Give what goes on from the lower levels, or only their names."""
    lower = LOWER_LEVELS[level] if level is not None else ()
    names = ", ".join(level_mark(each, ground.lang, ground.wording).name for each in lower)
    return Part(
        "lower",
        _("Advice of the lower levels also applies"),
        printable([row.text for row in ground.catalogue.lower_advice(level)]),
        printed(_("Advice of the lower levels also applies: %(levels)s") % {"levels": names}),
        runs_on=True,
    )


def shape_in_words(key: str) -> str:
    """Say what the shape of a level looks like, for whoever does not see it."""
    return {
        "none": _("Shape: circle with a bar"),
        "yellow": _("Shape: triangle with one bar"),
        "orange": _("Shape: diamond with two bars"),
        "red": _("Shape: octagon with three bars"),
    }[key]


def text_version(ground: Ground, *levels: Level | None) -> str:
    """Say since when the words about some levels read as they do."""
    newest = max(newest_text(ground, level) for level in levels)
    on = local(newest, ground.country.time_zone).date()
    return printed(_("Text of %(date)s") % {"date": day(on, ground.lang)})


def operator_lines() -> list[str]:
    """Say who runs the portal, and that it is not the official channel if it is not."""
    return printable(present_operator().lines)


def printed(text: str) -> str:
    """Give a text as our font can print it, with nothing broken that is one word to readers."""
    line = unbroken(drawable(text))
    return QUOTED.sub(lambda phrase: phrase[0].replace(" ", NO_BREAK), line)


def printable(texts: Sequence[str]) -> list[str]:
    """Keep the texts that say something."""
    return [line for line in map(printed, texts) if line]
