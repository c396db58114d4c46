"""Pages of Notion: their names end in 32 figures, and lines of properties stand under their titles."""

import re
from pathlib import PurePosixPath

_MARK = re.compile(r"[ -][0-9a-f]{32}(?=$|_all\.|\.)")
_PROPERTIES = re.compile(r"(\A\ufeff?# [^\n]*\n\n)(?:[^\n:]{1,60}: [^\n]*\n)+(?=\n|\Z)")


def is_of_notion(file: str) -> bool:
    """Tell whether a file is named as Notion names pages."""
    return _MARK.search(PurePosixPath(file).name) is not None


def plain_name(name: str) -> str:
    """Return the name of a file without what only Notion reads in it."""
    found = _MARK.search(name)
    return PurePosixPath(_MARK.sub("", name)).stem.removesuffix("_all") if found else name


def without_properties(data: bytes) -> bytes:
    """Return a page in Markdown without the lines of properties, which are no text."""
    try:
        return _PROPERTIES.sub(r"\1", data.decode()).encode()
    except UnicodeDecodeError:
        return data
