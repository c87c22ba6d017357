"""What is refused of the ledger, its periods and regions."""

from __future__ import annotations

from guidance.migrations.guards.refusal import Refusal, declaration_where

CHANGES = ("UPDATE", "DELETE")

OF_LEDGER = (
    Refusal(
        "guidance_bulletin_stays",
        "guidance_bulletin",
        CHANGES,
        message="a bulletin does not change",
    ),
    Refusal(
        "guidance_bulletin_of_published",
        "guidance_bulletin",
        ("INSERT",),
        "NOT " + declaration_where("d", "NEW.declaration_id", "d.status = 'PUBLISHED'"),
        "only a published declaration has a bulletin",
    ),
    Refusal(
        "guidance_auditentry_stays",
        "guidance_auditentry",
        CHANGES,
        message="the audit log does not change",
    ),
    *(
        Refusal(
            f"guidance_{table}_stays",
            f"guidance_{table}",
            CHANGES,
            message="history does not change",
        )
        for table in ("draftversion", "ledgercheck")
    ),
    # SQLite's REPLACE would else put another content in the place of a kept one.
    Refusal(
        "guidance_draftversion_once",
        "guidance_draftversion",
        ("INSERT",),
        "EXISTS (SELECT 1 FROM guidance_draftversion v"
        " WHERE v.declaration_id = NEW.declaration_id AND v.version = NEW.version)",
        "this version is kept already",
    ),
    Refusal(
        "guidance_draftversion_of_the_draft",
        "guidance_draftversion",
        ("INSERT",),
        "NOT "
        + declaration_where(
            "d",
            "NEW.declaration_id",
            "d.status IN ('DRAFT', 'RETURNED') AND d.version = NEW.version",
        ),
        "only the present version of a draft is kept",
        "NEW.declaration_id",
    ),
    Refusal(
        "guidance_outboxrow_stays", "guidance_outboxrow", ("DELETE",), message="an outbox row stays"
    ),
    Refusal(
        "guidance_outboxrow_identity",
        "guidance_outboxrow",
        ("UPDATE",),
        "NEW.id <> OLD.id OR NEW.declaration_id <> OLD.declaration_id"
        " OR NEW.created_at <> OLD.created_at",
        "an outbox row keeps its declaration",
    ),
    Refusal(
        "guidance_outboxrow_real",
        "guidance_outboxrow",
        ("INSERT",),
        "NOT "
        + declaration_where(
            "d",
            "NEW.declaration_id",
            "d.status = 'PUBLISHED' AND d.origin = 'DESK' AND NOT d.exercise",
        ),
        "subscribers hear of real acts of a desk only",
    ),
    Refusal("guidance_ledger_stays", "guidance_ledger", ("DELETE",), message="a ledger stays"),
    Refusal(
        "guidance_ledger_grows",
        "guidance_ledger",
        ("UPDATE",),
        "NEW.count < OLD.count OR NEW.exercise <> OLD.exercise",
        "a ledger only grows",
    ),
)


def _periods(table: str, bad: str) -> tuple[Refusal, ...]:
    message = "a period belongs to a published declaration of its own ledger"
    own = Refusal(
        f"{table}_own_ledger",
        table,
        ("INSERT", "UPDATE"),
        declaration_where("d", "NEW.declaration_id", f"(d.status <> 'PUBLISHED' OR {bad})"),
        message,
    )
    if table.endswith("measureperiod"):
        return (own,)
    ended = Refusal(
        f"{table}_ended_in_its_ledger",
        table,
        ("INSERT", "UPDATE"),
        declaration_where("d", "NEW.ended_by_id", f"(d.status <> 'PUBLISHED' OR {bad})"),
        message,
    )
    return (own, ended)


OF_PERIODS = (
    *_periods("guidance_levelperiod", "d.exercise"),
    *_periods("guidance_measureperiod", "d.exercise"),
    *_periods("guidance_exerciseperiod", "NOT d.exercise"),
    *_periods("guidance_exercisemeasureperiod", "NOT d.exercise"),
)


OF_REGIONS = (
    Refusal(
        "guidance_region_keeps_its_code",
        "guidance_region",
        ("UPDATE",),
        "NEW.code <> OLD.code OR NEW.id <> OLD.id",
        "a code never changes",
    ),
    Refusal(
        "guidance_region_stays",
        "guidance_region",
        ("DELETE",),
        message="a region stays: its code is never used again",
    ),
)
