"""Articles that tell the same story in nearly the same words, such as one wire report in several outlets.

Resemblance is the Jaccard index of two articles' sets of word triples, estimated from the smallest hashes of
each set (Broder, "On the resemblance and containment of documents", 1997): with ``SKETCH`` hashes its
standard error is at most 0.03.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from bot.basics.limits import LIMITS
from bot.core.nouns import Article, ArticleId

NEARLY_SAME = 0.5
"""From this resemblance on, articles count as one voice."""

SKETCH = 256
"""How many hashes stand for an article."""

_WORD = re.compile(r"\w+")
Sketch = npt.NDArray[np.uint64]
"""What is kept of an article to compare it: at most ``SKETCH`` hashes, in order."""


def copies(articles: Iterable[Article]) -> tuple[frozenset[ArticleId], ...]:
    """Return the groups, of two or more, of articles with one and the same text."""
    groups: defaultdict[str, list[ArticleId]] = defaultdict(list)
    for article in articles:
        groups[article.revision].append(article.id)
    return tuple(frozenset(group) for group in groups.values() if len(group) > 1)


def near_duplicates(articles: Iterable[Article]) -> tuple[frozenset[ArticleId], ...]:
    """Return the groups of articles that resemble each other, as ``similar`` does."""
    return similar({article.id: sketch(article.text) for article in articles})


def similar(sketches: Mapping[ArticleId, Sketch]) -> tuple[frozenset[ArticleId], ...]:
    """Return the groups, of two or more, of articles whose sketches resemble each other, in their ids' order.

    Resemblance is passed on: if A resembles B and B resembles C, the three are one group.
    """
    ids = sorted(sketches)
    ordered = [sketches[article_id] for article_id in ids]
    leader = list(range(len(ordered)))
    for one, other in _candidates(ordered):
        if resemblance(ordered[one], ordered[other]) >= NEARLY_SAME:
            leader[_leader_of(leader, other)] = _leader_of(leader, one)
    groups: defaultdict[int, list[ArticleId]] = defaultdict(list)
    for number, article_id in enumerate(ids):
        groups[_leader_of(leader, number)].append(article_id)
    return tuple(frozenset(group) for group in groups.values() if len(group) > 1)


def resemblance(one: Sketch, other: Sketch) -> float:
    """Return the estimated Jaccard index, 0 to 1, of the sets that two sketches stand for."""
    union = np.union1d(one, other)[:SKETCH]
    shared = np.isin(union, one, assume_unique=True) & np.isin(union, other, assume_unique=True)
    return float(shared.mean()) if len(union) else 0.0


def sketch(text: str) -> Sketch:
    """Return the smallest hashes of the text's word triples, in order; of its words if it has no triple."""
    words = np.array([_hash(word) for word in _WORD.findall(text.casefold())], dtype=np.uint64)
    if len(words) > 2:
        words = _mixed(_mixed(words[:-2]) + words[1:-1]) + words[2:]
    return np.unique(_mixed(words))[:SKETCH]


@lru_cache(maxsize=LIMITS.caches.sketched)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _mixed(values: Sketch) -> Sketch:
    """Return hashes that are spread evenly: the last steps of SplitMix64 (Steele and others, 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _candidates(sketches: Sequence[Sketch]) -> list[tuple[int, int]]:
    """Return the pairs of articles that may resemble each other.

    Of all articles that share a hash, only those next to each other are paired: in a group of duplicates each
    is next to another one for most hashes, and words that all articles share cannot make the pairs explode.
    """
    if not sketches:
        return []
    sizes = np.array([len(sketch) for sketch in sketches])
    owners, hashes = np.repeat(np.arange(len(sketches)), sizes), np.concatenate(sketches)
    order = np.lexsort((owners, hashes))
    owners, hashes = owners[order], hashes[order]
    same = hashes[1:] == hashes[:-1]
    pairs, shared = np.unique(owners[:-1][same] * len(sketches) + owners[1:][same], return_counts=True)
    one, other = pairs // len(sketches), pairs % len(sketches)
    enough = shared * 8 >= np.minimum(sizes[one], sizes[other])
    return list(zip(one[enough].tolist(), other[enough].tolist(), strict=True))


def _leader_of(leader: list[int], number: int) -> int:
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number
