"""The ledger: its head, frozen bulletins, the states that a fold begins from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.models.declarations import Declaration

EMPTY_HEAD = "0" * 64


class Ledger(models.Model):
    """Hold the head of one chain; whoever publishes locks this row."""

    exercise = models.BooleanField(unique=True)
    head = models.CharField(max_length=64, default=EMPTY_HEAD)
    count = models.PositiveIntegerField(default=0)
    last_published_at = models.DateTimeField(null=True)
    last_number = models.CharField(max_length=16, blank=True)
    # A new random word with every change of the regions, so that no process keeps an old tree.
    tree_token = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name = _("ledger")
        verbose_name_plural = _("ledgers")

    def __str__(self) -> str:
        return "exercises" if self.exercise else "real"


class Bulletin(models.Model):
    """Hold the frozen bytes of a published declaration and its link in the chain."""

    declaration = models.OneToOneField(Declaration, models.PROTECT, related_name="bulletin")
    body = models.BinaryField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("bulletin")
        verbose_name_plural = _("bulletins")

    def __str__(self) -> str:
        return self.hash


class FoldCheckpoint(models.Model):
    """Hold the state of the fold after some act, so that a withdrawal starts near it."""

    exercise = models.BooleanField()
    sequence = models.PositiveIntegerField()
    state = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="guidance_foldcheckpoint_once", fields=("exercise", "sequence")
            ),
        )

    def __str__(self) -> str:
        return f"{self.exercise} {self.sequence}"
