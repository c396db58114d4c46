"""The wording of page furniture, per language: what bot.core.reading.residue looks for.

Each text holds alternatives of a regular expression, one or more a line; case is ignored.
"""

import re


def alternatives(text: str) -> re.Pattern[str]:
    """Compile the lines of ``text`` as alternatives."""
    lines = (line.strip() for line in text.splitlines())
    return re.compile("|".join(f"(?:{line})" for line in lines if line), re.IGNORECASE)


def word_set(text: str) -> frozenset[str]:
    """Return the words of ``text``, which are parted by white space."""
    return frozenset(text.split())


ADDRESS = alternatives(r"""
    (?:[\w ]{1,20}: ?)?<?(?:https?://|ftp://|www\.)\S+>?[.,;]?(?:\s+(?:https?://|www\.)\S+)*
    [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|ru|kz|uk|de|fr|io|edu|gov|eu)(?:/\S*)?
    [\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+(?:[ ,]+[@#]\w+)*
""")

MEDIA_FILE = alternatives(
    r"\(?[^\s/][^/\n]{0,120}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic|mp[34]|webm|mov)\)?(?:\s*\([^)]*\))?"
)

LABEL = alternatives(r"""
    (?:skip|jump|scroll|back|return|go)\b.{0,12}\b(?:content|navigation|main|top|home|search|menu)\b.*
    scroll top|accessibility links|breaking news|main menu|menu|home|search|toggle\b.*|show (?:more|less)
    (?:next|previous|prev)(?: (?:page|article|post|story))?|view (?:all|history|source|comments|gallery).*
    (?:photo|image|video|фото|видео|сурет) [–—-] .*|loading.*|load more.*|please wait.*|advertisement
    sponsored.*|ad|play(?: video)?|pause|(?:un)?mute|auto(?:play)?|embed|live|no media source.*|close|cancel
    ok|got it|accept(?: all)?.*|reject(?: all)?.*|manage (?:cookies|preferences|options).*
    (?:table of )?contents(?: \[?hide\]?)?|in this (?:article|story)|on this page|share
    share (?:this|on|via|with|the|page|post|article|full|link)\b.*|tweet|copy link.*|print(?: this)?.*
    e-?mail(?: this)?|facebook|twitter|x|telegram|whatsapp|linkedin|vk|viber|instagram|youtube|reddit
    pinterest|messenger|threads|bluesky|follow\b.*|like us\b.*|subscribe\b.*|sign (?:up|in|out)\b.*
    log ?(?:in|out)\b.*|join (?:our|us|the\b.*\blist)\b.*|register(?: now)?|donate\b.*
    support (?:us|our)\b.*|(?:our |the )?newsletters?\b.*|download (?:our|the) app.*
    you (?:may|might) also (?:like|be interested)\b.*|(?:up|what to read|editor.s) (?:next|picks?).*
    tags?\b ?:?.*|filed under\b.*|categor(?:y|ies) ?:.*|topics? ?:.*
    \d* ?(?:shares?|views?|likes?|repl(?:y|ies))(?: ?:? ?\d+)?|page \d+(?: (?:of|/) \d+)?
    by [^\W\d_][^\d]{2,60}|(?:text|story|words|reporting|photos?|pictures|video|editing|author)(?: by|:).*
    (?:this |the )?page (?:was )?last (?:modified|updated|edited).*|last (?:updated|modified|edited).*
    (?:originally |first )?(?:published|posted|updated)(?: (?:on|in|by|at|from)|:).*
    original (?:source|article|post|link)\b.*|(?:copyright|©).*|\(c\) \d{4}.*|terms (?:of|and)\b.*
    privacy(?: policy| notice| settings)?|contact(?: us)?|about(?: us| the author)
    cookies?(?: policy| settings| preferences)?|advertise with us|report (?:an? )?(?:error|typo).*
    перейти к\b.*|наверх|вверх|на главную|главная|меню|поиск|войти|вход|выйти|регистрация|реклама|закрыть
    загрузка.*|поделиться.*|подпис(?:аться|ывайтесь|ка)\b.*|подпишитесь\b.*|подробнее.*
    читать (?:далее|также|ещё|еще|полностью).*|читайте\b.*|смотрите (?:также|ещё|еще)\b.*|главное|новости
    теги?:?.*|рубрик[аи]\b.*|(?:\d+ )?комментари(?:и|ев|й|я).*|версия для печати
    (?:\d+ )?просмотр(?:ов|ы|а)?\b.*|содержание|оглавление|редактор:.*|автор(?:ы)?(?: текста| фото)?:.*
    опубликовано\b.*|обновлено\b.*|фото\b.*|видео\b.*|источник:.*|басты бет|іздеу|мәзір|кіру|тіркелу|жарнама
    бөлісу\b.*|жазылу\b.*|жазылыңыз\b.*|толығырақ.*|мазмұны|соңғы жаңалықтар|(?:\d+ )?пікір(?:лер)?\b.*
    (?:\d+ )?(?:рет )?(?:қаралды|қаралым|көрілім).*|автор(?:ы)?:.*|сурет(?:тер|ті)?\b.*|жарияланды\b.*
    жаңартылды\b.*|дерек ?көзі:.*|teilen|anzeige|(?:foto|quelle|bild)s?:.*|kommentare.*|impressum|partager
    publicité|(?:photo|source|crédit\w*)s? ?:.*|commentaires.*|compartir|publicidad|(?:foto|fuente)s?:.*
    comentarios.*|paylaş|reklam|(?:fotoğraf|kaynak):.*|yorumlar.*
""")
"""Whole lines without the shape of a sentence."""

