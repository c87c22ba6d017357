"""What the ledger refuses in a draft, put at the field of the form."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext as _

from guidance.publish import Problem

FIELDS = {"starts_at": "start_date", "ends_at": "end_kind"}


def problem_text(problem: Problem) -> str:
    """Say what is wrong with a field."""
    return {
        "missing": _("Fill in this field."),
        "equal": _("This text is the same as the one in another language."),
        "too_long": _("This text is too long."),
        "characters": _("This text holds characters that a public text may not hold."),
        "unknown": _("Choose an entry of the list."),
        "year": _("The year must lie between 2000 and 2100."),
    }.get(problem.code, _("This field is wrong (%(code)s).") % {"code": problem.code})


def named_problem(problem: Problem) -> str:
    """Say which field of a stored draft is wrong, and how."""
    names = {
        "regions": _("Places"),
        "level": _("Level"),
        "starts_at": _("From"),
        "ends_at": _("Until"),
        "authority": _("Authority"),
        "legal_basis": _("Legal basis"),
        "reason": _("Public reason"),
        "end_reason": _("Why there is no end yet"),
        "authority_post": _("Post of the officer"),
        "local_advice": _("Local advice"),
        "refers_to": _("Decision"),
    }
    stem = next((name for name in names if problem.field.startswith(name)), "")
    return f"{names.get(stem, problem.field)}: {problem_text(problem)}"


def add_problems(form: forms.Form, problems: Iterable[Problem]) -> None:
    """Put every refusal at its field, or at the head of the form."""
    for problem in problems:
        name = FIELDS.get(problem.field, problem.field).replace("local_advice_", "advice_")
        form.add_error(name if name in form.fields else None, problem_text(problem))
