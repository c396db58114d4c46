"""Articles as programs take them: what ``./run export`` prints, an object an article."""

from collections.abc import Mapping

from bot.core.nouns import SOURCE_FIELDS
from bot.core.reading.passages import passages
from bot.library.parsing.draft import Drafted

_FACTS = ("file", "id", *SOURCE_FIELDS, "revision")


def article_object(reading: Drafted) -> Mapping[str, object]:
    """Return an article, what is known about it and what was cut from it, in values that JSON has.

    ``sentences`` are the ranges of ``text``, in code points, that can be quoted; dates are ISO 8601, "" where
    they are not known.
    """
    facts = {name: getattr(reading.article, name) for name in _FACTS}
    return {
        **{name: "" if fact is None else str(fact) for name, fact in facts.items()},
        "text": reading.article.text,
        "sentences": [[s.start, s.end] for passage in passages(reading.article) for s in passage.sentences],
        "cut": [{"text": cutting.text, "as": cutting.cut_as.value} for cutting in reading.cut],
    }
