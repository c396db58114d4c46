"""What a reader of the source reads, and nothing else, in every format that has marks."""

import io
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.reading.passages import passages
from bot.library.formats.registry import parse_file
from tests.library.samples import epub, odt, pdf

OPENING = "The keepers of the lighthouse wrote down what they saw in every night of that winter."


@dataclass(frozen=True)
class Part:
    """Words of a sentence, and how they look."""

    text: str
    look: str = ""


HTML = {
    "": "{}",
    "mark": '<sup><a href="#n{}">{}</a></sup>',
    "struck": "<del>{}</del>",
    "hidden": '<span style="display: none">{}</span>',
    "power": "<sup>{}</sup>",
}
MARKDOWN = HTML | {"mark": "[^{}]", "struck": "~~{}~~", "hidden": "<s>{}</s>"}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

numbers = st.integers(1, 99).map(str)
words = st.text("abdegknorst", min_size=3, max_size=8)
parts = st.one_of(
    words.map(Part),
    words.map(lambda word: Part(word, "struck")),
    words.map(lambda word: Part(word, "hidden")),
    numbers.map(lambda number: Part(number, "mark")),
    numbers.map(lambda number: Part(number, "power")),
)


def seen(sentence: Iterable[Part]) -> str:
    """What a reader reads: a figure before each part, so that raised signs could melt into it."""
    shown = (
        f"7{part.text.translate(RAISED)}"
        if part.look == "power"
        else f"7{part.text}"
        if not part.look
        else "7"
        for part in sentence
    )
    return "It held " + " ".join(shown) + " on that day."


def marked(sentence: Iterable[Part], marks: dict[str, str]) -> str:
    shown = ("7" + marks[part.look].replace("{}", part.text) for part in sentence)
    return "It held " + " ".join(shown) + " on that day."


def page(sentence: list[Part]) -> bytes:
    return f"<article><p>{OPENING}</p><p>{marked(sentence, HTML)}</p></article>".encode()


def book(sentence: list[Part]) -> bytes:
    return epub([f"<p>{OPENING}</p><p>{marked(sentence, HTML)}</p>"])


def note(sentence: list[Part]) -> bytes:
    return f"{OPENING}\n\n{marked(sentence, MARKDOWN)}\n".encode()


def letter(sentence: list[Part]) -> bytes:
    document = Document()
    document.add_paragraph(OPENING)
    paragraph = document.add_paragraph("It held ")
    for number, part in enumerate(sentence):
        paragraph.add_run(" 7" if number else "7")
        run = paragraph.add_run(part.text if part.look != "mark" else "")
        run.font.strike = part.look == "struck" or None
        run.font.hidden = part.look == "hidden" or None
        run.font.superscript = part.look == "power" or None
    paragraph.add_run(" on that day.")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


ODT = {
    "": "{}",
    "mark": "<text:note><text:note-citation>{}</text:note-citation></text:note>",
    "struck": '<text:span text:style-name="T1">{}</text:span>',
    "hidden": '<text:span text:style-name="T2">{}</text:span>',
    "power": '<text:span text:style-name="T3">{}</text:span>',
}


def open_document(sentence: list[Part]) -> bytes:
    return odt(f"<text:p>{OPENING}</text:p><text:p>{marked(sentence, ODT)}</text:p>")


def feed(sentence: list[Part]) -> bytes:
    text = escape(f"<p>{OPENING}</p><p>{marked(sentence, HTML)}</p>")
    return (
        f"<rss version='2.0'><channel><item><description>{text}</description></item></channel></rss>".encode()
    )


def quotable(file: str, data: bytes) -> list[str]:
    [reading] = parse_file(file, data).readings
    article = reading.article
    return [s.of(article.text) for passage in passages(article) for s in passage.sentences]


@pytest.mark.parametrize(
    ("file", "written"),
    [
        ("a.html", page),
        ("a.epub", book),
        ("a.md", note),
        ("a.docx", letter),
        ("a.odt", open_document),
        ("a.rss", feed),
    ],
)
def test_no_quote_says_what_is_not_read(file: str, written: Callable[[list[Part]], bytes]) -> None:
    @given(st.lists(parts, min_size=1, max_size=5))
    def held(sentence: list[Part]) -> None:
        assert quotable(file, written(sentence))[-1] == seen(sentence)

    held()


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("They sowed 20 km<sup>2</sup> of rye.", "They sowed 20 km² of rye."),
        ("It took 10<sup>-3</sup> of a second.", "It took 10⁻³ of a second."),
        (
            "It was the 2<sup>nd</sup> time that M<sup>me</sup> Arn came.",
            "It was the 2nd time that Mme Arn came.",
        ),
        (
            "She drank H<sub>2</sub>O, and counted 10<sub>2</sub> cups.",
            "She drank H2O, and counted 10₂ cups.",
        ),
        ("It stood for a month.<sup>4</sup>", "It stood for a month."),
        ("It cost 5[2] crowns, or 6<sup>[3]</sup> later.", "It cost 5[2] crowns, or 6 later."),
        ("It is <s>shut</s>, and cold.", "It is, and cold."),
        ("It is <span class='sr-only'>not</span> cold there.", "It is cold there."),
        ("It is <b hidden>not</b> cold there.", "It is cold there."),
        ("It is <b style='color:#fff; background:#fff'>not</b> cold there.", "It is cold there."),
        ("She wrote <ruby>灯<rp>(</rp><rt>あかり</rt><rp>)</rp></ruby> on it.", "She wrote 灯 on it."),
        ("So <math><mi>a</mi><mo>=</mo><mn>4</mn></math> it is.", "So a = 4 it is."),
        ("So <math alttext='a half'><mfrac><mn>1</mn><mn>2</mn></mfrac></math> it is.", "So a half it is."),
    ],
)
def test_a_web_page_is_read_as_it_is_seen(markup: str, read: str) -> None:
    markup = f"<article><p>{OPENING}</p><p>{markup}</p></article>"
    assert quotable("a.html", markup.encode()) == [OPENING, read]


