"""Cut the fonts of pictures out of Noto Sans, as Debian's fonts-noto-core installs it.

Run it when a letter is missing; the files that it writes are committed.
"""

import sys
from pathlib import Path

from fontTools import subset

INSTALLED = Path("/usr/share/fonts/truetype/noto")
FONTS = Path(__file__).parents[1] / "guidance" / "channels" / "cards" / "fonts"
# Latin, Cyrillic with all letters of Kazakh, punctuation, the tenge and the signs of headlines.
LETTERS = (
    "U+0020-007E,U+00A0-024F,U+02BB-02BC,U+0400-052F,U+2010-2027,U+202F-203A,U+20AC,U+20B8,"
    "U+20BD,U+2116,U+2122,U+2212"
)


def main() -> int:
    """Write both weights."""
    for weight in ("Regular", "Bold"):
        source = INSTALLED / f"NotoSans-{weight}.ttf"
        target = FONTS / source.name
        subset.main(
            [
                str(source),
                f"--unicodes={LETTERS}",
                f"--output-file={target}",
                "--layout-features=kern,mark,ccmp,locl",
                "--no-hinting",
                "--desubroutinize",
                "--name-IDs=0,1,2,4,5,6,7,13,14",
            ]
        )
        sys.stdout.write(f"{target.name} {target.stat().st_size}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
