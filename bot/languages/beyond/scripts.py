"""Scripts: which languages are written in them, and which letters stand for which."""

from bot.languages.language import listed

PLAIN_LETTERS = str.maketrans(
    {"’": "'", "ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)
"""What no decomposition of Unicode makes plain."""

SCRIPTS = (
    r"(?P<latin>[A-Za-zÀ-ɏḀ-ỿ])|(?P<cyrillic>[Ѐ-ԯ])|(?P<greek>[Ͱ-Ͽἀ-῿])|(?P<armenian>[԰-֏])"
    r"|(?P<hebrew>[֐-׿])|(?P<arabic>[؀-ۿݐ-ݿ])|(?P<devanagari>[ऀ-ॿ])|(?P<tamil>[஀-௿])"
)
"""A regular expression of the scripts of more than one language, or of one that Snowball stems."""
DEFAULT_LANGUAGE = {
    "latin": "en", "cyrillic": "ru", "greek": "el", "armenian": "hy",
    "hebrew": "he", "arabic": "ar", "devanagari": "hi", "tamil": "ta",
}  # fmt: skip
LANGUAGES_OF = {
    "cyrillic": frozenset(["ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt", "ba", "uz"]),
    "greek": frozenset({"el"}),
    "armenian": frozenset({"hy"}),
    "hebrew": frozenset({"he", "yi"}),
    "arabic": frozenset(["ar", "fa", "ur", "ps", "ug", "ckb"]),
    "devanagari": frozenset(["hi", "ne", "mr", "sa"]),
    "tamil": frozenset({"ta"}),
}
UNSPACED_LANGUAGES = (
    ("[\u3041-\u30ff]", ("ja",)), ("[\uac00-\ud7af]", ("ko",)), ("[\u0e00-\u0e7f]", ("th",)),
    ("[\u3400-\u4dbf\u4e00-\u9fff]", ("ja", "zh")),
)  # fmt: skip
"""Characters of scripts without spaces between words, and the languages that one of them may be of."""
ALSO_LATIN = frozenset({"sr", "uz"})
NOT_LATIN = frozenset().union(*LANGUAGES_OF.values(), ["zh", "ja", "ko", "th", "ka"]) - ALSO_LATIN
ENDINGS_PILE_UP = frozenset(["tr", "az", "kk", "ky", "uz", "tt", "ba", "tk", "ug"])
"""Measured on Turkish: the first five letters find more than the Snowball stem."""

# Capital J, C and S stand for the sounds of ж, ч and ш, which Latin spellings write in several ways.
SOUNDS_OF_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True))
    | dict(zip("әғқңөұүһіїєґў", "agknouuhiiegu", strict=True))
    | {"ё": "e", "ж": "J", "ц": "ts", "ч": "C", "ш": "S", "щ": "SC", "ъ": "", "ь": "", "ю": "iu", "я": "ia"}
)
SOUNDS_OF_TURKIC = str.maketrans({"ş": "sh", "ç": "ch", "ə": "a"})
"""To be put in before accents fold: they tell these letters from s and c."""
SOUNDS_OF_LATIN = {
    "dzh": "J", "dJ": "J", "zh": "J", "j": "J", "kh": "h", "gh": "g", "ph": "f", "ck": "k",
    "ch": "C", "sh": "S", "tz": "ts", "yo": "e", "x": "ks", "q": "k", "c": "k", "w": "v", "y": "i", "'": "",
}  # fmt: skip
"""What several letters, or rare ones, sound like."""

CYRILLIC_FOR_LATIN = {
    "shch": "щ", "sch": "щ ш", "zh": "ж", "kh": "х", "ch": "ч", "sh": "ш", "ts": "ц", "ya": "я", "ja": "я",
    "ia": "я ия", "yu": "ю", "ju": "ю", "iu": "ю", "yo": "е", "jo": "е", "ye": "е є", "je": "е є", "yi": "и і ї",
    "gh": "г ғ", "ng": "ң нг", "a": "а ә", "b": "б", "c": "ц с к", "d": "д", "e": "е э", "f": "ф", "g": "г ғ ґ",
    "h": "х һ г", "i": "и і й ы", "j": "й ж", "k": "к қ", "l": "л", "m": "м", "n": "н ң", "o": "о ө",
    "p": "п", "q": "қ к", "r": "р", "s": "с", "t": "т", "u": "у ұ ү", "v": "в", "w": "в", "x": "кс х",
    "y": "ы й и і", "z": "з",
}  # fmt: skip
"""The letters, folded, that people mean by Latin ones: one or several, a blank between what may be meant."""
WITHOUT_SOUND = "ь"
"""The letter that people leave out in Latin ones."""

ASKING_UNSPACED = listed("""
    什么时候 什麼時候 什么 什麼 甚麼 何时 何時 多少 几时 幾時 谁 誰 哪里 哪裡 哪儿 哪兒 哪个 哪個 怎么 怎麼 怎样 怎樣
    如何 为什么 為什麼 为何 為何 吗 嗎 呢
    いつ だれ どこ なに なぜ どうして いくら いくつ どの どれ 何時 何人 ですか でしたか ますか ましたか
    언제 누가 누구 어디 무엇 얼마 왜 어떻게
    อะไร เมื่อไร เมื่อไหร่ ใคร ที่ไหน เท่าไร เท่าไหร่ ทำไม อย่างไร
""")
"""Words that ask, in languages whose words no spaces part; they say nothing about the subject."""
