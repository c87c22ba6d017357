"""The three levels of Presidential Decree No. 611, in their order."""

from enum import IntEnum


class Level(IntEnum):
    """Order the levels; "no level" is None, never a fourth member."""

    YELLOW = 1
    ORANGE = 2
    RED = 3
