"""The poster of a level: what it means and what to do under it, wherever it may be in force."""

from django.conf import settings
from django.utils.translation import gettext as _

from guidance.channels.cards.telling import tagline
from guidance.channels.posters import halves
from guidance.channels.posters.halves import printable, printed
from guidance.channels.posters.sheet import Half, Head, Part, Sheet, parts
from guidance.rules.levels import Level
from guidance.shown.codes import short_link
from guidance.shown.ground import Ground
from guidance.shown.marks import level_key, level_mark


def of_level(ground: Ground, level: Level | None) -> Sheet:
    """Tell a level on a poster; of no level, what to do on every day."""
    key = level_key(level)
    told = halves.halves(ground, lambda each: _half(each, level))
    head = next(half.head for half in told if half.lang == ground.lang)
    return Sheet(
        lang=ground.lang,
        title=f"{head.strong}: {head.after}",
        key=key,
        shape=halves.shape_in_words(key),
        halves=told,
        numbers=halves.numbers(ground),
        short=short_link(f"{settings.BASE_URL}/"),
    )


def _half(ground: Ground, level: Level | None) -> Half:
    # "No level is in force here" would be untrue on many walls.
    texts = ground.catalogue.level_texts.get(level) if level is not None else None
    return Half(
        lang=ground.lang,
        term=tagline(),
        head=_head(ground, level),
        facts=[],
        notices=[],
        meaning=printed(texts.definition) if texts is not None else "",
        parts=_parts(ground, level, printed(texts.state_may) if texts is not None else ""),
        foot=[halves.text_version(ground, level), *halves.operator_lines()],
        as_of=_("This poster does not tell the present level: check it"),
    )


def _head(ground: Ground, level: Level | None) -> Head:
    if level is None:
        return Head("", "", _("Advice for every day"), _("while no level is in force"))
    mark = level_mark(level, ground.lang, ground.wording)
    return Head("", "", printed(mark.headed), _("terrorism threat level"))


def _parts(ground: Ground, level: Level | None, state_may: str) -> list[Part]:
    return parts(
        Part("state", _("What the state may do"), [state_may] if state_may else []),
        Part(
            "do", _("What you do"), printable([row.text for row in ground.catalogue.advice(level)])
        ),
        halves.lower_part(ground, level),
    )