LINES = (
    *(f"<{tag}>{{}}</{tag}>" for tag in ("p", "div", "section", "blockquote", "center", "address", "h3")),
    "<ul><li>{}</li></ul>",
    "<dl><dt>A word</dt><dd>{}</dd></dl>",
    "<table><tr><td>{}</td><td>A cell</td></tr></table>",
    "<div>{}<ul><li>One thing.</li></ul></div>",
    "<div><p>It rained.</p>{}</div>",
    "<div><div>{}</div><p>It rained.</p></div>",
    "<blockquote>{}<p>It rained.</p></blockquote>",
)
INLINE = (
    "code",
    "b",
    "em",
    "span",
    "a",
    "kbd",
    "time",
    "label",
    "mark",
    "cite",
    "ins",
    "var",
    "small",
    "button",
)


@st.composite
def in_line(draw: st.DrawFn, depth: int = 2) -> str:
    """Words of a line, some of them marked up, with marks within marks."""
    inner = draw(st.lists(words, min_size=2, max_size=4).map(" ".join))
    if depth:
        tag = draw(st.sampled_from(INLINE))
        inner += f" <{tag}>{draw(in_line(depth - 1))}</{tag}> {draw(words)}"
    return inner


@settings(max_examples=40)
@given(st.sampled_from(LINES), in_line())
def test_every_line_of_a_page_is_read_once_and_whole(around: str, line: str) -> None:
    line = f"She wrote that {line} {line} came of it."
    days = [f"<p>On the {day} day of that winter they wrote nothing at all.</p>" for day in range(2, 8)]
    page = f"<article>{''.join(days[:3])}{around.format(line)}{''.join(days[3:])}</article>"
    shown = " ".join(re.sub("<[^>]+>", "", line).split())
    for file, text in (("a.html", page), ("a.jsonl", json.dumps({"title": "A", "text": page}))):
        read = parse_file(file, text.encode()).readings[0].article.text
        assert " ".join(read.split()).count(shown) == 1


def test_a_program_keeps_its_prompts_and_a_control_leaves_a_hole() -> None:
    program = "<pre>$ <code>knit</code>\n<b>ok</b> of <code>row 2</code> left</pre>"
    page = f"<article><p>{OPENING}</p>{program}<p>It took <select><option>5</select> rows.</p></article>"
    assert quotable("a.html", page.encode()) == [f"{OPENING}\n\n$ knit\nok of row 2 left"]


@pytest.mark.parametrize(
    "formula",
    [
        "<math><mfrac><mn>7</mn><mn>2</mn></mfrac></math>",
        r"<math alttext='\frac{7}{2}'><mfrac><mn>7</mn><mn>2</mn></mfrac></math>",
        "<img class='tex' alt='7/2' src='a.png'>",
        "<script type='math/tex'>7/2</script>",
    ],
)
def test_a_sentence_with_a_formula_that_cannot_be_shown_is_not_quoted(formula: str) -> None:
    page = f"<article><p>{OPENING} It grew by {formula} metres. It was cold.</p></article>"
    assert quotable("a.html", page.encode()) == [OPENING, "It was cold."]


def test_a_page_that_hides_all_of_itself_until_its_script_runs_is_read() -> None:
    page = f"<body><div style='display:none'><article><p>{OPENING}</p></article></div></body>"
    assert quotable("a.html", page.encode()) == [OPENING]


@pytest.mark.parametrize("file", ["a.txt", "a.md"])
def test_one_broken_byte_costs_its_sentence_only(file: str) -> None:
    data = (
        f"{OPENING} „Wir blieben“, schrieb sie, „bis März“. ".encode()
        + b"Und B\xe4ume fielen. Alles war still."
    )
    assert quotable(file, data)[-1] == "Alles war still."
    assert not any("fielen" in sentence for sentence in quotable(file, data))


