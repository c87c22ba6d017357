"""What is refused of the catalogues: a version nobody confirmed, a change of an old one."""

from __future__ import annotations

from guidance.migrations.guards.refusal import Refusal

KEPT = ("catalogue", "key", "region_id", "is_new", "before", "after", "reason", "proposed_by_id")


def _differs(column: str) -> str:
    # PostgreSQL does not compare JSON with JSON; as text it does.
    return f"CAST(NEW.{column} AS TEXT) <> CAST(OLD.{column} AS TEXT)"


OF_CHANGES = (
    Refusal(
        "guidance_cataloguechange_begins",
        "guidance_cataloguechange",
        ("INSERT",),
        "NEW.state <> 'PROPOSED'",
        "a change of a catalogue begins as a proposal",
    ),
    Refusal(
        "guidance_cataloguechange_decided_once",
        "guidance_cataloguechange",
        ("UPDATE",),
        "OLD.state <> 'PROPOSED' OR NEW.id <> OLD.id OR " + " OR ".join(map(_differs, KEPT)),
        "a change is decided once and keeps what it proposes",
    ),
    Refusal(
        "guidance_cataloguechange_stays",
        "guidance_cataloguechange",
        ("DELETE",),
        message="a change stays on record",
    ),
)


def _versions(table: str, catalogue: str, line: str) -> tuple[Refusal, ...]:
    """Refuse a second version without a confirmed change, and every change of a version."""
    key = (
        "CASE WHEN NEW.level = '' THEN 'NONE' ELSE NEW.level END" if line == "level" else "NEW.code"
    )
    return (
        Refusal(
            f"{table}_confirmed",
            table,
            ("INSERT",),
            f"NEW.change_id IS NULL AND EXISTS"
            f" (SELECT 1 FROM {table} v WHERE v.{line} = NEW.{line})"
            " OR NEW.change_id IS NOT NULL AND NOT EXISTS"
            " (SELECT 1 FROM guidance_cataloguechange c WHERE c.id = NEW.change_id"
            f" AND c.state = 'CONFIRMED' AND c.catalogue = '{catalogue}' AND c.key = {key})",
            "a new version comes by a confirmed change",
        ),
        Refusal(
            f"{table}_stays",
            table,
            ("UPDATE", "DELETE"),
            message="a version does not change: it is followed by another",
        ),
    )


OF_CATALOGUES = (
    *OF_CHANGES,
    *_versions("guidance_leveltext", "LEVEL_TEXT", "level"),
    *_versions("guidance_advice", "ADVICE", "code"),
)
