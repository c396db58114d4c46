import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from bot.core.index.edition import Edition, read_whole
from bot.core.nouns import Article, Passage
from bot.library.editions.written import reading_from, written
from tests.core.texts import harbour


def kept() -> dict[str, Any]:
    """What an edition keeps of the article."""
    letters = written(Edition.of([harbour()]))["articles letters"]
    record: dict[str, Any] = json.loads(letters.tobytes())
    return record


def before_0110() -> dict[str, Any]:
    cut = read_whole(harbour())[0].passages
    passages = (TypeAdapter(Passage).dump_python(one, mode="json", exclude={"article"}) for one in cut)
    return {
        "article": TypeAdapter(Article).dump_python(harbour(), mode="json"),
        "passages": list(passages),
    }


def before_0125() -> dict[str, Any]:
    now = kept()
    blocks = [[[b.span.start, b.span.end], b.kind.value, b.level, b.inset] for b in harbour().blocks]
    return {"article": now["article"], "blocks": blocks, "cut": [json.loads(one) for one in now["cut"]]}


@pytest.mark.parametrize("record", [kept, before_0125, before_0110])
def test_an_article_is_read_as_it_was_kept_in_every_form_that_there_was(record: Any) -> None:
    made = reading_from(json.dumps(record()))
    assert made.article == harbour()
    assert hash(made.article) == hash(harbour())
    assert tuple(made.passages) == read_whole(harbour())[0].passages


def test_an_article_of_which_the_text_was_damaged_is_none() -> None:
    record = kept()
    record["article"]["text"] = record["article"]["text"].replace("14 boats", "15 boats")
    with pytest.raises(ValueError, match="revision"):
        reading_from(json.dumps(record))
