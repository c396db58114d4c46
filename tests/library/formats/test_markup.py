"""Rich text, reStructuredText, Org, AsciiDoc and LaTeX: the same article, written in each of them."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latexwalker import LatexWalker, get_default_latex_context_db

from bot.core.nouns import Article, BlockKind
from bot.core.reading.passages import passages
from bot.languages.interface.messages import Message
from bot.library.formats.marked.latex import walker
from bot.library.formats.registry import Parsed, parse_file
from bot.library.parsing.header import Header

RTF = r"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}{\f1\fcharset204 Arial;}}
{\stylesheet{\s1\outlinelevel0 heading 1;}{\*\cs15 Heading 1 Char;}}
{\info{\title The mill of Tarn}{\author Edda Quill}}
{\header Nobody quotes the head of a page.}
\pard\plain\s1 The wheel\par
\pard\plain The mill has {\b two} wheels{\footnote Nobody quotes this note.}
 and costs {\strike 40 }55 crowns a day.\par
It floods 30 km{\super 2} of meadows{\v , which nobody reads}, says the keeper\rquote s wife.\par
The bank rises by {\mmath{\*\moMath x}} metres each year.\par
\pard{\listtext 1.\tab}Grease the axle\par
\trowd\trhdr\cellx1\cellx2\pard\intbl Room\cell Price\cell\row
\trowd\cellx1\cellx2\pard\intbl Attic\cell 40 crowns\cell\row}"""
RST = """The mill of Tarn
================

:Author: Edda Quill
:Date: 2021-03-04

.. a comment that nobody reads

The wheel
---------

The mill has **two** wheels [1]_ and costs 55 crowns a day.

It floods 30 km\\ :sup:`2` of meadows, says the keeper's wife.

The bank rises by :math:`x` metres each year.

#. Grease the axle

=====  =========
Room   Price
=====  =========
Attic  40 crowns
=====  =========

.. toctree::

   guide

.. [1] Nobody quotes this note with its mark.
"""
ORG = """#+TITLE: The mill of Tarn
#+AUTHOR: Edda Quill
#+DATE: <2021-03-04 Thu>
# a comment that nobody reads
* TODO The wheel :mill:
SCHEDULED: <2021-03-05 Fri>
:PROPERTIES:
:ID: nobody-reads-this
:END:
The mill has *two* wheels [fn:1] and costs +40+ 55 crowns a day.

It floods 30 km^2 of meadows,
says the keeper's wife.

The bank rises by $x$ metres each year.

1. Grease the axle

| Room  | Price     |
|-------+-----------|
| Attic | 40 crowns |
** Hidden :noexport:
Nobody reads this sentence.
"""
ADOC = """= The mill of Tarn
Edda Quill <edda@tarn.example>
v2, 2021-03-04
:unit: crowns

// a comment that nobody reads
== The wheel

The mill has *two* wheels.footnote:[Nobody quotes this note.] It costs [.line-through]#40# 55 {unit} a day.

It floods 30 km^2^ of meadows,
says the keeper's wife.

The bank rises by stem:[x] metres each year.

. Grease the axle

[options="header"]
|===
|Room |Price
|Attic |40 crowns
|===

ifdef::hidden[]
Nobody reads this sentence.
endif::[]
"""
TEX = r"""\documentclass{article}
\title{The mill of Tarn} \author{Edda Quill} \date{4 March 2021}
\begin{document}
\maketitle
\section{The wheel} % a comment that nobody reads
The mill has \textbf{two} wheels\footnote{Nobody quotes this note.} and costs \sout{40} 55 crowns a day.

It floods 30 km\textsuperscript{2} of meadows,
says the keeper's wife.

The bank rises by $x$ metres each year.

\begin{enumerate}
\item Grease the axle
\end{enumerate}
\begin{tabular}{ll}
Room & Price \\ \hline
Attic & 40 crowns \\
\end{tabular}
\end{document}
"""
TEXTS = {"a.rtf": RTF, "a.rst": RST, "a.org": ORG, "a.adoc": ADOC, "a.tex": TEX}


def only(parsed: Parsed) -> Article:
    assert parsed.problems == ()
    [reading] = parsed.readings
    return reading.article


