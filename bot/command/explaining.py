"""How an answer was chosen, in tables: what ``./run ask --explain`` prints."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.chat.wording.markup import shortened
from bot.core.answer import Traced, found_by
from bot.core.choosing.selection import Ranked
from bot.core.explanation import features_of, places, words_left_out
from bot.core.replies import HEDGE_BELOW, Abstention, Answer

_CANDIDATES = 6
_FEATURES = (
    "coverage",
    "coverage_passage",
    "sentence_bm25",
    "passage_bm25",
    "names",
    "head",
    "fits",
    "pairs",
    "meaning",
    "sense",
    "sense_around",
)
_LONGEST_SENTENCE = 160


def print_explanation(traced: Traced, console: Console) -> None:
    """Print the question's words and kind, the best candidates with their features, and the decision."""
    question = traced.question
    for clause in traced.message.clauses if traced.message else ():
        _line(console, clause.role.value, clause.text)
    head = question.words[question.head].surface if question.head is not None else ""
    _line(console, "asks for", question.asked.value + (f", about {head!r}" if head else ""))
    if question.filters.given:
        _line(console, "filters", "  ".join(question.filters.given))
    if question.words:
        console.print(_words(traced))
    if left_out := words_left_out(question):
        _line(console, "not searched, since they tell nothing of a subject", " ".join(left_out))
    if traced.ranked:
        _print_candidates(traced, traced.ranked, console)
        covered, right = f"{traced.covered:.2f}", f"{traced.reply.confidence:.2f}"
        _line(console, "articles cover it", f"{covered} (refused below {traced.refuse_below:.2f})")
        _line(console, "best sentence answers", f"{right} (hedged below {HEDGE_BELOW:.2f})")
    _line(console, "decision", _decision(traced))


def _line(console: Console, name: str, value: str) -> None:
    console.print(Text.assemble((f"{name}: ", "bold"), value), soft_wrap=True)


def _words(traced: Traced) -> Table:
    table = Table("word", "also searched", "like it in meaning", "weight", "found")
    for word, where in places(traced):
        others = traced.question.also_searched.get(word.surface, ())
        related = traced.question.related.get(word.surface, ())
        names = _cell(word.surface), _cell(", ".join(others)), _cell(", ".join(related))
        table.add_row(*names, f"{word.weight:.2f}", where.value)
    return table


def _print_candidates(traced: Traced, ranked: Ranked, console: Console) -> None:
    """Print the best sentences, numbered, and a table of their features, a column each."""
    best = ranked.candidates[:_CANDIDATES]
    for number, candidate in enumerate(best, 1):
        words = shortened(candidate.text, _LONGEST_SENTENCE)
        _line(console, f"{number}. {candidate.passage.article.file}", words)
    table = Table("feature", *(str(number) for number, _ in enumerate(best, 1)))
    columns = [features_of(traced, place) for place in range(len(best))]
    table.add_row("found by", *(found_by(candidate).value for candidate in best))
    table.add_row("score", *(f"{score:.2f}" for score in ranked.scores[: len(best)]))
    for name in (name for name in _FEATURES if name in columns[0]):
        table.add_row(name.replace("_", " "), *(f"{features[name]:.2f}" for features in columns))
    console.print(table)


def _decision(traced: Traced) -> str:
    match traced.reply:
        case Answer(pasted=None) as reply:
            return "the closest passages" if reply.hedged else "an answer"
        case Answer():
            return "a quotation, looked up"
        case Abstention() as reply:
            return f"a refusal ({reply.reason.value})"


def _cell(text: str) -> Text:
    return Text(text, overflow="fold")
