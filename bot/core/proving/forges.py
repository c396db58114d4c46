"""Where a browser opens a file of a Git repository: its page, at hosts whose form of addresses is known.

The protocol names no such page. ``HEAD`` is the newest commit of the branch that the host shows first.
"""

from urllib.parse import urlsplit

_PAGES = {
    "github.com": "/blob/HEAD/",
    "gitlab.com": "/-/blob/HEAD/",
    "codeberg.org": "/src/branch/HEAD/",
    "gitea.com": "/src/branch/HEAD/",
    "git.sr.ht": "/tree/HEAD/item/",
}


def opened_at(url: str) -> str:
    """Return where a browser opens an address: of ``…/name.git#docs/weir.md`` the page of that file.

    Every other address is returned as it is, also that of a file at a host that is not known: it leads to
    the repository.
    """
    repository, _, path = url.partition("#")
    parts = urlsplit(repository) if repository.endswith(".git") else None
    page = _PAGES.get(parts.hostname or "") if parts else None
    return f"{repository.removesuffix('.git')}{page}{path}" if page and path else url
