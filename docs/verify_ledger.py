"""Verify an exported ledger: python3 verify_ledger.py FILE (standard library only).

Each line holds a bulletin and its hash: the SHA-256 of the previous hash, a line feed and the
bulletin's bytes. The last line holds the head of the chain. A head that you noted on an earlier
day must still be among the hashes: give it as a second argument.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

FIRST = "0" * 64


def problems(lines: list[dict], noted: str | None) -> Iterator[str]:
    """Yield all that is wrong with the lines of an export."""
    if not lines or "head" not in lines[-1]:
        yield "the last line with the head is missing: the export is cut off"
        return
    *entries, end = lines
    previous, hashes, last_number = FIRST, {FIRST}, ""
    for count, entry in enumerate(entries, start=1):
        name = f"line {count} ({entry.get('number')})"
        try:
            body, own = entry["bulletin"], entry["hash"]
            frozen = json.loads(body)
            number, place = frozen["number"], frozen["sequence"]
            follows = follower(last_number, number)
        except (KeyError, TypeError, ValueError, AttributeError):
            yield f"{name}: this is no bulletin"
            return
        if entry.get("previous_hash") != previous:
            yield f"{name}: does not follow the bulletin before"
        if hashlib.sha256(f"{entry.get('previous_hash')}\n{body}".encode()).hexdigest() != own:
            yield f"{name}: the bulletin was changed"
        if (place, number) != (count, entry.get("number")):
            yield f"{name}: the bulletin says No. {number}, sequence {place}"
        if number != follows:
            yield f"{name}: the number does not follow {last_number or 'nothing'}"
        previous, last_number = own, number
        hashes.add(previous)
    count, head = end.get("count"), end["head"]
    if (count, head) != (len(entries), previous):
        yield f"the ledger says {count} bulletins up to {head}: its tail is missing"
    if noted is not None and noted not in hashes:
        yield "the head that you noted is not in this ledger: its history was rewritten"


def follower(last: str, number: str) -> str:
    """Give the number that should follow, in the year of the number that does."""
    prefix, serial = number.rsplit("-", 1)
    goes_on = last.rsplit("-", 1)[0] == prefix
    expected = int(last.rsplit("-", 1)[1]) + 1 if goes_on else 1
    return f"{prefix}-{expected:04d}" if serial.isdigit() else ""


def main(arguments: list[str]) -> int:
    """Print what is wrong, or that all is well; the exit status says the same."""
    texts = Path(arguments[0]).read_text(encoding="utf-8").split("\n")
    try:
        lines = [dict(json.loads(text)) for text in texts if text.strip()]
    except (TypeError, ValueError):
        print("a line is no JSON object: this is no export")
        return 1
    found = list(problems(lines, arguments[1] if len(arguments) > 1 else None))
    print("\n".join(found) or f"{len(lines) - 1} bulletins verified, head {lines[-1]['head']}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
