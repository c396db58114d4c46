"""Questions that "and" joins are heard apart; a question that names two things with "and" stays one."""

import pytest

from bot.core.asking.message import heard

TWO = {
    "and": (
        "When did the kiln explode & did the guild pay",
        "When did the kiln explode & was the potter hurt",
        "Where is the quarry & are the stones sold abroad",
        "Why was the well closed & has the village found another",
        "Who opened the bakery & when was it sold",
        "Who opened the bakery & did the baker ever leave",
        "Who opened the bakery & will the bakery move",
        "Who opened the bakery & can the children visit it",
        "Which rooms are open & can a visitor sleep there",
        "How many looms burned & would the guild replace them",
        "How old is the oven & is the oven still used",
        "What did the potter say & was the guild angry",
        "What does a loom cost & are there any cheap ones",
        "May the guests bake & must the guild agree",
        "In which town was it & were the potters paid",
        "May I bake there & is a loaf cheap",
        "Did the guild meet & did the baker speak",
        "Is the quarry deep & is the water clean",
        "Did the baker and the potter agree & was the guild told",
        "Who pays the weavers & didn't the guild object",
        "Where do weavers live & do potters live there too",
        "Who mends the looms & does the guild pay for it",
        "Who mends the looms & what does a loom cost",
    ),
    "und": (
        "Wann brannte die Bäckerei & hat der Rat gezahlt",
        "Warum schloss der Brunnen & wurde die Quelle verlegt",
        "Wo liegt der Steinbruch & sind die Steine teuer",
        "Hat der Bäcker gesprochen & war die Zunft dagegen",
        "Wem gehört der Ofen & kann jeder Gast ihn nutzen",
        "Wer öffnete die Bäckerei & gibt es dort Kuchen",
    ),
    "et": (
        "Quand le four a-t-il explosé & la guilde a-t-elle payé",
        "Qui a ouvert la boulangerie & est-ce que le maire est venu",
        "Où est la carrière & le chemin est-il ouvert",
        "Qui paie les potiers & le conseil de la ville a-t-il refusé",
    ),
    "y": (
        "¿Quién abrió la panadería & ¿pagó el gremio",
        "¿Cuándo se cerró el pozo & puede el pueblo abrirlo",
        "¿Dónde está la cantera & está el camino abierto",
    ),
    "и": (
        "Кто открыл пекарню & заплатила ли гильдия",
        "Когда взорвалась печь & был ли ранен гончар",
        "Где находится карьер & неужели камни продают",
        "Коли вибухнула піч & чи був гончар поранений",
    ),
    "і": (
        "Хто відкрив пекарню & чи заплатила гільдія",
        "Де кар'єр & хіба каміння продають",
    ),
    "және": (
        "Наубайхананы кім ашты & гильдия төледі ме",
        "Пеш қашан жарылды & құмырашы жараланды ма",
    ),
}
"""Two questions each, by the "and" of their languages that "&" stands for."""

ONE = (
    "Which rules apply to potters and weavers?",
    "Did the guild and the baker agree?",
    "Is the bakery old or did the guild build it lately?",
    "Who owns the bakery and the price of a loaf?",
    "Who opened the bakery and was the first to sell rye bread?",
    "Who opened the bakery and is the head of the guild?",
    "Which guild won the prize and has the most members?",
    "Who runs the bakery and does the books?",
    "Who wrote the book and did the drawings in ink?",
    "Who bakes the bread and does the washing up?",
    "Who can bake bread and will sell it?",
    "Which potter was arrested and had a kiln at home?",
    "Which kilns are old and have a chimney?",
    "Who did the work and was the owner of the kiln?",
    "How many looms were sold and are the pride of the town?",
    "When do weavers and potters meet?",
    "Where can the weavers and the potters sell?",
    "What is the difference between a loom and a kiln?",
    "Was the potter tired and hungry?",
    "Is bread baked and sold there?",
    "Why did the baker leave and sell his oven?",
    "How are pots glazed and fired?",
    "Did the baker buy the oven and the well?",
    "What did the baker and the potter say?",
    "Wer öffnete die Bäckerei und war der erste Bäcker?",
    "Welche Zunft gewann und hat die meisten Mitglieder?",
    "Wer baut Öfen und kann die Mauer reparieren?",
    "Haben der Bäcker und die Zunft zugestimmt?",
    "Welche Regeln gelten für Bäcker und Töpfer?",
    "Wann trafen sich die Bäcker und die Töpfer?",
    "Qui a ouvert la boulangerie et la forge ?",
    "Pourquoi le boulanger et le potier ont-ils refusé ?",
    "Quelles règles valent pour les potiers et les boulangers ?",
    "¿Quién abrió la panadería y es la alcaldesa?",
    "¿Quién abrió la panadería y la fragua?",
    "¿Es la mayor ciudad y la capital?",
    "Кто открыл пекарню и кузницу?",
    "Согласились ли пекарь и гончар?",
    "Кто спросил, пришёл ли пекарь и заплатила ли гильдия?",
    "Хто відкрив пекарню і кузню?",
    "Чи погодилися пекар і гончар?",
    "Хто питав, чи прийшов пекар і чи заплатила гільдія?",
    "Наубайхана мен ұстахананы кім ашты?",
    "Наубайшы және құмырашы келісті ме?",
)


@pytest.mark.parametrize(
    ("link", "joined"), [(link, joined) for link, both in TWO.items() for joined in both]
)
@pytest.mark.parametrize("end", ["?", ""])
def test_two_questions_that_and_joins_are_heard_apart(link: str, joined: str, end: str) -> None:
    asked = heard(joined.replace("&", link) + end).questions
    assert [question.rstrip("?") for question in asked] == joined.split(" & ")


@pytest.mark.parametrize("question", ONE)
def test_one_question_that_names_two_things_stays_one(question: str) -> None:
    assert heard(question).questions == (question,)
