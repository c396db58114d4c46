"""Languages of which little is known: stop words, what an apostrophe parts, how people are polite."""

from bot.languages.language import Manners, Words, listed

OTHER_LANGUAGES = {
    "pt": Words(
        stop_words=listed("""
            a ao aos as ate com como da das de dela dele do dos e ela elas ele eles em entre era eram essa
            esse esta este eu foi foram ha isso isto ja la lhe mais mas me mesmo meu minha na nao nas nem
            no nos o os ou para pela pelas pelo pelos por porque qual quais quando quanta quantas quanto
            quantos que quem se sem ser seu seus so sobre sua suas tambem te tem um uma umas uns voce onde
        """),
    ),
    "tr": Words(
        stop_words=listed("""
            acaba ama ancak bana ben bir biri biz bu bunu bunun da daha de degil diye en gibi hangi hangisi
            hem hep her ic icin ile ise ki kim kime kimi kimin kac mi mu nasil ne neden nerede nereye nicin
            nere o olan olarak oldu oldugu olur ona onlar onu onun sen siz su ve veya ya yani zaman
        """),
        behind_apostrophes=r"'.*",
    ),
    "nl": Words(
        stop_words=listed("""
            aan al als bij dan dat de der deze die dit doch door dus een en er ge had heeft hem het hij hoe
            hoeveel hun iets ik in is ja je kan maar me men met mij na naar niet nog nu of om omdat onder
            ons ook op over te tegen tot u uit van veel voor waar waarom wanneer waren was wat we welke
            werd wie wij wordt zal ze zich zij zijn zo zonder zou
        """),
    ),
    "pl": Words(
        stop_words=listed("""
            a aby ale albo bez bo byc byl byla byli bylo co czy czym dla do gdy gdzie go i ich ile im jak
            jaka jaki jakie jako je jego jej jest jestem juz kiedy kogo komu kto ktora ktore ktory ktorych
            ma mi mnie na nad nie nim o od on ona one oni oraz po pod przed przez przy sa sie skad ta tak
            tam te tego tej ten to tu tylko tym w we z za ze dlaczego
        """),
    ),
    "he": Words(
        stop_words=listed("""
            את של על אל עם מן מי מה מתי איפה היכן לאן מאין איך כיצד כמה למה מדוע האם איזה איזו אילו הוא היא הם הן
            אני אתה אנחנו זה זו זאת אלה לא גם כי אם או אבל רק כל יש אין היה היתה היו
        """),
        led_by="הובלכמש",
    ),
    "ar": Words(
        stop_words=listed("""
            من ما ماذا متي متى اين كيف كم لماذا لمن هل اي ايه في علي على الي الى عن مع بين بعد قبل هذا هذه ذلك تلك
            الذي التي الذين و او ثم لا لم لن ليس ان انه انها هو هي هم كان كانت قد كل بعض عند حتي حتى
        """),
    ),
    "fa": Words(
        stop_words=listed("""
            چه چی کی که کجا چرا چگونه چطور چند چقدر کدام ایا از به در با بر برای تا و یا را این ان است بود شد می هم
        """),
    ),
    "hi": Words(
        stop_words=listed("""
            का की के को से में पर ने है हैं था थी थे हो हुआ हुई हुए और या यह ये वह वे इस उस तो भी ही एक नहीं
            क्या कौन किस किसने किसका किसकी किसके किसे किन कब कहां कहाँ क्यों कैसे कैसा कैसी कितना कितनी कितने
            जो लिए साथ तक कर
        """),
    ),
    "ca": Words(
        before_apostrophes=r"[dlmnst]'(?=\w)",
    ),
    "az": Words(
        behind_apostrophes=r"'.*",
    ),
}
"""By ISO 639-1 code."""

MANNERS = {
    "pt": Manners(
        greetings=listed("olá oi caros caro"),
        thanks=listed("obrigado obrigada agradeço abraço abraços atenciosamente tchau"),
        pleas=listed("desculpe desculpa desculpem"),
        urgency=listed("urgente"),
        addresses=listed("bot todos pessoal amigos gente alguém"),
        requests=listed("pergunta perguntas dizer dizerme saber sabe sabem perguntar ajuda explicar dúvida"),
        wishes=listed("bom boa boas"),
        beside=listed("dia tarde noite muito muita desde já favor rápida tenho ok"),
        asker=listed("eu me mim meu minha sou estou"),
        you=listed("você vocês tu"),
        about_you=listed("nome feito fez humano robô"),
        leaning=listed("ele ela eles elas isso isto esse essa"),
    ),
    "pl": Manners(
        greetings=listed("cześć witam witajcie hej siema"),
        thanks=listed("dzięki dziękuję pozdrawiam pozdrowienia"),
        pleas=listed("proszę przepraszam"),
        urgency=listed("pilne pilnie"),
        addresses=listed("bot wszyscy wszystkim państwo panie pani ktoś"),
        requests=listed("pytanie pytania powiedzieć powiedz wiedzieć wie wiesz zapytać pomóc pomoc wyjaśnić"),
        wishes=listed("dzień dobry miłego"),
        beside=listed("dobry wieczór dnia góry bardzo szybkie krótkie mam ok"),
        asker=listed("ja mnie mój moja jestem mam"),
        you=listed("ty wy pan pani"),
        about_you=listed("imię zrobił człowiek robot"),
        leaning=listed("on ona ono oni one to ten ta"),
    ),
}
"""By ISO 639-1 code."""
