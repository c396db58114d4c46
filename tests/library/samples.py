"""Small files of every format, made from a few sentences."""

import csv
import io
import json
import tarfile
import zipfile
from collections.abc import Iterable, Mapping

from docx import Document

TITLE = "The lost ferry"
FIRST = "The ferry to Skerry Point sank on a calm morning, and nobody on the shore could say why."
SECOND = "The harbour master, Ilse Varnum, closed the strait for three days while divers looked for the hull."
THIRD = "In the spring a fisherman from Odderby found the ship's bell in his net, eleven miles to the north."
PROSE = (FIRST, SECOND, THIRD)


def pdf(pages: Iterable[Iterable[str]], title: str = TITLE) -> bytes:
    """Return a PDF with these lines on its pages, in a font that is never embedded."""
    return pdf_of_contents(map(_page, pages), title)


def pdf_of_contents(pages: Iterable[str], title: str = TITLE) -> bytes:
    """Return a PDF whose pages are drawn so."""
    contents = list(pages)
    numbers = [4 + 2 * n for n in range(len(contents))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, content in zip(numbers, contents, strict=True):
        resources = "/Resources<</Font<</F1 3 0 R>>>>/MediaBox[0 0 595 842]"
        objects.append(f"<</Type/Page/Parent 2 0 R{resources}/Contents {number + 1} 0 R>>")
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    objects.append(f"<</Title({title})>>")
    return _with_table(objects)


def _page(lines: Iterable[str]) -> str:
    shown = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    return "BT /F1 11 Tf 14 TL 50 790 Td " + " ".join(f"({line}) Tj T*" for line in shown) + " ET"


def _with_table(objects: list[str]) -> bytes:
    body, offsets = "%PDF-1.4\n", list[int]()
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R/Info {len(objects)} 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("cp1252")


def docx(paragraphs: Iterable[str] = PROSE) -> bytes:
    """Return a Word document with a heading and these paragraphs."""
    document = Document()
    document.core_properties.title = TITLE
    document.core_properties.author = "Ilse Varnum"
    document.add_heading("The search", level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    """Return a packed tar archive of these files."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as tar:
        for name, content in members.items():
            about = tarfile.TarInfo(name)
            about.size = len(content)
            tar.addfile(about, io.BytesIO(content))
    return stream.getvalue()


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def epub(chapters: Iterable[str] = PROSE, **others: str) -> bytes:
    """Return an e-book with a chapter for each text; ``others`` are files beside the container."""
    texts = list(chapters)
    items = "".join(f'<item id="c{n}" href="text/c%20{n}.xhtml"/>' for n in range(len(texts)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(texts)))
    about = (
        f"<dc:title>{TITLE}</dc:title><dc:creator>Ilse Varnum</dc:creator>"
        "<dc:date>2019-03-02</dc:date><dc:language>en-GB</dc:language>"
    )
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfile full-path="OPS/book.opf"/></container>',
        "OPS/book.opf": f"<package><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>{about}</metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        **{f"META-INF/{name}.xml": text for name, text in others.items()},
    }
    for number, text in enumerate(texts):
        body = f"<body><h2>Chapter {number + 1}</h2><p>{text}</p></body>"
        members[f"OPS/text/c {number}.xhtml"] = f"<html><head><title>no</title></head>{body}</html>"
    return packed(members)


def rss(descriptions: Iterable[str] = PROSE) -> bytes:
    """Return a feed with an entry for each text."""
    entries = "".join(
        f"<item><title>{TITLE} {n}</title><link>https://sea.example/{n}</link>"
        "<pubDate>Sat, 02 Mar 2019 08:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
        for n, text in enumerate(descriptions)
    )
    return f'<rss version="2.0"><channel><title>The Sea Post</title>{entries}</channel></rss>'.encode()


def csv_dump(texts: Iterable[str] = PROSE) -> bytes:
    """Return a table with a row for each text."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["id", "headline", "date", "body", "views"])
    for number, text in enumerate(texts):
        writer.writerow([f"story-{number}", TITLE, "2019-03-02", text, "17"])
    return stream.getvalue().encode()


def jsonl_dump(texts: Iterable[str] = PROSE) -> bytes:
    """Return a JSON object a line for each text."""
    lines = (json.dumps({"title": TITLE, "text": text, "published": "2019-03-02"}) for text in texts)
    return "\n".join(lines).encode()


def html() -> bytes:
    """Return a page with a menu and a footer around the article."""
    paragraphs = "".join(f"<p>{text}</p>" for text in PROSE)
    head = f'<title>{TITLE}</title><meta charset="utf-8"><meta name="author" content="Ilse Varnum">'
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{TITLE}</h1>{paragraphs}</article><footer>Share on Chirper</footer></body></html>"
    ).encode()


def markdown() -> bytes:
    """Return a Markdown file with front matter."""
    header = f"---\ntitle: {TITLE}\npublished: 2019-03-02\n---\n"
    return f"{header}# {TITLE}\n\n{FIRST}\n\n> {SECOND}\n\n- {THIRD}\n".encode()


def every_format() -> dict[str, bytes]:
    """Return one readable file of each kind, by its ending."""
    return {
        ".md": markdown(),
        ".mdx": markdown(),
        ".txt": "\n\n".join(PROSE).encode("utf-16"),
        ".html": html(),
        ".pdf": pdf([[FIRST], [SECOND, THIRD]]),
        ".docx": docx(),
        ".epub": epub(),
        ".xml": rss(),
        ".csv": csv_dump(),
        ".jsonl": jsonl_dump(),
    }


def odt(body: str, meta: str = "") -> bytes:
    """Return an OpenDocument text of this body; T1 is struck out there, T2 hidden, T3 raised."""
    names = {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "meta": "meta",
    }
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"' for name, full in names.items()
    )
    looks = (
        'style:text-line-through-style="solid"',
        'text:display="none"',
        'style:text-position="super 58%"',
    )
    styles = "".join(
        f'<style:style style:name="T{n}"><style:text-properties {look}/></style:style>'
        for n, look in enumerate(looks, 1)
    )
    parts = {
        "content.xml": f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "meta.xml": f'<office:document-meta {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<office:meta>{meta}</office:meta></office:document-meta>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()
