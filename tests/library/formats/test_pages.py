"""What of a web page belongs to its text: standfirsts and notes do, streams of other pages do not."""

from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.index.edition import Edition
from bot.core.nouns import Article, BlockKind
from bot.core.reading.passages import passages
from bot.library.formats.registry import parse_file

TEXT = [
    "The keepers of the lighthouse wrote down what they saw in every night of that winter.",
    "A ship from Odderby passed on the second evening and answered none of their signals.",
    "In the morning the youngest of them rowed out and found her deck empty and her lamps lit.",
    "Nobody on the island ever learned what had become of the nine people who had sailed in her.",
]
LEAD = "Nine people left Odderby in the autumn of 1871, and a lighthouse saw the last of their ship."
NOTE = "Quill, Edda (1931). The Lights of Skerry. Marrow: Hart & Sons. Retrieved 4 May 2010."


INLINE = (
    "{}",
    "<a href='/x'>{}</a>",
    "<b>{}</b>",
    "<code>{}</code>",
    "<span><i>{}</i> </span>",
    "<x-term>{}</x-term>",
    "<span class='menuselection'>{}</span>",
    "<em><span class='guibutton' id='author'>{}</span></em>",
    "<span class='bar'><span class='timestamp'>{}</span></span>",
)
HOLDERS = (
    "<p>{}</p>",
    "<div>{}</div>",
    "<ul><li>{}</li></ul>",
    "<div><div>{}</div></div>",
    "<blockquote><p>{}</p></blockquote>",
)


@st.composite
def sentences_as_written(draw: st.DrawFn) -> tuple[str, str]:
    """A sentence as HTML, words of it marked up with a comma or nothing behind, and as a reader sees it."""
    words = draw(
        st.lists(st.sampled_from(("harbour", "lamp", "ship", "winter", "1871")), min_size=3, max_size=9)
    )
    marked = [draw(st.sampled_from(INLINE)) for _ in words]
    behind = [draw(st.sampled_from(("", "", ","))) if form != INLINE[4] else "" for form in marked]
    written = [form.format(word) + sign for form, word, sign in zip(marked, words, behind, strict=True)]
    seen = [word + sign for word, sign in zip(words, behind, strict=True)]
    blank = draw(st.sampled_from((" ", "\n   ")))
    return blank.join(["The", *written, "froze."]), " ".join(["The", *seen, "froze."])


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(sentences_as_written(), st.sampled_from(HOLDERS)), min_size=1, max_size=4),
    st.booleans(),
)
def test_every_quote_stands_on_its_page_with_the_blanks_that_a_reader_sees(
    parts: list[tuple[tuple[str, str], str]], long: bool
) -> None:
    body = "".join(holder.format(written) for (written, _), holder in parts) + prose() * long
    readings = parse_file("a.html", f"<h1>The ship</h1>{body}".encode()).readings
    quotes = {" ".join(quote.split()) for found in readings for quote in quotable(found.article)}
    assert quotes <= {seen for (_, seen), _ in parts} | set(TEXT)


def read(body: str) -> Article:
    page = f"<html lang=en><head><title>The empty ship</title></head><body>{body}</body></html>"
    return parse_file("a.html", page.encode()).readings[0].article


def quotable(article: Article) -> list[str]:
    return [one.of(article.text) for found in passages(article) for one in found.sentences]


def prose(sentences: list[str] = TEXT) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


def test_the_lines_below_the_title_are_read_whatever_they_are_called() -> None:
    for lead in ('<p class="teaser">{}</p>', '<div class="teaser">{}</div>'):
        page = f"<article><header><h1>The empty ship</h1>{lead.format(LEAD)}</header>{prose()}</article>"
        assert quotable(read(page)) == [LEAD, *TEXT]


def test_links_and_captions_below_the_title_are_not_read() -> None:
    for other in (f'<p><a href="/b">{LEAD}</a></p>', f"<figure><figcaption>{LEAD}</figcaption></figure>"):
        page = f"<article><h1>The empty ship</h1><div class=teaser>{other}</div>{prose()}</article>"
        assert quotable(read(page)) == TEXT


def test_teasers_of_other_pages_and_pictures_of_a_gallery_are_not_read() -> None:
    teaser = '<li><h3><a href="/{0}">Page number {0}</a></h3><p>Marrow has chosen mayor number {0} .</p></li>'
    picture = (
        "<li><h3><span>{0}/3</span> A view</h3><p>Marrow as painter number {0} saw it long ago.</p></li>"
    )
    for item in (teaser, picture):
        stream = "".join(item.format(n) for n in (1, 2, 3))
        page = f"<article><h1>The empty ship</h1>{prose()}<ul>{stream}</ul></article>"
        assert quotable(read(page)) == TEXT


def test_posts_whose_headings_lead_to_their_own_places_on_the_page_are_read() -> None:
    posts = [
        f'<div class="post"><h3><a href="/t7-lights#{n}">Re: Lights</a></h3><p>{text}</p></div>'
        for n, text in enumerate(TEXT)
    ]
    rules = [text.replace("the", "this") for text in TEXT]
    page = f"<article><h1>The empty ship</h1>{prose(rules)}{prose([NOTE])}{''.join(posts)}</article>"
    assert set(TEXT) <= set(quotable(read(page)))


