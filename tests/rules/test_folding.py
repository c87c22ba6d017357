"""The fold's short cuts, forced upon small ledgers: they may not show in what comes out."""

from collections import Counter

import pytest
from hypothesis import given, settings

from guidance.rules import journal, shelf
from guidance.rules.folding import Folding
from guidance.rules.places import Tree
from guidance.rules.timeline import fold
from tests.rules.worlds import Numbers, lists_of_numbers, played, trees


def test_a_fold_that_puts_rows_aside_and_forgets_gives_what_the_acts_gave_one_by_one() -> None:
    taken: Counter[str] = Counter()

    @settings(max_examples=200, deadline=None, derandomize=True, database=None)
    @given(trees(), lists_of_numbers(10, 50))
    def compare(tree: Tree, drawn: list[Numbers]) -> None:
        playing = played(tree, drawn)
        assert fold(tree, playing.acts) == playing.timeline

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "CROWDED", 0)
        patch.setattr(journal, "MANY", 1)
        for cls, name in WATCHED:
            patch.setattr(cls, name, counting(taken, name, getattr(cls, name)))
        compare()

    assert taken["_perform_on_both"] >= 20
    assert taken["_do_again"] >= 20
    assert taken["clear"] >= 100
    assert taken["forget_before"] >= 100


WATCHED = [
    (Folding, "_perform_on_both"),
    (journal.Journal, "_do_again"),
    (journal.Journal, "forget_before"),
    (shelf.Shelf, "clear"),
]


def counting(taken: Counter[str], name: str, step):  # type: ignore[no-untyped-def]
    def counted(*args: object) -> object:
        taken[name] += 1
        return step(*args)

    return counted
