"""What an entry of the log says was done, in words."""

from collections.abc import Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guidance.models import AuditEntry, RoleCode, RoleRequest

Words = dict[str, str | Promise]

WHY_REFUSED: Words = {
    "SamePerson": gettext_lazy("the same person may not decide"),
    "NotAllowed": gettext_lazy("no right to do this"),
    "AuthorNotAllowed": gettext_lazy("the author has no right any more"),
    "SituationChanged": gettext_lazy("the situation had changed"),
    "WrongState": gettext_lazy("it was decided already"),
    "ChangedMeanwhile": gettext_lazy("another person had saved it meanwhile"),
    "WrongCode": gettext_lazy("the code of the second factor was wrong"),
    "NotAnAdministrator": gettext_lazy("not an administrator"),
    "LastAdministrators": gettext_lazy("two administrators must stay"),
}
STEPS: Words = {
    "founded": gettext_lazy("first administrators invited"),
    "invited": gettext_lazy("invitation asked for"),
    "confirmed": gettext_lazy("invitation confirmed"),
    "revoked": gettext_lazy("invitation taken back"),
    "accepted": gettext_lazy("invitation accepted"),
    "deactivated": gettext_lazy("account closed"),
    "app added": gettext_lazy("app added"),
    "app removed": gettext_lazy("app removed"),
    "key added": gettext_lazy("key added"),
    "key removed": gettext_lazy("key removed"),
    "recovery codes made": gettext_lazy("recovery codes made"),
}


def told(entry: AuditEntry) -> str:
    """Say what was done: the step, and what the entry knows of it."""
    return ": ".join([str(entry.get_action_display()), *filter(None, [", ".join(_more(entry))])])


def _more(entry: AuditEntry) -> Iterator[str]:
    details: dict[str, Any] = entry.details
    if entry.action == AuditEntry.Action.REFUSED:
        yield _label(AuditEntry.Action.choices, details.get("attempt", ""))
        yield str(WHY_REFUSED.get(details.get("refusal", ""), details.get("refusal", "")))
    if "step" in details:
        yield str(STEPS.get(details["step"], details["step"]))
    if "change" in details and "role" in details:
        yield _label(RoleRequest.Change.choices, details["change"])
        yield _label(RoleCode.choices, details["role"])
    if entry.subject is None and (name := details.get("username") or details.get("user")):
        yield name
    if details.get("acting_desk") and entry.desk is not None:
        yield _("for another desk: %(desk)s") % {"desk": entry.desk.name}
    if entry.action == AuditEntry.Action.EXPORTED:
        facts = (details.get(name, "") for name in ("format", "rows", "sha256"))
        yield " · ".join(str(fact) for fact in facts)
    elif details.get("version"):
        yield _("version %(number)s") % {"number": details["version"]}


def _label(choices: list[tuple[Any, Any]], value: str) -> str:
    return str(dict(choices).get(value, value))