def test_what_a_page_calls_an_offer_or_a_card_of_its_author_is_not_read() -> None:
    told = "Marrow has a market and a fair, says the mayor."
    names = (
        *("newsletter-promo", "author-bio", "sharedaddy", "more-about related", "aawp-disclaimer"),
        *("cbx-Author_Position", "post__author__info", "related_post", "signup", "inline-teaser"),
        *("wp-caption-text", "media__description", "ImageCredit"),
    )
    for name in names:
        page = f"<article><h1>The empty ship</h1>{prose()}<div class='{name}'><p>{told}</p></div></article>"
        assert quotable(read(page)) == TEXT


def test_a_part_as_large_as_a_fifth_of_the_page_is_read_whatever_it_is_called() -> None:
    page = f"<article><h1>The empty ship</h1>{prose(TEXT[:3])}<p class=more-about>{LEAD}</p></article>"
    assert quotable(read(page)) == [*TEXT[:3], LEAD]


def test_what_stands_behind_a_paywall_is_no_offer() -> None:
    beside = "<nav>" + "".join(f'<a href="/{n}">Another page of the paper</a> ' for n in range(99)) + "</nav>"
    page = f'{beside}<h1>The empty ship</h1><div class="entry paywall-container">{prose()}</div>'
    assert quotable(read(page)) == TEXT


def test_an_article_that_folds_is_no_offer() -> None:
    beside = f"<aside>{'<p>Marrow has a market.</p>' * 60}</aside>"
    page = f"<h1>The empty ship</h1><div class='entry-content read-more'>{prose()}</div>{beside}"
    assert quotable(read(page))[: len(TEXT)] == TEXT


def test_what_is_most_of_a_page_is_read_whatever_it_is_called() -> None:
    page = f"<article class='read-more related'><h1>The empty ship</h1>{prose()}</article>"
    assert quotable(read(page)) == TEXT


def test_a_page_of_nothing_but_teasers_is_read() -> None:
    item = '<div><h2><a href="/{0}">Day {0}</a></h2><p>{1}</p></div>'
    page = "".join(item.format(n, sentence) for n, sentence in enumerate(TEXT))
    assert quotable(read(f"<main>{page}</main>")) == TEXT


def test_notes_are_quoted_whole_and_without_the_link_back() -> None:
    note = '<li id="n{0}"><span class="mw-cite-backlink"><a href="#r{0}">^</a></span> {1}</li>'
    told = "The deck was 30 m long. It was of oak."
    notes = "<ol>" + note.format(1, NOTE) + note.format(2, told) + "</ol>"
    page = f"<article><h1>The empty ship</h1>{prose()}<h2>Notes</h2>{notes}</article>"
    assert quotable(read(page)) == [*TEXT, NOTE, told]


def test_a_list_of_sources_takes_no_place_of_the_text() -> None:
    note = '<li><span class="backlink"><a href="#r{0}">^</a></span> Quill ({0}). A ship of Odderby.</li>'
    notes = "".join(note.format(1900 + n) for n in range(30))
    article = read(f"<article><h1>The empty ship</h1>{prose()}<h2>Notes</h2><ol>{notes}</ol></article>")
    edition = Edition.of([article])
    found = candidates(understand("What did the ship from Odderby answer?", edition), edition)
    assert any(not candidate.passage.is_reference for candidate in found)


def test_no_quote_is_without_a_letter_or_a_figure() -> None:
    page = f"<article><h1>The empty ship</h1>{prose()}<p>.</p><p>…</p><p>* * *</p></article>"
    assert quotable(read(page)) == TEXT


def test_scripts_and_styles_are_never_quoted() -> None:
    code = "var lamps = 'There are seven lamps in the tower of this lighthouse, all of them lit.';"
    for unseen in (
        f"<script>{code}</script>",
        f"<style>/* {code} */</style>",
        f"<noscript>{code}</noscript>",
    ):
        lead = f"<div>By Ada Quill <span>{unseen}</span></div>"
        page = f"<article><h1>The empty ship</h1>{lead}{prose()}</article>"
        assert quotable(read(page)) == TEXT


def test_what_is_cut_between_two_words_leaves_them_apart() -> None:
    offer = '<div class="newsletter">Read more letters from us</div>'
    page = (
        f"<article><h1>The empty ship</h1>{prose()}<div>Her lamps were{offer}lit that night.</div></article>"
    )
    assert quotable(read(page))[-1].split()[-4:] == ["were", "lit", "that", "night."]


def test_lines_of_a_program_stay_apart() -> None:
    code = "<pre><code>light(7)<br>wait(<b>30</b>)<br>dark()</code></pre>"
    article = read(f"<article><h1>The empty ship</h1>{prose()}<p>So it is done:</p>{code}{prose()}</article>")
    assert "light(7)\nwait(30)\ndark()" in article.text


