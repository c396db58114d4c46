"""Italian questions about Italian articles, both our own: asked, refused, followed up, claimed."""

from functools import cache

import pytest

from bot.core.answer import Model, answer
from bot.core.asking.follow_up import followed_up
from bot.core.asking.message import asks_something, heard
from bot.core.asking.question import understand
from bot.core.index.edition import Edition
from bot.core.nouns import Span
from bot.core.reading.sentences import sentences
from bot.core.replies import Abstention, Answer, Reason
from bot.core.words.spoken import language_spoken
from bot.library.learned import load_model
from bot.library.parsing.told_language import detect_language
from tests.core.texts import article

LOCK = (
    "La vecchia chiusa di Borgoforte è stata riaperta il 12 maggio 2023, "
    "undici anni dopo la piena che l'aveva distrutta. "
    "I lavori sono costati 16mila corone e sono durati quattordici mesi.\n\n"
    "Il restauro è stato diretto dall'ing. Rossana Trevi, che lavora per la Canali S.p.A. di Valtorba. "
    "«Abbiamo salvato ogni pietra che si poteva salvare», ha detto la Trevi.\n\n"
    "Secondo l'art. 5 del regolamento le barche più lunghe di ventitré metri non possono passare. "
    "Nel 2012 la piena uccise trentotto pecore."
)
MILL = (
    "Il mulino di Pescarola non ha un mugnaio da quando Olinto Berni si è ritirato nel 2019. "
    "Il comune offre una casa e 20.000 corone l'anno a chi accetta il posto.\n\n"
    "L'assessora Pia Morandi ha dichiarato che il comune non venderà il mulino. "
    "Il tetto fu rifatto nel 1998, perché l'acqua entrava dalle finestre."
)
EDITION = Edition.of(
    [
        article("chiusa", LOCK, language="it", title="La chiusa riapre", publisher="L'Eco di Valtorba"),
        article("mulino", MILL, language="it", title="Si cerca un mugnaio", publisher="Gazzetta del Torba"),
    ]
)


@cache
def shipped() -> Model:
    return load_model()


def first_quote(question: str) -> str:
    reply = answer(question, EDITION, shipped())
    assert isinstance(reply, Answer), question
    return reply.quotes[0].text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Quando è stata riaperta la chiusa di Borgoforte?", "12 maggio 2023"),
        ("che cosa è successo il 12/05/2023?", "12 maggio 2023"),
        ("quanto sono costati i lavori", "16mila corone"),
        ("Buongiorno, potreste dirmi chi dirige il restauro? Grazie mille", "Rossana Trevi"),
        ("Che cosa ha detto la Trevi?", "ogni pietra"),
        ("Perché fu rifatto il tetto?", "l'acqua entrava"),
        ("Quanto offre il comune, secondo la Gazzetta del Torba?", "20.000 corone"),
        ("chi si è ritirato?", "Olinto Berni"),
        ("38 pecore", "trentotto pecore"),
        ("chi offre ventimila corone?", "20.000 corone"),
    ],
)
def test_a_question_gets_the_sentence_that_answers_it(question: str, words: str) -> None:
    assert words in first_quote(question)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Come si cucina il risotto alla milanese?", Reason.NOT_COVERED),
        ("Qual è la capitale del Portogallo?", Reason.NO_MATCH),
        ("Ciao, come stai?", Reason.SMALL_TALK),
        ("Grazie mille e buona giornata!", Reason.SMALL_TALK),
        ("Cosa sai fare?", Reason.SMALL_TALK),
    ],
)
def test_what_the_articles_do_not_answer_is_refused(question: str, reason: Reason) -> None:
    reply = answer(question, EDITION, shipped())
    assert isinstance(reply, Abstention)
    assert reply.reason is reason


def test_a_claim_is_held_against_the_articles_own_words() -> None:
    reply = answer("È vero che il comune venderà il mulino?", EDITION, shipped())
    assert isinstance(reply, Answer)
    assert "non venderà" in reply.quotes[0].text
    assert reply.pasted is not None
    assert not reply.pasted.is_verbatim


@pytest.mark.parametrize(
    ("question", "merged"),
    [
        ("e a Trento?", "Quante barche sono affondate a Trento nel 2019?"),
        ("e nel 2020?", "Quante barche sono affondate a Como nel 2020?"),
        ("ma a Trento?", "Quante barche sono affondate a Trento nel 2019?"),
    ],
)
def test_a_follow_up_takes_the_rest_from_the_question_before(question: str, merged: str) -> None:
    assert followed_up(question, "Quante barche sono affondate a Como nel 2019?") == merged


def test_two_questions_are_parted() -> None:
    found = heard("Quando fu rifatto il tetto e chi si è ritirato nel 2019?")
    assert list(found.questions) == [
        "Quando fu rifatto il tetto?",
        "chi si è ritirato nel 2019?",
    ]


@pytest.mark.parametrize("talk", ["è incredibile", "sono d'accordo con Ben", "ma davvero?", "che disastro"])
def test_talk_below_an_answer_asks_nothing(talk: str) -> None:
    assert not asks_something(talk)


@pytest.mark.parametrize(
    "said",
    [
        ["Il sig. Rossi vive in p.zza Roma.", "Lo dice l'art. 5."],
        ["La Canali S.p.A. di Valtorba paga.", "Nessuno lo sapeva."],
        ["Venne la dott.ssa Bini con l'on. Carli.", "Era il 3 sett. 1931.", "Pioveva."],
        ["Lo vuole il d.lgs. 7 marzo 2005 n. 82.", "La norma è nuova."],
        ["Ci volle molto: assi, chiodi ecc.", "La ruota gira."],
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(said: list[str]) -> None:
    text = " ".join(said)
    assert [span.of(text) for span in sentences(text, Span(0, len(text)), "it")] == said


def test_a_real_word_is_no_slip() -> None:
    of = Edition.of([article("pezzo", "Ogni pezzo è raro.", language="it")], background=shipped().background)
    assert understand("Qual è il prezzo?", of).missing == ("prezzo",)
    assert understand("Qual è il pezzzo?", of).also_searched == {"pezzzo": ("pezzo",)}


def test_italian_is_told_from_its_neighbours() -> None:
    assert detect_language(LOCK) == detect_language(MILL) == "it"
    assert language_spoken("Qual è il prezzo del biglietto per il traghetto?") == "it"
    assert language_spoken("¿Cuál es el precio del billete?") == "es"
    assert language_spoken("Quel est le prix du billet ?") == "fr"
