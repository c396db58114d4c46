"""E-books (.epub): the chapters in reading order, as one article."""

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.formats.saved.web_page import whole_text
from bot.library.parsing.archive import Archive
from bot.library.parsing.decoding import declared_encoding, decode
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.format import Format
from bot.library.parsing.header import Header, found_header

_DC = "{http://purl.org/dc/elements/1.1/}"
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""The "encryption" that only hides fonts."""


def parse_epub(data: bytes, beside: Header) -> Draft:
    """Return the book. Raises ArticleError for books that are protected or broken."""
    archive = Archive(data)
    _refuse_protected(archive)
    container = xml_part(archive, "META-INF/container.xml", LIMITS.pages.package_tags)
    path = next((element.get("full-path") for element in container.iter("{*}rootfile")), None)
    if not path:
        raise ArticleError(Message.EPUB_NO_CONTENTS)
    package = xml_part(archive, path, LIMITS.pages.package_tags)
    return Draft(tuple(_pieces(archive, _chapters(package, path))), beside.over(_metadata(package)))


def _chapters(package: Any, path: str) -> Iterable[str]:
    """Return the names of the chapters' files, each once, in reading order."""
    items = {item.get("id"): item.get("href", "") for item in package.iter("{*}item")}
    read = (element for element in package.iter("{*}itemref") if element.get("linear") != "no")
    found = filter(None, (items.get(element.get("idref")) for element in read))
    folder = posixpath.dirname(path)
    return dict.fromkeys(posixpath.normpath(posixpath.join(folder, unquote(href))) for href in found)


def _pieces(archive: Archive, chapters: Iterable[str]) -> Iterator[Piece]:
    """Yield the text of the chapters. Raises ArticleError as soon as the book is longer than any may be."""
    tags = characters = 0
    for name in chapters:
        data = archive.read(name, LIMITS.files.one)
        tags += data.count(b"<")
        if tags > LIMITS.pages.book_tags:
            raise ArticleError(Message.TOO_MANY_TAGS, limit=LIMITS.pages.book_tags)
        pieces = whole_text(decode(data, declared_encoding(data))) if data.strip() else ()
        characters += sum(len(piece.text) for piece in pieces)
        if characters > LIMITS.files.characters:
            raise ArticleError(Message.EPUB_TOO_LONG, limit=LIMITS.files.characters)
        yield from pieces


def _metadata(package: Any) -> Header:
    def first(name: str) -> str:
        return next((element.text or "" for element in package.iter(_DC + name)), "").strip()

    return found_header(
        {
            "title": first("title"),
            "author": first("creator"),
            "publisher": first("publisher"),
            "published": first("date"),
            "language": first("language"),
        }
    )


def _refuse_protected(archive: Archive) -> None:
    if "META-INF/encryption.xml" not in archive:
        return
    encryption = xml_part(archive, "META-INF/encryption.xml", LIMITS.pages.package_tags)
    algorithms = {method.get("Algorithm") for method in encryption.iter("{*}EncryptionMethod")}
    if algorithms - set(_FONTS):
        raise ArticleError(Message.EPUB_PROTECTED)


def xml_part(archive: Archive, name: str, most: int) -> Any:  # lxml is not typed
    """Return the root of an XML file in an archive. Raises ArticleError if it is none, or has more tags."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    data = archive.read(name, LIMITS.files.one)
    if data.count(b"<") > most:
        raise ArticleError(Message.EPUB_TAGS, part=repr(name[:80]), limit=most)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError(Message.EPUB_NO_XML, part=repr(name[:80])) from error
    if root is None:
        raise ArticleError(Message.EPUB_EMPTY, part=repr(name[:80]))
    return root


FORMATS = (Format(suffixes=(".epub",), media_types=("application/epub+zip",), parse=parse_epub),)
