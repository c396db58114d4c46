"""A shared index on a real server: skipped, with the reason, where none can be had."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from opensearchpy import OpenSearch
from pydantic import SecretStr

from bot.basics.errors import CorpusError
from bot.basics.index_address import IndexAddress
from bot.basics.settings import Settings
from bot.core.answer import Model, answer
from bot.core.index.background import NO_BACKGROUND
from bot.core.index.edition import Edition
from bot.core.nouns import Claim
from bot.core.proving.quote import prove
from bot.core.replies import Abstention, Answer, Reason
from bot.library.editions.kept import Editions
from bot.library.editions.program import program
from bot.library.indexed.cluster import Cluster, IndexTroubleError
from bot.library.indexed.opened import open_edition
from bot.library.indexed.publishing import Published, go_back, publish
from bot.library.indexed.shared import SharedShelf
from bot.library.indexed.stored import article_document, sent
from bot.library.learned import load_model
from tests.core.index.engine_contract import EngineContract, articles
from tests.core.texts import article, harbour, orchard
from tests.library.indexed.guarded import LOGIN, Authority, guarded
from tests.library.indexed.nodes import Nodes, running, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "it is there")
QUESTION = "Who promised new moorings?"


@pytest.fixture(scope="module")
def nodes() -> Iterator[Nodes]:
    with running(1) as found:
        yield found


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def cluster_at(nodes: Nodes, name: str, **settings: object) -> Cluster:
    address = IndexAddress.parse(f"{nodes.address}/{name}")
    return Cluster(Settings(index=address, index_seconds=20, **settings), address)


def opened(cluster: Cluster, model: Model | None = None) -> Edition:
    return open_edition(cluster, cluster.serving_now(), model.background if model else NO_BACKGROUND)


class TestInOpenSearch(EngineContract):
    @pytest.fixture(scope="class")
    @classmethod
    def edition(cls, nodes: Nodes) -> Edition:
        cluster = cluster_at(nodes, "contract")
        publish(Edition.of(articles()), cluster, copies=0)
        return opened(cluster)


def test_an_index_answers_as_the_edition_that_was_written(nodes: Nodes, model: Model) -> None:
    cluster, edition = (
        cluster_at(nodes, "same"),
        Edition.of([harbour(), orchard()], background=model.background),
    )
    publish(edition, cluster, copies=0)
    there = opened(cluster, model)
    assert there.id == edition.id
    assert [card.title for card in there.listed] == [one.title for one in edition.listed]
    assert there.articles == edition.articles
    for question in (
        QUESTION,
        "What did the icebreaker cost?",
        "frost before:2024-03-01",
        'Who "cut a channel with saws"?',
        "submarines",
        "Is it true that 14 boats were crushed by the ice?",
    ):
        here, remote = answer(question, edition, model), answer(question, there, model)
        assert told(remote) == told(here)


def told(reply: Answer | Abstention) -> object:
    """All that a reader sees of a reply."""
    if isinstance(reply, Abstention):
        return reply
    return (
        [(q.text, q.span, q.citation) for q in (*reply.quotes, *reply.aside)],
        reply.confidence,
        reply.missing,
    )


def test_the_next_edition_sends_only_what_changed_and_one_can_go_back(nodes: Nodes) -> None:
    cluster = cluster_at(nodes, "steps")
    first = Edition.of([harbour(), orchard()])
    changed = article("orchard", "Apple growers near Tarn sold their trees. Nobody bought them.")
    second = Edition.of([harbour(), changed, article("quay", "The old quay was sold.")])
    assert counted(publish(first, cluster, copies=0)) == (2, 0)
    assert publish(first, cluster, copies=0) is None
    assert counted(publish(second, cluster, copies=0)) == (2, 0)
    assert opened(cluster).articles == second.articles
    assert counted(publish(Edition.of([changed]), cluster, copies=0)) == (0, 2)
    assert opened(cluster).ranking.top({}, 1) == []
    assert [entry.article for entry in opened(cluster).entries.values()] == [changed]
    assert go_back(cluster)
    assert opened(cluster).articles == second.articles
    assert go_back(cluster) is None, "two editions are kept"


def counted(done: Published | None) -> tuple[int, int]:
    """How many articles were sent, and how many dropped."""
    assert done
    return done.sent, done.dropped


def test_a_bot_follows_the_index_and_changes_nothing_itself(nodes: Nodes, tmp_path: Path) -> None:
    cluster = cluster_at(nodes, "follow")
    shelf = SharedShelf(cluster, tmp_path, Editions(tmp_path / "kept", 1), NO_BACKGROUND)
    with pytest.raises(IndexTroubleError, match="no index follow yet"):
        shelf.prepare()
    publish(Edition.of([harbour()]), cluster, copies=0)
    assert shelf.has_moved()
    assert shelf.put(shelf.prepare()).articles == 1
    assert not shelf.has_moved()
    claim = Claim.of(harbour(), shelf.current.passages[0].sentences[0])
    publish(Edition.of([article("harbour", "The harbour is open."), orchard()]), cluster, copies=0)
    assert shelf.has_moved()
    report = shelf.prepare([claim]).report
    assert (report.changes.added, report.changes.edited) == (("orchard",), ("harbour",))
    assert report.lost == {"harbour": 1}
    for change in (shelf.refuse_changes, shelf.check):
        with pytest.raises(CorpusError, match="come from the index follow"):
            change()


def test_what_is_not_what_was_written_is_never_quoted(nodes: Nodes, model: Model) -> None:
    cluster = cluster_at(nodes, "altered")
    edition = Edition.of([harbour()], background=model.background)
    publish(edition, cluster, copies=0)
    there, index = opened(cluster, model), cluster.serving()
    (stored,) = cluster.documents(index, [article_document(harbour().id)])
    forged = stored["stored"].replace("14 boats", "15 boats")
    forge(nodes, index, article_document(harbour().id), forged)
    reply = answer("How many boats were crushed?", there, model)
    assert isinstance(reply, Abstention)
    assert reply.reason is Reason.CANNOT_LOOK_UP
    with pytest.raises(IndexTroubleError, match="not what was written"):
        prove(Claim.of(harbour(), edition.passages[0].sentences[0]), there)


def forge(nodes: Nodes, index: str, key: str, stored: str) -> None:
    """Write something else into an index, as its owner can."""
    client = OpenSearch([f"http://127.0.0.1:{nodes.ports[0]}"], timeout=60)
    client.indices.put_settings(index=index, body={"index.blocks.write": False})
    client.index(index=index, id=key, body={"stored": stored})


def test_an_index_of_another_version_or_none_is_said(nodes: Nodes) -> None:
    cluster = cluster_at(nodes, "other")
    with pytest.raises(IndexTroubleError, match="no index other yet; the command index makes it"):
        opened(cluster)
    publish(Edition.of([harbour()]), cluster, copies=0)
    index, facts = cluster.serving(), cluster.about(cluster.serving())
    assert facts["program"] == program()
    cluster.note(index, {**facts, "program": "another"})
    with pytest.raises(IndexTroubleError, match="made by another version of Quoth; write it anew"):
        opened(cluster)
    cluster.note(index, {**facts, "form": 99})
    with pytest.raises(IndexTroubleError, match="not an index of this version"):
        opened(cluster)
    assert counted(publish(Edition.of([harbour()]), cluster, copies=0)) == (1, 0), "nothing is taken over"


def test_an_index_that_is_removed_ends_no_bot(nodes: Nodes, model: Model) -> None:
    cluster = cluster_at(nodes, "removed")
    publish(Edition.of([harbour()], background=model.background), cluster, copies=0)
    there = opened(cluster, model)
    cluster.delete(cluster.serving())
    reply = answer(QUESTION, there, model)
    assert isinstance(reply, Abstention)
    assert reply.reason is Reason.CANNOT_LOOK_UP
    assert "removed at 127.0.0.1" in cluster.trouble
    assert "is not there, or no longer" in cluster.trouble


def test_a_node_that_hangs_or_dies_is_said_and_comes_back(model: Model) -> None:
    with running(1) as nodes:
        address = IndexAddress.parse(f"{nodes.address}/lonely")
        publish(Edition.of([harbour()], background=model.background), cluster_at(nodes, "lonely"), copies=0)
        cluster = Cluster(Settings(index=address, index_seconds=1), address)
        there = opened(cluster_at(nodes, "lonely"), model)
        assert isinstance(answer(QUESTION, there, model), Answer)
        nodes.freeze(0)
        with pytest.raises(IndexTroubleError, match=r"did not answer within 1 s \(BOT_INDEX_SECONDS\)"):
            cluster.serving()
        nodes.freeze(0, thaw=True)
        nodes.kill(0)
        with pytest.raises(IndexTroubleError, match="can be reached"):
            cluster.serving()
        nodes.start(0)
        nodes.wait()
        assert isinstance(answer(QUESTION, there, model), Answer)


def test_an_index_behind_tls_and_a_password_is_written_and_read(
    nodes: Nodes, model: Model, tmp_path: Path
) -> None:
    authority = Authority(tmp_path)
    with guarded(authority.issue("127.0.0.1"), nodes.ports[0]) as port:
        address = IndexAddress.parse(f"opensearchs://127.0.0.1:{port}/guarded")
        known = {"index": address, "index_ca": authority.file, "index_seconds": 20}
        cluster = Cluster(Settings(**known, index_login=SecretStr(LOGIN)), address)
        publish(Edition.of([harbour()], background=model.background), cluster, copies=0)
        assert isinstance(answer(QUESTION, opened(cluster, model), model), Answer)
        with pytest.raises(IndexTroubleError, match="name and password of BOT_INDEX_LOGIN"):
            Cluster(Settings(**known, index_login=SecretStr("reader:wrong")), address).serving()


def test_words_that_a_cluster_would_cut_are_sent_whole() -> None:
    assert sent("ferry") == "ferry"
    odd = [sent("a b"), sent("a\u2003b"), sent("x" * 300), sent("x" * 301)]
    assert len(set(odd)) == 4
    assert all(len(term) < 100 and not any(map(str.isspace, term)) for term in odd)


def test_nobody_reads_the_password(nodes: Nodes, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    cluster = cluster_at(nodes, "secret", index_login=SecretStr("reader:tr0mbone-77"))
    with pytest.raises(IndexTroubleError) as raised:
        cluster.about("secret")
    assert "tr0mbone" not in str(raised.value) + caplog.text
