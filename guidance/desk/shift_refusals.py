"""Why a shift is refused, in the words of whoever plans, at the field that they concern."""

from django.utils.translation import gettext as _

from guidance.desk.forms.shift import ShiftForm
from guidance.desk.scene import Scene
from guidance.desk.words import moment_label
from guidance.models import Desk
from guidance.roster import (
    NotAMember,
    OnePersonTwice,
    ShiftBegan,
    ShiftInThePast,
    ShiftRefused,
    ShiftsOverlap,
    ShiftTooLong,
)


def told(scene: Scene, desk: Desk, refusal: ShiftRefused) -> str:
    """Say why a shift is refused."""
    if isinstance(refusal, ShiftsOverlap):
        return _overlap(scene, desk, refusal)
    words = {
        ShiftBegan: _("A shift that has begun stays as it is."),
        ShiftInThePast: _("A shift is entered before it begins, or within the hour."),
        ShiftTooLong: _("A shift ends after it begins, and within 7 days."),
        OnePersonTwice: _("Choose different people: one drafts, another approves."),
        NotAMember: _("This person has no such role at the desk to the end of the shift."),
    }
    return words[type(refusal)]


def add_refusal(form: ShiftForm, refusal: ShiftRefused) -> None:
    """Put a refusal at the field that it concerns."""
    for name in _fields(form, refusal):
        form.add_error(name, told(form.scene, form.desk, refusal))


def _fields(form: ShiftForm, refusal: ShiftRefused) -> tuple[str | None, ...]:
    if isinstance(refusal, NotAMember):
        return refusal.fields
    if isinstance(refusal, OnePersonTwice):
        typed = form.cleaned_data
        return ("approver",) if typed["drafter"] == typed["approver"] else ("reserve",)
    places = {
        ShiftInThePast: "starts_date",
        ShiftsOverlap: "starts_date",
        ShiftTooLong: "ends_date",
    }
    return (places.get(type(refusal)),)


def _overlap(scene: Scene, desk: Desk, refusal: ShiftsOverlap) -> str:
    zone = scene.zone(desk.region.code)
    return _("Another shift is entered for this time: from %(since)s until %(until)s.") % {
        "since": moment_label(refusal.other.starts_at, zone, scene.lang),
        "until": moment_label(refusal.other.ends_at, zone, scene.lang),
    }
