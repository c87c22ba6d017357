"""Canonical JSON by RFC 8785."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from guidance.publishing.canonical import canonical, instant, link, sha256


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"b": 1, "a": None}, '{"a":null,"b":1}'),
        ([True, False, -7], "[true,false,-7]"),
        ('\x1f\b\t\n\f\r"\\/', '"\\u001f\\b\\t\\n\\f\\r\\"\\\\/"'),
        ("қауіп\u2028\x7f", '"қауіп\u2028\x7f"'),
        # RFC 8785 3.2.3: by UTF-16 units the emoji comes before the ligature.
        (
            {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\x80": 6, "ö": 7},
            '{"\\r":2,"1":4,"\x80":6,"ö":7,"\u20ac":1,"\U0001f600":5,"\ufb33":3}',
        ),
    ],
    ids=["sorted keys", "literals", "escapes", "no needless escapes", "order of UTF-16"],
)
def test_a_value_has_one_form(value: object, expected: str) -> None:
    assert canonical(value) == expected.encode("utf-8")


@pytest.mark.parametrize("value", [1.5, {1: 2}, {"a": object()}, 2**53, "\ud800"])
def test_what_has_no_form_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        canonical(value)


def test_an_instant_is_written_in_utc() -> None:
    astana = timezone(timedelta(hours=5))

    assert instant(datetime(2026, 11, 22, 17, tzinfo=astana)) == "2026-11-22T12:00:00Z"
    assert instant(datetime(2026, 11, 22, 12, 0, 0, 5, UTC)) == "2026-11-22T12:00:00.000005Z"


def test_a_link_hashes_the_previous_hash_a_line_feed_and_the_bytes() -> None:
    assert link("0" * 64, b"{}") == sha256(b"0" * 64 + b"\n{}")
