"""What an approver is asked, in one sentence, and what changed since they read it."""

from django.utils.translation import gettext as _

from guidance.desk.forms import ABOUT_A_DECLARATION
from guidance.desk.scene import Scene
from guidance.desk.verdict import Judged, heading
from guidance.desk.words import end_label, moment_label
from guidance.models import Declaration
from guidance.publish import SituationChanged
from guidance.publishing.facts import codes
from guidance.publishing.people import concerned
from guidance.publishing.refusal_texts import refusal_text
from guidance.rules.acts import SETTING, ActKind
from guidance.rules.levels import Level


def pledge(scene: Scene, declaration: Declaration, judged: Judged) -> str:
    """Say who asks for what, where, from when and until when."""
    kind = ActKind(declaration.act)
    named = codes(declaration)
    zone = scene.zone(named[0]) if named else scene.zone(scene.home)
    facts = {
        "person": scene.person(declaration.author),
        "places": ", ".join(map(scene.name, named)),
        "start": _("approval")
        if declaration.starts_at is None
        else moment_label(declaration.starts_at, zone, scene.lang),
        "end": end_label(declaration.ends_at, zone, scene.lang),
    }
    if declaration.refers_to is not None and kind in ABOUT_A_DECLARATION:
        return _about_a_declaration(kind) % {
            "person": facts["person"],
            "declaration": heading(scene, declaration.refers_to, concerned(declaration)),
        }
    if kind in SETTING and declaration.level:
        level = scene.level_label(Level[declaration.level])
        return _(
            "%(person)s asks to set the %(level)s level. Where: %(places)s. From: %(start)s."
            " Until: %(end)s."
        ) % {**facts, "level": level}
    if kind is ActKind.EXTEND:
        return _("%(person)s asks to extend the level. Where: %(places)s. Until: %(end)s.") % facts
    return _("%(person)s asks to lift the level. Where: %(places)s. From: %(start)s.") % facts


def _about_a_declaration(kind: ActKind) -> str:
    if kind is ActKind.CORRECT:
        return _("%(person)s asks to correct the words of this decision: %(declaration)s.")
    return _("%(person)s asks to withdraw this decision as issued in error: %(declaration)s.")


def shown_change(scene: Scene, declaration: Declaration, change: SituationChanged) -> list[str]:
    """Say what is no longer as the approver saw it."""
    told = []
    if change.text_changed and declaration.act == ActKind.CORRECT:
        told.append(_("The text of the draft changed, or the words that it corrects."))
    elif change.text_changed:
        told.append(_("The text of the draft changed."))
    if change.regions:
        places = ", ".join(map(scene.name, change.regions))
        told.append(_("The level changed meanwhile here: %(places)s.") % {"places": places})
    if change.refusal is not None:
        told.append(refusal_text(change.refusal, scene.names))
    return told
