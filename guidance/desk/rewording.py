"""What a correction changes: each text as it reads now, and as it will read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.models import LANGUAGE_NAMES, ActCode, Declaration
from guidance.rules.dates import day
from guidance.stored.corrected import Words, corrected, words_now, words_of

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Reworded:
    """Hold one text that a correction changes; `lang` is that of the text, if it has one."""

    label: str
    lang: str
    now: str
    after: str


def rewording_of(scene: Scene, declaration: Declaration) -> list[Reworded]:
    """Compare a drafted correction with the words as they read now."""
    if declaration.act != ActCode.CORRECT or declaration.refers_to is None:
        return []
    return rewording(scene, words_now(declaration.refers_to), words_of(declaration))


def rewording(scene: Scene, now: Words, by: Words) -> list[Reworded]:
    """List what differs, text by text."""
    after = corrected(now, by)
    return [row for row in _rows(scene, now, after) if row.now != row.after]


def _rows(scene: Scene, now: Words, after: Words) -> Iterator[Reworded]:
    yield from _texts(_("Public reason"), now.reason, after.reason)
    for number in range(max(len(now.local_advice), len(after.local_advice))):
        label = _("Local advice, line %(number)s") % {"number": number + 1}
        yield from _texts(label, _line(now, number), _line(after, number))
    yield Reworded(
        _("Order number"), "", now.order_number or NOTHING, after.order_number or NOTHING
    )
    yield Reworded(_("Order date"), "", _day(now, scene.lang), _day(after, scene.lang))


def _texts(label: str, now: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Reworded]:
    for lang, name in LANGUAGE_NAMES.items():
        yield Reworded(
            f"{label} ({name})", lang, now.get(lang) or NOTHING, after.get(lang) or NOTHING
        )


def _line(words: Words, number: int) -> Mapping[str, str]:
    return words.local_advice[number] if number < len(words.local_advice) else {}


def _day(words: Words, lang: str) -> str:
    return day(words.order_date, lang) if words.order_date else NOTHING
