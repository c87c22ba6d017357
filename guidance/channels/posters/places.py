"""The poster of a place: its level now, what to do there, whom to call."""

from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings
from django.utils.translation import gettext as _

from guidance.channels.cards.lettering import NO_BREAK
from guidance.channels.cards.telling import notices_above, tagline
from guidance.channels.posters import halves
from guidance.channels.posters.halves import printable, printed
from guidance.channels.posters.sheet import Half, Head, Part, Sheet, parts
from guidance.rules import notices as remarks
from guidance.rules.texts import within_line
from guidance.shown.cards import LevelCard, level_card
from guidance.shown.contacts import contacts_of
from guidance.shown.ground import Ground
from guidance.shown.marks import level_key
from guidance.shown.notices import (
    announced_notices,
    error_notices,
    higher_parts,
    lifted_notice,
)
from guidance.shown.outlook import Outlook
from guidance.shown.region_page import local_advice, place_link
from guidance.shown.rows import measure_rows
from guidance.shown.sentences import LevelSentence


def of_place(outlook: Outlook) -> Sheet:
    """Tell a place and its level on a poster."""
    ground = outlook.ground
    key = level_key(outlook.here.level)

    def tell(each: Ground) -> Half:
        return _half(replace(outlook, ground=each))

    told = halves.halves(ground, tell)
    head = next(half.head for half in told if half.lang == ground.lang)
    return Sheet(
        lang=ground.lang,
        title=" ".join(filter(None, (head.place, head.before, head.strong, head.after))),
        key=key,
        shape=halves.shape_in_words(key),
        halves=told,
        numbers=halves.numbers(ground),
        short=place_link(outlook, settings.BASE_URL),
    )


def _half(outlook: Outlook) -> Half:
    card = level_card(outlook)
    return Half(
        lang=outlook.lang,
        term=tagline(),
        head=_head(card.sentence),
        facts=printable(list(_facts(card))),
        notices=printable(_notices(outlook)),
        meaning=printed(_meaning(outlook)),
        parts=_parts(outlook),
        foot=[*printable(list(_source(card))), *halves.operator_lines()],
        as_of=printed(remarks.printed(outlook.at, outlook.zone)[outlook.lang]),
    )


def _head(sentence: LevelSentence) -> Head:
    place, colon, before = sentence.before.partition(":")
    pieces = (place + colon, before, sentence.strong, sentence.after)
    return Head(*map(printed, pieces))


def _facts(card: LevelCard) -> Iterator[str]:
    if card.since is not None:
        yield f"{_('From')}: {card.since.text}"
    if card.end:
        soon = f"{_('Ends soon')}. " if card.ends_soon else ""
        yield f"{soon}{_('Until')}: {within_line(card.end)}"
    yield card.then
    if card.set_for is not None:
        yield _("Set for the whole country") if card.is_for_country else card.set_for.name
    if card.last_change is not None:
        yield f"{_('Last change')}: {card.last_change.text}"


def _notices(outlook: Outlook) -> list[str]:
    return notices_above(
        errors=error_notices(outlook),
        lifted=lifted_notice(outlook),
        announced=announced_notices(outlook),
        higher=higher_parts(outlook),
    )


def _meaning(outlook: Outlook) -> str:
    texts = outlook.catalogue.level_texts.get(outlook.here.level)
    return texts.definition if texts is not None else ""


def _parts(outlook: Outlook) -> list[Part]:
    level, catalogue = outlook.here.level, outlook.catalogue
    calls = [
        f"{row.number.replace(' ', NO_BREAK)} · {row.name}"
        for row in contacts_of(outlook.ground, outlook.region)
    ]
    return parts(
        Part("do", _("What to do now"), printable([row.text for row in catalogue.advice(level)])),
        Part("local", _("Local advice"), printable(local_advice(outlook))),
        *_limits(outlook),
        halves.lower_part(outlook.ground, level),
        Part("calls", _("Who to call"), printable(calls)),
    )


def _limits(outlook: Outlook) -> list[Part]:
    """List what is closed or restricted, those that end together under one end."""
    named: dict[str, list[str]] = {}
    for row in measure_rows(outlook):
        named.setdefault(f"{_('Until')}: {row.end}", []).append(row.name)
    groups = [Part("limits", printed(end), printable(names)) for end, names in named.items()]
    if groups:
        heading = f"{_('What is closed or restricted')}. {groups[0].heading}"
        groups[0] = replace(groups[0], heading=heading)
    return groups


def _source(card: LevelCard) -> Iterator[str]:
    if card.decisions is not None:
        number = _("Decision No. %(number)s") % {"number": card.decisions.set_by.name}
        yield f"{number} · {card.issued_by}" if card.issued_by else number
