"""An export of a space of Confluence: its pages; the list of them and what is attached are not read."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath

_PAGE = re.compile(rb"<div id=\"main-content\" class=\"wiki-content")
_LIST, _ATTACHED = "index.html", "attachments"


def as_confluence(members: Mapping[str, bytes]) -> tuple[dict[str, bytes], Counter[str]]:
    """Return the pages, and how many other files there are; all files if it is no such export."""
    pages = [name for name, data in members.items() if name.endswith(".html") and _PAGE.search(data)]
    folders = {str(PurePosixPath(name).parent) for name in pages}
    kept, kinds = dict[str, bytes](), Counter[str]()
    for name, data in members.items():
        inside = next((PurePosixPath(name).relative_to(f) for f in folders if _is_in(name, f)), None)
        if inside is not None and inside.parts[0] == _ATTACHED:
            kinds["attachment"] += 1
        elif inside is None or str(inside) != _LIST or name in pages:
            kept[name] = data
    return kept, kinds


def _is_in(name: str, folder: str) -> bool:
    return PurePosixPath(name).is_relative_to(folder)
