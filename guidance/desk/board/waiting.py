"""The declarations that the first page of the desk tells of, read in one query."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

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
    deadline: str
    reason: str


@dataclass(slots=True)
class Read:
    """Hold one declaration with the codes of its regions; `row.is_mine` says who worked on it."""

    row: Any
    named: list[str] = field(default_factory=list)


class Waiting:
    """Sort what is open: for me, from me, my drafts; and know who approved what is in force."""

    def __init__(self, scene: Scene, in_force: set[int]) -> None:
        self.scene = scene
        self._read: dict[int, Read] = {}
        mine = Contributor.objects.filter(declaration=OuterRef("pk"), user=scene.user)
        wanted = Q(status__in=OPEN) | Q(status=Status.PUBLISHED, sequence__in=in_force)
        rows = (
            scene.published_or_readable()
            .filter(wanted)
            .select_related("author", "approver", "refers_to")
        )
        # One row for each region: a join costs less here than another query.
        joined = rows.annotate(is_mine=Exists(mine), region_id=F("regions__region"))
        for row in joined.order_by("submitted_at", "-changed_at", "pk", "regions__position"):
            read = self._read.setdefault(row.pk, Read(row))
            if row.region_id is not None:
                read.named.append(scene.atlas.code(row.region_id))

    @property
    def approvers(self) -> dict[int, str]:
        """Name who approved the acts in force, by sequence."""
        return {
            read.row.sequence: self.scene.person(read.row.approver)
            for read in self._read.values()
            if read.row.is_published
        }

    @property
    def for_me(self) -> list[OpenLine]:
        return list(self._lines(self._may_decide))

    @property
    def from_me(self) -> list[OpenLine]:
        return list(self._lines(lambda read: self._is_waiting(read) and read.row.is_mine))

    @property
    def drafts(self) -> list[OpenLine]:
        return list(self._lines(lambda read: read.row.is_editable and read.row.is_mine))

    def _is_waiting(self, read: Read) -> bool:
        return bool(read.row.status == Status.SUBMITTED)

    def _may_decide(self, read: Read) -> bool:
        if not self._is_waiting(read) or read.row.is_mine:
            return False
        return self.scene.may_approve(read.named or concerned(read.row))

    def _lines(self, is_wanted: Callable[[Read], bool]) -> Iterator[OpenLine]:
        zone, lang = self.scene.zone(self.scene.home), self.scene.lang
        for read in filter(is_wanted, self._read.values()):
            row = read.row
            deadline = row.deadline_at
            yield OpenLine(
                pk=row.pk,
                heading=heading(self.scene, row, read.named),
                author=self.scene.person(row.author),
                time=moment_label(row.submitted_at or row.changed_at, zone, lang),
                deadline=moment_label(deadline, zone, lang) if deadline else "",
                reason=row.return_reason,
            )
