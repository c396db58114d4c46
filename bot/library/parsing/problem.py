"""What is wrong with a file, and what is only worth a remark."""

from dataclasses import dataclass

from bot.basics.errors import ArticleError
from bot.languages.interface.saying import Said


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody should know of a file that is read all the same. ``line`` as that of a problem."""

    sentence: Said
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file, or a part of it, was refused, or what is remarked on it.

    ``line`` is 1-based, None where no line is to blame.
    """

    file: str
    sentence: Said
    line: int | None = None

    @classmethod
    def of(cls, error: ArticleError | Remark, file: str, line: int | None = None) -> "Problem":
        """Return the problem that an error or a remark tells of, at its own line if it has one."""
        return cls(file, error.sentence, error.line or line)

    def said(self, language: str) -> str:
        """Return why, in the language of an ISO 639-1 code."""
        return self.sentence.said(language)

    @property
    def reason(self) -> str:
        """Why, in English."""
        return str(self.sentence)
