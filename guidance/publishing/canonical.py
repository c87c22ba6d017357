"""Canonical JSON by RFC 8785, and the hashes made of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime

# Beyond this, readers that keep numbers as doubles disagree; RFC 8785 3.2.2.3.
LARGEST_INTEGER = 2**53 - 1

_NO_TYPE = "canonical JSON here holds texts, integers, booleans, null, lists and objects, not {}"


def canonical(value: object) -> bytes:
    """Write a value as canonical JSON: keys sorted by UTF-16, no spaces, UTF-8."""
    return _text(value).encode("utf-8")


def sha256(body: bytes) -> str:
    """Give the SHA-256 in hex."""
    return hashlib.sha256(body).hexdigest()


def link(previous_hash: str, body: bytes) -> str:
    """Chain a bulletin to the one before it."""
    return sha256(previous_hash.encode("utf-8") + b"\n" + body)


def instant(at: datetime | None) -> str | None:
    """Write an instant in UTC, ending in Z."""
    return None if at is None else at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def day(on: date | None) -> str | None:
    """Write a day as YYYY-MM-DD."""
    return None if on is None else on.isoformat()


def _text(value: object) -> str:
    if value is None or isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise ValueError(f"{value} is too large for canonical JSON")
        return str(int(value))
    if isinstance(value, Mapping):
        return "{" + ",".join(_members(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_text, value)) + "]"
    raise TypeError(_NO_TYPE.format(type(value).__name__))


def _members(value: Mapping[object, object]) -> list[str]:
    keys = [key for key in value if isinstance(key, str)]
    if len(keys) != len(value):
        raise TypeError(_NO_TYPE.format("an object with other keys than texts"))
    keys.sort(key=lambda key: key.encode("utf-16-be"))
    return [f"{json.dumps(key, ensure_ascii=False)}:{_text(value[key])}" for key in keys]