def test_one_nul_byte_is_dropped() -> None:
    data = f"{OPENING} „Wir blieben“, schrieb sie, bis März.\0 Alles war still.".encode()
    assert quotable("a.txt", data)[-1] == "Alles war still."


def test_latin_1_is_read_as_browsers_read_it() -> None:
    page = f"<meta charset='iso-8859-1'><article><p>{OPENING} It wasn’t cold.</p></article>"
    assert quotable("a.html", page.encode("cp1252"))[-1] == "It wasn’t cold."


def test_a_feed_that_declares_no_encoding_is_read_in_its_own() -> None:
    text = "Смотрители маяка записывали всё, что видели каждой ночью той зимы. Было очень холодно."
    item = f"<item><title>Маяк</title><description>{text}</description></item>"
    feed = f"<rss version='2.0'><channel>{item}</channel></rss>"
    assert quotable("a.xml", feed.encode("koi8-r"))[-1] == "Было очень холодно."


def test_paragraphs_of_a_json_list_stay_apart() -> None:
    line = '{"text": ["The gate is open", "The lamp burns until six in the morning."]}'
    assert quotable("a.jsonl", line.encode())[-1] == "The lamp burns until six in the morning."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta property='article:published_time' content='2021-05-06T07:00:00Z'>", "2021-05-06"),
        ("<meta property='article:modified_time' content='2021-05-06'>", "None"),
        ('<script type=\'application/ld+json\'>{"datePublished": "2021-05-06"}</script>', "2021-05-06"),
        ("<link rel='canonical' href='https://sea.example/2021/05/06/lamp'>", "None"),
    ],
)
def test_a_page_is_published_when_it_says_so(head: str, day: str) -> None:
    page = f"<head>{head}</head><article><p>{OPENING} On 2020-01-02 a boat came.</p></article>"
    [reading] = parse_file("a.html", page.encode()).readings
    assert str(reading.article.published) == day


def test_an_entry_that_was_only_updated_has_no_day_of_publication() -> None:
    entry = f"<entry><id>1</id><updated>2021-05-06T07:00:00Z</updated><content>{OPENING}</content></entry>"
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>"
    [reading] = parse_file("a.atom", feed.encode()).readings
    assert (reading.article.published, str(reading.article.modified)) == (None, "2021-05-06")


@pytest.mark.parametrize(
    "line",
    [
        "The post Who lit the lamp? appeared first on Farrow News.",
        "Der Beitrag Die Lampe erschien zuerst auf Farrow-Nachrichten.",
        "L’article La lampe est apparu en premier sur Nouvelles de Farrow.",
        "La entrada La lámpara se publicó primero en Noticias de Farrow.",
        "Сообщение Лампа появились сначала на Новости Фарроу.",
        "Запис Лампа спочатку з’явився на Новини Фарроу.",
    ],
)
def test_what_a_blog_adds_to_each_entry_of_its_feed_is_no_text(line: str) -> None:
    item = f"<item><title>Lamp</title><description>&lt;p&gt;{OPENING}&lt;/p&gt;{line}</description></item>"
    feed = f"<rss version='2.0'><channel>{item}</channel></rss>"
    assert quotable("a.xml", feed.encode()) == [OPENING]


def drawn(*shown: tuple[str, int]) -> bytes:
    """A page with these words on one line, in these sizes, and a line below; nothing is escaped."""
    sized = " ".join(f"/F1 {size} Tf ({text}) Tj" for text, size in shown)
    return pdf([["@"]]).replace(b"(@) Tj", sized.encode())


GUARD = ("The coast guard of the bay counted 41", 11)
TWO = ("2", 6)


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ([GUARD, TWO, (" boats.", 11)], f"{GUARD[0]}² boats."),
        ([GUARD, (" km", 11), TWO, (" of ice.", 11)], f"{GUARD[0]} km² of ice."),
        ([GUARD, (" boats.", 11), TWO], f"{GUARD[0]} boats."),
        ([GUARD, TWO, (" boats.", 11), (") Tj T* (2 The list is kept.", 8)], f"{GUARD[0]} boats."),
    ],
)
def test_small_figures_of_a_pdf_do_not_melt_into_numbers(shown: list[tuple[str, int]], read: str) -> None:
    assert quotable("a.pdf", drawn(*shown))[0] == read


def test_running_heads_that_change_by_side_and_chapter_are_no_text() -> None:
    chapters, days = ("The ice of 1888", "The long thaw"), "abcdefghijkl"
    pages = []
    for number, day in enumerate(days):
        head = "Ilse Varnum" if number % 2 else chapters[number // 6]
        lines = [f"On day {day} the keeper wrote of the sea, and of", "nothing else.", f"That was day {day}."]
        pages.append([f"{head}   {number + 1}", *lines])
    text = " ".join(quotable("a.pdf", pdf(pages)))
    assert not any(head in text for head in ("Ilse Varnum", *chapters))
    assert all(f"That was day {day}." in text for day in days)