def read(file: str, text: str) -> Article:
    return only(parse_file(file, text.encode()))


def quotable(article: Article) -> list[str]:
    return [sentence.of(article.text) for passage in passages(article) for sentence in passage.sentences]


@pytest.mark.parametrize(("file", "text"), TEXTS.items())
def test_a_text_with_marks_is_quoted_as_a_reader_reads_it(file: str, text: str) -> None:
    sentences = quotable(read(file, text))
    told = " ".join(sentences).replace("’", "'")
    assert "The mill has two wheels" in told
    assert "55 crowns a day." in told
    assert "It floods 30 km² of meadows, says the keeper's wife." in told
    assert {"1. Grease the axle", "Attic | 40 crowns"} <= set(sentences)
    assert "Nobody reads" not in told
    assert not any("40 55" in sentence or "metres" in sentence for sentence in sentences)


@pytest.mark.parametrize(("file", "text"), TEXTS.items())
def test_a_text_says_its_title_its_author_and_its_day(file: str, text: str) -> None:
    article = read(file, text)
    assert (article.title, article.author, article.language) == ("The mill of Tarn", "Edda Quill", "en")
    assert article.published == (None if file == "a.rtf" else date(2021, 3, 4))


@pytest.mark.parametrize(("file", "text"), TEXTS.items())
def test_a_quote_names_the_section_that_it_stands_in(file: str, text: str) -> None:
    article = read(file, text)
    found = next(p for p in passages(article) if "two wheels" in p.text)
    assert found.sections[-1].of(article.text) == "The wheel"


@pytest.mark.parametrize(("file", "text"), [(f, t) for f, t in TEXTS.items() if f != "a.tex"])
def test_the_names_of_the_columns_lead_to_a_row(file: str, text: str) -> None:
    article = read(file, text)
    passage = next(p for p in passages(article) if "Attic" in p.text)
    number = next(n for n, sentence in enumerate(passage.sentences) if "Attic" in sentence.of(article.text))
    assert passage.above(number)[-1].of(article.text) == "Room | Price"


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.rtf", b"no rich text"),
        ("a.rst", b""),
        ("a.org", b"#+TITLE: Nothing\n"),
        ("a.adoc", b"---\ntitle: [\n---\n"),
        ("a.tex", b"\\begin{document}"),
    ],
)
def test_a_broken_file_is_named(file: str, data: bytes) -> None:
    parsed = parse_file(file, data)
    assert (parsed.readings, [problem.file for problem in parsed.problems]) == ((), [file])


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.rtf", b"{\\rtf1" + b"{" * 100_000),
        ("a.rst", b"* " * 20_000 + b"The end."),
        ("a.org", b"a" * 6_000_000),
        ("a.adoc", b"word " * 1_200_000),
        ("a.tex", b"\\begin{document}" + b"{" * 50_000),
    ],
)
def test_a_file_that_was_made_to_be_too_much_is_refused(file: str, data: bytes) -> None:
    parsed = parse_file(file, data)
    assert (parsed.readings, [problem.file for problem in parsed.problems]) == ((), [file])
    assert parsed.problems[0].sentence.message is not Message.READER_FAILED


def test_a_heading_that_is_too_long_for_a_title_is_none() -> None:
    [reading] = parse_file("a.adoc", f"= {'The mill ' * 200}\n\nThe mill has two wheels.\n".encode()).readings
    assert reading.article.title == ""


def test_a_command_of_latex_without_what_it_is_given_leaves_its_sentence_out() -> None:
    text = rb"The mill has two wheels. You read it in {\href}. The wheels are made of oak."
    [reading] = parse_file("a.tex", text).readings
    sentences = [span.of(reading.article.text) for p in passages(reading.article) for span in p.sentences]
    assert sentences == ["The mill has two wheels.", "The wheels are made of oak."]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.rst", ".. title: The mill\n.. status: draft\n\nThe mill has two wheels.\n"),
        ("a.org", "#+HUGO_DRAFT: true\nThe mill has two wheels.\n"),
        ("a.adoc", "= The mill\n:page-draft: true\n\nThe mill has two wheels.\n"),
        ("a.adoc", "---\ndraft: true\n---\nThe mill has two wheels.\n"),
    ],
)
def test_a_draft_is_not_read(file: str, text: str) -> None:
    parsed = parse_file(file, text.encode())
    assert (parsed.readings, parsed.problems) == ((), ())
    assert "draft" in parsed.remarks[0].reason


