"""Whether every draft has its parts, and the ledger is whole: `python -m tests.faults.drafts`."""

from __future__ import annotations

import sys

from django.db.models import Count, Q

from guidance.checking import check
from guidance.models import Declaration

if __name__ == "__main__":
    counted = Declaration.objects.annotate(
        places=Count("regions", distinct=True),
        people=Count("contributors", distinct=True),
        entries=Count("audit_entries", distinct=True),
    )
    half = counted.filter(Q(places=0) | Q(people=0) | Q(entries=0))
    sys.stdout.write("; ".join([*map(str, half), *check()]) or "whole")
