import json

import pytest

from bot.core.index.edition import Edition
from bot.library.indexed.cluster import IndexTroubleError
from bot.library.indexed.stored import StoredArticle
from tests.core.texts import harbour

(ENTRY,) = Edition.of([harbour()]).entries.values()


def test_an_article_comes_back_as_it_was_stored() -> None:
    stored = StoredArticle.of(ENTRY)
    assert stored.read(stored.hash) == (ENTRY.article, ENTRY.passages)


def test_an_article_that_another_has_written_is_not_read() -> None:
    forged = StoredArticle(StoredArticle.of(ENTRY).text.replace("14 boats", "15 boats"))
    with pytest.raises(IndexTroubleError, match="not what was written there"):
        forged.read(StoredArticle.of(ENTRY).hash)


def test_a_text_that_is_not_that_of_its_revision_is_not_read() -> None:
    record = json.loads(StoredArticle.of(ENTRY).text)
    record["article"]["text"] = record["article"]["text"].replace("14 boats", "15 boats")
    forged = StoredArticle(json.dumps(record))
    with pytest.raises(IndexTroubleError, match="text of another revision"):
        forged.read(forged.hash)
