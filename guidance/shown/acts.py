"""The published acts behind a situation."""

from collections.abc import Iterable, Mapping

from guidance.models import Declaration
from guidance.situations import PublicSituation

_kept: tuple[Mapping[int, str], Mapping[int, Declaration]] | None = None


def acts_behind(public: PublicSituation) -> Mapping[int, Declaration]:
    """Give the declarations that bear a situation, by their place in the ledger.

    A published declaration never changes, so they hold as long as the situation itself is kept.
    """
    global _kept  # the present situation's acts stand on every page
    if _kept is None or _kept[0] is not public.numbers:
        _kept = (public.numbers, published(public.numbers, exercise=public.exercise))
    return _kept[1]


def published(sequences: Iterable[int], *, exercise: bool = False) -> dict[int, Declaration]:
    """Read published declarations with their authorities and named regions."""
    rows = Declaration.objects.published().of_ledger(exercise=exercise)
    found = rows.filter(sequence__in=list(sequences)).select_related("authority")
    return {row.sequence or 0: row for row in found.prefetch_related("regions")}
