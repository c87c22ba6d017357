"""The timeline's one door: what it holds, and what an act does to it."""

from guidance.rules.applying import apply, needs_since
from guidance.rules.lanes import Difference, Timeline, difference
from guidance.rules.outcomes import Applied, RegionOutcome, Stays, Word
from guidance.rules.periods import MeasureSpan, Period

__all__ = [
    "Applied",
    "Difference",
    "MeasureSpan",
    "Period",
    "RegionOutcome",
    "Stays",
    "Timeline",
    "Word",
    "apply",
    "difference",
    "needs_since",
]
