"""What changed between an approver's reading and their approval, said in words."""

from django.utils.translation import gettext as _

from guidance.desk.scene import Scene
from guidance.publish import SituationChanged
from guidance.publishing.refusal_texts import refusal_text


def shown_change(scene: Scene, change: SituationChanged) -> list[str]:
    """Say what is no longer as the approver saw it."""
    told = [part_text(part) for part in change.parts]
    if change.regions:
        places = ", ".join(map(scene.name, change.regions))
        told.append(_("The level changed meanwhile here: %(places)s.") % {"places": places})
    if change.refusal is not None:
        told.append(refusal_text(change.refusal, scene.names))
    return told


def part_text(part: str) -> str:
    """Say which part of the text is no longer as it was read."""
    return {
        "ACT": _("The act or its level changed."),
        "PLACES": _("The places changed, or the name of one."),
        "TIME": _("The start or the end changed."),
        "REASON": _("The public reason changed."),
        "ORDER": _("The order number or its day changed."),
        "BASIS": _("The authority, the post or the legal basis changed."),
        "MEASURES": _("The measures changed, or the words of one."),
        "LOCAL_ADVICE": _("The local advice changed."),
        "DRAFT": _("The draft was taken back and submitted again, with the same text."),
        "START": _("The start has passed meanwhile: the level would begin in the past."),
        "CORRECTED": _("The words that it corrects were corrected meanwhile."),
        "SENTENCE": _("The composed sentence reads differently now."),
        "CATALOGUE": _("The advice of the catalogue changed."),
    }.get(part, _("What you read is not the draft as it is now."))
