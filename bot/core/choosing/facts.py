"""What a sentence holds that can answer: names, numbers, times, places, causes, speech."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.core.words.evidence import BEFORE_PLACE, CAPITAL, CAUSE, NUMBER, SPEECH, TIME, marks, part_numbers
from bot.languages.language import Asked

_QUOTATION = re.compile(r"[“”«»\"]")


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """The facts in a sentence: the numbers of the words that tell them, by kind."""

    names: Sequence[int]
    numbers: Sequence[int]
    times: Sequence[int]
    places: Sequence[int]
    causes: int
    speech: int
    quotation: bool

    def besides(self, known: Collection[int]) -> "Facts":
        """Return the facts that are told by other words than the ``known`` ones."""
        if not known:
            return self
        kinds = (self.names, self.numbers, self.times, self.places)
        names, numbers, times, places = ([n for n in kind if n not in known] for kind in kinds)
        return Facts(names, numbers, times, places, self.causes, self.speech, self.quotation)

    def of_kind(self, asked: Asked) -> Sequence[int] | None:
        """Return where facts of the asked kind stand, None for a kind that no single word shows."""
        match asked:
            case Asked.PERSON:
                return self.names
            case Asked.PLACE:
                return self.places or self.names
            case Asked.TIME:
                return self.times
            case Asked.NUMBER:
                return self.numbers
            case _:
                return None

    def fit(self, asked: Asked) -> float:
        """Return 1 if there is a fact of the asked kind, 0 if not, .5 if that cannot be told."""
        if asked is Asked.CAUSE:
            return float(self.causes > 0)
        if asked is Asked.SPEECH:
            return float(self.speech > 0 or self.quotation)
        found = self.of_kind(asked)
        return 0.5 if found is None else float(bool(found))


def facts(sentence: str, words: Sequence[str], language: str = "") -> Facts:
    """Return the facts of a sentence of these words, in an article of that language.

    A capital at the sentence's beginning makes a name only before another one.
    """
    kinds = [marks(word, language) for word in words]
    marked = [(n, kind) for n, kind in enumerate(kinds) if kind]
    names = [n for n, kind in marked if n and kind & CAPITAL]
    if 1 in names:
        names.insert(0, 0)
    return Facts(
        names=names,
        numbers=_counting([n for n, kind in marked if kind & NUMBER], sentence, words, language),
        times=[n for n, kind in marked if kind & TIME],
        places=[n for n in names if any(k & BEFORE_PLACE for k in kinds[max(0, n - 2) : n])],
        causes=len([n for n, kind in marked if kind & CAUSE]),
        speech=len([n for n, kind in marked if kind & SPEECH]),
        quotation=_QUOTATION.search(sentence) is not None,
    )


def _counting(numbers: Sequence[int], sentence: str, words: Sequence[str], language: str) -> Sequence[int]:
    """Return the numbers but those of items and of a text's parts, which answer nothing: "4. § 12 (2)"."""
    parts = part_numbers(sentence, language) if numbers else ()
    if not parts:
        return numbers
    starts, at = list[int](), 0
    for word in words:
        at = sentence.find(word, at)
        starts.append(at)
    return [n for n in numbers if not any(part.start <= starts[n] < part.end for part in parts)]
