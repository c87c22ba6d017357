"""Jobs for translators made of random texts."""

from __future__ import annotations

from hypothesis import strategies as st

from portal.news.translations.exchange import Job, Segment
from portal.news.translations.inline import encode, encode_like, plain

# Whatever an editor can paste, and what files treat in a way of their own.
WORDS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("<>&\"'\\\n\t\r \u00a0\u2028\u0085\u200b%{}#|"),
    ),
    max_size=30,
)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(["<b>{}</b>", '<a href="https://x.kz/?a=1&amp;b=2">{}</a>', "<i>{}</i>"])
    one = st.builds(lambda tag, text: tag.replace("{}", text), tags, inner)
    return st.lists(st.one_of(inner, one, st.just("<br/>")), max_size=3).map("".join)


RUN = st.recursive(WORDS.map(_escaped), _wrapped, max_leaves=5)
RICH = st.lists(
    RUN.map(lambda run: f'<p data-block-key="a1">{run}</p>'), min_size=1, max_size=3
).map("".join)


@st.composite
def rich_segments(draw: st.DrawFn) -> Segment:
    """Give a rich text with a translation that has the same marks."""
    html = draw(RICH)
    source = encode(html)
    target = encode_like(html, source) if draw(st.booleans()) else None
    return Segment("", draw(WORDS), source.pieces, target, is_rich=True)


PLAIN = st.builds(
    lambda label, source, target: Segment("", label, plain(source), target, is_rich=False),
    WORDS,
    WORDS.filter(lambda text: plain(text) != ()),
    st.one_of(st.none(), WORDS.map(plain)),
)


@st.composite
def jobs(draw: st.DrawFn) -> Job:
    """Give an article's texts from one language into another."""
    found = draw(st.lists(st.one_of(PLAIN, rich_segments()), min_size=1, max_size=5))
    segments = tuple(
        Segment(f"body/{n}/text", each.label, each.source, each.target, each.is_rich)
        for n, each in enumerate(found)
    )
    return Job(draw(st.integers(1, 10**9)), draw(WORDS), "ru", "kk", segments)
