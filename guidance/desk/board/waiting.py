"""The declarations that the first page of the desk tells of, read in one query."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from guidance.desk.board.acted import Acted, acted, languages_ready
from guidance.desk.board.left import age
from guidance.desk.scene import Scene
from guidance.desk.verdict import heading
from guidance.desk.words import moment_label
from guidance.models import Contributor, Status
from guidance.publishing.people import concerned

OPEN = (Status.DRAFT, Status.RETURNED, Status.SUBMITTED)


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Hold one draft or submission."""

    pk: int
    heading: str
    author: str
    time: str
    age: str
    deadline: str
    is_late: bool
    languages: Sequence[tuple[str, bool]]
    reason: str


@dataclass(slots=True)
class Read:
    """Hold one declaration with the codes of its regions; `row.is_mine` says who worked on it."""

    row: Any
    named: list[str] = field(default_factory=list)

    @property
    def is_waiting(self) -> bool:
        return bool(self.row.status == Status.SUBMITTED)


class Waiting:
    """Sort what is open: for me, from me, others', my drafts; know who acted on what is in force.

    `in_force` names the acts, by their place in the ledger, of the levels that are shown.
    """

    def __init__(self, scene: Scene, in_force: Collection[int]) -> None:
        self.scene = scene
        self._read: dict[int, Read] = {}
        mine = Contributor.objects.filter(declaration=OuterRef("pk"), user=scene.user)
        wanted = Q(status__in=OPEN) | Q(status=Status.PUBLISHED, sequence__in=in_force)
        rows = (
            scene.published_or_readable()
            .filter(wanted)
            .select_related("author", "approver", "refers_to", "desk__region")
        )
        # One row for each region: a join costs less here than another query.
        joined = rows.annotate(is_mine=Exists(mine), region_id=F("regions__region"))
        for row in joined.order_by("submitted_at", "-changed_at", "pk", "regions__position"):
            read = self._read.setdefault(row.pk, Read(row))
            if row.region_id is not None:
                read.named.append(scene.atlas.code(row.region_id))

    @cached_property
    def acted(self) -> Mapping[int, Acted]:
        """Tell who acted, by the place of the act in the ledger."""
        readable = self.scene.readable_desks
        return {
            read.row.sequence: acted(
                self.scene, read.row, is_own=read.row.desk.region.code in readable
            )
            for read in self._read.values()
            if read.row.is_published
        }

    @cached_property
    def for_me(self) -> list[OpenLine]:
        """Give what the person may decide."""
        return list(self._lines(self._may_decide))

    @cached_property
    def from_me(self) -> list[OpenLine]:
        """Give what the person worked on and another one must decide."""
        return list(self._lines(lambda read: read.is_waiting and read.row.is_mine))

    @cached_property
    def others(self) -> list[OpenLine]:
        """Give what waits at the person's desks without them."""
        return list(self._lines(self._is_others))

    @cached_property
    def drafts(self) -> list[OpenLine]:
        """Give what the person has begun and nobody submitted."""
        return list(self._lines(lambda read: read.row.is_editable and read.row.is_mine))

    def _may_decide(self, read: Read) -> bool:
        if not read.is_waiting or read.row.is_mine:
            return False
        return self.scene.may_approve(read.named or concerned(read.row))

    def _is_others(self, read: Read) -> bool:
        return read.is_waiting and not read.row.is_mine and not self._may_decide(read)

    def _lines(self, is_wanted: Callable[[Read], bool]) -> Iterator[OpenLine]:
        zone, lang, at = self.scene.zone(self.scene.home), self.scene.lang, self.scene.at
        for read in filter(is_wanted, self._read.values()):
            row = read.row
            since, deadline = row.submitted_at or row.changed_at, row.deadline_at
            yield OpenLine(
                pk=row.pk,
                heading=heading(self.scene, row, read.named),
                author=self.scene.person(row.author),
                time=moment_label(since, zone, lang),
                age=age(at, since) if read.is_waiting else "",
                deadline=moment_label(deadline, zone, lang) if deadline else "",
                is_late=deadline is not None and deadline <= at,
                languages=languages_ready(row),
                reason=row.return_reason,
            )
