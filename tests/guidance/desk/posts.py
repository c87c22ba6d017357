"""What a browser posts to the desk's forms."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.utils import timezone

from guidance.models import Declaration
from guidance.publish import content_hash
from tests.factories import REASON

DECLARE = "/admin/desk/declare/"
CHANGE = "/admin/desk/change/"
EXTEND = "/admin/desk/extend/"
LIFT = "/admin/desk/lift/"
CORRECT = "/admin/desk/correct/?declaration={}"
WITHDRAW = "/admin/desk/withdraw/?declaration={}"

# What some addresses need beside a declaration.
MORE = {
    "preview": {"kind": "kk"},
    "preview_page": {"path": "kk/regions/aqtobe/"},
    "saw_page": {"path": "kk/regions/aqtobe/"},
}

BASIS = {
    "action": "save",
    "regions": ["KZ-15"],
    "legal_basis": "DECREE_611",
    "authority": "REGIONAL_HQ",
    **{f"reason_{lang}": text for lang, text in REASON.items()},
}
LEVEL = {**BASIS, "level": "ORANGE", "start_kind": "approval", "end_kind": "14"}
LONGER = {**BASIS, "end_kind": "30"}
NO_MORE = {**BASIS, "start_kind": "approval"}


def address(declaration: Declaration, step: str = "") -> str:
    """Give the address of a declaration at the desk, or of a step."""
    return f"/admin/desk/declarations/{declaration.pk}/{step + '/' if step else ''}"


def saved(client: Client, path: str = DECLARE, **changes: Any) -> Declaration:
    """Post a form that must be saved, and give the draft."""
    whole = {DECLARE: LEVEL, CHANGE: LEVEL, EXTEND: LONGER, LIFT: NO_MORE}[path]
    response = client.post(path, {**whole, **changes})
    assert response.status_code == 302, dict(response.context["form"].errors)
    return Declaration.objects.get(pk=response.url.rstrip("/").rsplit("/", 1)[1])


def handed_over(client: Client, declaration: Declaration, **extra: Any) -> Declaration:
    """Submit a draft with every warning ticked."""
    page = client.get(address(declaration))
    ticks = {name: "on" for name in page.context["form"].fields if name.startswith("seen_")}
    body = {"deadline_kind": "soon", **ticks}
    response = client.post(address(declaration, "submit"), body, **extra)
    assert response.status_code == 302, dict(response.context["form"].errors)
    declaration.refresh_from_db()
    return declaration


def approval(declaration: Declaration, **changes: Any) -> dict[str, Any]:
    """Give what an approver posts who chose and read everything."""
    regions = [row.region.code for row in declaration.regions.select_related("region")]
    again = {"refers_to": declaration.refers_to.number} if declaration.refers_to else {}
    level = {"level": declaration.level} if declaration.level else {}
    return {
        "decision": "approve",
        "regions": regions,
        **again,
        "has_read": "on",
        "seen_hash": content_hash(declaration, timezone.now()),
        **level,
        **changes,
    }


def approve(client: Client, waiting: Declaration, **changes: Any) -> Any:
    """Approve what waits, and read it as it is then."""
    response = client.post(address(waiting, "approval"), approval(waiting, **changes))
    waiting.refresh_from_db()
    return response


def is_still_waiting(waiting: Declaration) -> bool:
    """Tell whether it waits as before and nothing was published."""
    waiting.refresh_from_db()
    return waiting.status == "SUBMITTED" and not Declaration.objects.published().exists()
