"""Whatever a quote says, other programs read it as it stands in the article."""

import json
from dataclasses import replace
from itertools import accumulate

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from bot.basics.errors import MisquoteError
from bot.chat.pages.references import References, Style, clip, references
from bot.chat.wire import telegram
from bot.chat.wording.texts import Language
from bot.core.index.edition import Edition
from bot.core.nouns import Claim, Span
from bot.core.proving.quote import prove
from tests.chat.articles import article, at, quotes

SIGNS = st.text(st.sampled_from("aA1 é語\\{}$%&#_^~<>[]()*`'\"|@!?-,.=+:;/"), max_size=40)
SENTENCES = SIGNS.map(lambda middle: f"Tarn {' '.join(middle.split())} ends here.".replace("  ", " "))
STRANGE = "Tarn \\ {x} 100% & $5 #1 a_b ~ ^ <b> -- `` '' ?` *no* [l](u) ends here."


def written(style: Style) -> str:
    edition = Edition.of([article()])
    first, mines, *_ = (prove(quote.claim, edition) for quote in quotes())
    assert first
    assert mines
    return references([first, mines], style, edition).text


@given(SENTENCES)
@example(STRANGE)
def test_every_quote_comes_back_from_every_style(sentence: str) -> None:
    source = article([[sentence]])
    edition = Edition.of([source])
    whole = prove(Claim.of(source, Span(0, len(source.text))), edition)
    if whole is None:
        return  # it is more than one sentence
    assert {read_back(references([whole], style, edition), style) for style in Style} == {sentence}


def read_back(found: References, style: Style) -> str:
    """Return the quote as other programs read it."""
    if style is Style.CSL_JSON:
        return str(json.loads(found.text)[0]["annote"])
    if style is Style.RIS:
        return str(rispy.loads(found.text)[0]["notes"][0])
    if style is Style.BIBTEX:
        library = parse_string(found.text, append_middleware=[_decoding()])
        assert library.failed_blocks == []
        return str(library.entries[0]["annote"])
    tokens = MarkdownIt().parse(found.text)
    inline = next(token for token in tokens if token.type == "inline")
    return "".join(child.content or "\n" for child in inline.children or [])


@settings(max_examples=25)
@given(SIGNS.map(str.strip).filter(bool))
@example(STRANGE)
@example("} a { b")
def test_every_title_comes_back_from_a_bibliography_however_its_braces_are_counted(title: str) -> None:
    source = replace(article(), title=title)
    quote = prove(Claim.of(source, quotes()[0].span), Edition.of([source]))
    assert quote
    found = references([quote], Style.BIBTEX, Edition.of([source]))
    for signs in (found.text, found.text.replace("\\{", "").replace("\\}", "")):
        depths = list(accumulate((sign == "{") - (sign == "}") for sign in signs))
        assert min(depths) == depths[-1] == 0
    library = parse_string(found.text, append_middleware=[_decoding()])
    assert library.failed_blocks == []
    assert library.entries[0]["title"] == title


def _decoding() -> LatexDecodingMiddleware:
    """TeX as LaTeX itself reads it: the library lacks some commands of the kernel."""
    known = get_default_latex_context_db()
    kernel = {"textless": "<", "textgreater": ">"}
    macros = [MacroTextSpec(name, sign) for name, sign in (*kernel.items(), ("textasciicircum", "^"))]
    known.add_context_category("kernel", macros=macros, prepend=True)
    return LatexDecodingMiddleware(decoder=LatexNodes2Text(latex_context=known, keep_braced_groups=False))


def test_two_quotes_of_one_source_make_one_entry() -> None:
    items = json.loads(written(Style.CSL_JSON))
    assert [item["title"] for item in items] == ["Mines in the harbour"]
    assert items[0]["annote"].count("\n\n") == 1
    assert written(Style.BIBTEX).count("@misc") == 1
    assert written(Style.RIS).count("N1  - ") == 2


def test_a_quote_of_another_edition_is_not_written() -> None:
    with pytest.raises(MisquoteError):
        references(quotes()[:1], Style.RIS, Edition.of([article([["Something else stands here."]])]))


def test_nobody_else_makes_references() -> None:
    with pytest.raises(TypeError):
        References("words", ".md", object())  # type: ignore[arg-type]


@given(st.integers(0, 400))
def test_a_clip_is_the_whole_quote_with_its_source_or_nothing(length: int) -> None:
    quote = at(quotes()[1], title="T" * (length + 1))
    copied = clip(quote, Language.ENGLISH)
    assert len(copied) <= telegram.COPIED
    assert not copied or copied.startswith(f"“{quote.text}” – {quote.article.title}, ")
    assert bool(copied) == (len(f"“{quote.text}” – {quote.article.title}, Alder Courier, 6 May 2031") <= 256)


@pytest.mark.parametrize("style", Style)
def test_what_was_retracted_is_said_in_every_style(style: Style) -> None:
    source = replace(article(), retracted="wrong figures")
    edition = Edition.of([source])
    quote = prove(Claim.of(source, quotes()[1].span), edition)
    assert quote
    assert "retracted: wrong figures" in references([quote], style, edition).text
    assert "retracted: wrong figures" in clip(quote, Language.ENGLISH)
