"""How often a public form was asked from one network, for a few minutes only."""

from django.db import models


class QuestionCount(models.Model):
    """Count the questions of one minute; who asked is a keyed hash that changes every day."""

    form = models.CharField(max_length=20)
    asker = models.CharField(max_length=40)
    minute_at = models.DateTimeField()
    questions = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="guidance_questioncount_one_a_minute", fields=("form", "asker", "minute_at")
            ),
        )
        indexes = (models.Index(name="guidance_questions_by_minute", fields=("minute_at",)),)

    def __str__(self) -> str:
        return f"{self.form} {self.minute_at}"
