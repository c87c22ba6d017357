"""The reference data that the project ships, put into the database once."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from guidance.models import (
    LANGUAGES,
    Advice,
    Authority,
    Desk,
    EmergencyNumber,
    LegalBasis,
    LevelText,
    MeasureKind,
    Region,
)
from guidance.stored.atlas import regions_changed

REFERENCE = Path(__file__).resolve().parent.parent / "reference"


@transaction.atomic
def load_catalogues() -> None:
    """Add what is missing of level texts, advice, measures, legal bases, authorities, numbers.

    A row that is there stays as it is: administrators may have changed it.
    """
    _add(LevelText, ("level", "in_force_from"), map(_level_text, _json("levels")))
    _add(Advice, ("code", "in_force_from"), map(_advice, _json("advice")))
    _add(Advice, ("code", "in_force_from"), map(_advice, _json("advice_cells")))
    _add(MeasureKind, ("code",), map(_measure, _json("measures")))
    _add(LegalBasis, ("code",), map(_legal_basis, _json("legal_bases")))
    _add(EmergencyNumber, ("number",), map(_number, _json("emergency_numbers")))
    _add(Authority, ("code",), _authorities())
    regions_changed()


@transaction.atomic
def load_desks() -> None:
    """Add the headquarters that are missing; their regions are loaded before."""
    # A desk that administrators made since for one of these regions stays the only one.
    regions = {region.code: region for region in Region.objects.filter(desk=None)}
    desks = (
        {"code": row["code"], "region": regions[row["region"]], **_csv_names(row)}
        for row in _csv("desks")
        if row["region"] in regions
    )
    _add(Desk, ("code",), desks)


def _add(model: Any, keys: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> None:
    standing = set(model.objects.values_list(*keys))
    missing = [row for row in rows if tuple(row[key] for key in keys) not in standing]
    model.objects.bulk_create(model(**row) for row in missing)


def _json(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((REFERENCE / f"{name}.json").read_text("utf-8"))
    return rows


def _csv(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _texts(field: str, words: Mapping[str, str] | None) -> dict[str, str]:
    return {f"{field}_{code}": (words or {}).get(code) or "" for code in LANGUAGES}


def _csv_names(row: Mapping[str, str]) -> dict[str, str]:
    return {f"name_{code}": row[f"name_{code}"] for code in LANGUAGES}


def _moment(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def _level_text(row: Mapping[str, Any]) -> dict[str, Any]:
    fields = ("name", "degree", "colour", "definition", "condition", "state_may")
    words = (_texts(field, row[field]) for field in fields)
    return {
        "level": "" if row["code"] == "NONE" else row["code"],
        "in_force_from": _moment(row["in_force_from"]),
        "genitive_ru": row["name"].get("ru_genitive", ""),
        **{name: text for texts in words for name, text in texts.items()},
    }


def _advice(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "code": row["id"],
        "group": row["group"],
        "situation": row.get("situation", ""),
        "audience": row.get("audience", ""),
        "position": row["position"],
        "in_force_from": _moment(row["in_force_from"]),
        **_texts("text", row),
    }


def _measure(row: Mapping[str, Any]) -> dict[str, Any]:
    facts = {name: row[name] for name in ("code", "is_regime", "position")}
    return {**facts, **_texts("name", row)}


def _legal_basis(row: Mapping[str, Any]) -> dict[str, Any]:
    facts = {"code": row["code"], "position": row["position"], "address": row["url"]}
    return {**facts, **_texts("name", row)}


def _number(row: Mapping[str, Any]) -> dict[str, Any]:
    facts = {"number": row["number"], "position": row["position"]}
    return {**facts, **_texts("name", row)}


def _authorities() -> Iterable[dict[str, Any]]:
    for position, row in enumerate(_csv("authorities"), start=1):
        yield {"code": row["code"], "position": position, **_csv_names(row)}
