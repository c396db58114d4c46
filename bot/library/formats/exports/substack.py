"""An export of Substack: a table that tells which of the pages beside it were published."""

import csv
import io
from collections.abc import Mapping

from bot.library.parsing.header import Header, found_header

_TABLE = "posts.csv"
_COLUMNS = {"post_id", "is_published", "title"}


def as_substack(members: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, Header]]:
    """Return the files that everybody was to read, and what the table says of them; all if it is none."""
    table = members.get(_TABLE, b"").decode("utf-8-sig", errors="replace")
    rows = csv.DictReader(io.StringIO(table, newline=""))
    if not set(rows.fieldnames or ()) >= _COLUMNS:
        return dict(members), {}
    left, headers = {name: data for name, data in members.items() if name != _TABLE}, dict[str, Header]()
    for row in rows:
        name = f"posts/{row['post_id']}.html"
        if row["is_published"] != "true" or row.get("audience", "everyone") != "everyone":
            left.pop(name, None)
        headers[name] = found_header({"title": row["title"], "published": row.get("post_date")})
    return left, headers
