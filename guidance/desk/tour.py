"""The tour of the desk for whoever comes for the first time: one step for each part of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guidance.desk.scene import Scene
from guidance.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one stop of the tour: the part of the page it speaks of, and its words."""

    anchor: str
    title: str | Promise
    text: str | Promise


STEPS: Sequence[Step] = (
    Step(
        "board-status",
        _("What holds now"),
        _(
            "This line counts the places with a level, what ends soon and what waits for you."
            " It updates by itself; without script, press Reload."
        ),
    ),
    Step(
        "board-home",
        _("Your region"),
        _(
            "The card shows the level of your region, since when and until when. Its buttons begin"
            " an act. Nothing becomes public before another person approves it."
        ),
    ),
    Step(
        "board-waiting",
        _("What waits for a decision"),
        _(
            "What others submitted and you may approve stands here, with the hour by which it is"
            " needed. Read it in three languages, choose level and places again, then approve,"
            " return or reject."
        ),
    ),
    Step(
        "board-ending",
        _("What ends soon"),
        _("Levels that end within 48 hours stand here: extend them, or note that they may end."),
    ),
    Step(
        "places",
        _("The whole country"),
        _("The table and the map show every region. Filter by name, region or level."),
    ),
    Step(
        "ledgers",
        _("A place to practise"),
        _(
            "Exercises has the same screens in a purple frame. Nothing in it reaches the public:"
            " practise there how to declare a level and how to withdraw it."
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Tour:
    """Hold the present stop, its number and its neighbours; a stop of nought invites."""

    number: int

    @property
    def step(self) -> Step | None:
        """Give the stop that is shown; none while the tour only invites."""
        return STEPS[self.number - 1] if self.number else None

    @property
    def total(self) -> int:
        return len(STEPS)

    @property
    def before(self) -> int:
        """Number the stop before; nought at the first one."""
        return max(self.number - 1, 0)

    @property
    def after(self) -> int:
        """Number the stop after; nought at the last one."""
        return self.number + 1 if self.number < len(STEPS) else 0

    @property
    def anchor_before(self) -> str:
        return STEPS[self.before - 1].anchor if self.before else ""

    @property
    def anchor_after(self) -> str:
        return STEPS[self.after - 1].anchor if self.after else ""


def asked_tour(asked: str) -> Tour | None:
    """Give the stop that an address asks for."""
    is_stop = asked.isascii() and asked.isdigit() and 1 <= int(asked[:4]) <= len(STEPS)
    return Tour(int(asked)) if is_stop and len(asked) < 4 else None


def is_newcomer(scene: Scene) -> bool:
    """Tell whether somebody has never taken a step about a declaration."""
    steps = AuditEntry.objects.filter(actor=scene.user, declaration__isnull=False)
    return not steps.exists()
