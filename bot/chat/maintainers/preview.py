"""Articles that may be added, as a maintainer sees them first. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.chat.pages.citations import composed, isolated, title_of
from bot.chat.pages.page import Checked, Ours, Page, Shown, checked
from bot.chat.pages.post import Sendable
from bot.chat.wording.markup import Html, blockquote, code, cut, escape, inert, join, shortened
from bot.chat.wording.texts import Language, day, text
from bot.core.index.edition import Edition
from bot.core.nouns import Claim, Span
from bot.core.proving.quote import Quote, cite, prove
from bot.languages.interface.messages import Message
from bot.library.corpus.contribution import FIELDS, Contribution
from bot.library.formats.registry import Parsed
from bot.library.parsing.draft import Drafted
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Problem

UNKNOWN = "—"
_LONGEST_QUOTE = 500
_LONGEST_LINE = 100
_MOST_CUT = 5
_MOST_FILES = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What was found in the files: each with its articles, and all problems."""

    given: tuple[Contribution, ...]
    readings: tuple[Drafted, ...]
    problems: tuple[Problem, ...]

    @classmethod
    def at(cls, given: Sequence[Contribution], problems: Iterable[Problem] = ()) -> "Look":
        """Read the files; those without any article are left out, with the reason."""
        parsed = [(contribution, contribution.parsed) for contribution in given]
        return cls(
            tuple(contribution for contribution, found in parsed if found.readings),
            tuple(reading for _, found in parsed for reading in found.readings),
            (*problems, *(problem for _, found in parsed for problem in _why_less(found))),
        )

    def corrected(self, fields: Header) -> "Look":
        """Read the files again, with other fields in their headers. Raises ArticleError."""
        return Look.at([given.corrected(fields) for given in self.given], self.problems)


def _why_less(found: Parsed) -> tuple[Problem, ...]:
    """Return why a file has less articles than it might; a remark counts only where there is none at all."""
    return found.problems if found.readings else (*found.problems, *found.remarks)


def render_preview(look: Look, current: Edition, language: Language) -> Sendable:
    """Return what would be added: an article with its first sentences, or several by their titles."""
    refused = [refused_to_add(problem, language) for problem in look.problems[:_MOST_FILES]]
    if len(look.readings) == 1:
        return _article(look.readings[0], refused, current, language)
    lines = [escape(title_of(cite(reading.article))) for reading in look.readings[:_MOST_FILES]]
    heading = text(Message.ADD_SEVERAL, language, count=len(look.readings))
    return Ours(join([heading, *lines, *refused], "\n") if look.readings else join(refused, "\n"))


def _article(reading: Drafted, refused: Sequence[Html], current: Edition, language: Language) -> Checked:
    edition = Edition.of([reading.article])
    page = Page(facts_to_add(edition, language))
    if begins := _first_words(edition):
        quotation = blockquote(inert(isolated(composed(begins.text))))
        heading = text(Message.ADD_FIRST_SENTENCES, language)
        page = page.followed_by(Page(join([heading, quotation], "\n"), (begins,)))
    notes = notes_on(reading, current, language)
    notes.append(text(Message.EDIT_PREVIEW, language, fields=", ".join(FIELDS)))
    page = page.followed_by(Page(join(notes, "\n")))
    return checked(page.followed_by(Page(join(refused, "\n"))) if refused else page, edition)


def facts_to_add(edition: Edition, language: Language) -> Html:
    """Return what is known of the one article of an edition, and the question whether to add it."""
    (article,) = edition.articles
    return text(
        Message.ADD_PREVIEW,
        language,
        title=title_of(cite(article)),
        publisher=shortened(article.publisher, _LONGEST_LINE) or UNKNOWN,
        date=day(article.published, language) if article.published else UNKNOWN,
        language=article.language or UNKNOWN,
        passages=len(edition.passages),
    )


def beginning(edition: Edition) -> Quote | None:
    """Return the first sentences of the edition as a quote, None where there are none."""
    if not edition.passages or not edition.passages[0].sentences:
        return None
    passage = edition.passages[0]
    first = passage.sentences[:2]
    return prove(Claim.of(passage.article, Span(first[0].start, first[-1].end)), edition)


def notes_on(reading: Drafted, current: Edition, language: Language) -> list[Html]:
    """Return which article has the same text already, and what was cut from this one."""
    same = [a.file for a in current.listed if a.revision == reading.article.revision]
    exists = [text(Message.ADD_EXISTS, language, file=same[0])] if same else []
    return exists + _residue([cutting.text for cutting in reading.cut], language)


def _first_words(edition: Edition) -> Shown | None:
    """Return the beginning of the article as a message shows it."""
    quote = beginning(edition)
    if quote is None:
        return None
    span = quote.span
    end = cut(quote.text, lambda length: length <= _LONGEST_QUOTE)
    return Shown(quote, Span(span.start, span.start + end))


def _residue(lines: Sequence[str], language: Language) -> list[Html]:
    if not lines:
        return []
    heading = text(Message.ADD_RESIDUE, language, count=len(lines))
    return [heading, *(code(shortened(line, _LONGEST_LINE)) for line in lines[:_MOST_CUT])]


def refused_to_add(problem: Problem, language: Language) -> Html:
    """Return why a file, or a part of it, cannot be added."""
    name = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return text(
        Message.ADD_REFUSED,
        language,
        name=shortened(name, _LONGEST_LINE),
        problem=shortened(problem.said(language), 300),
    )
