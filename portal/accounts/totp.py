"""The six digits of an authenticator app at a moment (RFC 6238)."""

import base64
import hmac
import struct
from datetime import datetime

STEP_SECONDS = 30
DIGITS = 6


def step_at(at: datetime) -> int:
    """Return the number of the half minute that `at` lies in."""
    return int(at.timestamp()) // STEP_SECONDS


def code_of(secret: str, step: int) -> str:
    """Return the code that an app with this Base32 secret shows during the step."""
    key = base64.b32decode(secret, casefold=True)
    digest = hmac.digest(key, struct.pack(">Q", step), "sha1")
    start = digest[-1] & 0x0F
    value = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{value % 10**DIGITS:0{DIGITS}}"