BOILERPLATE = alternatives(r"""
    (?:subscribe|sign up|register|join)\b.{0,80}\b(?:newsletters?|mailing list|channels?|telegram|whatsapp)\b
    (?:subscribe|sign up|register)\b.{0,80}\b(?:inbox|alerts|e-?mails?|updates|stories)\b
    (?:get|receive|want)\b.{0,80}\b(?:your inbox|newsletter|notifications|delivered to you)\b
    our (?:morning|evening|daily|weekly|free) (?:e-?mail|newsletter|briefing)\b|(?:enter|type) your\b
    our standards:|(?:all )?quotes (?:are )?delayed\b
    (?:please )?(?:follow|like|find|join) (?:us|me|our|@\w+)\b.{0,80}\b(?:on|at|here)\b
    (?:please )?(?:click|tap) (?:here|below|on the)\b|please wait\b.{0,20}$|loading\W*$
    (?:please )?(?:enable|turn on|activate) (?:javascript|cookies)|we value your privacy
    by (?:continuing|clicking|using|subscribing|signing)\b.{0,80}\byou (?:agree|accept)\b
    when we learn of a mistake\b|warning: this video\b
    (?:.*[-–—|:]\s)?(?:please )?(?:make|give)\b.{0,20}\bdonation\b
    (?:please )?(?:donate|contribute)\b.{0,40}\b(?:to|now|today|here|us)\b.{0,40}$
    (?:please )?(?:consider )?support(?:ing)? (?:us|our|independent|quality)\b.{0,40}\b(?:journalism|work)\b
    (?:already a|become a|are you a)\b.{0,20}\b(?:subscriber|member|patron|supporter)\b
    (?:log|sign) ?in to\b.{0,40}$|subscribe (?:now|today|here)\b.{0,30}$|(?:please )?create an account\b
    leave (?:a|your) (?:comment|reply)\b|(?:read|watch) (?:more|also|next)\s*[:»>]
    read more (?:about|on|from|at|here)\b.{0,60}$|see also\s*:
    share this (?:article|story|page|post|video)\b.{0,60}$|share your (?:thoughts|views|opinions?)\b.{0,60}$
    (?:read|watch|listen to|see) (?:the|our) (?:full|latest|whole)\b.{0,60}$
    (?:download|get) (?:the|our)\b.{0,30}\bapp\b|no media source\b
    (?:this )?(?:page|article|post|story) (?:was )?last (?:modified|updated|edited)\b
    your e-?mail address will not be published\b|required fields are marked\b
    (?:if you )?(?:spot|notice|see|find|found)(?:ed)? (?:a|an|any) (?:error|mistake|typo)\b
    have (?:a|any) (?:story|news|tip)\b.{0,60}\?|text is available under\b
    originally published (?:at|on|in|by)\b.{0,60}$|(?:this )?(?:article|story) continues (?:below|after)\b
    подпис(?:ывайтесь|аться|ывайся)\b|подпишитесь\b|(?:ещё|еще) больше\b.{0,60}\b(?:telegram|телеграм)
    (?:вступайте|присоединяйтесь|следите)\b.{0,60}\b(?:нам|нами|канал\w*|групп\w*|новост\w*|telegram)\b
    (?:читайте|смотрите|слушайте) (?:также|ещё|еще|нас|подробнее|далее)\b|больше новостей\b
    (?:продолжая|оставаясь|нажимая|используя)\b.{0,120}\bсогла
    поделит(?:есь|ься) (?:с друзьями|стать[её]й|ссылкой|новостью|материалом|этим|своим мнением|в соцсетях)
    (?:если вы )?(?:нашли|заметили|увидели|обнаружили) (?:ошибку|опечатку)|оставьте (?:свой )?комментарий
    мнение (?:автора|редакции|авторов) (?:может|могут) не совпада|ваш e-?mail\b.{0,40}\bне будет
    для (?:просмотра|воспроизведения|комментирования)\b.{0,80}\b(?:браузер|javascript|авториз|войдите)
    (?:поддержите|поддержать) (?:нас|нашу|наш|редакцию|проект)\b.{0,80}$
    (?:тағы|сондай-ақ)?,? ?(?:да )?оқ(?:ыңыз|и отырыңыз)
    біздің\b.{0,60}\b(?:telegram|телеграм|instagram|арна\w*|парақша\w*)\b.{0,40}$
    (?:мәтіннен )?қате (?:тапсаңыз|байқасаңыз)|abonnieren sie\b|lesen sie (?:auch|mehr)\b|abonnez-vous\b
    inscrivez-vous\b|suscríb(?:ase|ete)\b|lea (?:también|más)\b
    .*\bwe may (?:earn|receive)\b.{0,40}\bcommission\b|.*\byour browser (?:does not|doesn.t) support
    .*\b(?:material|article|content|part)\b.{0,60}\bmay not be (?:published|reproduced|copied)\b
    .*\blet us know at \S+@|.*\bviews (?:and opinions )?expressed\b.{0,80}\bauthor
    .*\bcontributed (?:reporting )?to this (?:report|article|story|piece)\b
    .*\bcopied to (?:your|the) clipboard\b|.*\bctrl ?\+ ?enter\b
    .*\b(?:жазылыңыз|тіркеліңіз|қосылыңыз)(?:дар)?\W*$
    .*\bредакция(?:ның)? (?:көзқарасы|пікірі)\b.{0,60}\bавтор|.*\babone ol(?:un|unuz)?\b
""")
"""How a sentence begins that speaks for the site."""

