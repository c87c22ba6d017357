"""What must hold after every step of the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

import time_machine
from django.test import Client

from guidance.checking import check
from guidance.models import Bulletin, Declaration, OutboxRow
from guidance.rules.acts import ActKind
from guidance.rules.levels import Level
from guidance.rules.places import Tree
from guidance.stored.projection import period_model
from tests.faults.small_country import OF_LATER_DAYS
from tests.rules.naive import CELLS, Naive
from tests.rules.worlds import START, STEP

SELDOM = 4
Cells = dict[str, list[tuple[int, int, bool] | None]]


class Witness:
    """Compare the database with the naive model, and with what it held before."""

    published: Counter[ActKind] = Counter()  # over all examples: no rule may be left untried

    def __init__(self, tree: Tree, naive: Mapping[bool, Naive]) -> None:
        self.tree = tree
        self.naive = naive
        self.bodies: dict[str, bytes] = {}
        self.client = Client()

    def look(self, now: datetime) -> None:
        """Nothing was published: both ledgers are what they were, and so is every bulletin."""
        for exercise in (False, True):
            assert self._stored(exercise) == self._expected(exercise), exercise
        assert self._bodies() == self.bodies

    def look_closely(self, now: datetime, kind: ActKind) -> None:
        """Something was published: the rest is what it was, and all of the ledger holds."""
        self.published[kind] += 1
        for exercise in (False, True):
            assert self._stored(exercise) == self._expected(exercise), exercise
        bodies = self._bodies()
        assert len(bodies) == len(self.bodies) + 1
        assert self.bodies.items() <= bodies.items()
        self.bodies = bodies
        if len(bodies) % SELDOM == 0:
            self.look_at_everything(now)

    def look_at_everything(self, now: datetime) -> None:
        """Numbers, chain, two people, columns against bulletins, the fold, a page and its JSON."""
        assert check() == []
        real = Declaration.objects.published().of_ledger(exercise=False)
        assert OutboxRow.objects.count() == real.count()
        self._page_is_json(now)

    def _stored(self, exercise: bool) -> Cells:
        cells: Cells = {code: [None] * CELLS for code in self.tree}
        rows = period_model(exercise=exercise).objects.values_list(
            "region__code", "level", "starts_at", "ends_at", "declaration__sequence", "in_error"
        )
        for code, level, starts_at, ends_at, sequence, in_error in rows:
            first = max((starts_at - START) // STEP, 0)
            last = CELLS if ends_at is None else min((ends_at - START) // STEP, CELLS)
            for cell in range(first, last):
                assert cells[code][cell] is None, "two periods of one region overlap"
                cells[code][cell] = (int(Level[level]), int(sequence or 0), in_error)
        return cells

    def _expected(self, exercise: bool) -> Cells:
        return {
            code: [own and (own.level, own.declaration, own.in_error) for own in lane]
            for code, lane in self.naive[exercise].record.items()
        }

    def _bodies(self) -> dict[str, bytes]:
        rows = Bulletin.objects.values_list("declaration__number", "body")
        return {str(number): bytes(body) for number, body in rows}

    def _page_is_json(self, now: datetime) -> None:
        """Read one place after the other as a citizen and as a machine would."""
        codes = [code for code in self.tree if code != OF_LATER_DAYS]
        code = codes[len(self.bodies) // SELDOM % len(codes)]
        level = self._level(code, now)
        with time_machine.travel(now, tick=False):
            answer = self.client.get(f"/api/v1/regions/{code}").json()
            page = self.client.get(f"/en/regions/{code.lower()}/").content.decode()
        assert answer["level"] == (Level(level).name if level else None)
        shown = Level(level).name.lower() if level else "none"
        card = page[page.index('class="level"') :]
        assert card[card.index("data-level=") :].startswith(f'data-level="{shown}"')

    def _level(self, code: str, now: datetime) -> int:
        """Take the highest of a place and of all around it, from the naive model."""
        cell = (now - START) // STEP
        lineage = [code, *self.tree.ancestors(code)]
        record = self.naive[False].record
        return max((own.level for place in lineage if (own := record[place][cell])), default=0)
