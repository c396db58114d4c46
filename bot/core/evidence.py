"""What a sentence holds that can answer: names, numbers, times, places, causes, speech."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.lexicon import Asked, Mark, marks

_QUOTATION = re.compile(r"[“”«»\"]")


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """The facts in a sentence that are not in the question: token numbers, by kind of fact."""

    names: Sequence[int]
    numbers: Sequence[int]
    times: Sequence[int]
    places: Sequence[int]
    causes: int
    speech: int
    quotation: bool

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

    def fits(self, asked: Asked) -> float:
        """Return 1 if there is a fact of the asked kind, 0 if not, .5 if that cannot be told."""
        if asked is Asked.CAUSE:
            return float(self.causes > 0)
        if asked is Asked.SPEECH:
            return float(self.speech > 0 or self.quotation)
        found = self.of_kind(asked)
        return 0.5 if found is None else float(bool(found))


def evidence(sentence: str, words: Sequence[str], matched: frozenset[int]) -> Evidence:
    """Return what a sentence of these words tells beyond the ``matched`` tokens.

    A capital at the sentence's beginning is a name only before another one.
    """
    kinds = [marks(word) for word in words]
    new = [n for n in range(len(words)) if n not in matched]
    names = [n for n in new if n and Mark.CAPITAL in kinds[n]]
    if 1 in names and 0 in new:
        names.insert(0, 0)
    return Evidence(
        names=names,
        numbers=[n for n in new if Mark.NUMBER in kinds[n]],
        times=[n for n in new if Mark.TIME in kinds[n]],
        places=[n for n in names if _follows_preposition(kinds, n)],
        causes=sum(Mark.CAUSE in kind for kind in kinds),
        speech=sum(Mark.SPEECH in kind for kind in kinds),
        quotation=_QUOTATION.search(sentence) is not None,
    )


def _follows_preposition(kinds: Sequence[Mark], number: int) -> bool:
    return any(Mark.BEFORE_PLACE in kind for kind in kinds[max(0, number - 2) : number])