def test_rich_text_is_read_in_the_alphabets_of_its_fonts() -> None:
    text = r"{\rtf1\ansi{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}"
    text += r"{\f1 \'cc\'ee\'f1\'f2 \'ee\'f2\'ea\'f0\'fb\'eb\'e8.}\par "
    assert quotable(read("a.rtf", text + r"Caf\'e9 \u1052?\u8212?\u-10179?\u-8704?.}")) == [
        "Мост открыли.",
        "Café М—😀.",
    ]


def test_what_sphinx_adds_is_read_by_its_shape() -> None:
    text = (
        ".. versionadded:: 2.0\n   The mill has two wheels.\n\n"
        ".. py:function:: pack()\n\n   It packs the flour.\n\n"
        "Call :py:func:`~mill.pack` on the day. See :ref:`wheel` for the size of it. "
        "Read :ref:`this <wheel>` first.\n\n"
        "- Oil the axle of :php:class:`Mill\\\\Wheel`. See :ref:`oil` for which."
        " Wait for :php:class:`~Mill\\\\Noon`.\n\n"
        ".. automodule:: mill\n   Nobody reads this.\n"
    )
    assert quotable(read("a.rst", text)) == [
        "The mill has two wheels.",
        "It packs the flour.",
        "Call pack on the day.",
        "Read this first.",
        "Oil the axle of Mill\\Wheel.",
        "Wait for Noon.",
    ]


WORDS = st.lists(st.sampled_from(["mill", "wheel", "keeper", "flour", "axle"]), min_size=3, max_size=6)
HOW = {
    "rtf": (r"{{\b {}}}", r"{{\strike {}}}", r"{{\v {}}}", r"{{\footnote {}}}"),
    "org": ("*{}*", "+{}+", "@@html:{}@@", "[fn:: {}]"),
    "adoc": ("*{}*", "[.line-through]#{}#", "indexterm:[{}]", "footnote:[{}]"),
    "tex": (r"\textbf{{{}}}", r"\sout{{{}}}", r"\phantom{{{}}}", r"\footnote{{{}}}"),
}
"""How each markup writes words that stand out, and words that nobody reads."""


@given(st.sampled_from(sorted(HOW)), st.tuples(WORDS, WORDS, WORDS), st.integers(1, 3), st.booleans())
def test_every_sentence_is_what_a_reader_reads(
    kind: str, words: tuple[list[str], list[str], list[str]], hides: int, is_wrapped: bool
) -> None:
    first, marked, last = words
    stands_out, hidden = HOW[kind][0].format(" ".join(marked)), HOW[kind][hides].format("hidden")
    blank = "\n" if is_wrapped and kind != "rtf" else " "
    source = f"The {' '.join(first)} {stands_out} {hidden}{blank}{' '.join(last)} stood there."
    around = {"rtf": "{{\\rtf1 {}\\par}}", "tex": "\\begin{{document}}{}\\end{{document}}"}.get(kind, "{}")
    said = " ".join(["The", *first, *marked, *last, "stood there."])
    assert [" ".join(s.split()) for s in quotable(read(f"a.{kind}", around.format(source)))] == [said]


def test_what_stands_beside_a_file_goes_before_what_it_says() -> None:
    [reading] = parse_file("a.org", ORG.encode(), Header(title="Mills")).readings
    assert reading.article.title == "Mills"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "ferry.adoc",
            "= Ferry\n\nThe ferry was sold.\n* The mast\nis gone.\n* The hull stays.\nTIP: Mind it.",
        ),
        ("ferry.org", "The ferry was sold.\n[fn:1] The mast\nis gone.\n- The hull stays.\n* Mind it."),
    ],
)
def test_a_paragraph_is_read_that_no_blank_line_parts_from_what_follows(file: str, text: str) -> None:
    (read,) = parse_file(file, text.encode()).readings
    assert read.article.text.removeprefix("Ferry\n\n").split("\n\n") == [
        "The ferry was sold.",
        "The mast is gone.",
        "The hull stays.",
        "Mind it.",
    ]


