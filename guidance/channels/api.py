"""The JSON API's documents: a situation or a declaration in, plain JSON values out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from guidance.models import Advice, Bulletin, Declaration, LevelSpan, LevelText
from guidance.rules.levels import Level
from guidance.rules.situation import PlaceSituation
from guidance.rules.sms import ShortMessages
from guidance.situations import PublicSituation

Document = dict[str, Any]
FILLS = {"YELLOW": "#FFD84D", "ORANGE": "#F58A1F", "RED": "#AE1229"}  # as in css/tokens.css


def fingerprint(body: bytes) -> str:
    """Return a short token of an answer's bytes."""
    return hashlib.sha256(body).hexdigest()[:32]


def texts(row: Any, field: str) -> Document:
    """Return a field's texts in the three languages, each from its own column."""
    return {lang: getattr(row, f"{field}_{lang}") for lang in ("kk", "ru", "en")}


def moment(at: datetime | None) -> str | None:
    """Write an instant in UTC."""
    if at is None:
        return None
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def level_code(level: Level | None) -> str | None:
    """Write a level's code."""
    return None if level is None else level.name


def situation_document(public: PublicSituation) -> Document:
    """Return the situation: the country first, then its regions in order of code."""
    tree = public.atlas.tree
    codes = (tree.root, *sorted(tree.children(tree.root)))
    return {
        "at": moment(public.at),
        "highest": level_code(public.highest),
        "next_change": moment(public.next_change),
        "regions": [region_document(public.place(code), public) for code in codes],
    }


def region_document(place: PlaceSituation, public: PublicSituation) -> Document:
    """Return one region as the situation has it."""
    regions = public.atlas.regions
    region = regions[place.code]
    return {
        "code": place.code,
        "kind": region.kind,
        "slug": region.slug,
        "name": texts(region, "name"),
        "parent": public.atlas.tree.parent(place.code),
        "level": level_code(place.level),
        "since": moment(place.since),
        "until": moment(place.until),
        "declarations": public.numbers_of(place),
        "inherited_from": place.inherited_from,
        "inside": [
            {
                "code": part.code,
                "name": texts(regions[part.code], "name"),
                "level": level_code(part.level),
                "since": moment(part.since),
                "until": moment(part.until),
            }
            for part in place.inside
        ],
        "measures": [
            {
                "code": measure.code,
                "name": texts(public.measures[measure.code], "name"),
                "since": moment(measure.since),
                "until": moment(measure.until),
            }
            for measure in place.measures
        ],
        "formed_from": public.atlas.tree.place(place.code).formed_from,
        "in_error": place.in_error,
    }


def history_document(code: str, periods: Iterable[LevelSpan]) -> Document:
    """Return the periods that ever bore on a region, oldest first."""
    return {
        "code": code,
        "periods": [
            {
                "region": period.region.code,
                "level": period.level,
                "starts_at": moment(period.starts_at),
                "ends_at": moment(period.ends_at),
                "declaration": period.declaration.number,
                "in_error": period.in_error,
                "precision": period.declaration.precision,
            }
            for period in periods
        ],
    }


def levels_document(levels: Iterable[LevelText], advice: Iterable[Advice]) -> Document:
    """Return the scale, from no level to the highest, each with its definition and advice."""
    lines: dict[str, list[Document]] = {}
    for line in advice:
        lines.setdefault(line.group, []).append({"code": line.code, "text": texts(line, "text")})
    rows = [
        {
            "code": row.level or None,
            "rank": int(Level[row.level]) if row.level else 0,
            "colour": FILLS.get(row.level),
            "name": texts(row, "name"),
            "definition": texts(row, "definition"),
            "advice": lines.get(row.level or "EVERYDAY", []),
        }
        for row in levels
    ]
    return {"levels": sorted(rows, key=lambda row: int(str(row["rank"])))}


def declaration_summary(declaration: Declaration) -> Document:
    """Return what a list tells of one declaration."""
    earlier = declaration.refers_to
    return {
        "number": declaration.number,
        "act": declaration.act,
        "level": declaration.level or None,
        "regions": [row.region.code for row in declaration.regions.all()],
        "starts_at": moment(declaration.starts_at),
        "ends_at": moment(declaration.ends_at),
        "published_at": moment(declaration.published_at),
        "precision": declaration.precision,
        "origin": declaration.origin,
        "refers_to": earlier.number if earlier else None,
        "summary": texts(declaration, "summary"),
        "reason": texts(declaration, "reason"),
        "hash": declaration.bulletin.hash,
    }


def declaration_document(number: str, bulletin: Bulletin, messages: ShortMessages) -> Document:
    """Return one declaration: its frozen bulletin, its hash and the one before, short messages."""
    return {
        "number": number,
        "hash": bulletin.hash,
        "previous_hash": bulletin.previous_hash,
        "bulletin": json.loads(bytes(bulletin.body)),
        "sms": messages.own.as_dict(),
        "sms_latin": messages.latin.as_dict(),
    }
