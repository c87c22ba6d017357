"""Check entries taken out of the audit as JSON Lines against the hash that their PDF carries.

    python3 verify_export.py ROWS.jsonl REPORT.pdf     the hash is read out of the PDF
    python3 verify_export.py ROWS.jsonl HASH           or typed from the foot of its pages

It needs Python 3.11 and nothing of the portal. Whoever keeps the ledger's own export proves the
ledger itself with verify_ledger.py; the head at the foot of the PDF must be one of its hashes.
"""

import hashlib
import json
import re
import sys
import zlib
from pathlib import Path

HASH = re.compile(r"[0-9a-f]{64}")
CARRIED = re.compile(rb"sha256:([0-9a-f]{64})")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def carried_by(report: bytes) -> str:
    """Read the hash out of a PDF's own description of itself."""
    places = [report]
    for found in STREAM.finditer(report):
        try:
            places.append(zlib.decompressobj().decompress(found.group(1)))
        except zlib.error:
            continue
    hashes = {found.group(1).decode() for place in places for found in CARRIED.finditer(place)}
    if len(hashes) != 1:
        sys.exit(f"the PDF carries {len(hashes)} hashes, and should carry one")
    return hashes.pop()


def wanted(given: str) -> str:
    """Take a hash as typed, or the file that carries it."""
    typed = "".join(given.split()).lower()
    if HASH.fullmatch(typed):
        return typed
    try:
        return carried_by(Path(given).read_bytes())
    except OSError as error:
        sys.exit(str(error))


def main(rows: str, given: str) -> None:
    """Compare, and say what was compared."""
    try:
        body = Path(rows).read_bytes()
        count = len([json.loads(line) for line in body.splitlines()])
    except (OSError, ValueError) as error:
        sys.exit(f"{rows}: {error}")
    expected, found = wanted(given), hashlib.sha256(body).hexdigest()
    if found != expected:
        sys.exit(f"the rows differ from the report:\n  rows    {found}\n  report  {expected}")
    print(f"{count} entries, SHA-256 {found}: the report and the rows are the same.")
    print("The same hash must stand at the foot of every printed page.")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
