"""What programs read: the fields of a reply keep their names, or programs break."""

import json
import subprocess
import sys

QUESTION = "who mended the tower clock?"
FIELDS = {
    "question",
    "status",
    "reason",
    "confidence",
    "quotes",
    "missing_terms",
    "also_searched",
}
QUOTE = {
    "text",
    "article",
    "file",
    "start",
    "end",
    "lead_ins",
    "revision",
    "title",
    "section",
    "publisher",
    "published",
    "url",
    "link",
    "found_by",
}


def test_a_reply_has_the_fields_that_the_readme_names() -> None:
    said = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "bot", "ask", "--json", QUESTION, "--corpus", "tests/golden/mixed/articles"],
        capture_output=True,
        check=True,
        text=True,
    )
    reply = json.loads(said.stdout)
    assert set(reply) >= FIELDS
    assert {name for quote in reply["quotes"] for name in quote} == QUOTE
