"""Which sentences are somebody's speech, and from where they are quoted."""

import re
from dataclasses import dataclass
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.choosing.features import features
from bot.core.choosing.selection import ordered, select
from bot.core.index.edition import Edition
from bot.core.nouns import Span
from bot.core.proving.quote import prove
from bot.core.reading.passages import passages
from bot.core.reading.speech import begins_with_speech, quotations, speech_begins
from tests.core.texts import article


def begin_of(text: str, wanted: str) -> str:
    """The sentence that opens the quotation in which the ``wanted`` one begins. Lines are paragraphs."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        found = [
            Span(start + m.start(), start + m.end()) for m in re.finditer(r"\S.*?(?:[.!](?= |$)|$)", line)
        ]
        paragraphs.append(found)
        start += len(line) + 1
    parts = [part for paragraph in paragraphs for part in paragraph]
    number = next(n for n, part in enumerate(parts) if part.of(text).startswith(wanted))
    return parts[speech_begins(text, paragraphs)[number]].of(text)


@pytest.mark.parametrize(
    ("text", "wanted", "begin"),
    [
        ("Quill said: “Ice came. Boats sank”. Rain fell.", "Boats", "Quill said: “Ice came."),
        ("Quill said: “Ice came. Boats sank”. Rain fell.", "Rain", "Rain fell."),
        ("Quill said: “Ice came. Boats sank”. Rain fell.", "Quill", "Quill said: “Ice came."),
        ('"Ice came. Boats sank. Rain fell". So he said.', "Rain", '"Ice came.'),
        ("«Ice came. Boats sank». Dunn: «Rain fell. Mud dried».", "Mud", "Dunn: «Rain fell."),
        ("„Ice came. Boats sank“. Rain fell.", "Boats", "„Ice came."),
        ("»Ice came. Boats sank«. Rain fell.", "Boats", "»Ice came."),
        ("„Ice came. Boats (two)“. Rain fell.", "Rain", "Rain fell."),
        ("‘Ice came. The crews’ boats sank. Mud dried’. Rain fell.", "The crews", "‘Ice came."),
        ("'Ice came. It's bad. Mud dried'. Rain fell.", "Mud", "'Ice came."),
        ("‚Ice came. Boats sank‘. Rain fell.", "Boats", "‚Ice came."),
        ("‚Ice came. Boats sank‘. Rain fell.", "Rain", "Rain fell."),
        ("‹Ice came. Boats sank›. Rain fell.", "Boats", "‹Ice came."),
        ('Quill added:"Ice came. Boats sank". Rain fell.', "Boats", 'Quill added:"Ice came.'),
        ("Quill added:«Ice came. Boats sank». Rain fell.", "Boats", "Quill added:«Ice came."),
        ("Il dit qu’« ice came. Boats sank ». Rain fell.", "Boats", "Il dit qu’« ice came."),
        ("Il dit qu’« ice came. Boats sank ». Rain fell.", "Rain", "Rain fell."),
        # inside one another, and one behind the other
        ("Quill: “Ice came. Dunn says ‘Boats sank. Mud dried’. Rain fell”.", "Mud", "Quill: “Ice came."),
        ("Quill: “Ice came. Dunn says “Boats sank. Mud dried”. Rain fell”.", "Rain", "Quill: “Ice came."),
        ("“Ice came. Boats sank,” he said, “and Mud dried. Rain fell”.", "Rain", "“Ice came."),
        ("(Quill: “Ice came. Boats sank). Rain fell”.", "Rain", "(Quill: “Ice came."),
        ('«Лодка "Чайка" тонет. Лёд пришёл». Дождь шёл.', "Лёд", '«Лодка "Чайка" тонет.'),
        ('«Лодка "Чайка" тонет. Лёд пришёл». Дождь шёл.', "Дождь", "Дождь шёл."),
        ("Дунн: «Лёд пришёл. Он закроет «Маяк». Дождь шёл.", "Он", "Дунн: «Лёд пришёл."),
        ("Дунн: «Лёд пришёл. Он закроет «Маяк». Дождь шёл.", "Дождь", "Дождь шёл."),
        ("(Ice came. Boats sank). Rain fell.", "Boats", "Boats sank)."),
        ("“Dunn says 'Boats sank. Mud dried'. Rain fell”.", "Rain", "“Dunn says 'Boats sank."),
        # over several paragraphs
        ("Quill: “Ice came. Boats sank.\n“Rain fell. Mud dried”. So it was.", "Mud", "Quill: “Ice came."),
        ("Quill: “Ice came. Boats sank.\n“Rain fell. Mud dried”. So it was.", "So it", "So it was."),
        ("Quill: “Ice came. Boats sank.\n“Rain fell.\n“Mud dried”.", "“Mud", "Quill: “Ice came."),
        ("Quill: “Ice came. Boats sank.\n“Rain fell. Mud dried.", "Mud", "Quill: “Ice came."),
        ('"Ice came. Boats sank.\n"Rain fell. Mud dried". So it was.', "Mud", '"Ice came.'),
        ("Quill: “Ice came.\nBoats sank.\nRain fell. Mud dried”. So it was.", "Boats", "Quill: “Ice came."),
        ("Quill: “Ice came.\nBoats sank.\nRain fell. Mud dried”. So it was.", "Mud", "Quill: “Ice came."),
        ("Quill: “Ice came.\nBoats sank.\nRain fell. Mud dried”. So it was.", "So it", "So it was."),
        ("Quill: “Ice came.\nDunn: “Boats sank. Mud dried”.", "Mud", "Dunn: “Boats sank."),
        # without marks
        ("Quill wrote this:\nIce came. Boats sank.\nRain fell.", "Boats", "Quill wrote this:"),
        ("Quill wrote this:\nIce came. Boats sank.\nRain fell.", "Rain", "Rain fell."),
        ("Quill wrote this:\n“Ice came. Boats sank.\n“Rain fell”.", "“Rain", "Quill wrote this:"),
        ("— Лёд пришёл, — сказал он. Лодки тонут.\nДождь шёл.", "Лодки", "— Лёд пришёл, — сказал он."),
        ("— Лёд пришёл, — сказал он. Лодки тонут.\nДождь шёл.", "Дождь", "Дождь шёл."),
        ("— Лёд пришёл. Лодки тонут, — Дождь шёл.", "Лодки", "Лодки тонут, — Дождь шёл."),
        ("— Лёд пришёл! — Дунн вздохнул. — Лодки тонут.", "— Лодки", "— Лёд пришёл!"),
        ("- Лёд пришёл, - сказал он. Лодки тонут.", "Лодки", "- Лёд пришёл, - сказал он."),
        ("It went like this:\nIce came. Boats sank.", "Ice", "It went like this:"),
        ("It went like this:\nIce came. Boats sank.", "Boats", "Boats sank."),
        # without a partner
        ("So it “was. Ice came.\nDunn: “Boats sank.\nMud dried”.", "Ice", "Ice came."),
        ('A board of 5" length. Boats sank. Rain fell.', "Rain", "Rain fell."),
        ("So it “was. Ice came. Dunn: “Boats sank. Mud dried”.", "Ice", "Ice came."),
        ("Dunn: “Boats sank. Mud dried.\nRain fell.", "Mud", "Dunn: “Boats sank."),
        ("Dunn: “Boats sank. Mud dried.\nRain fell.", "Rain", "Rain fell."),
        ('So it “was. Ice came.\nA 5" board. Boats sank.', "Ice", "Ice came."),
        ("So it “was. Ice came.\n“Titanic” sank. Rain fell.", "Ice", "Ice came."),
        ("So it “was. Ice came.\n“Titanic” sank. Rain fell.", "Rain", "Rain fell."),
        ("“Ice came. Boats sank”. “Rain fell. Mud dried.", "Boats", "“Ice came."),
        ("“Ice came. Boats sank”. “Rain fell. Mud dried.", "Mud", "Mud dried."),
        ("“Ice came. Boats sank.\nRain fell. Mud dried.", "Boats", "“Ice came."),
        ("“Ice came. Boats sank.\nRain fell. Mud dried.", "Rain", "Rain fell."),
        ("So ‘was it. Ice came.\nBoats sank”. Mud dried.", "Ice", "Ice came."),
        ("So it was in '19. Ice came. The boats' crew sank.", "Ice", "Ice came."),
        ("So it was in the ‘90s. Ice came. The boats’ crew sank. Mud dried.", "Mud", "Mud dried."),
        ("It was in the ‘90s. Ice took the boys’. Mud dried.", "Ice", "Ice took the boys’."),
        ("'Tis late. Ice came. The boats' crew sank. Mud dried.", "Ice", "Ice came."),
        ("'Tis late. Ice came.\n'Tis dark. Mud dried.", "Mud", "Mud dried."),
        ("So it was in ’19. Ice came. The boats’ crew sank.", "Ice", "Ice came."),
    ],
)
def test_a_sentence_inside_a_quotation_is_traced_to_its_beginning(text: str, wanted: str, begin: str) -> None:
    assert begin_of(text, wanted) == begin


def test_a_list_or_block_quotation_stays_with_the_colon_that_leads_to_it() -> None:
    lines = ["The widow makes these claims:", "Ice came.", "Boats sank.", "Rain fell."]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    paragraphs = [[Span(start, start + len(line))] for start, line in zip(starts, lines, strict=True)]
    assert speech_begins(text, paragraphs) == [0, 0, 2, 3]
    assert speech_begins(text, paragraphs, [False, True, True, False]) == [0, 0, 0, 3]
    assert speech_begins(text, paragraphs, [False, True, True, True]) == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("“Ice came.”", True),
        ("“Ice came”", True),
        ("“Ice came,” Quill said.", True),
        ("“Ice came!” – so Quill.", True),
        ("«Лёд пришёл», — сказал Дунн.", True),
        ("“Ice came. Boats sank.", True),
        ("«Лёд пришёл» — так Дунн.", True),
        ("“Titanic” sank.", False),
        ("«Зенит» выиграл.", False),
        ("Ice came.", False),
    ],
)
def test_speech_is_told_from_a_name_in_marks(text: str, speaks: bool) -> None:
    assert begins_with_speech(text, Span(0, len(text))) is speaks


def test_a_sentence_outside_of_speech_is_quoted_however_long_it_is() -> None:
    (passage,) = passages(article("long", f"It rained{' and rained' * 150}."))
    assert passage.sentences == (passage.span,)
    assert passage.above(0) == ()


HOSTILE = ["“", '"', "“A. ", "x “A. ", '"A. ', "‘A. ", "“A.\n", "x “A.\n", "A.”\n", "(“A.)\n"]
HOSTILE += ["«A «B». ", "x «A", "'a b’ c ", "— a, — b ", ":\n", ":“"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_all_the_same(piece: str) -> None:
    """Anything worse than linear time would hang here."""
    text = piece * (200_000 // len(piece))
    lines = [line for line in text.splitlines() if line]
    starts = [n * (len(lines[0]) + 1) for n in range(len(lines))]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    assert all(found.end <= len(text) for found in quotations(text, spans))
    assert len(speech_begins(text, [[span] for span in spans])) == len(spans)


TELLING = [
    "The council met on Monday.",
    "Nobody came to the pier.",
    "Dunn watched the «Tern» sail.",
]
TOLD = [
    "The ice took our boats and the crane that we had bought from the island for all that money last spring.",
    "We lost the pier.",
    "Nobody will pay us a crown for any of it, as far as anybody in the harbour office could tell me today.",
    "(Not a crown.)",
    "My neighbour cried ‘Bread! Boats!’ at them.",
    "‘Go home.",
    "They told us “Wait. Go to the pier” and left.",
]
MARKS = [("“", "”"), ("«", "»"), ('"', '"'), ("„", "“")]
WHO = ["Quill said: ", "The mayor spoke up: ", ""]


@dataclass(frozen=True)
class Story:
    """A text with the ranges of it that are somebody's speech, from its opening mark to the closing one."""

    text: str
    speeches: list[range]

    def begins_inside(self, span: Span) -> bool:
        return any(speech.start < span.start < speech.stop for speech in self.speeches)


