"""The network cut in the middle of a publication: all of it stands or nothing."""

from __future__ import annotations

import json

import pytest
from django.db import connection

from tests.throwaway import Copy

CUTS = 130


@pytest.mark.faults
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no network to be cut")
def test_a_cut_after_any_number_of_bytes_tears_nothing(copy: Copy, times: int) -> None:
    step = 300 // times

    done = json.loads(copy.run("tests.faults.cutting", str(step), seconds=600 * times))

    assert done["findings"] == []
    assert done["cuts"] >= CUTS
    assert done["refused"] > done["cuts"] / 2
    assert done["in_doubt"] > 0, "no cut fell between the commit and its answer"
