"""Headline, lead, headings, lists and paragraphs: the plain part of a written text."""

import pytest

from portal.manuscripts import MalformedText, parse

TEXT = """# A < B

Lead

## Part

### Smaller

Word **now** and [here](/ru/)
goes on

- one
- two

1. first
2. second
"""


def test_the_small_markdown_becomes_safe_html():
    text = parse("ru.md", TEXT)

    assert (text.headline, text.lead) == ("A < B", "Lead")
    assert [(block.kind, block.html) for block in text.blocks] == [
        ("heading", "Part"),
        ("subheading", "Smaller"),
        ("paragraph", 'Word <b>now</b> and <a href="/ru/">here</a> goes on'),
        ("list", "<ul><li>one</li><li>two</li></ul>"),
        ("list", "<ol><li>first</li><li>second</li></ol>"),
    ]
    assert [block.line for block in text.blocks] == [5, 7, 9, 12, 15]


def test_markup_in_a_text_is_escaped():
    text = parse("en.md", "# H\n\nLead\n\n<script>1 < 2</script>")

    assert text.blocks[0].html == "&lt;script&gt;1 &lt; 2&lt;/script&gt;"


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("No headline\n\nLead", 1, "headline"),
        ("# H\nand more\n\nLead", 1, "headline"),
        ("", 1, "headline"),
        ("# Only a headline", 1, "lead"),
        ("# H\n\n## Heading for a lead", 1, "lead"),
        ("# H\n\nLead\n\n[x](javascript:run)", 5, "javascript"),
        ("# H\n\nLead\n\n[x](//elsewhere.org)", 5, "elsewhere"),
        ("# H\n\nLead\n\n- a\n- [x](data:text/html,x)", 6, "data:"),
        ("# H\n\nLead\n\nParagraph\n- list without a blank line", 6, "blank line"),
        ("# H\n\nLead\n\n> said", 5, "'> said'"),
        ("# H\n\nLead\n\n#### Too deep", 5, "Too deep"),
        ("# H\n\nLead\n\n::: facts T\n- a: b", 5, "no end"),
        ("# H\n\nLead\n\n::: iframe x\n:::", 5, "no box 'iframe'"),
    ],
)
def test_a_text_outside_the_format_is_refused_with_file_line_and_reason(source, line, reason):
    with pytest.raises(MalformedText) as refused:
        parse("news/en.md", source)

    assert str(refused.value).startswith(f"news/en.md:{line}: ")
    assert reason in refused.value.reason


def test_lines_are_counted_from_where_the_text_begins_in_its_file():
    with pytest.raises(MalformedText, match=r"en.md:14: "):
        parse("en.md", "# H\n\nLead\n\n> said", first_line=10)
