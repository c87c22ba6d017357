"""The timeline's one door: what it holds, and what an act does to it."""

from guidance.rules.outcomes import Applied, RegionOutcome, Stays, Word
from guidance.rules.periods import Difference, MeasureSpan, Period, Timeline, difference

__all__ = [
    "Applied",
    "Difference",
    "MeasureSpan",
    "Period",
    "RegionOutcome",
    "Stays",
    "Timeline",
    "Word",
    "difference",
]