BANNER = alternatives(r"""
    (?=.*\bcookies?\b)(?=.*\b(?:we|our|this|your?)\b)(?=.*\b(?:websites?|sites?|browser|device|consent|privacy)\b)
    (?=.*\bcookies?\b)(?=.*\b(?:we|our|your?)\b)(?=.*\b(?:preferences|personali[sz]ed?|analytics|traffic)\b)
    we use cookies\b.{0,40}$|privacy (?:notice|policy)\s*:|(?:copyright|©|\(c\))\W{0,3}(?:\(c\)|©)?\s*\d{4}
    (?:использование|копирование|перепечатка)\b.{0,40}\bматериал\w*\b.{0,120}\b(?:ссылк|разреш|соглас)
    при\b.{0,80}\b(?:использовании|копировании|перепечатке|цитировании)\b.{0,120}\bссылк
    .*\balle rechte vorbehalten\b|.*\btous droits réservés\b|.*\bderechos reservados\b
    .*\bhakları saklıdır\b|.*\bterms of (?:use|service) and privacy policy\b|.*\brecaptcha\b
    .*\b(?:all|other) rights (?:are )?reserved\b|.*\b(?:мы|наш|сайт\w*)\b.{0,80}\bcookies?\b
    .*\bфайлы cookies?\b.{0,80}\bсайт|.*\bправа (?:\w+ )?защищены\b|.*\bсайт\w*\b.{0,60}\bcookies?\b
    .*\bcookies?\b.{0,60}\b(?:файл|сайт)\w*\b|.*\bқұқы(?:қтар(?:ы)?|ғы) (?:\w+ )?қорғалған\b
    .*\bматериал\w*\b.{0,80}\b(?:гипер)?сілтеме\b
""")
"""How a paragraph of any shape begins that speaks of cookies or rights."""

BYLINE = re.compile(
    r"(?:additional )?(?:written|report(?:ed|ing)|compiled|edit(?:ed|ing)|translated|photo(?:graph)?s?"
    r"|produced|illustrations?|graphics?|interview|adapted)(?: and \w+)? by\s+(?-i:[^\W\d_a-zа-яё])"
    r"(?!.*,\s(?:the|it|he|she|they|this|that|his|her|their|its|a|an|who|which)\b)"
    r"(?!.*\b(?:is|was|were|are|has|had|became|won|sold|tells?|follows?|remains?|said|says)\b).*",
    re.IGNORECASE,
)
"""A line about who made the text; "Written by Roe in 1869, the novel was ..." is none."""

