"""Draw the pictures of the demo articles and of the guide: every SVG beside its PNG.

Run without arguments to draw; with --check it writes nothing and names what is out of date.
"""

import sys
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image

PORTAL = Path(__file__).parents[1] / "portal"


def drawn(drawing: Path) -> bytes:
    """Render one drawing; without fonts and transparency, so that every machine agrees."""
    rendered = resvg_py.svg_to_bytes(svg_path=str(drawing), skip_system_fonts=True)
    picture = BytesIO()
    Image.open(BytesIO(bytes(rendered))).convert("RGB").save(picture, "PNG", optimize=True)
    return picture.getvalue()


def is_up_to_date(drawing: Path) -> bool:
    """Compare pixels, for the bytes depend on the compressor."""
    picture = drawing.with_suffix(".png")
    if not picture.exists():
        return False
    with Image.open(picture) as stored, Image.open(BytesIO(drawn(drawing))) as fresh:
        return stored.size == fresh.size and stored.tobytes() == fresh.tobytes()


def main(arguments: list[str]) -> int:
    """Draw all pictures, or only compare them."""
    drawings = sorted(PORTAL.glob("*/demo/pictures/*.svg"))
    stale = [drawing for drawing in drawings if not is_up_to_date(drawing)]
    for drawing in stale:
        if "--check" not in arguments:
            drawing.with_suffix(".png").write_bytes(drawn(drawing))
        sys.stdout.write(f"{drawing.stem}\n")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
