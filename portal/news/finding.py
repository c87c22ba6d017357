"""One thing that an editor is told about a text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """Say what is wrong, at which field of the form; one that refuses stops publication."""

    name: str
    message: Any  # of gettext_lazy: an editor's language is known when it is shown
    facts: Mapping[str, Any] = field(default_factory=dict)
    refuses: bool = False

    @property
    def text(self) -> str:
        """Say it in the language of the request."""
        return str(self.message % self.facts) if self.facts else str(self.message)
