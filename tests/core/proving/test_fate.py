"""What a new edition says otherwise than what readers have received."""

from dataclasses import replace

from bot.core.index.edition import Edition
from bot.core.nouns import Claim
from bot.core.proving.fate import changed
from tests.core.texts import article, harbour, orchard

OLD = Edition.of([harbour(), orchard()])
CLAIMS = [Claim.of(p.article, s) for p in OLD.passages for s in p.sentences]
OF_HARBOUR = [claim for claim in CLAIMS if claim.article_id == harbour().id]


def test_nothing_has_changed_where_all_words_stand() -> None:
    assert list(changed(CLAIMS, OLD, OLD)) == []
    moved = article(harbour().id, f"Nobody had expected the frost.\n\n{harbour().text}")
    assert list(changed(CLAIMS, OLD, Edition.of([moved, orchard()]))) == []


def test_each_sentence_that_is_gone_or_reworded_has_changed() -> None:
    lead = OF_HARBOUR[0]
    words = harbour().text.replace(lead.text, f"Perhaps {lead.text}")
    assert list(changed(CLAIMS, OLD, Edition.of([article(harbour().id, words), orchard()]))) == [lead]
    assert list(changed(CLAIMS, OLD, Edition.of([orchard()]))) == OF_HARBOUR


def test_a_new_mark_changes_all_quotes_of_an_article_and_one_taken_away_none() -> None:
    marked = Edition.of([replace(harbour(), retracted="true"), orchard()])
    assert list(changed(CLAIMS, OLD, marked)) == OF_HARBOUR
    assert list(changed(CLAIMS, marked, OLD)) == []
    assert list(changed(CLAIMS, marked, marked)) == []


def test_what_no_edition_has_said_cannot_change() -> None:
    invented = replace(CLAIMS[0], text="Nobody wrote this.")
    assert list(changed([invented], OLD, Edition.of([]))) == []
