"""What is kept of an uploaded picture: its pixels and their colours, and nothing else of the file.

Whoever drew or took it may be named in a field; place, device, thumbnails, comments and whatever
else a file carries behind its pixels (a page, a script) never reach the portal.
"""

from io import BytesIO
from typing import IO, Any

from PIL import Image, ImageOps

OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 92, "optimize": True},
    "WEBP": {"quality": 92},
    "AVIF": {"quality": 85, "speed": 8},
}
NEEDED_TO_SHOW = ("icc_profile", "transparency")


class Moves(ValueError):
    """The picture is a film."""


def cleaned(stream: IO[bytes]) -> bytes:
    """Return the same picture, upright, in the same format, in a file of our own making."""
    with Image.open(stream) as found:
        # Cameras put a preview behind a photo (MPO), which is no film.
        if getattr(found, "is_animated", False) and found.format != "MPO":
            raise Moves
        form = "JPEG" if found.format == "MPO" else str(found.format)
        upright = ImageOps.exif_transpose(found)
        upright.info = {name: found.info[name] for name in NEEDED_TO_SHOW if name in found.info}
    written = BytesIO()
    upright.save(written, form, **OPTIONS.get(form, {}))
    return written.getvalue()
