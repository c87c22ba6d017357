"""The tree of regions."""

from datetime import UTC, datetime

import pytest

from guidance.rules.places import Place, Tree
from tests.rules.ledger import kazakhstan, on

TREE = kazakhstan().tree


def test_the_tree_gives_parents_before_children_and_siblings_by_code() -> None:
    assert list(TREE) == [
        "KZ",
        "KZ-10",
        "KZ-10-semei",
        "KZ-15",
        "KZ-15-aqtobe",
        "KZ-63",
        "KZ-63-oskemen",
        "KZ-71",
        "KZ-75",
    ]
    assert len(TREE) == 9
    assert "KZ-15" in TREE
    assert "KZ-99" not in TREE


def test_ancestors_come_nearest_first_and_descendants_from_above() -> None:
    assert TREE.ancestors("KZ-15-aqtobe") == ("KZ-15", "KZ")
    assert TREE.lineage("KZ-15-aqtobe") == ("KZ-15-aqtobe", "KZ-15", "KZ")
    assert list(TREE.descendants("KZ-15")) == ["KZ-15-aqtobe"]
    assert list(TREE.descendants("KZ")) == list(TREE)[1:]
    assert [TREE.depth(code) for code in ("KZ", "KZ-15", "KZ-15-aqtobe")] == [0, 1, 2]
    assert TREE.parent("KZ") is None
    assert TREE.is_within("KZ-15", "KZ-15")
    assert not TREE.is_within("KZ", "KZ-15")


def test_a_region_is_established_at_midnight_in_its_own_zone() -> None:
    assert TREE.established_at("KZ-10") == datetime(2022, 6, 7, 18, tzinfo=UTC)
    assert TREE.established_at("KZ-15") is None
    assert TREE.predecessor_at("KZ-10", on("2022-06-07 23:59")) == "KZ-63"
    assert TREE.predecessor_at("KZ-10", on("2022-06-08")) is None
    assert list(TREE.successors("KZ-63")) == ["KZ-10"]


@pytest.mark.parametrize(
    ("places", "reason"),
    [
        ([Place("A", None, "COUNTRY"), Place("B", None, "COUNTRY")], "one root"),
        ([], "one root"),
        (
            [Place("A", None, "COUNTRY"), Place("B", "C", "TOWN"), Place("C", "B", "TOWN")],
            "ring",
        ),
    ],
)
def test_what_is_no_tree_is_refused(places: list[Place], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Tree(places)
