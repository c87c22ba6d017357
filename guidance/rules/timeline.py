"""The timeline's one door: what it holds, and what an act does to it."""

from guidance.rules.applying import apply, needs_since
from guidance.rules.checkpoints import Checkpoint, checkpoint_after
from guidance.rules.folding import fold
from guidance.rules.lanes import Difference, Timeline, changed, difference
from guidance.rules.outcomes import Applied, RegionOutcome, Stays, Word
from guidance.rules.periods import MeasureSpan, Period
from guidance.rules.withdrawal import Withdrawal, withdraw

__all__ = [
    "Applied",
    "Checkpoint",
    "Difference",
    "MeasureSpan",
    "Period",
    "RegionOutcome",
    "Stays",
    "Timeline",
    "Withdrawal",
    "Word",
    "apply",
    "changed",
    "checkpoint_after",
    "difference",
    "fold",
    "needs_since",
    "withdraw",
]
