"""Texts as they are written down in files: one file a language, plain Markdown with boxes.

    # The headline

    The lead, one paragraph.

    ## A heading          ### A subheading under it

    A paragraph with **bold** words and a [link](/en/levels/) or a [link](https://example.org).

    - a list              1. a numbered list
    - of lines            2. of lines

A blank line parts one block from the next. A box begins with three colons and its kind, and ends
with three colons:

    ::: quote                             ::: facts In short
    speaker: yerlan-karin                 - Where: the town of Aktobe
    mode: paraphrase                      - From: 5 June 2016
    source: 2                             :::

    The words, one paragraph or more.     ::: timeline The day in order
    :::                                   - 2016-07-18 | about 11:30 | Level set
                                          - 2016-07-18 | 17:09 | Level lowered
    ::: table Whom to call                :::
    | Number | Service |
    | --- | --- |                         ::: questions
    | 101 | Fire |                        ? Is the call free?
    :::                                   Yes, always.
                                          :::
    ::: advice YELLOW
    :::                                   ::: level KZ-15-aqtobe
                                          :::
    ::: document order.pdf
    name: The order in full               ::: video
    language: ru                          title: How to call 112
    :::                                   outlet: 24KZ
                                          link: https://example.org/film
    ::: picture street.png                length: 3:20
    caption: The street in the morning    language: kk
    :::                                   :::

A quote names its speaker by the address of the person's record. Its source is the number of one of
the article's sources, or stands in the quote itself: `outlet`, `said` (a day or a month) and, if
there is one, `link`; `said` may also stand beside a number, where the words are older. `mode` is
`verbatim` (if nothing is said) or `paraphrase`; `language` and `translated: yes` are for words that
were said in another language. A picture may be `decorative: yes`.
"""

from portal.manuscripts.blocks import Block, MalformedText, Text
from portal.manuscripts.parsing import parse

__all__ = ["Block", "MalformedText", "Text", "parse"]
