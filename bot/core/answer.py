"""A question and an edition → quotes that answer, or an honest refusal."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.basics.limits import LIMITS
from bot.core.asking.asked import asks_by_word, asks_of_now, defined, of_each
from bot.core.asking.filters import parse_filters
from bot.core.asking.follow_up import followed_up
from bot.core.asking.message import Heard, heard, points_back, says_little, with_subject
from bot.core.asking.peeling import Role
from bot.core.asking.pointing import only_points
from bot.core.asking.question import Question, told_beside, understand
from bot.core.asking.worded_filters import asked_of_publisher, filters_spelt
from bot.core.choosing.candidates import Candidate
from bot.core.choosing.claims import doubted, is_one_claim, looked_up, near_words, quoted, short_claim
from bot.core.choosing.confidence import Confidence, signals
from bot.core.choosing.disagreement import differing, tells_another_date
from bot.core.choosing.pasted import Excerpt, excerpt
from bot.core.choosing.selection import Ranked, Ranker, rank, select
from bot.core.index.background import NO_BACKGROUND, Background
from bot.core.index.edition import Edition
from bot.core.index.engine import IndexFailure
from bot.core.index.facets import Filters, bare_address, stands_in
from bot.core.index.vectors.encoded import SentenceLikeness
from bot.core.nouns import Article, Citation, Passage
from bot.core.proving.quote import Quote, cite, prove
from bot.core.reading.shape import bare_words
from bot.core.replies import HEDGE_BELOW, Abstention, Answer, FoundBy, Part, Pasted, Reason, Reply, together
from bot.core.words.spoken import may_be_in
from bot.core.words.tokens import word_texts

SURE_BY_NAMES = 0.05
"""How sure an answer to a foreign question has to be at least to be shown because its names are found, though
meaning refuses it. Of twelve Russian questions about other things, four with names of the articles, none was
surer than .013; of seven that the articles answer, four were."""
SURE_BY_WORDS = 0.15
"""How sure words alone have to be in a small edition, where meaning refuses (decision 0145)."""
SAME_QUESTION = 0.9
"""How sure an answer is at least that its article gives to the very question: nobody could be surer."""
_NOT_FOUND = {Reason.NO_MATCH, Reason.NOT_COVERED}
NEAREST = 3
"""Articles that a refusal points to."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What was learned: how to rank sentences, how sure to be, when to refuse."""

    ranker: Ranker
    confidence: Confidence
    background: Background = NO_BACKGROUND
    encoded: "Callable[[], Model | None]" = lambda: None
    """Gives what was learned for editions whose sentences are encoded, read when it is first asked for."""
    foreign: "Callable[[], Model | None]" = lambda: None
    """Gives what was learned for these and questions in a language that no article is in."""


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """A question, its reply, and what led there.

    ``ranked`` is None where nothing was ranked. ``covered`` is the probability, 0 to 1, that the articles are
    about the question, ``refuse_below`` that from which on they answer. ``message`` is what was heard, clause
    by clause.
    """

    question: Question
    reply: Reply
    ranked: Ranked | None = None
    covered: float = 0.0
    refuse_below: float = 0.0
    message: Heard | None = None


def answer(text: str, edition: Edition, model: Model, most: int = LIMITS.asking.quotes_found) -> Reply:
    """Answer from the edition with up to ``most`` proven quotes, or abstain and say why. Never fails."""
    return traced(text, edition, model, most).reply


def traced(text: str, edition: Edition, model: Model, most: int = LIMITS.asking.quotes_found) -> Traced:
    """Answer, and tell what led there; of several questions, what led to the surest reply. Never fails.

    Where the index cannot be asked there is no answer: half of what it would find is none either.
    """
    try:
        return _traced(text, edition, model, most)
    except IndexFailure:
        return Traced(understand("", edition), Abstention(Reason.CANNOT_LOOK_UP, 0.0))


def _traced(text: str, edition: Edition, model: Model, most: int) -> Traced:
    text = filters_spelt(text, edition.facets)
    message = heard(text)
    if reason := _asks_no_article(text, message):
        talk = Abstention(reason, 0.0, asked_in=may_be_in(text))
        return Traced(understand("", edition), talk, message=message)
    asked = [text.strip()] if is_one_claim(text) else _asked(message, edition)
    if pasted := _pasted(text, asked, edition, most):
        return replace(pasted, message=message)
    found = [
        _searched(_pointed(asked[:n], message, edition), message.context, (edition, model), most)
        for n in range(1, len(asked) + 1)
    ]
    best = max(found, key=lambda one: (isinstance(one.reply, Answer), one.reply.confidence))
    parts = [Part(question, one.reply) for question, one in zip(asked, found, strict=True)]
    unread = max(0, len(message.questions) - LIMITS.asking.questions)
    reply = replace(best.reply, parts=tuple(parts), unread=unread) if len(parts) > 1 else best.reply
    return replace(best, message=message, reply=reply)


