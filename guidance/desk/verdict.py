"""A stored draft, judged as if it were published now: result, refusals, warnings, sentences."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from guidance.desk.forms import ABOUT_A_DECLARATION, act_name
from guidance.desk.judgement import considered_draft, telling
from guidance.desk.outcome import Line, deed
from guidance.desk.problems import named_problem
from guidance.desk.rewording import Reworded, rewording_of
from guidance.desk.scene import Scene
from guidance.desk.warnings import Warned, warnings_about
from guidance.models import Declaration
from guidance.publish import Proposal, propose
from guidance.publishing.readiness import problems_of
from guidance.publishing.refusal_texts import refusal_text
from guidance.rules.acts import ActKind
from guidance.rules.errors import RuleError
from guidance.rules.levels import Level
from guidance.rules.words import ACT_LABELS

NAMES = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold what the desk says of a draft; without a proposal there is something that stops it."""

    proposal: Proposal | None = None
    blocks: tuple[str, ...] = ()
    lines: list[Line] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    rewording: list[Reworded] = field(default_factory=list)

    @property
    def summaries(self) -> list[tuple[str, str]]:
        """Give the composed sentence in each language."""
        if self.proposal is None:
            return []
        return list(self.proposal.summary.as_dict().items())


def tried(scene: Scene, declaration: Declaration) -> tuple[Proposal | None, tuple[str, ...]]:
    """Propose a draft as if it were published now, or say what stops it."""
    blocks = tuple(named_problem(problem) for problem in problems_of(declaration))
    if blocks:
        return None, blocks
    try:
        return propose(declaration, scene.at), ()
    except RuleError as error:
        return None, (refusal_text(error, scene.names),)


def judge(scene: Scene, declaration: Declaration) -> Judged:
    """Ask the ledger and the rules what a draft would do now, and what stops it."""
    proposal, blocks = tried(scene, declaration)
    if proposal is None:
        return Judged(blocks=blocks)
    act, applied = proposal.act, proposal.applied
    done = deed(
        act,
        applied,
        is_on_approval=declaration.starts_at is None,
        target=declaration.refers_to,
    )
    return Judged(
        proposal=proposal,
        lines=telling(scene).lines(done),
        warnings=warnings_about(considered_draft(scene, declaration, act, applied)),
        rewording=rewording_of(scene, declaration),
    )


def heading(scene: Scene, declaration: Declaration, named: Sequence[str]) -> str:
    """Name a declaration in one line: its number if it has one, what it does, where."""
    act = act_label(scene, declaration)
    if declaration.level:
        act = f"{act}: {scene.level_label(Level[declaration.level])}"
    line = f"{act} – {about(scene, declaration, named)}"
    return f"№ {declaration.number} · {line}" if declaration.number else line


def act_label(scene: Scene, declaration: Declaration) -> str:
    """Name what a declaration did, or what a draft is to do."""
    kind = ActKind(declaration.act)
    return ACT_LABELS[kind][scene.lang] if declaration.is_published else act_name(kind)


def about(scene: Scene, declaration: Declaration, named: Sequence[str]) -> str:
    """Name what a declaration is about: some of its places, or the declaration it speaks of."""
    if ActKind(declaration.act) in ABOUT_A_DECLARATION and declaration.refers_to is not None:
        return f"№ {declaration.refers_to.number}"
    shown = ", ".join(map(scene.name, named[:NAMES]))
    if len(named) <= NAMES:
        return shown
    return _("%(places)s and %(number)s more") % {"places": shown, "number": len(named) - NAMES}
