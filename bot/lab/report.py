"""Prints what an evaluation found."""

import json
import random
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bot.core.edition import Edition
from bot.lab.evaluation import Figures, ask_all, figures
from bot.lab.questions import read_questions
from bot.library.learned import load_model


def evaluate(path: Path, read_edition: Callable[[], Edition], sample: int | None, as_json: bool) -> int:
    """Ask all questions (or a sample, always the same), print the figures, return the exit code 0."""
    material = read_questions(path)
    edition = Edition.of(material.articles) if material.articles else read_edition()
    questions = list(material.questions)
    if sample is not None and sample < len(questions):
        questions = random.Random(0).sample(questions, sample)  # noqa: S311 - a sample, not a secret
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("asking", total=len(questions))
        outcomes = ask_all(questions, edition, load_model(), lambda: progress.advance(task))
    found = figures(outcomes)
    if as_json:
        sys.stdout.write(json.dumps(asdict(found)) + "\n")
    else:
        Console().print(_table(found))
    return 0


def _table(found: Figures) -> Table:
    table = Table("measure", "figure", title=f"{found.count} questions")
    rows = {
        "hit@1": found.hit_1,
        "hit@3": found.hit_3,
        "MRR": found.mrr,
        "answerable: answered": found.answered,
        **{f"{kind}: refused": share for kind, share in found.refused.items()},
        **{f"{kind}: refused or hedged": share for kind, share in found.refused_or_hedged.items()},
        "first quote right at confidence .5 or more": found.sure_and_right,
    }
    for name, share in rows.items():
        table.add_row(name, f"{100 * share:.1f} %")
    table.add_row("first quote, characters", f"{found.quote_length:.0f}")
    return table
