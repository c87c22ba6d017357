"""Adjectives for the tables: published, of a ledger, in force, readable by somebody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

Row = TypeVar("Row", bound=models.Model)


class RegionQuerySet(models.QuerySet[Row]):
    """Select regions."""

    def by_code(self) -> RegionQuerySet[Row]:
        """Return the regions in order of code."""
        return self.order_by("code", "pk")


class VersionedQuerySet(models.QuerySet[Row]):
    """Select rows that come in versions, each in force from an instant."""

    def in_force(self, at: datetime) -> VersionedQuerySet[Row]:
        """Return of every line the version in force at an instant."""
        key: str = self.model.version_key  # type: ignore[attr-defined]
        newer = self.model._default_manager.filter(
            **{key: OuterRef(key)},
            in_force_from__gt=OuterRef("in_force_from"),
            in_force_from__lte=at,
        )
        return self.filter(~Exists(newer), in_force_from__lte=at)


class AdviceQuerySet(VersionedQuerySet[Row]):
    """Select advice."""

    def in_force(self, at: datetime) -> AdviceQuerySet[Row]:
        """Return the lines in force at an instant, in the order of their lists."""
        current: Any = super().in_force(at).filter(is_dropped=False)
        return current.order_by("group", "position", "pk")  # type: ignore[no-any-return]

    def general(self) -> AdviceQuerySet[Row]:
        """Return the lines that speak to everybody, wherever they are."""
        return self.filter(situation="", audience="")


class DeskQuerySet(models.QuerySet[Row]):
    """Select desks."""

    def of_member(self, user: Any, at: datetime) -> DeskQuerySet[Row]:
        """Return the desks where somebody has a role at an instant."""
        running = Q(memberships__ends_at=None) | Q(memberships__ends_at__gt=at)
        held = self.filter(running, memberships__user=user, memberships__revoked=None)
        return held.distinct()


class MembershipQuerySet(models.QuerySet[Row]):
    """Select memberships."""

    def in_force(self, at: datetime) -> MembershipQuerySet[Row]:
        """Return the roles that run at an instant, of people who may sign in."""
        running = Q(ends_at=None) | Q(ends_at__gt=at)
        return self.filter(running, revoked=None, user__is_active=True, user__is_service=False)

    def of(self, user: Any, at: datetime) -> MembershipQuerySet[Row]:
        """Return the roles in force of one person, with their desks."""
        return self.in_force(at).filter(user=user).select_related("desk__region").order_by("pk")


class ShiftQuerySet(models.QuerySet[Row]):
    """Select shifts of the duty roster."""

    def standing(self) -> ShiftQuerySet[Row]:
        """Return the shifts that nobody cancelled or replaced."""
        return self.filter(cancelled_at=None)

    def meeting(self, since: datetime, until: datetime) -> ShiftQuerySet[Row]:
        """Return the standing shifts that touch a span, oldest first, with their people."""
        return (
            self.standing()
            .filter(starts_at__lt=until, ends_at__gt=since)
            .select_related("drafter", "approver", "reserve")
            .order_by("starts_at", "pk")
        )


class DeclarationQuerySet(models.QuerySet[Row]):
    """Select declarations; every question names its ledger."""

    def of_ledger(self, *, exercise: bool) -> DeclarationQuerySet[Row]:
        """Return the declarations of the real ledger or of the exercises."""
        return self.filter(exercise=exercise)

    def published(self) -> DeclarationQuerySet[Row]:
        """Return what the ledger holds."""
        return self.filter(status="PUBLISHED")

    def in_ledger_order(self) -> DeclarationQuerySet[Row]:
        """Return the published declarations, oldest first."""
        return self.published().order_by("sequence")

    def newest_first(self) -> DeclarationQuerySet[Row]:
        """Return the published declarations, newest first."""
        return self.published().order_by("-sequence")

    def awaiting_approval(self) -> DeclarationQuerySet[Row]:
        """Return what was submitted and not yet decided."""
        return self.filter(status="SUBMITTED")

    def not_wiped(self) -> DeclarationQuerySet[Row]:
        """Return all but the drafts of exercises that were wiped."""
        marks: Any = self.model._meta.get_field("wiped").related_model
        # No join: an UPDATE would ask for its rows in a subquery, which on PostgreSQL does not see
        # what another transaction has just written, and two people would save the same version.
        return self.filter(~Exists(marks._default_manager.filter(declaration=OuterRef("pk"))))

    def within(self, desks: Iterable[Any]) -> DeclarationQuerySet[Row]:
        """Return the declarations of some desks."""
        return self.filter(desk__in=desks)

    def readable_at(self, desk_regions: Iterable[str]) -> DeclarationQuerySet[Row]:
        """Return what somebody may open at the desk: published, or of the desks of some regions."""
        return self.filter(Q(status="PUBLISHED") | Q(desk__region__code__in=desk_regions))

    def naming(self, codes: Iterable[str]) -> DeclarationQuerySet[Row]:
        """Return the declarations that name one of some regions."""
        return self.filter(regions__region__code__in=codes).distinct()

    def concerning(self, codes: Iterable[str]) -> DeclarationQuerySet[Row]:
        """Return those that name one of some regions, or speak of a declaration that does."""
        names = Q(regions__region__code__in=codes)
        speaks = Q(act__in=("CORRECT", "WITHDRAW"), refers_to__regions__region__code__in=codes)
        return self.filter(names | speaks).distinct()

    def with_facts(self) -> DeclarationQuerySet[Row]:
        """Load what pages and bulletins read of a declaration, in a fixed number of queries."""
        return self.select_related(
            "desk__region", "authority", "legal_basis", "refers_to"
        ).prefetch_related(
            "regions__region",
            "measures__kind",
            "measures__regions__region",
            "local_advice",
            "contributors",
        )


class PeriodQuerySet(models.QuerySet[Row]):
    """Select periods of levels or of measures."""

    def in_force(self, at: datetime) -> PeriodQuerySet[Row]:
        """Return the periods that cover an instant."""
        return self.filter(starts_at__lte=at).filter(Q(ends_at=None) | Q(ends_at__gt=at))

    def not_over(self, at: datetime) -> PeriodQuerySet[Row]:
        """Return the periods that are in force at an instant or begin later."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at))

    def on(self, codes: Iterable[str]) -> PeriodQuerySet[Row]:
        """Return the periods that stand on some regions, oldest first."""
        return self.filter(region__code__in=codes).order_by("starts_at", "pk")
