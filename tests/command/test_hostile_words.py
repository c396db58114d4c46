"""Words of others that would command a terminal or turn a line around, at every way out of the command."""

import json
import logging
from pathlib import Path

import pytest

from bot.basics.logs import set_up
from bot.chat.maintainers.reload_report import render_report
from bot.chat.pages.citations import source_line, word_list
from bot.chat.wording.texts import Language
from bot.command.cli import main
from bot.core.nouns import ArticleId, Citation
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf

STEERING = "\x1b\x07\x08\x9b\u202e\u2067"
EVIL = "\x1b]0;gone\x07\x9b31m\u202e\u2067"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Signs in a column, a key, an id, a title and an address: as bytes and as escapes of YAML and JSON."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "columns.csv").write_text("title\x1b]0;gone\u202e,column\na,b\n")
    (folder / "key.md").write_text(
        '---\n"fla\\evour\\u202e": x\npublished: "20\\e31"\n---\nThe weir broke.\n'
    )
    (folder / "url.md").write_text('---\nurl: "https://weir.test/\\u202e\\e"\n---\nThe weir broke.\n')
    rows = [
        {"id": EVIL, "title": f"The weir {EVIL}", "text": "The weir below the mill broke in spring."},
        {"id": "2", "title": "x", "url": f"https://mill.test/{EVIL}", "text": "The miller moved his wheel."},
    ]
    (folder / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    return folder


@pytest.mark.parametrize(
    "call",
    [
        ["check"],
        ["check", "--json"],
        ["ask", "What broke below the mill?"],
        ["ask", "What broke below the mill?", "--json"],
        ["ask", "What broke below the mill?", "--explain"],
        ["show", "rows.jsonl"],
    ],
    ids=" ".join,
)
def test_no_article_steers_what_reads_the_output(
    corpus: Path, capsys: pytest.CaptureFixture[str], call: list[str]
) -> None:
    main([*call, "--corpus", str(corpus)])
    written = capsys.readouterr()
    assert not set(written.out + written.err) & set(STEERING)


def test_what_would_steer_is_shown(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--corpus", str(corpus)])
    assert "20\\x1b31" in capsys.readouterr().out
    main(["check", "--json", "--corpus", str(corpus)])
    titles = [article["title"] for article in json.loads(capsys.readouterr().out)["articles"]]
    assert any("The weir" in title for title in titles)


def test_no_article_steers_the_report_of_a_reload(corpus: Path, tmp_path: Path) -> None:
    shelf = Shelf(corpus, Editions(tmp_path / "editions"))
    shelf.open()
    report = shelf.put(shelf.prepare())
    for language in Language:
        rendered = render_report(report, language)
        assert not set(rendered.message.visible + rendered.attachment.visible) & set(STEERING)


def test_no_title_turns_around_what_stands_beside_it() -> None:
    citation = titled(f"Weir{EVIL}\u2069", "\u202eMill\u2068")
    line = source_line(citation, "https://weir.test", Language.ENGLISH).visible + word_list(["\u202ex\u2069"])
    assert not set(line) & {*STEERING, "\u2068", "\u2069"}
    hebrew = source_line(titled("\u05e0\u05de\u05dc\u2069"), "", Language.ENGLISH)
    assert (hebrew.visible[0], hebrew.visible[-1]) == ("\u2068", "\u2069")
    assert hebrew.visible.count("\u2069") == 1


def titled(title: str, publisher: str = "") -> Citation:
    return Citation(ArticleId("weir"), "weir.md", title=title, publisher=publisher)


@pytest.mark.parametrize("log_format", ["human", "json"])
def test_no_article_steers_who_reads_the_log(capsys: pytest.CaptureFixture[str], log_format: str) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        set_up("human" if log_format == "human" else "json", "INFO", "4242:short")
        logging.getLogger("bot.x").warning("refused: %s", EVIL, extra={"file": EVIL})
    finally:
        root.handlers = handlers
        root.setLevel(level)
        logging.captureWarnings(capture=False)
    written = capsys.readouterr().err
    assert "refused" in written
    assert not set(written) & set(STEERING)
