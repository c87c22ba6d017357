"""What pictures tell of a place, of a declaration, of the country, of a level."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from guidance.channels.cards.palette import OF_EXERCISE, OF_LEVELS, PLAIN, Palette
from guidance.channels.cards.story import Said, Story, facts, lines, paragraphs
from guidance.rules.levels import Level
from guidance.rules.notices import as_of
from guidance.rules.patterns import EXERCISE_WORDS
from guidance.rules.texts import within_line
from guidance.shown.cards import LevelCard
from guidance.shown.declaration_page import DeclarationPage
from guidance.shown.ground import Ground
from guidance.shown.marks import level_mark
from guidance.shown.notices import AnnouncedNotice, ErrorNotice, HigherPart, LiftedNotice
from guidance.shown.outlook import Outlook
from guidance.shown.sentences import LevelSentence
from guidance.shown.status import status_sentence, strip

MOST_NOTICES = 3
OVER = ("in-error", "ended", "lifted", "replaced")


@dataclass(frozen=True, slots=True)
class Operator:
    """Say who runs the portal."""

    name: str
    is_official: bool

    @property
    def lines(self) -> tuple[str, ...]:
        """Give what stands at the foot of every picture."""
        remark = _(
            "The portal is not an official warning channel. Official: National Security "
            "Committee, 112"
        )
        return lines(self.name, "" if self.is_official else remark)


def tagline() -> str:
    """Say what the portal is about."""
    return _("Terrorism threat levels in Kazakhstan")


def of_place(outlook: Outlook, shown: Mapping[str, Any], operator: Operator) -> Story:
    """Tell the level of a place as its page shows it."""
    card: LevelCard = shown["card"]
    number = _number(card.decisions.set_by.name) if card.decisions else ""
    return Story(
        tagline=tagline(),
        palette=OF_LEVELS[card.mark.key],
        shape=card.mark.key,
        body=(*_sentence(card.sentence), *facts([*_terms(card), *_notices(shown)])),
        foot=(" · ".join(lines(number, shown["short"].text)), *operator.lines),
        short=shown["short"],
        as_of=as_of(outlook.at, outlook.zone)[outlook.lang],
    )


def of_declaration(page: DeclarationPage, operator: Operator) -> Story:
    """Tell what a declaration said, and whether it holds."""
    mark, holds = page.then, _holds(page)
    terms = [f"{_('Published by the portal')}: {page.published.text}"]
    terms += [f"{_('Until')}: {page.end}"] if page.end else []
    return Story(
        tagline=tagline(),
        palette=_palette(page),
        shape=mark.key,
        is_crossed=page.is_in_error,
        band=EXERCISE_WORDS if page.is_exercise else "",
        body=(
            *paragraphs(Said(f"{page.exercise}{holds}" if holds else "", 40, is_bold=True)),
            Said(f"{page.label} · {_number(page.act.number)}", 30),
            Said(page.headline, 50, is_bold=True),
            *facts(terms),
        ),
        foot=(page.short.text, *operator.lines),
        short=page.short,
        as_of=as_of(page.ground.at, page.zone)[page.lang],
    )


def of_country(ground: Ground, operator: Operator) -> Story:
    """Tell the status of the country, for pages that have no picture of their own."""
    now = strip(ground)
    names = ", ".join(place.name for place in now.places)
    places = f"{now.headed}: {names} {now.more}".strip() if names else now.text
    return Story(
        tagline=tagline(),
        palette=OF_LEVELS[now.mark.key],
        shape=now.mark.key,
        body=(*_sentence(status_sentence(ground)), *facts([places] if names else [])),
        foot=operator.lines,
        as_of=as_of(ground.at, ground.country.time_zone)[ground.lang],
    )


def of_level(ground: Ground, level: Level, operator: Operator) -> Story:
    """Tell what a level means, wherever it may be in force."""
    mark = level_mark(level, ground.lang, ground.wording)
    texts = ground.catalogue.level_texts.get(level)
    return Story(
        tagline=tagline(),
        palette=OF_LEVELS[mark.key],
        shape=mark.key,
        body=(
            Said(_("What the levels mean"), 36),
            Said(mark.headed, 74, is_bold=True),
            *facts([texts.definition if texts is not None else ""]),
        ),
        foot=operator.lines,
    )


def _palette(page: DeclarationPage) -> Palette:
    """Colour what holds; a red that is over would frighten whoever sees no more than the colour."""
    if page.is_exercise:
        return OF_EXERCISE
    return PLAIN if page.state in OVER else OF_LEVELS[page.then.key]


def _holds(page: DeclarationPage) -> str:
    verdict = page.verdict
    return f"{verdict.text}. {verdict.detail}".strip(" .") if verdict is not None else ""


def _sentence(sentence: LevelSentence) -> tuple[Said, ...]:
    return paragraphs(
        Said(sentence.before, 42),
        Said(sentence.strong, 74, is_bold=True, gap=0.06),
        Said(sentence.after, 42, gap=0.1),
    )


def _number(number: str | None) -> str:
    return _("Decision No. %(number)s") % {"number": number}


def _terms(card: LevelCard) -> Iterator[str]:
    if card.since is not None:
        yield f"{_('From')}: {card.since.text}"
    if card.end:
        yield f"{_('Until')}: {within_line(card.end)}"
    if card.last_change is not None:
        yield f"{_('Last change')}: {card.last_change.text}"


def _notices(shown: Mapping[str, Any]) -> list[str]:
    return notices_above(shown["errors"], shown["lifted"], shown["announced"], shown["higher"])


def notices_above(
    errors: Sequence[ErrorNotice],
    lifted: LiftedNotice | None,
    announced: Sequence[AnnouncedNotice],
    higher: Sequence[HigherPart],
) -> list[str]:
    """Say what a reader of the page of a place finds above its card."""
    wrong = [_("This notice was issued in error") for _notice in errors[:1]]
    over = [f"{lifted.sentence}: {lifted.how}"] if lifted is not None else []
    coming = [f"{each.takes_effect}: {each.mark.name}" for each in announced]
    parts = [f"{each.place.name}: {each.mark.name}" for each in higher]
    return [*wrong, *over, *coming, *parts][:MOST_NOTICES]
