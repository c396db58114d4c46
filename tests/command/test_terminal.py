import io
import re
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from bot.chat.pages.ages import Occasion
from bot.chat.wording.texts import Language
from bot.command.conversing import converse
from bot.command.terminal import (
    Screen,
    console,
    print_article,
    print_reply,
    print_sources,
    progress,
)
from bot.core.index.edition import Edition
from bot.core.proving.quote import Quote, cite
from bot.core.proving.text_fragments import quote_link
from bot.core.replies import Abstention, Answer, Pasted, Reason
from tests.chat.articles import article, at, quotes
from tests.core.models import model
from tests.core.texts import figures_of

FIRST, MINES, *_ = quotes()
LINKED = re.compile(r"\x1b\]8;[^;]*;(?P<url>[^\x1b]*)\x1b\\(?:\x1b\[[\d;]*m)*(?P<label>[^\x1b]*)")


def printed(*, terminal: bool, width: int = 200, **environment: str) -> Console:
    return Screen(
        file=io.StringIO(),
        force_terminal=terminal,
        width=width,
        highlight=False,
        _environ=environment or {"TERM": "xterm"},
    )


def written(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def answer(*found: Quote, confidence: float = 0.9, **facts: object) -> Answer:
    return Answer(found[0], tuple(found[1:]), confidence, **facts)  # type: ignore[arg-type]


def test_a_conversation_can_write_out_the_links_of_sentences(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = Edition.of([FIRST.article])
    for full, address in ((False, FIRST.article.url), (True, quote_link(FIRST))):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{FIRST.text}\n"))
        converse(edition, model(), full_links=full)
        assert f"   {address}\n" in capsys.readouterr().out


def test_into_a_file_an_answer_is_plain_lines_with_addresses() -> None:
    output = printed(terminal=False)
    print_reply(answer(FIRST, MINES), output)
    assert written(output).splitlines() == [
        f"1. {FIRST.text}",
        "   Mines in the harbour – Alder Courier, 6 May 2031",
        f"   {FIRST.article.url}",
        "",
        f"2. {MINES.text}",
        "   Mines in the harbour – Alder Courier, 6 May 2031",
        f"   {MINES.article.url}",
    ]


def test_what_differs_stands_above_the_quotes() -> None:
    output = printed(terminal=False)
    print_reply(answer(FIRST, MINES, figures=figures_of(FIRST, MINES)), output)
    lines = written(output).splitlines()
    assert lines[:4] == [
        "The sources differ: compare figures and dates.",
        f"{FIRST.text} · {MINES.text}",
        "",
        f"1. {FIRST.text}",
    ]
    assert not any("differ" in line for line in lines[1:])


def test_old_news_is_dated() -> None:
    output = printed(terminal=False)
    print_reply(answer(FIRST), output, occasion=Occasion(date(2040, 1, 1), 365))
    assert written(output).splitlines()[-1] == "The newest source quoted here is 8 years old: 6 May 2031."


def test_into_a_file_the_sentences_own_links_are_written_if_asked_for() -> None:
    output = printed(terminal=False)
    print_reply(answer(MINES), output, full_links=True)
    assert written(output).splitlines()[-1].strip() == quote_link(MINES)


def test_into_a_file_a_long_quote_stays_on_one_line() -> None:
    (long,) = quotes([["The tide rose and fell, " * 40 + "and then it stopped."]])
    output = printed(terminal=False, width=40)
    print_reply(answer(long), output)
    assert long.text in written(output)


def test_in_a_terminal_the_title_is_the_link() -> None:
    output = printed(terminal=True)
    print_reply(answer(MINES), output)
    links = [(match["label"], match["url"]) for match in LINKED.finditer(written(output)) if match["url"]]
    assert links == [("Mines in the harbour", quote_link(MINES))]


def test_a_terminal_without_links_gets_the_address() -> None:
    output = printed(terminal=True, TERM="dumb")
    print_reply(answer(MINES), output)
    assert "\x1b]8" not in written(output)
    assert MINES.article.url in written(output)


def test_a_narrow_terminal_breaks_lines_beside_the_number() -> None:
    output = printed(terminal=True, width=30)
    print_reply(answer(at(MINES, url="")), output)
    lines = re.sub(r"\x1b[^m]*m", "", written(output)).splitlines()
    assert lines[0].startswith("1. Divers")
    assert lines[1].startswith("   ")
    assert " ".join(" ".join(lines).split()).startswith(f"1. {MINES.text}")


def test_a_doubtful_answer_is_headed_and_noted() -> None:
    output = printed(terminal=False)
    print_reply(
        answer(MINES, confidence=0.2, missing=("submarine",), also_searched={"pier": ("piers",)}), output
    )
    lines = written(output).splitlines()
    assert lines[0].startswith("Closest passages")
    assert lines[-3:] == ["", "Also searched: pier → piers", "Not in the articles: submarine"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("reason", Reason)
def test_a_refusal_names_the_reason_the_words_and_the_nearest_articles(
    reason: Reason, language: Language
) -> None:
    output = printed(terminal=False)
    print_reply(Abstention(reason, 0.1, ("submarine",), (cite(FIRST.article),)), output, language)
    lines = written(output).splitlines()
    assert len(lines) == 5
    assert lines[1].endswith(": submarine")
    assert lines[4].strip() == FIRST.article.url


def test_no_article_can_steer_the_terminal() -> None:
    hostile = at(
        quotes([["Red \x1b[31malert\x07 and \x9bmore."]])[0],
        title="T\x1b]8;;evil\x1b\\",
        publisher="P\rQ[bold]",
    )
    output = printed(terminal=False)
    print_reply(answer(hostile), output)
    assert not set(written(output)) & {"\x1b", "\x07", "\x9b", "\r"}
    assert "T\\u001b]8;;evil" in written(output)
    assert "[bold]" in written(output)


def test_the_sources_are_numbered_with_their_addresses() -> None:
    output = printed(terminal=False)
    untitled = replace(article(), title="", url="", publisher="", published=None, retracted="true")
    print_sources([article(), untitled], output)
    assert written(output).splitlines() == [
        "1. Mines in the harbour – Alder Courier, 6 May 2031",
        "   https://courier.test/mines",
        "2. harbour.md – ⚠ retracted",
    ]


def test_no_sources_are_said_to_be_none() -> None:
    output = printed(terminal=False)
    print_sources([], output)
    assert written(output) == "There are no articles yet.\n"


def test_the_console_takes_brackets_for_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    print_sources(
        [replace(article(), title="[red]12[/red] :smile:", url="", publisher="", published=None)], console()
    )
    assert capsys.readouterr().out == "1. [red]12[/red] :smile:\n"


def conversation(
    lines: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    assert converse(Edition.of([article()]), model()) == 0
    return capsys.readouterr().out


def test_a_conversation_answers_line_by_line_until_it_is_ended(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = conversation(["", "  How many mines near the pier?", "/quit", "/sources"], monkeypatch, capsys)
    assert shown.startswith("1 article.")
    assert MINES.text in shown
    assert shown.count("?") == 3, "one prompt a line, none after the end"


def test_a_conversation_lists_the_sources_and_ends_with_the_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = conversation(["/sources", "xyzzy"], monkeypatch, capsys)
    assert "1. Mines in the harbour – Alder Courier" in shown
    assert "The articles do not answer this" in shown
    assert shown.endswith("\n")


def test_a_conversation_tells_its_commands_instead_of_searching_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert conversation(["/help"], monkeypatch, capsys).count("1 article.") == 2


def test_a_follow_up_keeps_the_question_before_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = conversation(["How many mines near Sund?", "and near Port Alder?"], monkeypatch, capsys)
    assert "earlier question: How many mines near Sund?" in shown
    assert shown.count("earlier question") == 1


def test_an_article_is_shown_as_it_is_quoted() -> None:
    output = printed(terminal=False)
    print_article(article(), output)
    source, address, blank, *text = written(output).splitlines()
    assert (source, address, blank) == ("Mines in the harbour – Alder Courier, 6 May 2031", article().url, "")
    assert "\n".join(text) == article().text


def test_pasted_words_are_shown_beside_the_articles_own() -> None:
    output = printed(terminal=False)
    pasted = Pasted("Divers found\x1b[31m 40 mines", ("40",), ("14",))
    print_reply(answer(MINES, confidence=0.8, pasted=pasted), output)
    assert written(output).splitlines()[:6] == [
        "Here the words are different:",
        "You sent: “Divers found\\u001b[31m 40 mines”",
        "Only in what you sent: 40",
        "Only in the article: 14",
        "",
        f"1. {MINES.text}",
    ]


def progress_shown(quiet: bool, monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    """What work that takes a while shows on standard error, a terminal where the environment says so."""
    screen = io.StringIO()
    monkeypatch.setattr("sys.stderr", screen)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with progress(quiet) as bar:
        told = bar("reading")
        told(0, 400)
        monkeypatch.setattr("bot.command.terminal._MOMENT", 0)
        told(300, 400)
    return screen.getvalue()


def test_progress_is_shown_in_a_terminal_only_and_not_if_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    assert progress_shown(False, monkeypatch) == ""
    assert "300/400" in progress_shown(False, monkeypatch, FORCE_COLOR="1")
    assert progress_shown(True, monkeypatch, FORCE_COLOR="1") == ""