@st.composite
def speeches(draw: st.DrawFn) -> tuple[str, int]:
    """Somebody's words, behind who speaks, and the offset from which sentences are inside of them."""
    opening, closing = draw(st.sampled_from(MARKS))
    told = [words for words in TOLD if opening != '"' or "“" not in words]
    words = st.lists(st.sampled_from(told), min_size=1, max_size=9)
    paragraphs = [
        " ".join(said * draw(st.integers(1, 4))) for said in draw(st.lists(words, min_size=1, max_size=3))
    ]
    if draw(st.booleans()):
        who = draw(st.sampled_from(WHO))
        return who + "\n\n".join(opening + said for said in paragraphs) + closing, len(who)
    return f"Quill wrote this:\n\n{paragraphs[0]}", len("Quill wrote this")


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Paragraphs of prose and speeches, which go over one paragraph or several, short or very long."""
    text, inside = "", []
    for _ in range(draw(st.integers(1, 5))):
        telling = draw(st.lists(st.sampled_from(TELLING), min_size=1, max_size=3))
        text += "".join(f"{sentence} " for sentence in telling)
        if draw(st.booleans()):
            speech, start = draw(speeches())
            inside.append(range(len(text) + start, len(text) + len(speech)))
            text += speech
        text = text.rstrip() + "\n\n"
    return Story(text.rstrip(), inside)


@given(stories())
def test_every_sentence_of_a_speech_is_quoted_from_its_beginning_or_shown_below_it(story: Story) -> None:
    found = passages(article("story", story.text))
    starts = [sentence.start for passage in found for sentence in passage.sentences]
    for passage in found:
        for number, sentence in enumerate(passage.sentences):
            around = [s for s in story.speeches if s.start < sentence.start < s.stop]
            begin = max(start for start in starts if start <= around[0].start) if around else sentence.start
            if begin < sentence.start and sentence.end - begin > LIMITS.texts.spoken:
                assert [span.start for span in passage.above(number)] == [begin]
                begin = sentence.start
            assert passage.sentences[passage.speech(number).start].start == begin
            assert passage.above(number) == () or begin == sentence.start


@settings(max_examples=60)
@given(stories(), st.randoms(use_true_random=False))
def test_every_claim_begins_outside_of_a_speech(story: Story, random: Random) -> None:
    edition = Edition.of([article("story", story.text)])
    question = understand("ice boats pier crane crown neighbour council bread home Dunn mayor spoke", edition)
    found = candidates(question, edition)
    scores = np.array([random.uniform(-9, 9) for _ in found])
    ranked = ordered(found, features(question, found, None), scores)
    claims = select(ranked)
    assert bool(claims) == bool(ranked.candidates)
    for claim in claims:
        quote = prove(claim, edition)
        assert quote
        assert quote.lead_ins or not story.begins_inside(claim.span)
        assert len(claim.text) <= LIMITS.texts.spoken or claim.span in {candidate.span for candidate in found}
