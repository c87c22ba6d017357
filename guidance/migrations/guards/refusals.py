"""Every refusal, and the tables that are never emptied."""

from __future__ import annotations

from guidance.migrations.guards.of_catalogues import OF_CATALOGUES
from guidance.migrations.guards.of_declarations import OF_CONTRIBUTORS, OF_DECLARATION, OF_PARTS
from guidance.migrations.guards.of_exercises import OF_EXERCISES
from guidance.migrations.guards.of_people import OF_DESKS, OF_ROLES, OF_ROSTER
from guidance.migrations.guards.of_records import OF_LEDGER, OF_PERIODS, OF_REGIONS
from guidance.migrations.guards.refusal import Refusal

REFUSALS: tuple[Refusal, ...] = (
    *OF_DECLARATION,
    *OF_PARTS,
    *OF_CONTRIBUTORS,
    *OF_LEDGER,
    *OF_PERIODS,
    *OF_ROLES,
    *OF_DESKS,
    *OF_ROSTER,
    *OF_REGIONS,
    *OF_EXERCISES,
    *OF_CATALOGUES,
)
NO_OVERLAP = ("guidance_levelperiod", "guidance_exerciseperiod")
NO_TRUNCATE = tuple(
    f"guidance_{table}"
    for table in (
        "declaration",
        "declarationregion",
        "declarationmeasure",
        "declarationmeasureregion",
        "localadvice",
        "contributor",
        "bulletin",
        "auditentry",
        "draftversion",
        "ledgercheck",
        "outboxrow",
        "ledger",
        "desk",
        "deskrequest",
        "rolerequest",
        "membership",
        "shift",
        "serviceaccount",
        "region",
        "wipeddraft",
        "drill",
        "drillstep",
        "cataloguechange",
        "leveltext",
        "advice",
    )
)
