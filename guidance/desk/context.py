"""What the page of a form shows beside its fields: parts, result, warnings, locked advice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.kept import KeptForm
from guidance.desk.forms.referring import CorrectForm
from guidance.desk.forms.steps import SubmitForm
from guidance.desk.judgement import considered_form, telling
from guidance.desk.outcome import deed
from guidance.desk.rewording import Reworded, rewording
from guidance.desk.scene import Scene
from guidance.desk.warnings import warnings_about
from guidance.models import Declaration
from guidance.rules.acts import SETTING, ActKind
from guidance.rules.levels import Level


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one part of a form, and which fields are its own."""

    id: str
    label: str | Promise
    template: str
    prefixes: tuple[str, ...]
    problems: int = 0


WHERE = Part("where", _("Where"), "desk/parts/part_where.html", ("regions",))
BASIS = ("legal_basis", "authority", "order_")
PERIOD = ("start_", "end_", "level", *BASIS)
WHAT = Part("what", _("What and until when"), "desk/parts/part_what.html", PERIOD)
EXTEND = Part("what", _("Until when"), "desk/parts/part_extend.html", PERIOD)
LIFT = Part("what", _("From when"), "desk/parts/part_lift.html", PERIOD)
WHY = Part("why", _("Why"), "desk/parts/part_why.html", ("reason", "ready_reason", "note"))
MEASURES = Part(
    "measures", _("Measures and advice"), "desk/parts/part_measures.html", ("measure_", "advice_")
)
OWN_MEASURES = Part("measures", _("Measures"), "desk/parts/part_own_measures.html", ("measure_",))
DECISION = Part("decision", _("Which decision"), "desk/parts/part_decision.html", ("refers_to",))
GROUNDS = Part("why", _("Why"), "desk/parts/part_grounds.html", ("reason", "note", *BASIS))
NEW_WORDS = Part(
    "words", _("New words"), "desk/parts/part_words.html", ("reason", "advice_", "order_")
)
WRONG = Part("wrong", _("What was wrong"), "desk/parts/part_wrong.html", ("note",))
CHECK = Part("check", _("Check"), "desk/parts/part_check.html", ())

PARTS: Mapping[ActKind, tuple[Part, ...]] = {
    ActKind.DECLARE: (WHERE, WHAT, WHY, MEASURES, CHECK),
    ActKind.CHANGE: (WHERE, WHAT, WHY, MEASURES, CHECK),
    ActKind.EXTEND: (WHERE, EXTEND, WHY, OWN_MEASURES, CHECK),
    ActKind.LIFT: (WHERE, LIFT, WHY, MEASURES, CHECK),
    ActKind.CORRECT: (DECISION, NEW_WORDS, WRONG, CHECK),
    ActKind.WITHDRAW: (DECISION, GROUNDS, CHECK),
}


def form_context(form: KeptForm, but: Declaration | None) -> dict[str, Any]:
    """Give everything that the page of a form shows; `but` is the draft that it edits."""
    act = form.act() if form.is_bound or form.is_complete_unasked else None
    is_on_approval = not form.given("starts_at")
    applied = form.applied
    result = (
        telling(form.scene).lines(
            deed(act, applied, is_on_approval=is_on_approval, target=form.target)
        )
        if act is not None and applied is not None
        else []
    )
    warned = warnings_about(considered_form(form, act, but)) if act is not None else []
    return {
        "form": form,
        "parts": list(_parts(form)),
        "problems": list(form.summary()) if form.is_bound else [],
        "result": result,
        "rewording": _rewording(form),
        "warnings": warned,
        "ticks": SubmitForm(scene=form.scene, warned=warned).ticks(),
        "catalogue_advice": locked_advice(form.scene, _level_of(form)),
    }


def _rewording(form: KeptForm) -> list[Reworded]:
    after = form.words_after if isinstance(form, CorrectForm) else None
    if after is None or not isinstance(form, CorrectForm):
        return []
    return rewording(form.scene, form.words_before, after)


def _parts(form: KeptForm) -> Iterable[Part]:
    names = list(form.errors) if form.is_bound else []
    for part in PARTS[form.kind]:
        count = sum(name.startswith(part.prefixes) for name in names) if part.prefixes else 0
        yield Part(part.id, part.label, part.template, part.prefixes, count)


def _level_of(form: KeptForm) -> Level | None:
    if form.kind not in SETTING:
        return None
    name = str(form["level"].value() or "")
    return Level[name] if name in Level.__members__ else None


def locked_advice(scene: Scene, level: Level | None) -> list[str]:
    """Give the lines of the catalogue that go with a level; the desk can't change them."""
    if level is None:
        return []
    catalogue = scene.ground.catalogue
    return [line.text for line in (*catalogue.advice(level), *catalogue.lower_advice(level))]
