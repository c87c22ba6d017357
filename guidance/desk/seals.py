"""What else is written in the transaction that publishes a declaration of the desk."""

from guidance.exercises.drills import measure_drill
from guidance.publish import Seal

SEALS: tuple[Seal, ...] = (measure_drill,)
