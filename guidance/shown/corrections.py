"""Corrections: the words that an act has since its last one."""

from collections.abc import Iterable, Mapping

from guidance.models import ActCode, Declaration
from guidance.situations import PublicSituation

WORDS = ("reason_kk", "reason_ru", "reason_en")

_kept: tuple[Mapping[int, str], Mapping[int, Declaration]] | None = None


def reason_of(public: PublicSituation, act: Declaration, lang: str) -> str:
    """Give the public reason of an act as it reads now."""
    said = _last_corrections(public).get(act.pk, act)
    return str(getattr(said, f"reason_{lang}"))


def corrections_of(act: Declaration, thread: Iterable[Declaration]) -> list[Declaration]:
    """Choose of a thread, oldest first, what corrects an act or a correction of it."""
    corrected, found = {act.pk}, []
    for later in thread:
        if later.act == ActCode.CORRECT and later.refers_to_id in corrected:
            corrected.add(later.pk)
            found.append(later)
    return found


def _last_corrections(public: PublicSituation) -> Mapping[int, Declaration]:
    """Give of each corrected act the last correction; kept as long as the situation is."""
    global _kept  # it is asked for on every page of a place
    if _kept is None or _kept[0] is not public.numbers:
        _kept = (public.numbers, _read(exercise=public.exercise))
    return _kept[1]


def _read(*, exercise: bool) -> Mapping[int, Declaration]:
    ledger = Declaration.objects.of_ledger(exercise=exercise).in_ledger_order()
    first_said: dict[int, int] = {}
    last: dict[int, Declaration] = {}
    for later in ledger.filter(act=ActCode.CORRECT).only("refers_to", *WORDS):
        if later.refers_to_id is not None:
            corrected = first_said.get(later.refers_to_id, later.refers_to_id)
            first_said[later.pk] = corrected
            last[corrected] = last[later.refers_to_id] = later
    return last
