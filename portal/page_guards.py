"""Pages whose address is a promise: they can't be moved, taken off or deleted."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import PagePermissionTester

if TYPE_CHECKING:
    from wagtail.models import Page as PageBase  # what the mixin stands before
else:
    PageBase = models.Model


class AddressIsFixed(PermissionDenied):
    """Refuse a step that would break the address of a page which readers rely on."""


class FixedPagePermissionTester(PagePermissionTester):
    """Answer no to everybody who would break a fixed address, administrators included."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_move(self) -> bool:
        return False

    def can_move_to(self, destination: models.Model) -> bool:
        return False

    def can_copy(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False


class OncePublishedPermissionTester(PagePermissionTester):
    """Let nobody delete what readers have seen; who wrote a draft, or publishes, may delete it."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        is_theirs = self.page.owner_id == self.user.pk or self.can_publish()
        return (
            self.page.first_published_at is None and is_theirs and super().can_delete(ignore_bulk)
        )


class FixedPageMixin(PageBase):
    """Keep a page where it is; it stands before TranslatedPageMixin in the bases."""

    is_fixed = True

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        """Return what `user` may do with this page."""
        if self.is_fixed:
            return FixedPagePermissionTester(user, self)
        return OncePublishedPermissionTester(user, self)

    def minimal_clean(self) -> None:
        """Check a draft."""
        super().minimal_clean()
        self._refuse_another_slug()

    def full_clean(self, exclude: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Check a page before it goes live."""
        super().full_clean(exclude=exclude, **kwargs)
        self._refuse_another_slug()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete the page, unless its address is fixed."""
        self._refuse_if_fixed()
        return super().delete(*args, **kwargs)

    def move(self, *args: Any, **kwargs: Any) -> Any:
        """Move the page, unless its address is fixed."""
        self._refuse_if_fixed()
        return super().move(*args, **kwargs)

    def unpublish(self, *args: Any, **kwargs: Any) -> Any:
        """Take the page off the site, unless its address is fixed."""
        self._refuse_if_fixed()
        return super().unpublish(*args, **kwargs)

    def _refuse_if_fixed(self) -> None:
        if self.is_fixed:
            raise AddressIsFixed(_("The address of this page is fixed."))

    def _refuse_another_slug(self) -> None:
        if not self.is_fixed or self.pk is None:
            return
        stored = type(self)._base_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
        if stored not in (None, self.slug):
            raise ValidationError({"address": _("The address of this page is fixed.")})
