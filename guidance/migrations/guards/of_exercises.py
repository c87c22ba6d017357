"""What is refused of exercises: nothing real is wiped, and what a drill measured stays."""

from __future__ import annotations

from guidance.migrations.guards.refusal import Refusal, declaration_where

CHANGES = ("UPDATE", "DELETE")

_WIPEABLE = declaration_where(
    "d",
    "NEW.declaration_id",
    "d.exercise AND d.status IN ('DRAFT', 'RETURNED', 'REJECTED')",
)
_MEASURED = (
    "EXISTS (SELECT 1 FROM guidance_declaration d JOIN guidance_drill r ON r.id = NEW.drill_id"
    " WHERE d.id = NEW.declaration_id AND d.status = 'PUBLISHED' AND d.exercise"
    " AND d.desk_id = r.desk_id AND d.created_at >= r.started_at"
    " AND d.created_at = NEW.drafted_at AND d.submitted_at = NEW.submitted_at"
    " AND d.published_at = NEW.published_at)"
)

OF_EXERCISES = (
    Refusal(
        "guidance_wipeddraft_of_an_exercise",
        "guidance_wipeddraft",
        ("INSERT",),
        f"NOT {_WIPEABLE}",
        "only a draft of an exercise is wiped",
        "NEW.declaration_id",
    ),
    Refusal(
        "guidance_wipeddraft_stays",
        "guidance_wipeddraft",
        CHANGES,
        message="what is wiped stays so",
    ),
    Refusal(
        "guidance_declaration_wiped_stays",
        "guidance_declaration",
        ("UPDATE",),
        "EXISTS (SELECT 1 FROM guidance_wipeddraft w WHERE w.declaration_id = OLD.id)",
        "a wiped draft does not go on",
        needs=("guidance_wipeddraft",),
    ),
    Refusal("guidance_drill_stays", "guidance_drill", CHANGES, message="a drill stays on record"),
    Refusal(
        "guidance_drillstep_stays",
        "guidance_drillstep",
        CHANGES,
        message="what a drill measured stays",
    ),
    Refusal(
        "guidance_drillstep_measured",
        "guidance_drillstep",
        ("INSERT",),
        f"NOT {_MEASURED}",
        "a drill measures what its desk published in an exercise after it began",
        "NEW.declaration_id",
    ),
    Refusal(
        "guidance_drillstep_once",
        "guidance_drillstep",
        ("INSERT",),
        "EXISTS (SELECT 1 FROM guidance_drillstep s"
        " WHERE s.drill_id = NEW.drill_id AND s.kind = NEW.kind)",
        "a drill measures each step once",
    ),
)