def _pointed(asked: Sequence[str], message: Heard, edition: Edition) -> str:
    """Return the last question with what it points back at: the one before it, or what the message states."""
    *before, question = asked
    if not before and message.told and points_back(question):
        before = [" ".join(word.surface for word in told_beside(message.told, edition))]
    return with_subject(question, before)


def _searched(asked: str, context: str, where: tuple[Edition, Model], most: int) -> Traced:
    """Answer one question of a message; one of two names, of whom nothing tells at once, about each."""
    found = _alone(asked, context, where, most)
    each = of_each(asked) if found.reply.confidence < HEDGE_BELOW else None
    both = each and [_alone(one, context, where, most) for one in each]
    return _joined(found, both) if both else found


def _joined(found: Traced, both: Sequence[Traced]) -> Traced:
    """Return the answers about each of two, where both are surer than that about both at once."""
    leads = {one.reply.lead for one in both if isinstance(one.reply, Answer)}
    sure = min(one.reply.confidence for one in both)
    if len(leads) < len(both) or (isinstance(found.reply, Answer) and sure <= found.reply.confidence):
        return found
    parts = tuple(Part(one.question.text, one.reply) for one in both)
    return replace(found, reply=replace(together(replace(both[0].reply, parts=parts)), parts=()))


def _alone(asked: str, context: str, where: tuple[Edition, Model], most: int) -> Traced:
    edition, model = where
    asked = short_claim(asked) or asked
    question = understand(asked, edition, context)
    if (of_publisher := asked_of_publisher(asked, question.missing, edition.facets)) != asked:
        asked, question = of_publisher, understand(of_publisher, edition, context)
    reply = _asks_nothing(question, edition) or looked_up(asked, question, edition, most)
    if reply:
        found = Traced(question, reply)
    elif claim := doubted(asked):
        found = _near(claim, question, where, most)
    else:
        found = _not_quoted(asked, question, edition) or _chosen(question, edition, model, most)
        found = _elsewhere(asked, context, where, most) or found if _is_refused(found) else found
    foreign = found.question.foreign
    return replace(found, reply=replace(found.reply, asked_in=foreign)) if foreign else found


def _is_refused(found: Traced) -> bool:
    return isinstance(found.reply, Abstention) and found.reply.reason in _NOT_FOUND


def _elsewhere(asked: str, context: str, where: tuple[Edition, Model], most: int) -> Traced | None:
    """Return what articles in other languages than the question's answer; None if nothing or if none are."""
    edition, model = where
    question = understand(asked, edition, context, elsewhere=True)
    found = _chosen(question, edition, model, most) if question.foreign and edition.encoded else None
    return found if found and isinstance(found.reply, Answer) else None


def _asks_no_article(text: str, message: Heard) -> Reason | None:
    """Return why a message asks the articles nothing, None where it asks them or is only empty."""
    if only_points(text):
        return Reason.NO_SUBJECT
    if message.questions:
        return None
    if message.has(Role.LEANING):
        return Reason.NO_SUBJECT
    return Reason.SMALL_TALK if message.has(Role.SOCIAL) or message.has(Role.ABOUT_US) else None


def _asked(message: Heard, edition: Edition) -> list[str]:
    """Return the questions to be searched, each with what it leans on in the one before it.

    They are asked of the article whose address stands in the message, if any does.
    """
    own = (address for address in message.addresses if edition.facets.has_address(address))
    filters = [f"source:{bare_address(address)}" for address in own]
    asked: list[str] = []
    for question in message.questions[: LIMITS.asking.questions] or ("",):
        leans = bool(asked) and says_little(question)
        asked.append(followed_up(question, asked[-1]) if leans else question)
    return [" ".join([question, *filters]).strip() for question in asked]


def _pasted(text: str, asked: Sequence[str], edition: Edition, most: int) -> Traced | None:
    """Return where the words of a whole message stand, if they were pasted and are more than one question.

    What only is like them is no answer to somebody who asks.
    """
    if list(asked) == [text.strip()] or not edition.passages or not excerpt(parse_filters(text)[0]):
        return None
    question = understand(text, edition)
    if question.filters.unclear:
        return None
    found = looked_up(text, question, edition, most)
    if found is None or not found.pasted:
        return None
    return Traced(question, found) if found.pasted.is_verbatim or not any(map(asks_by_word, asked)) else None


