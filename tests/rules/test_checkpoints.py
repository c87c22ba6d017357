"""The checkpoints that a withdrawal begins from."""

from datetime import timedelta

from guidance.rules import checkpoints
from guidance.rules.acts import Act, ActKind
from guidance.rules.checkpoints import Base
from guidance.rules.timeline import Checkpoint, Timeline, checkpoint_after
from tests.rules.ledger import Ledger, kazakhstan, measure, on


def busy() -> Ledger:
    ledger = kazakhstan()
    ledger.declare("YELLOW", "KZ", start="2020-01-01", end="2020-01-03")
    ledger.declare("RED", "KZ-15", start="2020-01-02", measures=[measure("CURFEW")])
    ledger.declare("RED", "KZ-75", start="2020-01-05", end="2020-01-09")
    ledger.withdraw(3, published="2020-01-06")
    return ledger


def test_a_checkpoint_leaves_out_what_is_withdrawn_and_what_ended_long_ago() -> None:
    ledger = busy()

    found = checkpoint_after(ledger.tree, None, ledger.acts, withdrawn=[3])

    assert found.sequence == 4
    assert found.timeline.complete_since == on("2020-01-06") - checkpoints.KEPT
    assert [row.declaration for row in found.timeline.all_periods()] == [2]
    assert found.refused == ()


def test_a_checkpoint_goes_to_json_and_back() -> None:
    ledger = busy()
    found = checkpoint_after(ledger.tree, None, ledger.acts, withdrawn=[3])

    again = Checkpoint.from_json(found.to_json())

    assert again == found
    assert list(again.timeline.all_spans()) == list(found.timeline.all_spans())


def test_a_checkpoint_before_all_acts_is_empty() -> None:
    nothing = checkpoint_after(kazakhstan().tree, None, [], withdrawn=[])

    assert nothing == Checkpoint(0, Timeline(), ())
    assert Checkpoint.from_json(nothing.to_json()) == nothing


def test_an_act_that_the_base_has_no_room_for_is_remembered() -> None:
    ledger = kazakhstan()
    ledger.declare("RED", "KZ", start="2020-01-01", end="2020-01-20")
    extend = Act(2, ActKind.EXTEND, on("2020-01-05"), ("KZ",), ends_at=on("2020-01-30"))

    found = checkpoint_after(ledger.tree, None, [*ledger.acts, extend], withdrawn=[1])

    assert found.refused == (2,)
    assert Checkpoint.from_json(found.to_json()).refused == (2,)


def test_a_long_way_is_marked_by_checkpoints_and_ends_with_one() -> None:
    tree = kazakhstan().tree
    start = on("2020-01-01")
    acts = [
        Act(number, ActKind.CORRECT, start + number * timedelta(hours=1), refers_to=1)
        for number in range(1, 8)
    ]

    found = list(Base(tree, None, acts).advance(every=3))

    assert [checkpoint.sequence for checkpoint in found] == [3, 6, 7]
