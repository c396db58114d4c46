"""A part of the articles: some folders, all that a chat sees where it has a scope."""

from dataclasses import dataclass

from bot.core.nouns import Listed


@dataclass(frozen=True, slots=True)
class Scope:
    """The articles in ``folders``, which are paths in the folder of articles, or of single files.

    Without any it is everything.
    """

    folders: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Scope":
        """Read folders with commas between; of what is none, such as "..", nothing is admitted."""
        names = (name.strip().strip("/") for name in text.split(","))
        return cls(tuple(dict.fromkeys(name for name in names if name)))

    def __str__(self) -> str:
        """Return it as ``parse`` reads it."""
        return ", ".join(self.folders)

    @property
    def is_all(self) -> bool:
        """Tell whether it leaves nothing out."""
        return not self.folders

    def admits(self, article: Listed) -> bool:
        """Tell whether an article is in it."""
        return self.is_all or any(_is_in(article.file, folder) for folder in self.folders)

    def includes(self, other: "Scope") -> bool:
        """Tell whether all that is in ``other``, now or later, is in this one."""
        if self.is_all or other.is_all:
            return self.is_all
        return all(any(_is_in(name, folder) for folder in self.folders) for name in other.folders)


EVERYTHING = Scope()


def _is_in(file: str, folder: str) -> bool:
    return file == folder or file.startswith(f"{folder}/")
