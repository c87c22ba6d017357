"""Draw the icons of the installed portal from the mark: `python -m tools.draw_icons`."""

from pathlib import Path

import resvg_py

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "portal" / "static"
MARK = "M0 0h9v40H0zM14 0h26v7H14zM14 11h26v7H14zM14 22h17v7H14zM14 33h9v7H14z"
INK, PAPER = "#14202b", "#fff"
# Which part of the side the mark takes: a device may cut a maskable icon to a circle of 80 %.
SHARES = {"any": 0.625, "maskable": 0.45}


def icon(size: int, purpose: str) -> bytes:
    """Draw one icon."""
    side = 40 * (1 / SHARES[purpose])
    edge = (side - 40) / 2
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="{INK}" d="M0 0h{side}v{side}H0z"/>'
        f'<path fill="{PAPER}" transform="translate({edge} {edge})" d="{MARK}"/></svg>'
    )
    drawn: list[int] | bytes = resvg_py.svg_to_bytes(svg_string=drawing, width=size, height=size)
    return bytes(drawn)


def main() -> None:
    """Write every icon where the manifest looks for it."""
    for purpose in SHARES:
        for size in (192, 512):
            (STATIC / f"portal/img/icon-{purpose}-{size}.png").write_bytes(icon(size, purpose))


if __name__ == "__main__":
    main()
