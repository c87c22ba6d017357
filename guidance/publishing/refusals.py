"""Why a step of a declaration is refused, beside what the rules refuse."""

from __future__ import annotations

from dataclasses import dataclass

from guidance.rules.errors import RuleError


class StepRefused(Exception):
    """Refuse a step; nothing was written."""


class WrongState(StepRefused):
    """The declaration is not in the state that this step begins from."""


class ChangedMeanwhile(WrongState):
    """Somebody else saved this draft after it was opened."""


class NotAllowed(StepRefused):
    """This person has no such right at this desk or for these regions."""


class AuthorNotAllowed(NotAllowed):
    """Whoever wrote it no longer has the right to: somebody else drafts it anew."""


class SamePerson(NotAllowed):
    """Who wrote any version of it can't approve it."""


class ReasonNeeded(StepRefused):
    """A return or a rejection says why."""


@dataclass
class NotReady(StepRefused):
    """Name the fields that are empty, too long, or not in three different texts."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "; ".join(f"{problem.field}: {problem.code}" for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Problem:
    """Name one field and what is wrong with it: missing, equal, too_long,
    too_many, characters, year, unknown."""

    field: str
    code: str


@dataclass
class SituationChanged(StepRefused):
    """The text or the situation is no longer what the approver saw; read again and approve."""

    # Parts of the text, by the names of `guidance.publishing.tokens`.
    parts: tuple[str, ...]
    regions: tuple[str, ...] = ()
    # Filled when the act no longer holds at all.
    refusal: RuleError | None = None

    @property
    def text_changed(self) -> bool:
        """Tell whether anything that is read differs, beside the situation of the regions."""
        return bool(self.parts)

    def __str__(self) -> str:
        return f"text changed: {', '.join(self.parts)}; regions: {', '.join(self.regions)}"
