"""Publishers killed at random moments: all of a publication stands or nothing, and what was
acknowledged stands."""

from __future__ import annotations

import json

import pytest

from tests.throwaway import Copy

KILLS = 200


@pytest.mark.faults
def test_a_publisher_killed_at_any_moment_tears_nothing_and_takes_nothing_back(
    copy: Copy, times: int
) -> None:
    kills = KILLS * times

    done = json.loads(copy.run("tests.faults.killing", str(kills), "611", seconds=600 * times))

    assert done["findings"] == []
    assert done["kills"] == kills
    assert done["before_the_commit"] > kills / 4, "the kills came too late to tear anything"
    assert done["acknowledged"]
