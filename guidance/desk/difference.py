"""What a draft changes on the page of a place: old and new texts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from django.utils.translation import gettext as _
from django.utils.translation import override

from guidance.models import LANGUAGE_NAMES, LANGUAGES
from guidance.shown.cards import LevelCard, level_card
from guidance.shown.ground import Ground
from guidance.shown.notices import announced_notices, error_notices, lifted_notice
from guidance.shown.outlook import Outlook
from guidance.shown.region_page import local_advice
from guidance.shown.rows import measure_rows

SAME, GONE, NEW = "", "del", "ins"
FEW = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold some words that both texts have, that only the old one has, or only the new one."""

    text: str
    kind: str = SAME


@dataclass(frozen=True, slots=True)
class TextRow:
    """Hold one text of the card, as it is and as it would be."""

    label: str
    old: Sequence[Piece]
    new: Sequence[Piece]
    is_same: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """Sort the lines of a list: added, gone, and how many stay."""

    new: Sequence[str]
    gone: Sequence[str]
    stay: int

    @property
    def is_long(self) -> bool:
        """Tell whether the lines would hide what stands below them."""
        return len(self.new) + len(self.gone) > FEW


@dataclass(frozen=True, slots=True)
class LanguageDifference:
    """Hold what changes for the readers of one language."""

    lang: str
    rows: Sequence[TextRow]
    measures: Lines
    advice: Lines

    @property
    def name(self) -> str:
        """Give the language's own name."""
        return LANGUAGE_NAMES[self.lang]

    @property
    def is_none(self) -> bool:
        changed = (*self.measures.new, *self.measures.gone, *self.advice.new, *self.advice.gone)
        return not changed and all(row.is_same for row in self.rows)


@dataclass(frozen=True, slots=True)
class PlaceDifference:
    """Hold what changes on the page of one place."""

    code: str
    name: str
    languages: Sequence[LanguageDifference]


def place_difference(now: Ground, after: Ground, code: str) -> PlaceDifference:
    """Compare the page of a place as it is with the page as it would be, in every language."""
    region = now.atlas.regions[code]
    old, new = now.book.periods_around(code), after.book.periods_around(code)
    labels = _labels()
    languages = []
    for lang in LANGUAGES:
        with override(lang):
            one = Outlook(replace(now, lang=lang), region, old)
            other = Outlook(replace(after, lang=lang), region, new)
            languages.append(_language_difference(one, other, labels))
    return PlaceDifference(code, str(region.name), languages)


def _labels() -> list[str]:
    """Name the texts in the editor's language, in the order of `_texts`."""
    return [
        _("Level"), _("From"), _("Until"), _("Issued by"), _("Decision"), _("Set for"),
        _("Reason"), _("Notices"),
    ]  # fmt: skip


def _language_difference(old: Outlook, new: Outlook, labels: list[str]) -> LanguageDifference:
    pairs = zip(labels, _texts(old), _texts(new), strict=True)
    return LanguageDifference(
        lang=old.lang,
        rows=[text_row(label, was, becomes) for label, was, becomes in pairs if was or becomes],
        measures=lines(_measures(old), _measures(new)),
        advice=lines(_advice(old), _advice(new)),
    )


def _texts(outlook: Outlook) -> Iterator[str]:
    card = level_card(outlook)
    yield str(card.sentence)
    yield card.since.text if card.since else ""
    yield ". ".join(filter(None, (card.end, card.then, card.end_reason)))
    yield card.issued_by
    yield ", ".join(_decisions(card))
    yield card.set_for.name if card.set_for else ""
    yield card.reason
    yield " ".join(f"{text}." for text in _notices(outlook))


def _decisions(card: LevelCard) -> Iterator[str]:
    if card.decisions is not None:
        for decision in (card.decisions.set_by, *card.decisions.extended_by):
            yield f"№ {decision.name}"


def _notices(outlook: Outlook) -> Iterator[str]:
    for error in error_notices(outlook):
        yield error.sentence
    lifted = lifted_notice(outlook)
    if lifted is not None:
        yield from filter(None, (f"{lifted.sentence}: {lifted.how}", lifted.remains))
    for coming in announced_notices(outlook):
        yield f"{coming.takes_effect}: {coming.mark.name}"


def _measures(outlook: Outlook) -> list[str]:
    return [f"{row.name} ({row.place}): {row.end}" for row in measure_rows(outlook)]


def _advice(outlook: Outlook) -> list[str]:
    level, catalogue = outlook.here.level, outlook.catalogue
    written = (*catalogue.advice(level), *catalogue.lower_advice(level))
    return [*(line.text for line in written), *local_advice(outlook)]


def lines(old: Iterable[str], new: Iterable[str]) -> Lines:
    """Sort the lines of two lists, each told once."""
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    return Lines(
        [line for line in after if line not in before],
        [line for line in before if line not in after],
        sum(line in before for line in after),
    )


def text_row(label: str, old: str, new: str) -> TextRow:
    """Compare two texts word by word."""
    was, becomes = old.split(), new.split()
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, was, becomes, autojunk=False).get_opcodes():
        is_same = tag == "equal"
        if i < j:
            left.append(Piece(" ".join(was[i:j]), SAME if is_same else GONE))
        if k < m:
            right.append(Piece(" ".join(becomes[k:m]), SAME if is_same else NEW))
    return TextRow(label, left, right, was == becomes)
