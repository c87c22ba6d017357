"""What holds for every ledger on every tree, tried on random ones."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from hypothesis import given, settings

from guidance.rules.acts import Act, ActKind
from guidance.rules.errors import RuleError
from guidance.rules.naming import folded_regions
from guidance.rules.places import Tree
from guidance.rules.timeline import Applied, MeasureSpan, Timeline, apply, fold
from guidance.rules.working import Working
from tests.rules.worlds import START, STEP, Numbers, lists_of_numbers, play, played, trees

CELLS = [START + cell * STEP for cell in range(60)]
ledgers = given(trees(), lists_of_numbers(3, 24))
some = settings(max_examples=60, deadline=None, derandomize=True, database=None)


def accepted(tree: Tree, drawn: list[Numbers]) -> Iterator[tuple[Timeline, Act, Applied]]:
    for playing, act, outcome in play(tree, drawn):
        if not isinstance(outcome, RuleError):
            yield playing.timeline, act, outcome


def levels(tree: Tree, timeline: Timeline, code: str) -> list[int]:
    """Give the effective level of each half day; 0 is none."""
    working = Working(tree, timeline.lanes, 0)
    return [working.level_at(code, at) or 0 for at in CELLS]


def measures(tree: Tree, timeline: Timeline, code: str) -> list[set[str]]:
    """Give the measures that a region shows in each half day."""
    lineage = tree.lineage(code)
    spans = [span for span in timeline.all_spans() if span.region in lineage]
    return [{span.code for span in spans if span.covers(at)} for at in CELLS]


def begins(act: Act, applied: Applied) -> datetime:
    if act.kind is ActKind.EXTEND:
        return min(row.own_after.starts_at for row in applied.outcomes if row.own_after)
    return act.effective_at


@some
@ledgers
def test_no_two_periods_of_one_region_overlap(tree: Tree, drawn: list[Numbers]) -> None:
    for timeline in played(tree, drawn).timelines:
        for code in tree:
            periods = timeline.periods_of(code)
            assert all(row.ends_at is None or row.starts_at < row.ends_at for row in periods)
            for one, other in pairwise(periods):
                assert one.ends_at is not None
                assert one.ends_at <= other.starts_at


@some
@ledgers
def test_one_measure_has_no_two_spans_that_meet(tree: Tree, drawn: list[Numbers]) -> None:
    for lane in played(tree, drawn).timeline.lanes.values():
        rows: dict[tuple[object, ...], list[MeasureSpan]] = {}
        for span in lane.spans:
            rows.setdefault((*span[:2], *span[4:]), []).append(span)
        for spans in rows.values():
            for one, other in pairwise(spans):
                assert one.ends_at is not None
                assert one.ends_at < other.starts_at


@some
@ledgers
def test_a_part_has_no_lower_level_than_the_whole(tree: Tree, drawn: list[Numbers]) -> None:
    timeline = played(tree, drawn).timeline
    for code in tree:
        parent = tree.parent(code)
        if parent is not None:
            pairs = zip(levels(tree, timeline, parent), levels(tree, timeline, code), strict=True)
            assert all(wider <= narrower for wider, narrower in pairs)


@some
@ledgers
def test_every_prefix_folds_to_the_timeline_known_then_however_often(
    tree: Tree, drawn: list[Numbers]
) -> None:
    playing = played(tree, drawn)
    for count, timeline in enumerate(playing.timelines):
        assert fold(tree, playing.acts[:count]) == timeline
    assert fold(tree, iter(playing.acts)) == fold(tree, playing.acts)


@some
@ledgers
def test_the_order_in_which_an_act_names_its_regions_does_not_matter(
    tree: Tree, drawn: list[Numbers]
) -> None:
    for timeline, act, applied in accepted(tree, drawn):
        if act.kind is not ActKind.WITHDRAW and act.kind is not ActKind.CORRECT:
            turned = replace(act, regions=tuple(reversed(act.regions)))
            assert apply(tree, timeline, turned).timeline == applied.timeline


@some
@ledgers
def test_no_act_changes_what_was_in_force_before_its_own_start(
    tree: Tree, drawn: list[Numbers]
) -> None:
    for timeline, act, applied in accepted(tree, drawn):
        if act.kind is ActKind.CORRECT:
            assert applied.timeline == timeline
            continue
        start = (begins(act, applied) - START) // STEP
        for code in tree:
            before, after = levels(tree, timeline, code), levels(tree, applied.timeline, code)
            assert before[:start] == after[:start]


@some
@ledgers
def test_an_act_changes_nobodys_level_but_where_the_rules_say(
    tree: Tree, drawn: list[Numbers]
) -> None:
    for timeline, act, applied in accepted(tree, drawn):
        if act.kind in (ActKind.CORRECT, ActKind.WITHDRAW):
            continue
        regions = folded_regions(tree, act)
        for code in tree:
            before, after = levels(tree, timeline, code), levels(tree, applied.timeline, code)
            if any(tree.is_within(code, named) for named in regions):
                continue
            if any(code in tree.ancestors(named) for named in regions):
                assert act.kind is not ActKind.EXTEND or before == after
                assert all(new <= old for old, new in zip(before, after, strict=True))
            else:
                assert before == after


@some
@ledgers
def test_an_act_changes_the_measures_of_nobody_beside_it(tree: Tree, drawn: list[Numbers]) -> None:
    for timeline, act, applied in accepted(tree, drawn):
        if act.kind in (ActKind.CORRECT, ActKind.WITHDRAW):
            continue
        regions = folded_regions(tree, act)
        for code in tree:
            is_beside = not any(
                tree.is_within(code, named) or code in tree.ancestors(named) for named in regions
            )
            if is_beside:
                before, after = timeline, applied.timeline
                assert measures(tree, before, code) == measures(tree, after, code)


@some
@ledgers
def test_the_word_of_an_act_stands_on_its_regions_for_its_time(
    tree: Tree, drawn: list[Numbers]
) -> None:
    for _, act, applied in accepted(tree, drawn):
        if act.level is None or act.starts_at is None:
            continue
        start = (act.starts_at - START) // STEP
        end = 60 if act.ends_at is None else (act.ends_at - START) // STEP
        for code in act.regions:
            found = levels(tree, applied.timeline, code)[start:end]
            assert found == [act.level] * (end - start)
            own = [applied.timeline.lane(code).period_at(at) for at in CELLS[start:end]]
            assert {row and row.declaration for row in own} == {act.sequence}


@some
@ledgers
def test_a_lifted_region_keeps_at_most_a_lower_level(tree: Tree, drawn: list[Numbers]) -> None:
    for _, act, applied in accepted(tree, drawn):
        if act.kind is ActKind.LIFT:
            for row in applied.outcomes:
                assert (row.after or 0) < (row.before or 1)