def _asks_nothing(question: Question, edition: Edition) -> Abstention | None:
    """Return why there is nothing to look for, None if there is."""
    if not edition.passages:
        return Abstention(Reason.EMPTY_CORPUS, 0.0)
    if question.filters.unclear:
        return Abstention(Reason.BAD_FILTER, 0.0, filters=question.filters.unclear)
    return None if question.words else Abstention(Reason.EMPTY_QUESTION, 0.0)


def _not_quoted(text: str, question: Question, edition: Edition) -> Traced | None:
    """Return that words in quotation marks stand nowhere, None where none are to be found."""
    words = quoted(text)
    if words is None or not words.in_marks:
        return None
    nearest = _nearest(edition.passages[number] for number in near_words(question, edition))
    return Traced(question, Abstention(Reason.NOT_QUOTED, 0.0, question.lacking, nearest))


def _near(claim: Excerpt, asked: Question, where: tuple[Edition, Model], most: int) -> Traced:
    """Return the passages closest to a claim that nothing is like, and tell that they are no more."""
    edition, model = where
    question = understand(claim.text, edition)
    question = replace(question, filters=replace(asked.filters, phrases=()))
    found = _chosen(question, edition, model, most)
    if isinstance(found.reply, Answer):
        sure = min(found.reply.confidence, edition.weights.doubtful)
        nearest = Pasted(claim.text, nearest=True)
        return replace(found, reply=replace(found.reply, confidence=sure, pasted=nearest))
    return (_not_quoted(asked.text, asked, edition) if claim.in_marks else None) or found


def _chosen(question: Question, edition: Edition, model: Model, most: int) -> Traced:
    """Return the sentences that answer best, or that none does.

    In a small edition meaning is asked only where words find no sure answer, or cannot. What they find
    doubtfully is shown where meaning refuses, if it is not too doubtful.
    """
    by_meaning = model.encoded() if edition.encoded else None
    if edition.encoded is None or by_meaning is None:
        return _judged(question, edition, model, most)
    by_words = None
    if edition.encoded.is_small and not question.foreign:
        by_words = _judged(question, edition, model, most)
        if isinstance(by_words.reply, Answer) and not by_words.reply.hedged:
            return by_words
    likeness = edition.encoded.likeness(question.text)
    if not likeness:
        return by_words or _judged(question, edition, model, most)
    learned = (model.foreign() if question.foreign else None) or by_meaning
    found = _judged(question, edition, learned, most, likeness)
    if by_words and isinstance(found.reply, Abstention) and by_words.reply.confidence >= SURE_BY_WORDS:
        found = by_words
    found = replace(found, reply=replace(found.reply, like_talk=likeness.is_talk))
    if question.foreign and isinstance(found.reply, Abstention):
        return _by_names(question, edition, model, most) or (
            _judged(question, edition, _never_refusing(learned), most, likeness)
            if found.reply.confidence >= SURE_BY_NAMES and _names_are_found(question, edition, model)
            else found
        )
    return found


def _by_names(question: Question, edition: Edition, model: Model, most: int) -> Traced | None:
    """Return what words alone find of a foreign question that only asks who or what it names; else None.

    "Кто такой X?" has no word to be understood but X, which either stands in the articles or does not.
    """
    thing, known = defined(question.text), {word.surface for word in question.words}
    names_all = thing and known.issuperset(word_texts(thing.of(question.text))) and not question.missing
    found = _judged(question, edition, model, most) if names_all else None
    return found if found and isinstance(found.reply, Answer) else None


def _names_are_found(question: Question, edition: Edition, model: Model) -> bool:
    """Tell whether words alone, which of a foreign question are names and figures, find an answer."""
    return isinstance(_judged(question, edition, model, 1).reply, Answer)


def _never_refusing(model: Model) -> Model:
    return replace(model, confidence=replace(model.confidence, refuse_below=0.0))


def _judged(
    question: Question, edition: Edition, model: Model, most: int, likeness: SentenceLikeness | None = None
) -> Traced:
    """Return what one model makes of a question."""
    ranked = rank(question, edition, model.ranker, model.background.vectors, likeness)
    if not ranked.candidates:
        return Traced(question, _unmatched(question, edition))
    row = signals(question, ranked)
    covered, sure = model.confidence.coverage(row), model.confidence.probability(row)
    quotes = [quote for claim in select(ranked, most) if (quote := prove(claim, edition))]
    if quotes and covered >= model.confidence.refuse_below:
        aside = _aside(question, ranked, quotes, model)
        reply: Reply = replace(_answered(question, ranked, quotes, sure, edition), aside=aside)
    else:
        by_words = any(candidate.by_words for candidate in ranked.candidates)
        reply = _refused(question, ranked, sure) if by_words else _unmatched(question, edition)
    return Traced(question, reply, ranked, covered, model.confidence.refuse_below)


