"""What an approver is asked, in one sentence; what must not be overlooked in it stands out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guidance.desk.forms import ABOUT_A_DECLARATION
from guidance.desk.moments import is_whole_day_end
from guidance.desk.scene import Scene
from guidance.desk.verdict import heading
from guidance.desk.words import end_label, moment_label
from guidance.models import Declaration
from guidance.publishing.facts import codes
from guidance.publishing.people import concerned
from guidance.rules.acts import SETTING, ActKind
from guidance.rules.levels import Level

STRONG = frozenset({"level", "places", "declaration"})
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold some words of a sentence."""

    text: str
    is_strong: bool


@dataclass(frozen=True, slots=True)
class Pledge:
    """Hold the sentence in pieces."""

    pieces: Sequence[Piece]

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def pledge(scene: Scene, declaration: Declaration) -> Pledge:
    """Say who asks for what, where, from when and until when."""
    kind = ActKind(declaration.act)
    person = scene.person(declaration.author)
    if declaration.refers_to is not None and kind in ABOUT_A_DECLARATION:
        named = heading(scene, declaration.refers_to, concerned(declaration))
        return _in_pieces(_about_a_declaration(kind), {"person": person, "declaration": named})
    facts = {
        "person": person,
        "places": ", ".join(map(scene.name_in, codes(declaration))),
        "start": _start(scene, declaration),
        "end": _end(scene, declaration),
    }
    if kind in SETTING and declaration.level:
        facts["level"] = scene.level_label(Level[declaration.level])
    return _in_pieces(_about_a_level(kind), facts)


def _about_a_level(kind: ActKind) -> str:
    if kind in SETTING:
        return _("%(person)s asks to set the %(level)s level %(places)s, %(start)s, %(end)s.")
    if kind is ActKind.EXTEND:
        return _("%(person)s asks to extend the level %(places)s, %(end)s.")
    return _("%(person)s asks to lift the level %(places)s, %(start)s.")


def _about_a_declaration(kind: ActKind) -> str:
    if kind is ActKind.CORRECT:
        return _("%(person)s asks to correct the words of this decision: %(declaration)s.")
    return _("%(person)s asks to withdraw this decision as issued in error: %(declaration)s.")


def _in_pieces(sentence: str, facts: Mapping[str, str]) -> Pledge:
    """Cut a sentence where its facts stand; what is left between them are its own words."""
    cut = _PLACEHOLDER.split(sentence)
    pieces = [
        Piece(facts.get(text, ""), text in STRONG) if place % 2 else Piece(text, is_strong=False)
        for place, text in enumerate(cut)
    ]
    return Pledge([piece for piece in pieces if piece.text])


def _zone(scene: Scene, declaration: Declaration) -> str:
    named = codes(declaration)
    return scene.zone(named[0] if named else scene.home)


def _start(scene: Scene, declaration: Declaration) -> str:
    if declaration.starts_at is None:
        return _("from approval")
    moment = moment_label(declaration.starts_at, _zone(scene, declaration), scene.lang)
    return _("from %(moment)s") % {"moment": moment}


def _end(scene: Scene, declaration: Declaration) -> str:
    ends_at, zone = declaration.ends_at, _zone(scene, declaration)
    label = end_label(ends_at, zone, scene.lang)
    if ends_at is None or is_whole_day_end(zone, ends_at):
        return label
    return _("until %(moment)s") % {"moment": label}
