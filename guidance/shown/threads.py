"""The thread of an act: all acts that refer to one another or ended one another's periods."""

from django.db.models import Q

from guidance.models import Declaration, LevelPeriod

# Real threads have a handful of acts; a page must not read a ledger that is one long thread.
ROUNDS = 4
MOST = 60


def thread_of(declaration: Declaration) -> list[Declaration]:
    """Give the published acts of a declaration's thread, itself among them, oldest first."""
    ledger = Declaration.objects.of_ledger(exercise=declaration.exercise).in_ledger_order()
    known: set[int] = {declaration.pk}
    acts: list[Declaration] = []
    for _round in range(ROUNDS):
        linked = Q(pk__in=known) | Q(refers_to__in=known) | Q(later_acts__in=known)
        acts = list(ledger.filter(linked).distinct()[:MOST])
        if known >= {act.pk for act in acts}:
            return acts
        known |= {act.pk for act in acts}
    return acts


def periods_of(acts: list[Declaration]) -> list[LevelPeriod]:
    """Read the periods that the acts bear, with what ended them."""
    rows = LevelPeriod.objects.filter(declaration__in=acts)
    return list(rows.select_related("ended_by", "declaration").order_by("starts_at", "pk"))
