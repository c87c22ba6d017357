"""What stands in the ledger and at the desk after a race: `python -m tests.faults.desk_look`."""

from __future__ import annotations

import json
import sys

from guidance.checking import check
from guidance.models import Declaration

rows = Declaration.objects.order_by("pk")
sys.stdout.write(
    json.dumps(
        {
            "states": {str(row.pk): row.status for row in rows},
            "versions": {str(row.pk): row.version for row in rows},
            "orders": {str(row.pk): row.order_number for row in rows},
            "published": Declaration.objects.published().count(),
            "findings": [str(finding) for finding in check()],
        }
    )
)
