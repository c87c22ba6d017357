"""A stored draft, read back as the form shows it and as it was saved."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from guidance.desk.forms.period import DAY, MOMENT, ON_APPROVAL, OPEN
from guidance.desk.moments import is_whole_day_end, last_day_of
from guidance.desk.scene import Scene
from guidance.models import LANGUAGES, Declaration
from guidance.publish import Draft
from guidance.publishing.facts import codes, in_order, measure_of, texts
from guidance.rules.acts import NamedMeasure

ROWS = ("reason", "end_reason", "authority_post")


def draft_of(declaration: Declaration) -> Draft:
    """Give a stored draft as it was saved."""
    return Draft(
        act=declaration.act,
        level=declaration.level,
        regions=codes(declaration),
        starts_at=declaration.starts_at,
        ends_at=declaration.ends_at,
        measures=tuple(map(measure_of, in_order(declaration))),
        authority=declaration.authority.code if declaration.authority else "",
        authority_post=texts(declaration, "authority_post"),
        legal_basis=declaration.legal_basis.code if declaration.legal_basis else "",
        order_number=declaration.order_number,
        order_date=declaration.order_date,
        refers_to=(declaration.refers_to.number or "") if declaration.refers_to else "",
        reason=texts(declaration, "reason"),
        end_reason=texts(declaration, "end_reason"),
        local_advice=tuple(
            texts(row, "text")
            for row in sorted(declaration.local_advice.all(), key=lambda row: row.position)
        ),
        note_to_approver=declaration.note_to_approver,
        warnings_seen=tuple(declaration.warnings_seen),
    )


def initial_of(draft: Draft, scene: Scene) -> dict[str, Any]:
    """Give a draft as the fields of the form that wrote it."""
    zone = scene.zone(draft.regions[0]) if draft.regions else scene.zone(scene.home)
    return {
        "regions": list(draft.regions),
        "level": draft.level,
        "legal_basis": draft.legal_basis,
        "authority": draft.authority,
        "order_number": draft.order_number,
        "order_date": draft.order_date,
        "note_to_approver": draft.note_to_approver,
        **_times(draft, zone),
        **_rows(draft),
        **measure_fields(draft.measures, zone),
    }


def _times(draft: Draft, zone: str) -> dict[str, Any]:
    fields: dict[str, Any] = {"start_kind": ON_APPROVAL, "end_kind": OPEN}
    if draft.starts_at is not None:
        there = draft.starts_at.astimezone(ZoneInfo(zone))
        fields |= {"start_kind": MOMENT, "start_date": there.date(), "start_time": there.time()}
    if draft.ends_at is None:
        return fields
    if is_whole_day_end(zone, draft.ends_at):
        return fields | {"end_kind": DAY, "end_date": last_day_of(zone, draft.ends_at)}
    there = draft.ends_at.astimezone(ZoneInfo(zone))
    return fields | {"end_kind": MOMENT, "end_date": there.date(), "end_time": there.time()}


def _rows(draft: Draft) -> dict[str, str]:
    rows: dict[str, Mapping[str, str]] = {name: getattr(draft, name) for name in ROWS}
    rows |= {f"advice_{number}": line for number, line in enumerate(draft.local_advice)}
    return {f"{name}_{lang}": row.get(lang, "") for name, row in rows.items() for lang in LANGUAGES}


def measure_fields(measures: tuple[NamedMeasure, ...], zone: str) -> dict[str, Any]:
    """Give measures as the fields of a form."""
    fields: dict[str, Any] = {}
    for measure in measures:
        prefix = f"measure_{measure.code}"
        fields |= {prefix: True, f"{prefix}_places": list(measure.regions)}
        for edge, at in (("from", measure.starts_at), ("until", measure.ends_at)):
            if at is not None:
                there = at.astimezone(ZoneInfo(zone))
                fields |= {f"{prefix}_{edge}_date": there.date()}
                fields |= {f"{prefix}_{edge}_time": there.time()}
    return fields
