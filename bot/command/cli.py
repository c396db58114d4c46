"""The command line: arguments to functions. Each command is a few lines; the work is done elsewhere."""

# Each command imports what it needs when it is called, so that it starts as fast as it can.
# ruff: noqa: PLC0415

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __doc__ as about
from bot.basics.called import called
from bot.basics.errors import BotError
from bot.command.operating import add_operating
from bot.command.options import (
    CommandParsers,
    colour_option,
    config_option,
    corpus_option,
    links_option,
    quiet_option,
)
from bot.command.questions import CalledWronglyError, questions_of
from bot.command.shell_files import SHELLS, completion, manual
from bot.command.streams import colour, let_all_be_written, note, write, write_json

if TYPE_CHECKING:
    from bot.basics.settings import Listen, Settings
    from bot.chat.pages.ages import Occasion
    from bot.core.answer import Model, Traced
    from bot.core.index.edition import Edition
    from bot.core.nouns import Article, ArticleId
    from bot.core.replies import Reply

_FIRST_STEPS = """\
  {run} ask --samples "Who died in Almaty?"       ask the sample articles
  {run} init                                     begin with articles of your own
  {run} check --corpus my-articles               look for what is wrong with articles of your own
  {run} chat --corpus my-articles                ask them in a conversation
  BOT_TOKEN=... {run} serve                      run the Telegram bot
"""
_SOME = 5
"""Articles that are named where a name fits several."""
_NO_FOLDER = (
    "there is no folder {folder} here: {run} init makes one, --corpus DIR names another,"
    " --samples takes the sample articles that come with Quoth"
)
_MORE = "{run} --help lists all commands, {run} COMMAND --help what each can do."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 could not be done, 2 called wrongly, 130 ended."""
    let_all_be_written()
    options = _parser(called()).parse_args(arguments)
    if options.color != "auto":
        colour(options.color == "always")
    try:
        return int(options.run(options))
    except BotError as error:
        note(str(error))
        return 2 if isinstance(error, CalledWronglyError) else 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _parser(name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=name,
        description=about,
        epilog="examples:\n" + _FIRST_STEPS.format(run=name),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="store_const", const=_version, dest="run", help="print what is installed"
    )
    parser.set_defaults(run=_welcome)
    config_option(parser, None)
    colour_option(parser, "auto")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_reading(commands)
    _add_keeping(commands)
    add_operating(commands, _corpus)
    _add_measuring(commands)
    _add_for_shells(commands)
    return parser


def _add_reading(commands: CommandParsers) -> None:
    ask = commands.add_parser("ask", help="answer a question with quotes")
    ask.add_argument("question", nargs="*", metavar="QUESTION", help="what to ask")
    ask.add_argument(
        "--from", dest="source", metavar="FILE", help="read one question a line; - is standard input"
    )
    ask.add_argument("--json", action="store_true", help="print one JSON object a question")
    links_option(ask)
    ask.add_argument("--explain", action="store_true", help="also show how the answer was chosen")
    corpus_option(ask)
    ask.set_defaults(run=_ask)

    chat = commands.add_parser("chat", help="ask in a conversation")
    links_option(chat)
    corpus_option(chat)
    chat.set_defaults(run=_chat)

    show = commands.add_parser("show", help="show an article as it is quoted")
    show.add_argument(
        "article", metavar="ARTICLE", nargs="?", help="its id or file, or how one of them begins"
    )
    only = show.add_mutually_exclusive_group()
    only.add_argument("--text", action="store_true", help="print its clean text exactly, and nothing else")
    only.add_argument("--list", action="store_true", help="print the ids of all articles, one a line")
    only.add_argument("--cut", action="store_true", help="print what was cut from it, and as what")
    corpus_option(show)
    show.set_defaults(run=_show)


def _add_keeping(commands: CommandParsers) -> None:
    serve = commands.add_parser("serve", help="run the Telegram bot (BOT_TOKEN says which)")
    serve.add_argument("--watch", action="store_true", help="reload when files in the corpus change")
    serve.add_argument("--workers", type=_workers, metavar="N", help="think in N processes (BOT_WORKERS)")
    config_option(serve)
    serve.set_defaults(run=_serve)

    web = commands.add_parser("web", help="serve a page to read on, without Telegram")
    web.add_argument("--listen", type=_listen, metavar="HOST:PORT", help="where (default: 127.0.0.1:8082)")
    web.add_argument("--watch", action="store_true", help="reload when files in the corpus change")
    corpus_option(web)
    web.set_defaults(run=_web)

    mcp = commands.add_parser("mcp", help="let assistants ask and cite, over the Model Context Protocol")
    mcp.add_argument(
        "--listen", type=_listen, metavar="HOST:PORT", help="over HTTP, beside the page (else: over pipes)"
    )
    corpus_option(mcp)
    mcp.set_defaults(run=_mcp)

    check = commands.add_parser("check", help="look for everything that is wrong with a folder of articles")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    corpus_option(check)
    check.set_defaults(run=_check)

    encode = commands.add_parser(
        "encode", help="make ready to find by meaning, now instead of when first asked"
    )
    corpus_option(encode)
    encode.set_defaults(run=_encode)

    export = commands.add_parser("export", help="print every article as one JSON object a line")
    corpus_option(export)
    export.set_defaults(run=_export)

    reload = commands.add_parser("reload", help="make the running bot read its folder again")
    reload.add_argument("--dry-run", action="store_true", help="only tell what it would do")
    quiet_option(reload)
    config_option(reload)
    reload.set_defaults(run=_reload)


def _add_measuring(commands: CommandParsers) -> None:
    evaluate = commands.add_parser("eval", help="measure the answers against a file of questions")
    evaluate.add_argument(
        "questions", metavar="QUESTIONS", type=Path, help="a question set (see tests/golden)"
    )
    evaluate.add_argument("--sample", type=_count, metavar="N", help="ask only N questions, always the same")
    evaluate.add_argument("--json", action="store_true", help="print one JSON object")
    evaluate.add_argument("--plot", type=Path, metavar="FILE", help="draw reliability and risk as a PNG")
    evaluate.add_argument("--save", type=Path, metavar="RUN", help="save the run, to compare others with")
    evaluate.add_argument("--compare", type=Path, metavar="RUN", help="tell what changed since a saved run")
    evaluate.add_argument("--junk", type=Path, metavar="FILE", help="lines that must never be quoted (JSON)")
    evaluate.add_argument("--weights", type=Path, metavar="FILE", help="rank with these weights (JSON)")
    evaluate.add_argument("--never-refuse", action="store_true", help="answer whatever shares a word")
    evaluate.add_argument("--slips", action="store_true", help="also ask with a slip in the rarest word")
    evaluate.add_argument(
        "--frames",
        type=Path,
        nargs="?",
        const=Path(__file__).parents[1] / "lab" / "measuring" / "frames.txt",
        metavar="FILE",
        help="also ask amid what people write around questions (own lines: {q} in each)",
    )
    evaluate.add_argument(
        "--messages",
        type=_count,
        nargs="?",
        const=200,
        metavar="N",
        help="also ask in N messages (else 200) of two and three questions each",
    )
    corpus_option(evaluate)
    evaluate.set_defaults(run=_evaluate)

    train = commands.add_parser("train", help="learn anew how to choose sentences (needs the extra 'train')")
    train.add_argument(
        "data",
        metavar="DATA",
        type=Path,
        nargs="+",
        help="question sets with their own articles (SQuAD's form), or beside a folder 'articles'",
    )
    train.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the weights go")
    train.set_defaults(run=_train)


def _add_for_shells(commands: CommandParsers) -> None:
    completion = commands.add_parser("completion", help="print what makes a shell complete commands and ids")
    completion.add_argument("shell", choices=SHELLS, help="the shell")
    completion.set_defaults(run=_completion)

    man = commands.add_parser("man", help="print the manual page, for man -l -")
    man.set_defaults(run=_man)


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("should be 1 or more")
    return count


def _listen(text: str) -> "Listen":
    from bot.basics.settings import Listen

    try:
        return Listen.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _completion(options: argparse.Namespace) -> int:
    write(completion(_parser("quoth"), options.shell))
    return 0


def _man(_: argparse.Namespace) -> int:
    write(manual(_parser("quoth")))
    return 0


def _welcome(_: argparse.Namespace) -> int:
    write(f"{about}\n\n{_FIRST_STEPS}\n{_MORE}".format(run=called()))
    return 0


def _version(_: argparse.Namespace) -> int:
    import platform
    from importlib.metadata import version

    from bot.library.editions.kept import EDITION_FORMAT
    from bot.storage.schema import DATA_VERSION

    telegram = f"python-telegram-bot {version('python-telegram-bot')}"
    data = f"edition format {EDITION_FORMAT}, database version {DATA_VERSION}"
    write(f"quoth {version('quoth')} (Python {platform.python_version()}, {telegram}, {data})")
    return 0


def _ask(options: argparse.Namespace) -> int:
    from bot.core.answer import traced
    from bot.library.learned import load_model

    if options.explain and options.json:
        raise CalledWronglyError("--explain prints tables for people; leave one of --explain and --json out")
    questions = questions_of(options.question, options.source)
    model = load_model()
    edition = _encoded(options, _edition(options, model), hurried=len(questions) == 1)
    for question in questions:
        found = traced(question, edition, model)
        _print_reply(question, found.reply, options)
        if options.explain:
            _explain(found)
    return 0


def _explain(found: "Traced") -> None:
    from bot.command.explaining import print_explanation
    from bot.command.terminal import console

    print_explanation(found, console())


def _print_reply(question: str, reply: "Reply", options: argparse.Namespace) -> None:
    if options.json:
        from bot.web.as_json import reply_object

        return write_json(reply_object(question, reply))
    from bot.command.terminal import console, print_reply

    return print_reply(reply, console(), full_links=options.links == "full", occasion=_occasion(options))


def _occasion(options: argparse.Namespace) -> "Occasion":
    from bot.basics.settings import read_settings
    from bot.chat.pages.ages import Occasion

    return Occasion.now(read_settings(options.config).old_after_days)


def _corpus(options: argparse.Namespace) -> Path:
    from bot.basics.settings import read_settings

    settings = read_settings(options.config)
    if options.samples:
        from bot.library.corpus.samples import samples

        return samples()
    if not options.corpus and not settings.corpus.exists():
        raise BotError(_NO_FOLDER.format(folder=settings.corpus, run=called()))
    return options.corpus or settings.corpus


def _edition(options: argparse.Namespace, model: "Model | None" = None) -> "Edition":
    from bot.command.terminal import progress
    from bot.core.index.background import NO_BACKGROUND
    from bot.library.editions.remembered import Memory

    background = model.background if model else NO_BACKGROUND
    if index := _index(options):
        from bot.library.indexed.connecting import shared_edition

        return shared_edition(index, background)
    corpus = _corpus(options)
    with progress(options.quiet) as bar:
        opened = Memory().open(corpus, background, bar("reading"), bar("indexing"))
    if not opened.edition.entries:
        note(f"there are no articles in {corpus}; --samples asks those that come with Quoth")
    _note_problems(opened.problems)
    return opened.edition


def _index(options: argparse.Namespace) -> "Settings | None":
    """Return the settings where they name an index and no folder was named to be asked instead."""
    from bot.basics.settings import read_settings

    settings = read_settings(options.config)
    return settings if settings.index and not options.samples and not options.corpus else None


def _encoded(options: argparse.Namespace, edition: "Edition", hurried: bool = False) -> "Edition":
    from bot.basics.settings import read_settings
    from bot.command.by_meaning import with_meaning
    from bot.command.terminal import progress

    return with_meaning(edition, read_settings(options.config), lambda: progress(options.quiet), hurried)


def _chat(options: argparse.Namespace) -> int:
    from bot.command.conversing import converse
    from bot.library.learned import load_model

    model = load_model()
    edition = _encoded(options, _edition(options, model))
    return converse(edition, model, full_links=options.links == "full", occasion=_occasion(options))


def _encode(options: argparse.Namespace) -> int:
    from bot.library.learned import load_model

    edition = _encoded(options, _edition(options, load_model()))
    if not edition.encoded:
        note("nothing is encoded: there is no encoder, or nothing to encode; see docs/meaning.md")
        return 1
    write(f"encoded by {edition.encoded.encoder.name}: {len(edition.entries)} articles")
    return 0


def _serve(options: argparse.Namespace) -> int:
    from bot.basics.settings import read_settings
    from bot.serving.app import run

    settings = read_settings(options.config)
    changed = {"watch": settings.watch or options.watch, "workers": options.workers or settings.workers}
    return run(settings.model_copy(update=changed), options.config)


def _workers(text: str) -> int:
    from bot.basics.settings import problem_with

    if problem := problem_with("workers", text):
        raise argparse.ArgumentTypeError(problem)
    return int(text)


def _web(options: argparse.Namespace) -> int:
    return _serve_page(options, watch=options.watch)


def _serve_page(options: argparse.Namespace, **switches: bool) -> int:
    from bot.basics.settings import read_settings
    from bot.serving.app import run_page

    settings = read_settings(options.config)
    changed = {
        "corpus": _corpus(options),
        "web_listen": options.listen or settings.web_listen,
        **{name: True for name, is_on in switches.items() if is_on},
    }
    return run_page(settings.model_copy(update=changed), options.config)


def _mcp(options: argparse.Namespace) -> int:
    from bot.basics import logs
    from bot.basics.settings import read_settings
    from bot.core.answer import answer
    from bot.library.learned import load_model
    from bot.web.assistants import needs_extra

    if options.listen:
        return _serve_page(options, web_assistants=True)
    try:
        from bot.web.assistants.protocol import serve_pipes
    except ImportError as error:
        raise BotError(needs_extra()) from error
    settings, model = read_settings(options.config), load_model()
    logs.set_up(settings.log_format, settings.log_level, *settings.secrets)
    edition = _encoded(options, _edition(options, model), hurried=True)
    serve_pipes(edition, lambda question: answer(question, edition, model))
    return 0


def _reload(options: argparse.Namespace) -> int:
    import asyncio

    from bot.basics.settings import read_settings
    from bot.command.terminal import progress
    from bot.serving.triggers import ask_to_reload

    with progress(options.quiet) as bar:
        told = bar("reading")
        report = asyncio.run(
            ask_to_reload(read_settings(options.config).data, dry=options.dry_run, on_progress=told)
        )
    write(report.rstrip())
    return 0


def _check(options: argparse.Namespace) -> int:
    from bot.command.terminal import console, progress
    from bot.library.corpus.printing import print_check
    from bot.library.editions.remembered import Memory

    with progress(options.quiet) as bar:
        report = Memory().check(_corpus(options), bar("reading"))
    if options.json:
        write_json(report.to_json(), indent=2)
    else:
        print_check(report, console())
        _print_kept(options)
    return 0 if report.passed else 1


def _print_kept(options: argparse.Namespace) -> None:
    """Print what the kept editions take of the disk, where the folder is the one that a bot serves."""
    from bot.basics.settings import read_settings
    from bot.library.editions.kept import Editions
    from bot.storage.data_folder import EDITIONS

    folder = read_settings(options.config).data / EDITIONS
    if not options.corpus and not options.samples and folder.is_dir():
        write(f"kept editions: {Editions(folder).told()}")


def _export(options: argparse.Namespace) -> int:
    from bot.library.corpus.export import article_object
    from bot.library.corpus.folder import each_reading
    from bot.library.parsing.problem import Problem

    problems = 0
    for found in each_reading(_corpus(options)):
        if isinstance(found, Problem):
            problems += 1
        else:
            write_json(article_object(found))
    _note_problems(problems)
    return 0


def _show(options: argparse.Namespace) -> int:
    if options.list:
        for article in _edition(options).listed:
            write(article.id)
        return 0
    if not options.article:
        raise CalledWronglyError("say which article to show; --list prints the ids of all")
    article = _found(options.article, _edition(options))
    if options.cut:
        return _show_cut(article.id, _corpus(options))
    if options.text:
        sys.stdout.buffer.write(article.text.encode())
        return 0
    from bot.command.terminal import console, paged, print_article

    screen = console()
    with paged(screen):
        print_article(article, screen)
    return 0


def _show_cut(article: "ArticleId", corpus: Path) -> int:
    from bot.command.terminal import console, print_cut
    from bot.library.corpus.folder import each_reading
    from bot.library.parsing.draft import Drafted

    readings = (found for found in each_reading(corpus) if isinstance(found, Drafted))
    print_cut(next((one.cut for one in readings if one.article.id == article), ()), console())
    return 0


def _found(name: str, edition: "Edition") -> "Article":
    """Return the article of that id or file, or the only one whose id or file name begins so."""
    exact = [article for article in edition.listed if name in {article.id, article.file}]
    alike = [a for a in edition.listed if a.id.startswith(name) or Path(a.file).name.startswith(name)]
    found = exact or alike
    if len(found) == 1:
        return edition.entries[found[0].id].article
    if not found:
        raise BotError(f"there is no article {name!r}; {called()} check lists them")
    some = ", ".join(article.id for article in found[:_SOME])
    raise BotError(f"{len(found)} articles begin with {name!r}, such as {some}; give more of it")


def _evaluate(options: argparse.Namespace) -> int:
    from bot.lab.measuring.measure import Plan, measure
    from bot.lab.measuring.text_report import print_report, report_object
    from bot.lab.measuring.varied import read_weights
    from bot.library.learned import load_model

    chosen = {name: getattr(options, name) for name in Plan.__dataclass_fields__ if name != "corpus"}
    model = load_model()
    if options.weights:
        background = replace(model.background, weights=read_weights(options.weights))
        model = replace(model, background=background)
    report = measure(
        Plan(corpus=_corpus(options), **chosen),
        model,
        lambda: _edition(options, model),
        lambda edition: _encoded(options, edition),
    )
    if options.json:
        write_json(report_object(report))
    else:
        from bot.command.terminal import console

        print_report(report, console())
    return 0 if report.passed else 1


def _train(options: argparse.Namespace) -> int:
    from bot.basics.settings import read_settings
    from bot.command.by_meaning import encoding_of
    from bot.lab.learning.training import train

    encoding = encoding_of(read_settings())
    train(options.data, options.out, encoding.made if encoding else None, note)
    return 0


def _note_problems(count: int) -> None:
    if count:
        note(f"{count} problem(s) in the folder; {called()} check tells which")
