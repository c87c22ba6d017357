"""What the desk knows at the moment of a request: who asks, the regions, the levels in force."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property
from typing import Any

from guidance.desk.words import end_label, moment_label
from guidance.models import NOWHERE, Address, Declaration, Desk, MeasureKind, Membership
from guidance.publishing.refusal_texts import Names
from guidance.querysets import DeclarationQuerySet
from guidance.rules import authority
from guidance.rules.acts import SETTING, Act, ActKind
from guidance.rules.dates import utc_offset
from guidance.rules.level_words import level_name
from guidance.rules.levels import Level
from guidance.rules.places import Tree
from guidance.rules.situation import PlaceSituation
from guidance.rules.timeline import Applied, Timeline, apply
from guidance.shown.ground import Ground
from guidance.shown.ledgers import desk_address
from guidance.stored.atlas import Atlas
from guidance.stored.projection import load, numbers

LOOK_BACK = timedelta(hours=48)  # what a start 24 hours ago and a lift after a planned end need
NEXT_SEQUENCE = 2**31 - 1  # later than every act of the ledger; a trial is never stored


class Scene:
    """Answer what forms and pages of one request ask; nothing here changes while it is served."""

    def __init__(self, user: Any, ground: Ground, visitor: Address = NOWHERE) -> None:
        self.user = user
        self.visitor = visitor
        self.ground = ground
        self.at = ground.at
        self.exercise = ground.public.exercise
        self.lang = ground.lang
        self.names = Names(self.name, self.zone, self._measure_name, self.number, self.level_label)
        self._numbers: dict[int, str] = {}

    # --- Who asks ---

    @cached_property
    def colleagues(self) -> tuple[Membership, ...]:
        """Give the roles of everybody at the person's desks, in one query."""
        desks = Desk.objects.of_member(self.user, self.at)
        roles = Membership.objects.in_force(self.at).filter(desk__in=desks)
        return tuple(roles.select_related("user", "desk__region").order_by("pk"))

    @cached_property
    def rows(self) -> tuple[Membership, ...]:
        """Give the roles of the person, with their desks."""
        return tuple(row for row in self.colleagues if row.user_id == self.user.pk)

    @cached_property
    def memberships(self) -> tuple[authority.Membership, ...]:
        """Give the roles as the rules read them."""
        return tuple(
            authority.Membership(row.desk.region.code, authority.Role(row.role))
            for row in self.rows
        )

    @cached_property
    def desks(self) -> tuple[Desk, ...]:
        """Give the person's desks, the widest first."""
        found = {row.desk_id: row.desk for row in self.rows}
        return tuple(
            sorted(found.values(), key=lambda desk: (self.tree.depth(desk.region.code), desk.pk))
        )

    @property
    def home(self) -> str:
        """Give the region of the person's widest desk."""
        return self.desks[0].region.code

    @cached_property
    def territory(self) -> frozenset[str]:
        """Give the places of the person's desks."""
        return frozenset(authority.reach(self.tree, self.memberships, *authority.Role))

    @cached_property
    def draftable(self) -> tuple[str, ...]:
        """Give the places for which the person may draft, in the tree's order."""
        return authority.reach(self.tree, self.memberships, authority.Role.DRAFTER)

    @cached_property
    def approvable(self) -> tuple[str, ...]:
        """Give the places for which the person may approve, in the tree's order."""
        return authority.reach(self.tree, self.memberships, authority.Role.APPROVER)

    def may_draft(self, codes: Iterable[str]) -> bool:
        return authority.may_draft(self.tree, self.memberships, tuple(codes))

    def may_approve(self, codes: Iterable[str]) -> bool:
        return authority.may_approve(self.tree, self.memberships, tuple(codes))

    def may_draft_at(self, desk: Desk) -> bool:
        """Tell whether the person drafts as a member of this very desk."""
        return any(
            row.desk_id == desk.pk and row.role == authority.Role.DRAFTER for row in self.rows
        )

    def usual_basis(self) -> dict[str, str]:
        """Give the ground and the authority that a desk nearly always names."""
        kind = self.tree.place(self.home).kind
        authorities = {"COUNTRY": "REPUBLICAN_HQ", "CITY": "CITY_HQ"}
        return {"legal_basis": "DECREE_611", "authority": authorities.get(kind, "REGIONAL_HQ")}

    def drafting_desk(self, codes: Iterable[str]) -> Desk:
        """Give the narrowest of the person's desks that may draft for all these places."""
        covering = authority.covering_desks(
            self.tree, self.memberships, tuple(codes), authority.Role.DRAFTER
        )
        fitting = [desk for desk in self.desks if desk.region.code in covering]
        return fitting[-1]

    def readable(self) -> DeclarationQuerySet[Declaration]:
        """Give the declarations whose desk the person may read, drafts or not.

        What another desk published is read on its public page: who returned it and why is not.
        """
        rows = self._ledger
        if self._reads_everywhere:
            return rows
        return rows.filter(desk__region__code__in=self.readable_desks)

    def published_or_readable(self) -> DeclarationQuerySet[Declaration]:
        """Give what the ledger holds, and the drafts that exist to the person's eyes."""
        rows = self._ledger
        return rows if self._reads_everywhere else rows.readable_at(self.readable_desks)

    @property
    def _ledger(self) -> DeclarationQuerySet[Declaration]:
        """Give the ledger of the request; of the exercises without what was wiped."""
        rows = Declaration.objects.of_ledger(exercise=self.exercise)
        return rows.not_wiped() if self.exercise else rows

    @property
    def _reads_everywhere(self) -> bool:
        """Tell whether no desk is left out; to name 1,000 regions costs more than all the rest."""
        return len(self.readable_desks) == len(self.tree)

    @cached_property
    def auditable_desks(self) -> frozenset[str]:
        """Give the regions of the desks that the person audits."""
        return authority.auditable_desks(self.tree, self.memberships)

    @cached_property
    def readable_desks(self) -> frozenset[str]:
        return authority.readable_desks(self.tree, self.memberships)

    # --- The regions ---

    @property
    def atlas(self) -> Atlas:
        """Give all regions."""
        return self.ground.atlas

    @property
    def tree(self) -> Tree:
        return self.atlas.tree

    def name(self, code: str) -> str:
        """Name a place in the editor's language."""
        return str(self.atlas.regions[code].name) if code in self.atlas.regions else code

    def name_in(self, code: str) -> str:
        """Name a place as the sentence says where: in Aktobe Region."""
        return str(self.atlas.regions[code].name_in)

    def zone(self, code: str) -> str:
        return self.tree.place(code).time_zone

    def zone_label(self, code: str) -> str:
        """Name the clocks in which times are typed: the place and its distance from UTC."""
        return f"{self.name(code)} {utc_offset(self.at, self.zone(code))}"

    def answers_to(self, code: str, wanted: str) -> bool:
        """Tell whether a place is called so in any language, or bears this code."""
        region = self.atlas.regions[code]
        names = (region.name_kk, region.name_ru, region.name_en, code)  # type: ignore[attr-defined]
        return any(wanted in name.casefold() for name in names)

    # --- What is in force ---

    def place(self, code: str) -> PlaceSituation:
        return self.ground.place(code)

    def measures(self, code: str) -> tuple[str, ...]:
        """Give the measures in force at a place, each once."""
        return tuple(dict.fromkeys(measure.code for measure in self.place(code).measures))

    def level(self, code: str) -> Level | None:
        return self.place(code).level

    def since(self, code: str) -> str:
        """Print since when the level stands, or nothing."""
        since = self.place(code).since
        return moment_label(since, self.zone(code), self.lang) if since else ""

    def until(self, code: str) -> str:
        """Print until when the level stands, or nothing where there is none."""
        place = self.place(code)
        if place.level is None:
            return ""
        return end_label(place.until, self.zone(code), self.lang)

    @cached_property
    def timeline(self) -> Timeline:
        """Give the part of the timeline that an act of now can touch."""
        return load(self.atlas, exercise=self.exercise, since=self.at - LOOK_BACK).timeline

    def act(self, kind: ActKind, **facts: Any) -> Act:
        """Give an act as it would be if it were published at once."""
        if facts.get("starts_at") is None and kind in SETTING | {ActKind.LIFT}:
            facts["starts_at"] = self.at
        return Act(NEXT_SEQUENCE, kind, self.at, **facts)

    def trial(self, act: Act) -> Applied:
        """Do an act on a copy of the timeline, or raise what the rules refuse."""
        return apply(self.tree, self.timeline, act)

    # --- Words ---

    def address(self, name: str, **named: Any) -> str:
        """Give the address of a page of the desk, within the ledger of this request."""
        return desk_address(name, exercise=self.exercise, **named)

    def person(self, user: Any) -> str:
        """Name somebody as colleagues know them."""
        return str(user.get_full_name() or user.get_username()) if user is not None else ""

    def level_label(self, level: Level | None) -> str:
        """Name a level by degree and colour, or say that none is in force."""
        return level_name(level, self.ground.wording)[self.lang]

    def condition(self, level: Level) -> str:
        """Give the legal condition of a level."""
        return str(self.ground.catalogue.level_texts[level].condition)

    @property
    def measure_kinds(self) -> list[MeasureKind]:
        """Give the catalogue of measures in its order."""
        return sorted(self.atlas.measures.values(), key=lambda kind: (kind.position, kind.pk))

    def _measure_name(self, code: str) -> str:
        kind = self.atlas.measures.get(code)
        return code if kind is None else kind.name

    def number(self, sequence: int) -> str:
        """Give the number of a published declaration."""
        if sequence in self.ground.public.numbers:
            return self.ground.public.numbers[sequence]
        if sequence not in self._numbers:
            self._numbers.update(numbers([sequence], exercise=self.exercise))
        return self._numbers.get(sequence, str(sequence))
