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
        body = entry["bulletin"]
        frozen = json.loads(body)
        if entry["previous_hash"] != previous:
            yield f"{name}: does not follow the bulletin before"
        if (
            hashlib.sha256(f"{entry['previous_hash']}\n{body}".encode()).hexdigest()
            != entry["hash"]
        ):
            yield f"{name}: the bulletin was changed"
        if (frozen["sequence"], frozen["number"]) != (count, entry["number"]):
            yield f"{name}: the bulletin says No. {frozen['number']}, sequence {frozen['sequence']}"
        if frozen["number"] != follower(last_number, frozen["number"]):
            yield f"{name}: the number does not follow {last_number or 'nothing'}"
        previous, last_number = entry["hash"], frozen["number"]
        hashes.add(previous)
    if (end["count"], end["head"]) != (len(entries), previous):
        yield f"the ledger says {end['count']} bulletins up to {end['head']}: its tail is missing"
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
    with Path(arguments[0]).open(encoding="utf-8") as stream:
        lines = [json.loads(line) for line in stream if line.strip()]
    found = list(problems(lines, arguments[1] if len(arguments) > 1 else None))
    print("\n".join(found) or f"{len(lines) - 1} bulletins verified, head {lines[-1]['head']}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
