from bot.chat.maintainers.reload_report import MOST_LINES, render_report
from bot.chat.wording.texts import Language
from bot.core.nouns import ArticleId
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.editions.changes import Changes, ReloadReport
from bot.library.parsing.problem import Problem

KILN, WEIR, MILL = ArticleId("kiln"), ArticleId("weir"), ArticleId("mill")
REPORT = ReloadReport(
    before="a" * 64,
    after="b" * 64,
    files="",
    changes=Changes((MILL,), (WEIR,), (KILN,), (), (Problem("bad<b>.md", say(Message.FILE_EMPTY), 3),)),
    articles=2,
    passages=7,
    seconds=1.25,
    differing={KILN: 2},
    lost={KILN: 1, WEIR: 3},
    copies=(frozenset({KILN, MILL}),),
    applied=True,
)


def test_a_report_says_per_article_what_happened() -> None:
    assert render_report(REPORT, Language.ENGLISH).message.visible.splitlines() == [
        "Reloaded. Edition bbbbbbbb serves now.",
        "Added: 1",
        "mill",
        "Changed: 1",
        "kiln: 2 passages differ, 1 given quote no longer stands",
        "Removed: 1",
        "weir: 3 given quotes no longer stand",
        "Refused: 1",
        "bad<b>.md:3: the file is empty",
        "The same text in several files: 1",
        "kiln, mill",
        "Unchanged: 0",
        "2 articles, 7 passages, 1.2 s, edition bbbbbbbb",
    ]


def test_a_refusal_is_told_in_the_readers_language() -> None:
    lines = render_report(REPORT, Language.RUSSIAN).message.visible.splitlines()
    assert "bad<b>.md:3: файл пуст" in lines


def test_a_long_report_is_a_short_message_and_a_whole_attachment() -> None:
    many = tuple(ArticleId(f"ship{number}") for number in range(MOST_LINES))
    rendered = render_report(
        ReloadReport("", "b", "", Changes(added=many), len(many), 60, 1.0, applied=True), Language.RUSSIAN
    )
    assert rendered.message.fits
    assert "ship29" not in rendered.message.visible
    assert all(name in rendered.attachment.visible for name in many)
