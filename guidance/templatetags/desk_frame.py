"""The frame of the desk's pages: the way back, the ledger they stand in, the other ledger."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.translation import gettext as _

from guidance.models import LANGUAGE_NAMES, Declaration
from guidance.publishing.people import concerned
from guidance.rules.patterns import EXERCISE_WORDS
from guidance.shown.as_if import first_page
from guidance.shown.ledgers import desk_address, is_in_exercise
from guidance.shown.request import present_ground

register = template.Library()


def _in_exercise(context: Context) -> bool:
    """Ask the request, which an include with `only` keeps although its variables are gone."""
    return is_in_exercise(getattr(context, "request", None))


@register.simple_tag(takes_context=True)
def desk_crumbs(context: Context) -> list[dict[str, str]]:
    """Give the way back to the first page of the ledger; the page itself comes last."""
    here = _in_exercise(context)
    crumbs = [{"url": desk_address("dashboard", exercise=here), "label": _("Desk")}]
    if here:
        crumbs[0]["label"] = _("Exercise desk")
    if crumb := context.get("crumb"):
        crumbs.append({"url": "", "label": crumb})
    return crumbs


@register.simple_tag(takes_context=True)
def exercise_words(context: Context) -> str:
    """Give the word EXERCISE in three languages on a page of an exercise, and nothing elsewhere."""
    return EXERCISE_WORDS if _in_exercise(context) else ""


@register.inclusion_tag("desk/parts/previews.html", takes_context=True)
def draft_previews(context: Context, declaration: Declaration) -> Mapping[str, Any]:
    """Show the page of a draft's first place on three phones, and lead to all other previews."""
    request = context["request"]
    here = is_in_exercise(request)
    ground = present_ground(request, timezone.now(), exercise=here)
    codes = concerned(declaration)
    phones = []
    for lang, name in LANGUAGE_NAMES.items() if codes else ():
        page = first_page(declaration, ground.atlas.regions[codes[0]], lang).lstrip("/")
        phones.append(
            {
                "lang": lang,
                "name": name,
                "tab": desk_address("preview", exercise=here, pk=declaration.pk, kind=lang),
                "frame": desk_address("preview_page", exercise=here, pk=declaration.pk, path=page),
            }
        )
    return {"phones": phones}


@register.inclusion_tag("desk/parts/ledgers.html", takes_context=True)
def desk_ledgers(context: Context) -> Mapping[str, Any]:
    """Show the switch between the real desk and the exercises."""
    return {
        "in_exercise": _in_exercise(context),
        "real": desk_address("dashboard", exercise=False),
        "exercise": desk_address("dashboard", exercise=True),
    }
