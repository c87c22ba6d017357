"""Whether a ledger is whole after a fault: cheap enough to be asked after each."""

from __future__ import annotations

import time
from collections.abc import Mapping

from django.db import connection

from guidance.checking import check
from guidance.models import Bulletin
from guidance.publishing.canonical import sha256

# One statement sees one moment, also while the server still ends what a dead client began.
COUNTS = """
SELECT
    (SELECT count(*) FROM guidance_declaration WHERE status = 'PUBLISHED'),
    (SELECT max(sequence) FROM guidance_declaration),
    (SELECT sum(count) FROM guidance_ledger),
    (SELECT count(*) FROM guidance_bulletin),
    (SELECT count(*) FROM guidance_auditentry WHERE action = 'PUBLISHED'),
    (SELECT count(*) FROM guidance_outboxrow),
    (SELECT count(DISTINCT declaration_id) FROM guidance_levelperiod),
    (SELECT count(DISTINCT declaration_id) FROM guidance_measureperiod)
"""
ENDS = """
SELECT ledger.head, ledger.last_number, bulletin.hash, declaration.number
FROM guidance_ledger ledger, guidance_declaration declaration, guidance_bulletin bulletin
WHERE ledger.exercise = declaration.exercise AND bulletin.declaration_id = declaration.id
AND declaration.sequence = ledger.count
"""


def torn() -> list[str]:
    """Name what one publication wrote without the rest; every act declares a level and measures."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        counts = [int(count or 0) for count in cursor.fetchone()]
        cursor.execute(ENDS)
        ends = cursor.fetchall()
    found = [] if len(set(counts)) == 1 else [f"torn: {counts}"]
    if counts[0] and not ends:
        found.append("the ledger counts another end than its last declaration")
    found += [f"the chain ends elsewhere: {row}" for row in ends if row[:2] != row[2:]]
    return found


def lost(acknowledged: Mapping[str, str]) -> list[str]:
    """Name the acknowledged numbers that are not in the ledger with those bytes."""
    stands = bodies()
    return [
        f"{number} was acknowledged and is {stands.get(number, 'not there')}"
        for number, digest in acknowledged.items()
        if stands.get(number) != digest
    ]


def bodies() -> dict[str, str]:
    """Give the hash of the bytes of every bulletin, by number."""
    rows = Bulletin.objects.values_list("declaration__number", "body")
    return {str(number): sha256(bytes(body)) for number, body in rows}


def findings(acknowledged: Mapping[str, str]) -> list[str]:
    """Name all that is wrong with a ledger."""
    return [*torn(), *lost(acknowledged), *check()]


def wait_until_alone() -> None:
    """Let the server end what dead clients began."""
    if connection.vendor != "postgresql":
        return
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                " AND backend_type = 'client backend'"
            )
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.01)
    raise RuntimeError("a dead client is still there")
