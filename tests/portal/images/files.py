"""Files as people send them: pictures, and what only looks like one."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<html><script>alert(1)</script></html>"
PHP = b"<?php system($_GET['c']); ?>"
GPS = {1: "N", 2: (43.0, 14.0, 0.0), 3: "E", 4: (76.0, 54.0, 0.0)}


def picture(form: str = "PNG", size: tuple[int, int] = (40, 30), **options: Any) -> bytes:
    """Return a picture in a format."""
    stream = io.BytesIO()
    Image.new("RGB", size, "navy").save(stream, form, **options)
    return stream.getvalue()


def located(form: str) -> bytes:
    """Return a photo that tells where and with what it was taken, and lies on its side."""
    told = Image.Exif()
    told[0x010F], told[0x0112] = "zq-camera", 6
    told.get_ifd(0x8825).update(GPS)
    return picture(form, exif=told.tobytes())


def film(form: str) -> bytes:
    """Return a picture that moves."""
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("navy", "white")]
    stream = io.BytesIO()
    frames[0].save(stream, form, save_all=True, append_images=frames[1:], duration=100)
    return stream.getvalue()


def with_chunk(content: bytes, kind: bytes, body: bytes) -> bytes:
    """Put a chunk into a PNG, behind its head."""
    checksum = struct.pack(">I", zlib.crc32(kind + body))
    return content[:33] + struct.pack(">I", len(body)) + kind + body + checksum + content[33:]


def claiming(width: int, height: int) -> bytes:
    """Return a small PNG whose head claims a size that would fill the memory."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    checksum = struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return picture()[:12] + b"IHDR" + head + checksum + picture()[33:]


GIF_THAT_IS_A_SCRIPT = picture("GIF") + b"=1;alert(1)//"
PNG_THAT_IS_A_PAGE = picture() + HTML
PNG_WITH_CODE = with_chunk(picture(), b"tEXt", b"Comment\x00" + PHP)
JPEG_WITH_CODE = picture("JPEG", comment=PHP)
PACKED_TEXT = with_chunk(
    picture(), b"zTXt", b"Comment\x00\x00" + zlib.compress(b"0" * 2_000_000, 9)
)
