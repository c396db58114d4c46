"""Articles that tell the same story in nearly the same words, such as one wire report in several outlets.

Resemblance is the Jaccard index of two articles' sets of word triples, estimated from the smallest hashes of
each set (Broder, "On the resemblance and containment of documents", 1997): with ``SKETCH`` hashes its
standard error is at most 0.03.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from bot.core.model import Article, ArticleId

NEAR = 0.5
"""From this resemblance on, articles count as one voice."""

SKETCH = 256
"""How many hashes stand for an article."""

_WORD = re.compile(r"\w+")
_Hashes = npt.NDArray[np.uint64]


def near_duplicates(articles: Iterable[Article]) -> tuple[frozenset[ArticleId], ...]:
    """Return the groups, of two or more, of articles that resemble each other, in the order of their ids.

    Resemblance is passed on: if A resembles B and B resembles C, the three are one group. Takes time in
    proportion to the length of the articles, and memory to their number.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    sketches = [_sketch(article.text) for article in ordered]
    leader = list(range(len(ordered)))
    for one, other in _candidates(sketches):
        if resemblance(sketches[one], sketches[other]) >= NEAR:
            leader[_leader_of(leader, other)] = _leader_of(leader, one)
    groups: defaultdict[int, list[ArticleId]] = defaultdict(list)
    for number, article in enumerate(ordered):
        groups[_leader_of(leader, number)].append(article.id)
    return tuple(frozenset(group) for group in groups.values() if len(group) > 1)


def resemblance(one: _Hashes, other: _Hashes) -> float:
    """Return the estimated Jaccard index, 0 to 1, of the sets that two sketches stand for."""
    union = np.union1d(one, other)[:SKETCH]
    shared = np.isin(union, one, assume_unique=True) & np.isin(union, other, assume_unique=True)
    return float(shared.mean()) if len(union) else 0.0


def _sketch(text: str) -> _Hashes:
    """Return the smallest hashes of the text's word triples, in order; of its words if it has no triple."""
    words = np.array([_hash(word) for word in _WORD.findall(text.casefold())], dtype=np.uint64)
    if len(words) > 2:
        words = _mixed(_mixed(words[:-2]) + words[1:-1]) + words[2:]
    return np.unique(_mixed(words))[:SKETCH]


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _mixed(values: _Hashes) -> _Hashes:
    """Return hashes that are spread evenly: the last steps of SplitMix64 (Steele and others, 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _candidates(sketches: Sequence[_Hashes]) -> list[tuple[int, int]]:
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
