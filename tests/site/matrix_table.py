"""The matrix as data: what every address under /admin/ answers to whom, read from tests/site/admin.

One line is an address with its method and twelve answers, in the order of ROLES. A name in braces
is an object of desk B, of the newsroom or of the administrators (`matrix_world.py`). An answer is
a status; `!` behind it says that the request changed something beyond the visitor's own session.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "admin"
ROLES = (
    "stranger",
    "password",  # signed in by a password alone
    "writer",
    "editor",
    "drafter_a",
    "approver_a",
    "drafter_b",
    "approver_b",
    "auditor",  # of the republican desk
    "republican",  # approver of the republican desk
    "administrator",
    "superuser",  # without a role anywhere
)
METHODS = ("GET", "POST")


@dataclass(frozen=True)
class Row:
    """Hold what one request answers to every role."""

    address: str
    method: str
    answers: tuple[str, ...]
    file: str

    def expected(self, role: str) -> str:
        """Give the answer to a role; nothing when the line is not filled in."""
        return self.answers[ROLES.index(role)] if self.answers else ""


def line(address: str, method: str, answers: tuple[str, ...]) -> str:
    """Write a row as it stands in a table."""
    return f"{address:<62} {method:<4} " + " ".join(f"{answer:<4}" for answer in answers).rstrip()


@cache
def rows() -> tuple[Row, ...]:
    """Read all tables; an address alone on its line stands for both methods, not filled in."""
    return tuple(row for path in sorted(FOLDER.glob("*.txt")) for row in _read(path))


def _read(path: Path) -> Iterator[Row]:
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        words = text.split()
        if not words or text.startswith("#"):
            continue
        if len(words) == 1:
            yield from (Row(words[0], method, (), path.name) for method in METHODS)
            continue
        address, method, *answers = words
        assert method in METHODS, f"{path.name}, line {number}: no method"
        assert len(answers) == len(ROLES), f"{path.name}, line {number}: {len(answers)} answers"
        yield Row(address, method, tuple(answers), path.name)