def test_a_page_of_a_line_is_read_as_it_is_laid_out() -> None:
    article = read(
        '<h1>The ship</h1><ul><li>Look at <a href="/x">the lamp</a>, lit.</li><li>Row out.</li></ul>'
    )
    assert quotable(article) == ["Look at the lamp, lit.", "Row out."]


LETTER = """On 2 May 2021 Ben Marrow wrote:

><i> How long does the oil of the upper lamp last?
</i>
In our tower a can of oil lasts for nine nights, if the wick is trimmed at
noon. The lower lamp takes half of it, since its glass is smaller.

The store in Tarn sells it, see <a href="/oil">the list</a>, but it is shut in
winter.

--
Ada Quill, keeper
"""


def test_a_letter_in_an_archive_is_read_without_what_it_answers() -> None:
    article = read(f"<h1>Oil</h1><b>Ada Quill</b><hr><pre>{LETTER}</pre><hr><a href='/'>More messages</a>")
    assert quotable(article) == [
        "In our tower a can of oil lasts for nine nights, if the wick is trimmed at noon.",
        "The lower lamp takes half of it, since its glass is smaller.",
        "The store in Tarn sells it, see the list, but it is shut in winter.",
    ]


def test_a_box_of_prose_below_a_paragraph_is_read_and_one_of_links_or_beside_the_text_is_not() -> None:
    box = "<{0} class='sidebar'><p><b>Oil</b></p><p>A can of it lasts for nine nights in any tower.</p></{0}>"
    first, *others = map("<p>{}</p>".format, TEXT)
    rest = "".join(others)
    for tag in ("div", "aside"):
        named = box.format(tag)
        in_parts = f"<div>{first}</div>{named}<div>{others[0]}</div>{''.join(others[1:])}"
        for page in (first + named + rest, in_parts):
            assert len(quotable(read(page))) == len(TEXT) + 1
        links = named.replace("A can", "<a href='/oil'>A can").replace("tower.", "tower.</a>")
        assert quotable(read(first + links + rest)) == TEXT
        assert quotable(read(f"<div>{first}{rest}</div>{named}")) == TEXT


def test_what_is_defined_is_read_though_it_says_what_a_button_says() -> None:
    terms = {"accept": "accept the lamp as it is", "dim": "turn it down", "^lit": "which is lit"}
    listed = "".join(f"<dt>{term}</dt><dd>{told}</dd>" for term, told in terms.items())
    assert quotable(read(f"{prose()}<dl>{listed}</dl>")) == [*TEXT, *terms.values()]


def test_lines_of_a_program_are_no_heading_of_what_follows() -> None:
    lines = "Lamp: brass\nOil: whale\n\nLamp: tin\nOil: none"
    article = read(f"<p>{TEXT[0]}</p><pre class='screen'>{lines}</pre><p>{TEXT[1]}</p><p>{TEXT[2]}</p>")
    assert [
        (b.kind, b.span.of(article.text)) for b in article.blocks if "Oil" in b.span.of(article.text)
    ] == [(BlockKind.CODE, lines)]


def test_a_page_that_names_no_main_part_is_read_with_its_headings_lists_and_definitions() -> None:
    heads = [f"<div><h2><a id=p{n}></a>Night {n}<a href='#p{n}'>¶</a></h2></div>" for n in (1, 2)]
    first, second, third, _ = map("<p>{}</p>".format, TEXT)
    listed = "<ul><li>One lamp of brass.</li></ul>", "<dl><dt>Skerry</dt><dd>A rock.</dd></dl>"
    body = "".join((heads[0], first, second, heads[1], listed[0], third, listed[1]))
    for page in (body, f"<div class=book>{body}</div><div>A book</div>", f"<table><tr><td>{body}</table>"):
        read_page = read(f"<ul><li><a href='/'>Home</a></ul>{page}")
        headings = [block.span for block in read_page.blocks if block.kind is BlockKind.HEADING]
        assert [span.of(read_page.text) for span in headings] == ["Night 1", "Night 2"]
        assert {"One lamp of brass.", "A rock."} <= set(quotable(read_page))


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from([*(n for n in range(32) if n not in b"\t\n\r\f"), 0xFFFE, 0xFFFF]),
    st.sampled_from(["{:c}", "&#{};", "&#x{:x}; ", "&#x00{:X}"]),
)
def test_every_sign_that_no_text_has_is_left_out_of_a_page_and_of_a_feed(number: int, form: str) -> None:
    text = f"The ferry{form.format(number)} man of Quill rowed for forty years, and nobody drowned."
    entry = escape(f"<p>{text}</p>").encode()
    feed = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Quill</title><entry><title>The ferry</title>'
        b'<content type="html">' + entry + b"</content></entry></feed>"
    )
    (fed,) = parse_file("a.atom", feed).readings
    assert "years, and nobody drowned." in read(f"<p>{text}</p>{prose()}").text
    assert "years, and nobody drowned." in fed.article.text