CREDIT_WORD = (
    r"(?:(?:archive |file |cover )?(?:image|photo|picture|photograph|illustration|video|screenshot|map)s?"
    r"(?: ?credit| ?source| ?courtesy(?: of)?| ?by)?|credits?|courtesy(?: of)?"
    r"|фото(?:граф|графия)?|видео|снимок|иллюстрация|коллаж|скриншот|кадр|инфографика"
    r"|сурет|суретті түсірген|фотосурет|foto|bild|fotoğraf|crédit(?: photo)?|crédito)"
)
AGENCY = (
    r"(?:getty images|afp|ap photo|ap|reuters|epa(?:-efe)?|tass|тасс|риа новости|alamy(?: stock photo)?"
    r"|shutterstock|istock|unsplash|pixabay|wikimedia commons|depositphotos|anadolu|xinhua|zuma|rex)"
)
CREDIT = alternatives(rf"""
    {CREDIT_WORD}(?: из архива)?\s*[:/|©]\s?\S.*
    .*(?:[|/•(\[]|[.!?…»”"]\s|\s[–—-]\s|,\s)\s*(?:by )?{CREDIT_WORD}\s*[:/©]\s*\S.{{0,80}}
    .*\s\|\s*(?:source|источник|дереккөз|quelle|fuente)\s*:.*
    .*\((?:archive|file|stock|illustrative|undated|courtesy) (?:photo|image|picture|photograph|video)\)\W*
    .*\((?:(?:архивное|иллюстративное) фото|фото (?:из архива|архив\w*)|архив|көрнекі сурет|мұрағат\w*)\)\W*
    .*[/|©]\s*(?:via )?{AGENCY}[\s/)\w]{{0,40}}\W*
    {AGENCY}(?:[/|,©].{{0,40}})?|.*\bvia getty images\W*
    .*©.*|.*[|/]\s*\(c\)\s.*|\(c\)\s*\d{{4}}.*
""")

SOURCED = alternatives(r"(.*?)\s*\b(?:source|источник|дерек ?көзі|quelle|fuente|kaynak)\s*:\s*\S.{0,60}")

TENSED = alternatives(r"""
    \b(?:is|are|was|were|has|have|had|will|would|said|says|can|could|\w{3,}ed)\b
    \b(?:бы(?:л|ла|ло|ли)|\w{3,}(?:лся|лась|лись|ли|ла|ло|ет|ют|ил|ал))\b
    \b(?:болды|еді|\w+(?:ды|ді|ты|ті|ған|ген|қан|кен))\b
""")
"""Rough signs of a finite verb: a credit line has none, a sentence has one."""

REFERENCE = alternatives(r"""
    (?:\d{1,3}\.\s*)?[↑^].*
    [\w'’-]+, (?:\w\.[\s-]?){1,3}.{0,120}\((?:1[6-9]|20)\d\d[a-z]?\).*
    .{0,200}\b(?:isbn|issn|pmid|s2cid|oclc)[\s:-]*[\dx-]{6,}.*|.{0,200}\bdoi(?::|\.org).*
    .*[.,”"»]\s(?-i:Retrieved|Accessed)\s(?:on\s)?(?:\w+\s)?\d.*|.*\barchived from the original on\b.*
    .*\bдата обращения\s*:.*|.*\bархив(?:ировано|ная копия) (?:из|от|\d).*
""")

_TEXT = "(?:article|story|text|post|page|piece|interview|essay|transcript|translation)"
_MADE = "(?:published|posted|updated|amended|corrected|edited|translated|produced|adapted|republished|based)"
NOTE = alternatives(rf"""
    \W?(?:editor.?s.? (?:note|comment)|note from the editors?|author.?s note|publisher.?s note)\s*[:.—–(].*
    \W?(?:correction|clarification|disclaimer|content warning)\s*[:.—–(].*
    (?:in )?the following {_TEXT}\b.*
    this (?:news )?{_TEXT} (?:also )?(?:appear(?:s|ed)|includes?|contains?|explores?|discusses|originally)\b.*
    this (?:article|page) is about\b.*|a correction was made\b.*|an? (?:\w+ )?version of this {_TEXT}\b.*
    this {_TEXT} (?:was|is|has been) (?:\w+ ){{0,2}}(?:{_MADE}|(?:part|an excerpt|a transcript) of)\b.*
    (?:от редакции|примечание (?:редакции|редактора|автора|переводчика)|прим\. ?(?:ред|авт|пер)\.)\s*[:.—–].*
    (?:дисклеймер|уточнение|поправка|редакциядан|редакция ескертуі|аудармашы ескертуі)\s*[:.—–].*
    (?:этот|данный) (?:текст|материал|перевод) (?:был |впервые )?(?:опубликован|подготовлен|перевед[её]н)\b.*
    (?:этот|данный) (?:текст|материал|перевод) (?:был )?(?:обновл[её]н|создан|является частью)\b.*
""")