def _aside(question: Question, ranked: Ranked, quotes: Sequence[Quote], model: Model) -> tuple[Quote, ...]:
    """Return the further quotes that only say more of the first one's article, or have too little evidence.

    It is their own that counts: each is judged as if it were the first.
    """

    def sure(quote: Quote) -> float:
        said = ((n, c) for n, c in enumerate(ranked.candidates) if c.passage is quote.passage)
        best = next(n for n, candidate in said if quote.span.contains(candidate.span))
        return model.confidence.probability(signals(question, ranked, best))

    least, further = ranked.weights.own_evidence, quotes[1 : LIMITS.asking.quotes_found]
    first = quotes[0].article.id
    weak = (quote for quote in further if quote.article.id == first or sure(quote) < least)
    return (*weak, *quotes[LIMITS.asking.quotes_found :])


def _refused(question: Question, ranked: Ranked, sure: float) -> Abstention:
    nearest = _nearest(candidate.passage for candidate in ranked.candidates)
    return Abstention(Reason.NOT_COVERED, sure, question.lacking, nearest, dict(question.also_searched))


def _answered(
    question: Question, ranked: Ranked, quotes: Sequence[Quote], sure: float, edition: Edition
) -> Answer:
    lead = quotes[0]
    by_words = _led_to(lead, ranked) is FoundBy.WORDS
    if (
        question.is_vague
        or (question.foreign and by_words)  # names and figures alone found it
        or tells_another_date(question.text, lead.text, lead.article.language)
    ):
        sure = min(sure, edition.weights.doubtful)
    elif _is_asked_above(question, lead):
        sure = max(sure, SAME_QUESTION)
    return Answer(
        lead=lead,
        others=tuple(quotes[1:]),
        confidence=sure,
        also_searched=dict(question.also_searched),
        missing=(*_lacking(question, lead, ranked, sure), *_other_forms(question, edition)),
        figures=differing(question, ranked, quotes),
        of_now=asks_of_now(question.text),
        found_by={quote: by for quote in quotes if (by := _led_to(quote, ranked)) is not FoundBy.WORDS},
    )


def _is_asked_above(question: Question, lead: Quote) -> bool:
    """Tell whether the question, word for word, stands above a quote as what it answers ("Q: Where …?")."""
    asked = bare_words(question.text)
    above = (bare_words(span.of(lead.article.text)) for span in lead.lead_ins)
    return any(words in {asked, words[:1] + asked} for words in above)


def _lacking(question: Question, lead: Quote, ranked: Ranked, sure: float) -> list[str]:
    """Return the missing words to tell: where a sure quote was found by meaning, only names and numbers.

    Its other words are most likely there in other words.
    """
    if sure < HEDGE_BELOW or _led_to(lead, ranked) is FoundBy.WORDS:
        return list(question.lacking)
    names = {word.surface for word in question.words if word.is_name}
    return [word for word in question.lacking if word in names]


def found_by(candidate: Candidate) -> FoundBy:
    """Return what led to a candidate's passage."""
    if not candidate.by_meaning:
        return FoundBy.WORDS
    return FoundBy.BOTH if candidate.by_words else FoundBy.MEANING


def _led_to(quote: Quote, ranked: Ranked) -> FoundBy:
    return next(found_by(c) for c in ranked.candidates if c.passage is quote.passage)


def _other_forms(question: Question, edition: Edition) -> list[str]:
    """Return the quoted phrases that stand nowhere word for word, only in other forms of their words."""
    return [phrase for phrase in question.filters.phrases if not _stands(phrase, edition)]


def _stands(phrase: str, edition: Edition) -> bool:
    having = edition.ranking.each(edition.among(Filters(phrases=(phrase,))))
    return any(stands_in(phrase, edition.passages[number]) for number in having)


def _unmatched(question: Question, edition: Edition) -> Abstention:
    """Return why there is no candidate: the filters leave none, or there is none without filters either."""
    also_searched = dict(question.also_searched)
    others = edition.ranking.top(question.query, NEAREST)
    if not others:
        return Abstention(Reason.NO_MATCH, 0.0, question.lacking, (), also_searched)
    nearest = _nearest(edition.passages[number] for number, _ in others)
    return Abstention(
        Reason.NOTHING_LEFT, 0.0, question.lacking, nearest, also_searched, question.filters.given
    )


def _nearest(passages: Iterable[Passage]) -> tuple[Citation, ...]:
    """Return the articles of the best passages, each text once."""
    articles: dict[str, Article] = {}
    for passage in passages:
        articles.setdefault(passage.article.revision, passage.article)
    return tuple(cite(article) for article in list(articles.values())[:NEAREST])
