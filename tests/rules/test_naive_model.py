"""The fold against a model that keeps one cell per region and half day."""

from collections import Counter

import pytest
from hypothesis import given, settings

from guidance.rules import errors, journal, shelf
from guidance.rules.acts import Act, ActKind
from guidance.rules.errors import RuleError
from guidance.rules.places import Tree
from guidance.rules.timeline import Applied, Timeline, fold
from tests.rules.naive import CELLS, Naive, Refused
from tests.rules.worlds import START, STEP, Numbers, lists_of_numbers, play, trees

OF_THE_FACTS = (
    errors.MissingFact,
    errors.UnknownRegion,
    errors.UnknownDeclaration,
    errors.EndNotAfterStart,
    errors.StartTooEarly,
    errors.NotYetEstablished,
    errors.MeasureOutsideRegions,
    errors.MeasureNeedsPeriod,
    errors.MeasureEndNotAfterStart,
)


def test_short_cuts_taken_early_agree_with_the_naive_model_too() -> None:
    @settings(max_examples=80, deadline=None, derandomize=True, database=None)
    @given(trees(), lists_of_numbers(4, 30))
    def compare(tree: Tree, drawn: list[Numbers]) -> None:
        naive = Naive(tree, START)
        for playing, act, outcome in play(tree, drawn):
            if not isinstance(outcome, OF_THE_FACTS):
                assert type(outcome).__name__ == refusal_by(naive, act), act
                assert_same(tree, naive, fold(tree, playing.acts + [act] * accepted(outcome)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "CROWDED", 0)
        patch.setattr(journal, "MANY", 1)
        compare()


def accepted(outcome: Applied | RuleError) -> bool:
    return not isinstance(outcome, RuleError)


def test_the_fold_agrees_with_the_naive_model_cell_by_cell() -> None:
    seen: Counter[str] = Counter()
    kinds: set[ActKind] = set()
    carved = 0

    @settings(max_examples=300, deadline=None, derandomize=True, database=None)
    @given(trees(), lists_of_numbers(4, 30))
    def compare(tree: Tree, drawn: list[Numbers]) -> None:
        nonlocal carved
        naive = Naive(tree, START)
        acts = []
        for playing, act, outcome in play(tree, drawn):
            acts = playing.acts
            name = type(outcome).__name__
            seen[name] += 1
            if isinstance(outcome, OF_THE_FACTS):
                continue
            assert name == refusal_by(naive, act), act
            if not isinstance(outcome, RuleError):
                kinds.add(act.kind)
                carved += sum(bool(row.carved_from) for row in outcome.outcomes)
                assert_same(tree, naive, outcome.timeline)
        assert_same(tree, naive, fold(tree, acts))

    compare()

    assert seen["Applied"] >= 0.3 * seen.total()
    assert kinds >= set(ActKind)
    assert carved >= 50
    named = {cls.__name__ for cls in vars(errors).values() if _is_named_error(cls)}
    assert named <= set(seen), named - set(seen)


def _is_named_error(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, RuleError) and cls is not RuleError


def refusal_by(naive: Naive, act: Act) -> str:
    """Publish an act in the naive model, and name what comes of it as the rules would."""
    try:
        naive.publish(act)
    except Refused as refusal:
        return str(refusal)
    return "Applied"


def assert_same(tree: Tree, naive: Naive, timeline: Timeline) -> None:
    for code in tree:
        lane = timeline.lane(code)
        ours = [lane.period_at(START + cell * STEP) for cell in range(CELLS)]
        found = [own and (own.level, own.declaration, own.in_error) for own in ours]
        expected = [
            own and (own.level, own.declaration, own.in_error) for own in naive.record[code]
        ]
        assert found == expected, code
