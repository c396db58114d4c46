"""A part of the articles: some folders and tags, all that a chat sees where it has a scope."""

import unicodedata
from dataclasses import dataclass

from bot.core.nouns import Listed

_TAG = "tag:"


@dataclass(frozen=True, slots=True)
class Scope:
    """The articles that ``names`` name: folders, by their paths in the folder of articles, files, tags.

    Without any it is everything.
    """

    names: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Scope":
        """Read names with commas between, ``tag:`` before a tag; what is none ("..") admits nothing."""
        return cls(tuple(dict.fromkeys(filter(None, map(_name, text.split(","))))))

    def __str__(self) -> str:
        """Return it as ``parse`` reads it."""
        return ", ".join(self.names)

    @property
    def is_all(self) -> bool:
        """Tell whether it leaves nothing out."""
        return not self.names

    def admits(self, article: Listed) -> bool:
        """Tell whether an article is in it."""
        tags = (_name(_TAG + tag) for tag in article.tags.split(",") if tag.strip())
        called = (article.file, *tags)
        return self.is_all or any(_covers(name, one) for name in self.names for one in called)

    def includes(self, other: "Scope") -> bool:
        """Tell whether all that is in ``other``, now or later, is in this one."""
        if self.is_all or other.is_all:
            return self.is_all
        return all(any(_covers(name, one) for name in self.names) for one in other.names)


EVERYTHING = Scope()
NAME_OF_ALL = "all"
"""What people write for everything."""


def _name(written: str) -> str:
    """Return a name as it is kept, "" for none; the case and the spaces of a tag make no other."""
    name = written.strip()
    if name[: len(_TAG)].casefold() != _TAG:
        return name.strip("/")
    return _TAG + " ".join(unicodedata.normalize("NFC", name[len(_TAG) :].casefold()).split())


def _covers(name: str, other: str) -> bool:
    """Tell whether all that the other names is named by this one."""
    return name == other or (not name.startswith(_TAG) and other.startswith(f"{name}/"))
