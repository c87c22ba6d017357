"""The published acts behind a situation."""

from collections.abc import Iterable, Mapping

from guidance.models import Declaration
from guidance.situations import PublicSituation

MOST_KEPT = 8

_kept: dict[int, tuple[Mapping[int, str], Mapping[int, Declaration]]] = {}


def acts_behind(public: PublicSituation) -> Mapping[int, Declaration]:
    """Give the declarations that bear a situation, by their place in the ledger.

    A published declaration never changes, so they hold as long as the situation itself is kept.
    """
    key = id(public.numbers)
    if key not in _kept or _kept[key][0] is not public.numbers:
        while len(_kept) >= MOST_KEPT:
            _kept.pop(next(iter(_kept)), None)
        _kept[key] = (public.numbers, published(public.numbers, exercise=public.exercise))
    return _kept[key][1]


def published(sequences: Iterable[int], *, exercise: bool = False) -> dict[int, Declaration]:
    """Read published declarations with their authorities and named regions."""
    rows = Declaration.objects.published().of_ledger(exercise=exercise)
    found = rows.filter(sequence__in=list(sequences)).select_related("authority")
    return {row.sequence or 0: row for row in found.prefetch_related("regions")}
