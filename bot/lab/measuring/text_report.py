"""Tells what an evaluation found: tables for people, one JSON object for programs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.lab.measuring.evaluation import RunFigures
from bot.lab.measuring.frames import Framed, InMessages
from bot.lab.measuring.measure import Measured
from bot.lab.measuring.runs import Difference
from bot.lab.measuring.slips import FIRST, Recall


def report_object(report: Measured) -> Mapping[str, Any]:
    """Return the report as plain values; shares are from 0 to 1."""
    found = asdict(report.figures) | {"evidence_not_in_articles": report.lost}
    found |= {"calibration_error": report.calibration.error, "mean_risk": report.calibration.mean_risk}
    found["reliability"] = [asdict(b) for b in report.calibration.bins]
    if report.junk is not None:
        found["junk"] = [quote.text for quote in report.junk]
    if report.slips:
        found["slips"] = asdict(report.slips)
    if report.frames:
        found["frames"] = asdict(report.frames)
    if report.messages:
        found["messages"] = [asdict(joined) for joined in report.messages]
    if report.differences is not None:
        found["differences"] = [asdict(difference) for difference in report.differences]
    return found


def print_report(report: Measured, console: Console) -> None:
    """Print everything that was measured as tables."""
    console.print(_overall(report))
    if len(report.figures.kinds) > 1:
        console.print(_kinds(report.figures))
    for quote in report.junk or ():
        console.print(f"junk is quoted from {quote.article.file}: {quote.text}")
    if report.slips:
        console.print(_slips(report.slips))
    if report.frames:
        console.print(_frames(report.frames))
    if report.messages:
        console.print(_messages(report.messages))
    if report.differences is not None:
        console.print(_differences(report.differences))


def _overall(report: Measured) -> Table:
    table = Table("measure", title=f"{report.figures.count} questions", title_justify="left")
    table.add_column("figure", justify="right")
    for row in _rows(report):
        table.add_row(*row)
    return table


def _rows(report: Measured) -> Iterator[tuple[str, str]]:
    found = report.figures
    yield "hit@1", _percent(found.hit_1)
    yield "hit@3", _percent(found.hit_3)
    yield "MRR", f"{found.mrr:.3f}"
    yield "answerable: answered", _percent(found.answered)
    for kind, share in found.refused.items():
        yield f"{kind}: refused", _percent(share)
        yield f"{kind}: refused or hedged", _percent(found.refused_or_hedged[kind])
    yield "first quote right at confidence .5 or more", _percent(found.sure_and_right)
    yield "expected calibration error", f"{report.calibration.error:.3f}"
    yield "mean risk over coverage", f"{report.calibration.mean_risk:.3f}"
    yield "first quote, characters", f"{found.quote_length:.0f}"
    yield "answered by what is read at first", _percent(found.read_hit)
    yield f"second quotes read at first ({found.seconds}) that answer", _percent(found.second_right)
    yield "characters read at first that do not answer", f"{found.beside:.0f}"
    yield "quotes that are exact ranges", f"{found.exact} of {found.quotes}"
    if report.junk is not None:
        yield "quotes that touch junk", str(len(report.junk))
    if report.lost:
        yield "evidence that is not in the articles", str(report.lost)


def _kinds(found: RunFigures) -> Table:
    table = Table(title="By kind", title_justify="left")
    table.add_column("kind", no_wrap=True)
    for heading in ("questions", "hit@1", "hit@3", "refused", "refused or hedged"):
        table.add_column(heading, justify="right")
    for of in found.kinds:
        hits = (_percent(of.hit_1), _percent(of.hit_3)) if of.answerable else ("", "")
        table.add_row(of.kind or "-", str(of.count), *hits, _percent(1 - of.answered), _percent(of.hedged))
    return table


def _slips(found: Recall) -> Table:
    title = f"Answer among {FIRST} passages, {found.count} questions"
    table = Table("question", title=title, title_justify="left")
    table.add_column("recall", justify="right")
    table.add_row("as written", _percent(found.as_written))
    table.add_row("a slip in the rarest word, exact terms", _percent(found.with_slip))
    table.add_row("a slip in the rarest word, spelling variants", _percent(found.with_variants))
    table.add_row("as written, in the order of the answer", _percent(found.as_written_in_answers))
    table.add_row("a slip, variants, in the order of the answer", _percent(found.with_variants_in_answers))
    return table


def _frames(found: Framed) -> Table:
    table = Table(title=f"In frames, {found.count} answerable questions", title_justify="left")
    table.add_column("frame", overflow="fold")
    for heading in ("first quote kept", "refused"):
        table.add_column(heading, justify="right")
    table.add_row("as written", "", _percent(found.refused_plain))
    for of in found.frames:
        table.add_row(Text(of.frame), _percent(of.kept), _percent(of.refused))
    table.add_row(f"all {len(found.frames)}", _percent(found.kept), _percent(found.refused))
    return table


def _messages(found: Sequence[InMessages]) -> Table:
    table = Table("joined", title="Several questions in a message", title_justify="left")
    for heading in ("messages", "parts", "first quote kept"):
        table.add_column(heading, justify="right")
    for of in found:
        table.add_row(of.joined, str(of.messages), str(of.parts), _percent(of.kept))
    messages, parts = sum(of.messages for of in found), sum(of.parts for of in found)
    table.add_row("all", str(messages), str(parts), _percent(sum(of.kept * of.parts for of in found) / parts))
    return table


def _differences(differences: tuple[Difference, ...]) -> Table:
    table = Table("measure", title="Against the other run", title_justify="left")
    for heading in ("questions", "difference", "95 % interval"):
        table.add_column(heading, justify="right")
    for d in differences:
        interval = f"{100 * d.low:+.1f} to {100 * d.high:+.1f}"
        table.add_row(d.measure, str(d.count), f"{100 * d.rise:+.1f}", interval)
    return table


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
