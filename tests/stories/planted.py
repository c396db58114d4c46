"""Articles of which one is planted out of sight, and what somebody asks who wants to know of it."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

OPEN = {
    "kiln.md": "The kiln at Orrin Bank was fired for nine days. Its bricks went to the lighthouse of Tarn.",
    "weir.md": "The weir below Tessel Mill broke in the spring flood. The miller moved his wheel upstream.",
    "ferry.md": "The ferry to Sund left at seven on Monday. It carried the post and eleven sheep.",
}
SYLLABLES = ("bra", "dro", "fli", "gwe", "jun", "kel", "mor", "pax", "qui", "ruv", "stu", "tov", "vex", "zim")


@dataclass(frozen=True)
class Secret:
    """What is planted out of sight: ``hidden`` words nobody ever types."""

    known: str
    hidden: tuple[str, ...]

    @classmethod
    def made(cls, seed: int) -> "Secret":
        """Make up words of which none begins as another, or as any word of the open articles."""
        source = Random(seed)
        words = ["".join(source.sample(SYLLABLES, 3)) for _ in range(7)]
        return cls(words[0], tuple(words[1:]))

    @property
    def text(self) -> str:
        sold, place, price, buyer, *_ = self.hidden
        return (
            f"The {self.known} of {place.title()} was sold to {buyer.title()} in the spring flood. "
            f"Its price was nine {price} and a {sold}. The kiln and the ferry were part of it."
        )

    @property
    def article(self) -> str:
        *_, title, publisher = self.hidden
        header = f"title: The {title}\npublisher: {publisher.title()}\ntags: {title}\nurl: https://{publisher}.test/a/b"
        return f"---\n{header}\n---\n\n{self.text}\n"

    def slip(self, number: int) -> str:
        """A hidden word with one letter wrong, as somebody types it who has heard of it."""
        word = self.hidden[number]
        return f"{word[:4]}{'a' if word[4] != 'a' else 'e'}{word[5:]}"

    def leaked(self, sent: str) -> list[str]:
        return [word for word in self.hidden if word in sent.casefold()]


def questions(secret: Secret) -> list[str]:
    """What somebody asks who wants to know: none of it holds a hidden word."""
    sentence = secret.text.split(". ")[1]
    bare = " ".join(word for word in sentence.split() if not secret.leaked(word))
    return [
        f"Who bought the {secret.known}?",
        f"What is {secret.known}?",
        f"{secret.slip(1)} {secret.slip(3)}",
        f"What was sold in the spring flood to {secret.slip(3)}?",
        f'"{bare}"',
        bare,
        f"source:{secret.slip(5)} {secret.known}",
        "What does the kiln mean?",
        f"{secret.known} source:shut",
        "What is part of the kiln and the ferry?",
        f"Is it true that the {secret.known} was sold?",
        "and the price?",
    ]


def plant(corpus: Path, secret: Secret) -> Path:
    """Write the open articles into one folder, the secret one into another; return its path."""
    for folder in ("open", "shut"):
        (corpus / folder).mkdir(parents=True)
    for name, text in OPEN.items():
        (corpus / "open" / name).write_text(
            f"---\ntitle: The {name[:-3]}\ntags: [Orrin, Open]\n---\n\n{text}\n"
        )
    (corpus / "synonyms.yaml").write_text(f"kiln: {secret.hidden[0]}, {secret.known}\n")
    path = corpus / "shut" / f"{secret.hidden[5]}.md"
    path.write_text(secret.article)
    return path
