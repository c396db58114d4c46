"""E-books (.epub): the chapters in reading order, as one article."""

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from bot.basics.errors import ArticleError
from bot.library.formats.web_page import whole_text
from bot.library.parsing.archive import open_archive, read_member
from bot.library.parsing.decoding import decode
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.header import Header, found_header

_DC = "{http://purl.org/dc/elements/1.1/}"
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""The "encryption" that only hides fonts."""


def parse_epub(data: bytes, beside: Header) -> Draft:
    """Return the book. Raises ArticleError for books that are protected or broken."""
    archive = open_archive(data)
    _refuse_protected(archive)
    container = _xml(archive, "META-INF/container.xml")
    path = next((element.get("full-path") for element in container.iter("{*}rootfile")), None)
    if not path:
        raise ArticleError("the book is broken: it does not name its contents; save it anew")
    package = _xml(archive, path)
    pieces = tuple(piece for name in _chapters(package, path) for piece in _chapter(archive, name))
    return Draft(pieces, beside.over(_metadata(package)))


def _chapters(package: Any, path: str) -> Iterator[str]:
    """Yield the names of the chapters' files, in reading order."""
    items = {item.get("id"): item.get("href", "") for item in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        if reference.get("linear") != "no" and (href := items.get(reference.get("idref"))):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(href)))


def _chapter(archive: ZipFile, name: str) -> tuple[Piece, ...]:
    data = read_member(archive, name)
    return whole_text(decode(data)) if data.strip() else ()


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


def _refuse_protected(archive: ZipFile) -> None:
    if "META-INF/encryption.xml" not in archive.namelist():
        return
    encryption = _xml(archive, "META-INF/encryption.xml")
    algorithms = {method.get("Algorithm") for method in encryption.iter("{*}EncryptionMethod")}
    if algorithms - set(_FONTS):
        raise ArticleError("the book is copy-protected; its text cannot be read")


def _xml(archive: ZipFile, name: str) -> Any:  # lxml is not typed
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(read_member(archive, name), parser)
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError(f"the book is broken: {name[:80]!r} is no XML; save it anew") from error
    if root is None:
        raise ArticleError(f"the book is broken: {name[:80]!r} is empty; save it anew")
    return root
