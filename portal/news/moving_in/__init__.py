"""Articles of another newsroom, which move in as files: one a language, with their facts on top.

    ---
    type: news
    published_at: 2016-06-06T16:20:00+06:00
    regions: [KZ]
    topics: [levels]
    sources:
      - {outlet: Interfax, title: ..., url: https://..., date: 2016-06-05, lang: ru}
    picture: street.png
    alt: A street in the morning
    ---
    # The headline

    The lead, one paragraph.

    The text, as portal/manuscripts describes it.

The name of a file is the address of its article and a language: `yellow-level.kk.md`. Kazakh and
Russian are needed. A fact stands in any of the files, and says the same in all that have it; `alt`,
`credit` and the texts of `updates` are in the language of their file.
"""
