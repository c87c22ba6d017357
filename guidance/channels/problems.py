"""Problem documents (RFC 9457): what a machine is told when its request is wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True)
class Problem(Exception):
    """Refuse a request; name the parameter that is wrong, where there is one."""

    status: int
    title: str
    detail: str
    parameter: str = ""

    def body(self) -> bytes:
        """Return the document."""
        document: dict[str, object] = {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        if self.parameter:
            document["parameter"] = self.parameter
        return json.dumps(document, ensure_ascii=False).encode()
