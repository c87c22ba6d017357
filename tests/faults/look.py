"""What a ledger holds after a race, and what check_ledger finds: `python -m tests.faults.look`."""

from __future__ import annotations

import json
import sys

from guidance.checking import check
from guidance.models import Declaration
from tests.faults.whole import bodies

if __name__ == "__main__":
    rows = Declaration.objects.in_ledger_order().values_list("sequence", "number")
    sys.stdout.write(
        json.dumps(
            {
                "sequences": [sequence for sequence, _ in rows],
                "serials": [int(str(number).rpartition("-")[2]) for _, number in rows],
                "bodies": bodies(),
                "findings": check(),
            }
        )
    )
