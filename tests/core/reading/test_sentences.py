"""Where sentences begin and end. Every case is written as the sentences that it must give."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.nouns import Span
from bot.core.reading.sentences import sentences

ENGLISH = [
    ["Mr. Roe met Dr. Lee on Jan. 6 at 5 p.m. in St. Paul.", "It rained."],
    ["The U.S. Senate met.", "The E.U. did not."],
    ["She moved to the U.S.", "The rest stayed."],
    ["J. R. Harrow and A.B. Finch wrote it.", "Nobody read it."],
    ["Prices rose 3.5 percent, to $2.40.", "Wages did not."],
    ["See No. 5 and pp. 12 of vol. 3.", "It is all there."],
    ["He said no.", "Then he left."],
    ["“Stop! Who goes there?” the guard shouted.", "Nobody answered."],
    ["“We were asleep. We heard nothing,” she said.", "He nodded."],
    ['"We left at dawn. The road was dry," said Ann.', "“It was cold.”"],
    ["‘We saw it. It was red,’ the boy said.", "The sailors’ boat had gone."],
    ["They sang “Onward!” (a hymn).", "(It was late. The lamps were out.)", "They slept."],
    ["The cry “Bread!” – “Work!” was heard.", "Was it?!", "Yes..."],
    ["We waited… and waited.", "Then…", "Nothing came."],
    ["The mill burned down.[3]", "The town rebuilt it.[4][5]", "It stands."],
    ["The mill burned down.[3]", "Nobody was hurt."],
    ["1. Open the lid.", "2. Pour."],
    ["Visit vlast.example.org or Node.js today.", "Thanks!"],
    ["She asked why?", "He did not know!", "So it went."],
    ["World War I was over.", "The plan was called Plan B.", "They liked it."],
    ["Acme Inc. and Roe Ltd. merged.", "Shares fell."],
    ["Cats vs. Dogs, i.e. the usual, e.g. Tom.", "The end"],
    ["Line one runs\nover the edge.", "Next."],
    ["A paragraph without a stop", "Another one"],
]
RUSSIAN = [
    ["В 1999 г. он уехал, т.е. бежал.", "Все молчали."],
    ["Это было в 2019 г.", "Потом пришла зима."],
    ["А. С. Пушкин и Н.В. Гоголь жили на ул. Мойке.", "Там тихо."],
    ["Он жил в г. Алматы, д. 5, кв. 12.", "Дом снесли."],
    ["Хлеб, соль и т. д. подорожали.", "Цена — 3,5 млн. тенге."],
    ["«Мы спали. Ничего не слышали», — сказала она.", "Он кивнул."],
    ["— Кто там? — спросил он.", "— Свои!"],
    ["«Стой! Кто идёт?» — крикнул часовой.", "Никто не ответил."],
    ["Проф. Ким и акад. Ли согласны.", "Им. Абая театр закрыт."],
    ["Что делать?..", "Никто не знает!", "Увы…"],
    ["Она сказала: „Иди. Не жди“.", "Он ушёл."],
]
KAZAKH = [
    ["Су 2 метрге көтерілді.", "Ешкім зардап шеккен жоқ."],
    ["«Біз ұйықтап жатқанбыз. Ештеңе естімедік», — деді ол.", "Ол басын изеді."],
    ["2019 ж. 5 мамырда жиын өтті.", "Оған А. Байұлы қатысты."],
    ["Бұл не?", "Білмеймін!", "Солай болды."],
    ["Ol keldi.", "Biz kettik."],
]
OTHERS = [
    ("de", ["Am 3. Oktober kam Dr. Roth, z.B. mit Brot.", "Es regnete."]),
    ("de", ["„Halt! Wer da?“ rief er.", "Niemand sprach."]),
    ("fr", ["« Halte ! Qui va là ? » cria-t-il.", "Personne ne parla."]),
    ("zh", ["我们来了。", "他走了！", "真的？", "是的。"]),
    ("hi", ["वह आया।", "हम चले गए।"]),
    ("ar", ["هل جاء؟", "نعم جاء.", "جاء."]),
    ("hy", ["Նա եկավ։", "Մենք գնացինք։"]),
    ("es", ["¿Quién va?", "¡Nadie!", "Eso dijo la Sra. Roa."]),
]
ABBREVIATIONS = [
    ("en", ["The tale is by A. A. Roe.", "Children love it."]),
    ("en", ["The ferry leaves at 5 a.m. Monday to Friday.", "It is slow."]),
    ("en", ["They woke at 5 a.m.", "The sun rose at 6 P.M.", "Nobody saw it."]),
    ("en", ["By art. § 12 it is banned.", "Under No. § 5 the ban holds.", "See §. 7 too."]),
    ("en", ["She answered no.", "12 boats sank, as no. 7 of the list tells.", "No. 8 did not."]),
    ("en", ["It was plan C.", "Nothing came of it.", "Frederick V.", "They liked him."]),
    ("en", ["Roe v. Wade was heard.", "He moved to Fresno, CA.", "The house is small."]),
    ("en", ["So say Kim et al.", "They agree with Lee et al. Roe does not."]),
    ("ru", ["Повесть написал А. И. Роев.", "И. А. Ким её перевёл."]),
    ("ru", ["Мы поможем им.", "Они ждут.", "Театр им. М. Роева и парк им. 28 героев открыты."]),
    ("ru", ["В город вошёл полк.", "Его встретил полк. Роев.", "Это был мыс.", "Там дуло."]),
    ("ru", ["Он вырос на 5 см.", "Потом уехал в с. Роевка на р. Волге, см. Приложение."]),
    ("kk", ["Оны А. Б. Байұлы жазды.", "Бұл мыс.", "Ол қымбат."]),
    ("de", ["Es gilt § 5 Abs. 3 Nr. 2 auf S. 12 ff. des Buchs.", "So am 9. Mai."]),
    ("de", ["Sie sah z. B. Berlin, i. d. R. Hamburg und u. a. Bremen.", "Er wurde 12.", "Dann ging er."]),
    ("de", ["Er lebte 50 v. Chr. in Rom.", "Das war Plan B.", "Niemand wusste es."]),
    ("uk", ["Вона жила в м. Львів, вул. Роєва, буд. 5, до 1999 р.", "Потім поїхала."]),
    ("uk", ["У XX ст.", "Він жив тут.", "Міст ім. Є. Роєва згадує ст. 5 закону."]),
    ("fr", ["M. Roux vit 5 bd. Voltaire, p. ex. Paris, cf. art. 5.", "Il est né en 50 av. J.-C. à Rome."]),
    (
        "es",
        ["El Sr. Roa llegó a las 5 p. m. Lunes y martes no, pág. 5.", "Vive en EE. UU.", "Nadie lo sabe."],
    ),
    ("es", ["Dijo que no.", "12 personas murieron."]),
    ("en", ["§ 14. No boat may anchor here.", "§ 15. The fine is 40 crowns."]),
    ("en", ["Sec. 3. The clerk keeps the book.", "Chapter 4. It burned.", "It was in room 5.", "He wept."]),
    ("en", ["Subject to sub-s. (2) and Sch. 4, the owner pays.", "Reg. 7(2) and sec. 12(b) say why."]),
    ("de", ["Es kostete 3,5 Mio. Kronen, so Dipl.-Ing. Kühn.", "Er wohnt in der Gartenstr. 4."]),
    ("de", ["Rund 40 Tsd. Gäste kamen zur Weberstr. nach Tarn.", "Die Brücke hielt."]),
    ("de", ["Es nimmt mind. 3 und max. 5 Boote auf, inkl. Flöße.", "Mehr nicht."]),
    ("it", ["Il sig. Roa abita in p.zza Tarn, n. 5.", "Vedi art. 3, pag. 7.", "È tutto lì."]),
    ("it", ["La dott.ssa Bini arrivò il 3 sett. 1931.", "Nessuno lo sa."]),
    ("pl", ["Dom przy ul. Tarn nr 5 kosztował 3 mln. koron.", "Pan prof. Roj go kupił."]),
    ("pl", ["Zgodnie z art. 5 ust. 2 opłata wynosi 4 zł.", "To niewiele, tj. za mało."]),
    (
        "",
        ["So z. B. Berlin, p. ex. Paris.", "Das war Plan B.", "Nobody came.", "Мы поможем им.", "Они ждут."],
    ),
]
CASES = (
    [("en", c) for c in ENGLISH]
    + [("ru", c) for c in RUSSIAN]
    + [("kk", c) for c in KAZAKH]
    + OTHERS
    + ABBREVIATIONS
)


def split(text: str, language: str = "") -> list[str]:
    return [s.of(text) for s in sentences(text, Span(0, len(text)), language)] if text else []


@pytest.mark.parametrize(("language", "expected"), CASES)
def test_sentences_end_where_a_reader_ends_them(language: str, expected: list[str]) -> None:
    joint = (
        "\n\n" if not expected[0].endswith(tuple(".!?…。！？।؟։”»)]")) else "" if language == "zh" else " "
    )
    assert split(joint.join(expected), language) == expected


def test_a_quotation_is_whole_up_to_the_limit_and_in_sentences_beyond_it() -> None:
    inner = "The water came in the night. "
    short = f"“{inner * 3}We ran,” she said."
    long = f"“{inner * (LIMITS.texts.joined // len(inner) + 2)}We ran,” she said."
    assert split(short) == [short]
    assert len(split(long)) > 3


def test_an_unclosed_quotation_does_not_swallow_the_paragraph() -> None:
    assert split("“The water came. We ran. Nobody slept.")[1:] == ["We ran.", "Nobody slept."]


UNSPACED = [
    ("zh", ["渡船在早上八点离开。", "“它准时吗？”她问。", "没有人知道。"]),
    ("ja", ["渡し船は八時に出る。", "「時間どおりですか？」と彼女は聞いた。", "誰も知らない。"]),
]
SCRIPTS = [
    ("hy", ["Լաստանավը մեկնում է ութին։", "Ոչ ոք չգիտի պատճառը։"]),
    ("hi", ["नाव आठ बजे जाती है।", "क्या वह समय पर है?", "कोई नहीं जानता।"]),
    ("ur", ["کشتی آٹھ بجے جاتی ہے۔", "کیا وہ وقت پر ہے؟", "کوئی نہیں جانتا۔"]),
    ("my", ["လှေသည် ရှစ်နာရီတွင် ထွက်သည်။", "ဘယ်သူမှ မသိပါ။"]),
    ("km", ["ទូកចេញនៅម៉ោង៨។", "គ្មាននរណាដឹងទេ។"]),
    ("am", ["ጀልባው በ8 ሰዓት ይሄዳል።", "በሰዓቱ ነው፧", "ማንም አያውቅም።"]),
]


@pytest.mark.parametrize(("language", "expected"), UNSPACED)
def test_speech_stays_with_its_speaker_where_no_blanks_part_words(language: str, expected: list[str]) -> None:
    assert split("".join(expected), language) == expected


@pytest.mark.parametrize(("language", "expected"), SCRIPTS)
def test_sentences_end_at_the_signs_of_each_script(language: str, expected: list[str]) -> None:
    assert split(" ".join(expected), language) == expected


def test_thai_is_cut_at_its_blanks_and_a_thai_name_cuts_no_other_sentence() -> None:
    clause = "เรือข้ามฟากออกจากท่าเรือตอนแปดโมงเช้า"
    text = " ".join([clause] * 12)
    parts = split(text, "th")
    assert len(parts) > 2
    assert all(len(part) <= LIMITS.texts.clause and not part.replace(clause, "").strip() for part in parts)
    english = f"The ferry of {clause} leaves the quay {'and comes back to it ' * 10}at noon."
    assert split(english, "en") == [english]


def test_only_the_given_part_is_split() -> None:
    text = "One is out. Two is in. Three is in. Four is out."
    span = Span(text.index("Two"), text.index("Four") - 1)
    assert [s.of(text) for s in sentences(text, span)] == ["Two is in.", "Three is in."]


PIECES = st.sampled_from(
    [*"abЖқ3 \n.!?…。،؟“”«»„\"'‘’()[]—-", "Dr", "т.е.", " г.", "The", "[1]", ". ", "\n\n"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)), st.sampled_from(["", "en", "ru", "kk", "de"]))
def test_every_text_is_covered_in_order_without_overlap(text: str, language: str) -> None:
    found = sentences(text, Span(0, len(text)), language) if text else ()
    assert all(first.end <= second.start for first, second in pairwise(found))
    rest = list(text)
    for span in reversed(found):
        assert span.of(text) == span.of(text).strip() != ""
        rest[span.start : span.end] = ""
    assert not "".join(rest).strip()


def test_a_run_of_blanks_is_no_sentence_however_long_it_is() -> None:
    text = "weir" + " " * 1_000 + "mill"
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == ["weir", "mill"]


HOSTILE = ["“", '"', "(", "a ", "a. ", "A. ", ".", "a.[1]", "“A. ", "\n ", "? ", "a“.”", "x" * 50 + "г. "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_split_all_the_same(piece: str) -> None:
    """Anything worse than linear time would hang here."""
    text = piece * (500_000 // len(piece))
    found = sentences(text, Span(0, len(text)))
    assert sum(len(s) for s in found) <= len(text)


@pytest.mark.parametrize("between", [" ", "\n", ", "])
@pytest.mark.parametrize("end", ["", "."])
def test_what_is_longer_than_any_sentence_is_cut_into_pieces_that_can_be_read(between: str, end: str) -> None:
    text = between.join(["and then we went down to the boat"] * 70) + end
    found = [span.of(text) for span in sentences(text, Span(0, len(text)))]
    assert all(LIMITS.texts.piece // 2 <= len(piece) <= LIMITS.texts.piece for piece in found[:-1])
    assert "".join("".join(found).split()) == "".join(text.split())
    if between != " ":
        assert all(piece.startswith("and then") for piece in found), "cut behind a clause or a line"


def test_a_long_sentence_stays_whole_and_words_without_an_end_do_not() -> None:
    words = "the boat that the keeper of the light had mended " * 15
    assert len(split(f"{words}sank.")) == 1
    assert len(split(words)) > 1


@given(st.text("ab. (\n“”", min_size=1, max_size=40), st.integers(1, 300))
def test_every_sentence_has_a_longest_length_and_no_letter_is_lost(unit: str, times: int) -> None:
    text = unit * times
    found = sentences(text, Span(0, len(text)))
    assert all(0 < span.end - span.start <= LIMITS.texts.sentence for span in found)
    assert "".join("".join(span.of(text) for span in found).split()) == "".join(text.split())