def test_asciidoc_is_read_by_its_older_shapes_too() -> None:
    text = (
        "The ferry\n=========\n\nCrossing\n--------\n\nRing the bell:\n\n  $ ring --twice\n  $ wait\n\n"
        "* Pay the keeper.\n  He has no change.\n\n[source,sh]\nbell --dry 3\n\n"
        "The \"`old`\" bell and the ``new'' one are cracked, ``says`` `Ada's'`.\n"
    )
    article = read("ferry.asc", text)
    assert article.title == "The ferry"
    assert article.text.split("\n\n")[1:] == [
        "Crossing",
        "Ring the bell:",
        "$ ring --twice\n$ wait",
        "Pay the keeper. He has no change.",
        "bell --dry 3",
        "The “old” bell and the “new” one are cracked, says Ada's'.",
    ]
    assert [block.kind for block in article.blocks].count(BlockKind.CODE) == 2
    assert passages(article)[0].sections[-1].of(article.text) == "Crossing"


@pytest.mark.parametrize("file", ["bell.org", "bell.adoc"])
def test_what_is_marked_up_may_go_on_in_the_next_line(file: str) -> None:
    sign = "~" if file == "bell.org" else "`"
    text = f"Ring {sign}bell\n--twice{sign} and *wait\nfor long*, as {sign}a{sign} and {sign}b{sign} do.\n"
    assert quotable(read(file, text)) == ["Ring bell --twice and wait for long, as a and b do."]


def test_a_link_of_org_without_words_shows_the_heading_that_it_leads_to() -> None:
    text = "* The old\nThe bell rings, see [[*The old\nferry]]. It is loud, see [[fig:bell]].\n"
    assert quotable(read("bell.org", text)) == ["The bell rings, see The old ferry."]


def test_a_signature_beside_a_file_is_no_article() -> None:
    armoured = "\n".join(["-----BEGIN PGP SIGNATURE-----", "", *["iQIzBAABCAAdFiEEq1nTz" * 3] * 9])
    parsed = parse_file("ferry.tar.asc", f"{armoured}\n=Ab1c\n-----END PGP SIGNATURE-----\n".encode())
    assert (parsed.readings, len(parsed.problems)) == ((), 1)


def test_a_link_and_a_colour_of_latex_show_their_words() -> None:
    text = (
        "\\begin{document}\nThe keeper has \\href{https://a.example/b\\_c%20d}{a long name}.\n"
        "He opens \\textcolor{red}{the gate} and \\hyperref[gate]{the sluice} at nine.\n\\end{document}\n"
    )
    assert quotable(read("a.tex", text)) == [
        "The keeper has a long name.",
        "He opens the gate and the sluice at nine.",
    ]


COMMANDS = [
    "\\emph",
    "\\begin{x}",
    "\\end{x}",
    "\\\\*[2pt]",
    "\\section*",
    "\\frac12",
    "\\verb|a|",
    "$x$",
    "--",
    "''",
]


@given(
    st.lists(st.sampled_from([*"ab1 *\n[]().-'`!?~&%${}\\_^#,\t\r堰", *COMMANDS]), max_size=14).map("".join)
)
@settings(max_examples=100)
def test_a_run_of_plain_signs_in_latex_is_read_as_each_sign_of_it_would_be(written: str) -> None:
    """Every text has the nodes that the package makes, be it slower."""

    def shape(node: Any) -> Any:
        if isinstance(node, list | tuple):
            return [shape(one) for one in node]
        arguments = getattr(getattr(node, "nodeargd", None), "argnlist", None)
        words = [
            str(getattr(node, name, "")) for name in ("chars", "macroname", "macro_post_space", "comment")
        ]
        return node and [
            type(node),
            node.pos,
            node.len,
            words,
            shape(getattr(node, "nodelist", [])),
            shape(arguments),
        ]

    known = get_default_latex_context_db()
    ours, theirs = (
        kind(written, latex_context=known, tolerant_parsing=True).get_latex_nodes()[0]
        for kind in (walker(), LatexWalker)
    )
    assert shape(ours) == shape(theirs)