ATTRIBUTION = alternatives(r"""
    (?:[^\W\d_]+,\s)?(?:according to|in the words of|as reported by|со ссылкой на)\s.*[:,]
    (?:[^\W\d_]+,\s)?по (?:словам|данным|версии|сообщению|мнению)\s.*[:,]
    (?:from|per|via|by|quoting|из|от)\s(?-i:[^\W\d_a-zа-яё]|the |газеты |журнала )[^,;]{0,50}:
    .{0,80}\s(?:мәліметінше|айтуынша|дерегінше|хабарлауынша)[:,]
""")

RELATED = alternatives(r"""
    (?:related|recommended|read (?:also|more|next|on)|see also|more (?:on|from|about))\b.*
    most (?:read|viewed|popular|shared)\b.*|you (?:may|might) also\b.*|further reading|external links
    (?:related|recommended|popular|trending|more|other|latest|top)(?: \w+){0,2} (?:articles?|stories|story):?
    (?:related|recommended|popular|trending|more|other|latest|top)(?: \w+){0,2} (?:content|topics?|links?):?
    (?:related|recommended|popular|trending|more|other|latest|top)(?: \w+){0,2} (?:news|posts?|reading):?
    (?:читайте|смотрите|читать) (?:также|ещё|еще)\b.*|.{0,20}\bпо теме:?|похожие.*
    самое (?:читаемое|популярное)|(?:популярн|последн)ые (?:новости|статьи|материалы)|ссылки|примечания
    литература|(?:тағы|сондай-ақ) ?(?:да )?оқыңыз.*|(?:оқи|қарай) отырыңыз.*|ұқсас\b.*|көп оқылған.*
    тақырып бойынша.*|lesen sie auch:?|mehr zum thema:?|(?:à )?lire aussi ?:?|lea también:?|ayrıca okuyun:?
    ilgili haberler:?
""")

COMMENTS = alternatives(r"""
    (?:\d+ )?(?:comments?|комментари(?:и|ев|й|я)|пікір(?:лер)?)\s*(?:\(?\d+\)?)?\s*:?
    (?:\d+ )?(?:kommentare?|commentaires?|comentarios?|yorumlar)\s*(?:\(?\d+\)?)?\s*:?
    (?:leave|post|add|write) (?:a|your) (?:comment|reply)\b.*|join the (?:conversation|discussion)\W*
    \d+ (?:thoughts?|responses?|replies) (?:on|to)\b.*|(?:оставить|добавить|написать) комментарий.*
    пікір (?:қалдыру|жазу).*|discussion \(\d+\)
""")

AUTHOR_CARD = alternatives(r"""
    .{3,60}\bis (?:a|an|the)\b.{0,60}\b(?:correspondent|reporter|editor|journalist|columnist|writer)\b.*
    .{3,60}\s(?:—|–|-)\s.{0,40}\b(?:журналист|корреспондент|редактор|обозреватель)\b.*
""")
"""What stands under an author's name at the foot of a page."""

TAIL = alternatives(r"""
    (?:read more|continue reading|see more|learn more|weiterlesen|lire la suite|leer más)\s*[.…»>→]*
    (?:подробнее|читать далее|толығырақ)\s*[.…»>→]*|©.{0,40}
    \((?:additional )?(?:reporting|writing|editing) by [^()]*\)
""")
"""What may stand behind the last sentence of a paragraph."""

EDIT_MARK = alternatives(
    r"\s*\[(?:edit(?: source)?|править(?: \| править код)?|изменить|өңдеу|bearbeiten)\]$"
)
"""What an encyclopedia puts behind a heading."""

HEAD = alternatives(r"\[\d{1,3}\]\s+")
"""A reference mark that may stand before the first sentence of a paragraph."""
