"""What the answers amount to: counts, and the quotes that were given."""

from dataclasses import dataclass

from bot.core.nouns import ArticleId, Claim, Span
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Counted:
    """How many questions there were, how many of them were answered, and what people thought of answers."""

    questions: int = 0
    answered: int = 0
    useful: int = 0
    not_useful: int = 0

    @property
    def share(self) -> int:
        """The answered questions in percent."""
        return round(100 * self.answered / self.questions) if self.questions else 0


@dataclass(frozen=True, slots=True)
class Quoted:
    """In how many answers of a month ("2031-05") an article was quoted."""

    month: str
    article_id: ArticleId
    answers: int


@dataclass(frozen=True, slots=True)
class Votes:
    """What people thought of the answers of a month ("2031-05"): how many found one useful, or not."""

    month: str
    useful: int
    not_useful: int


class Figures:
    """Counts over what the journal holds; names nobody."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def counted(self) -> Counted:
        """Count all that is kept. Raises StorageError."""
        row = await self._database.row(
            "SELECT count(*), coalesce(sum(reason = ''), 0), (SELECT count(*) FROM feedback WHERE useful),"
            " (SELECT count(*) FROM feedback WHERE NOT useful) FROM answers"
        )
        return Counted(*row) if row else Counted()

    async def quoted(self) -> list[Quoted]:
        """Return how often each article was quoted in each month (UTC), oldest first. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT strftime('%Y-%m', given_at, 'unixepoch') AS month, claim.value ->> 0,"
            " count(DISTINCT answers.id) FROM answers, json_each(claims) AS claim GROUP BY 1, 2 ORDER BY 1, 2"
        )
        return [Quoted(*row) for row in rows]

    async def votes(self) -> list[Votes]:
        """Return what was thought in each month (UTC), oldest first. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT strftime('%Y-%m', given_at, 'unixepoch'), sum(useful), sum(NOT useful) FROM feedback"
            " GROUP BY 1 ORDER BY 1"
        )
        return [Votes(*row) for row in rows]

    async def claims(self) -> list[Claim]:
        """Return every quote that was given, each once. Raises StorageError."""
        rows = await self._database.rows(
            "SELECT DISTINCT claim.value ->> 0, claim.value ->> 1, claim.value ->> 2, claim.value ->> 3,"
            " claim.value ->> 4 FROM answers, json_each(claims) AS claim"
        )
        return [
            Claim(article, revision, Span(start, end), text) for article, revision, start, end, text in rows
        ]
