"""Russian. Forms by number: ``{count:статья|статьи|статей}`` for 1, 2 and 5."""

from bot.chat.messages import Message as M  # noqa: N817 (it opens every line)

RUSSIAN = {
    # Profile, menus and first steps
    M.LANGUAGE_NAME: "Русский",
    M.MONTHS: "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    M.DESCRIPTION: (
        "Задайте вопрос. Я отвечаю только словами статей, которые мне дали: "
        "каждая цитата с источником и ссылкой на само предложение. Если в статьях нет ответа, я так и скажу."
    ),
    M.SHORT_DESCRIPTION: "Отвечаю словами статей: только дословные цитаты, каждая с источником.",
    M.START: (
        "**Задайте вопрос.** Я отвечаю только словами статей ({count} {count:статья|статьи|статей}), каждая цитата "
        "с источником. От себя я о предмете ничего не пишу; если в статьях нет ответа, я так и скажу.\n\n"
        "/sources – список статей, /help – что ещё я умею."
    ),
    M.START_EXAMPLES: "Можно спросить, например, об одной из этих статей:",
    M.HELP: (
        "**Как спрашивать**\n"
        "Напишите вопрос своими словами; лучше всего помогают имена, даты и числа. В ответ придёт до трёх "
        "дословных цитат, каждая с источником. Название источника ведёт к самому предложению.\n\n"
        "**В группах**\n"
        "/ask и вопрос, ответ на моё сообщение или упоминание моего имени. "
        "Просто /ask в ответ на сообщение: тогда вопросом будет это сообщение.\n\n"
        "**В любом чате**\n"
        "Наберите моё имя и несколько слов и выберите цитату, чтобы её отправить.\n\n"
        "**Команды**\n"
        "/sources – статьи, которые я цитирую\n"
        "/proof – где именно стоит цитата\n"
        "/privacy – что хранится и как долго\n"
        "/forget – удалить то, что хранится о вас"
    ),
    M.GROUP_HELLO: (
        "Здравствуйте. Я отвечаю на вопросы только словами данных мне статей, каждая цитата с источником. "
        "Спрашивайте командой /ask с вопросом, ответом на моё сообщение или упоминанием {bot}. "
        "В остальное время я молчу. Администраторы могут изменить это в /settings."
    ),
    M.ASK_USAGE: "Напишите вопрос после /ask или ответьте командой /ask на сообщение с вопросом.",
    M.UNKNOWN_COMMAND: "Такой команды я не знаю. Список команд: /help.",
    M.PRIVACY: (
        "**Что хранится**\n"
        "– какие цитаты были даны в ответ, в каком чате и кому, чтобы работали кнопки под ответом;\n"
        "– был ли ответ вам полезен;\n"
        "– тексты вопросов без ответа, чтобы статьи можно было дополнить;\n"
        "– настройки группы.\n\n"
        "**Как долго**\n"
        "{days} {days:день|дня|дней}, затем данные удаляются; настройки группы – пока я в ней состою.\n\n"
        "**Кто это видит**\n"
        "Те, кто ведёт этого бота, видят вопросы без ответа, но не имена спросивших. "
        "Никому ничего не передаётся. В журналах работы вопросов нет.\n\n"
        "/forget сразу удаляет всё, что хранится о вас."
    ),
    M.FORGOTTEN: "Удалено всё, что хранилось о вас.",
    M.SOURCES_HEADING: "**Источники:** {count} {count:статья|статьи|статей}, страница {page} из {pages}",
    M.SOURCES_NONE: "Статей пока нет.",
    # Answers and refusals
    M.CLOSEST_PASSAGES: "**Самые близкие места; возможно, они не отвечают на вопрос:**",
    M.SOURCES_DIFFER: "Источники расходятся: сравните числа и даты.",
    M.ALSO_SEARCHED: "Искал также: {words}",
    M.MISSING_WORDS: "Нет в статьях: {words}",
    M.QUOTE_GOES_ON: "Цитата продолжается; название ведёт ко всему тексту.",
    M.MARKS_LOST: "Telegram не показывает некоторые надстрочные знаки этой цитаты; название ведёт к оригиналу.",
    M.PAGE_NUMBER: "с. {page}",
    M.REFUSED_EMPTY_QUESTION: "Напишите несколько слов о том, что вы ищете.",
    M.REFUSED_EMPTY_CORPUS: "Статей, по которым можно ответить, пока нет.",
    M.REFUSED_NO_MATCH: "Статьи на это не отвечают: этих слов нет ни в одной.",
    M.REFUSED_NOT_COVERED: "Похоже, в статьях нет ответа на это.",
    M.NEAREST: "Ближайшие статьи:",
    M.CONTEXT_HEADING: "**Цитата среди соседних предложений:**",
    M.PROOF: (
        "**Где стоит цитата**\n"
        "Файл: {file}\n"
        "Знаки: с {start} по {end}\n"
        "SHA-256 текста статьи: {revision}\n"
        "SHA-256 цитаты: {digest}"
    ),
    M.PROOF_READ_AT: "Прочитано из файла: {moment} UTC",
    M.PROOF_USAGE: "Напишите номер ответа после /proof; кнопка под ответом сделает это за вас.",
    M.ANSWER_UNKNOWN: "Этот ответ больше не хранится. Спросите ещё раз.",
    M.ARTICLE_CHANGED: "С тех пор статья изменилась; цитаты на этом месте больше нет. Спросите ещё раз.",
    M.ARTICLE_GONE: "Этой статьи больше нет среди источников.",
    M.NO_MORE_QUOTES: "Других цитат для этого вопроса нет.",
    # Buttons and what pressing them says
    M.BUTTON_MORE: "Ещё цитаты",
    M.BUTTON_CONTEXT: "Шире",
    M.BUTTON_PROOF: "Проверить",
    M.BUTTON_USEFUL: "👍 Полезно",
    M.BUTTON_NOT_USEFUL: "👎 Не то",
    M.BUTTON_OPEN_PRIVATE: "Открыть в личном чате",
    M.BUTTON_PREVIOUS: "‹ Назад",
    M.BUTTON_NEXT: "Дальше ›",
    M.BUTTON_CONFIRM: "Подтвердить",
    M.BUTTON_CANCEL: "Отмена",
    M.BUTTON_APPLY: "Применить",
    M.BUTTON_SHOW: "Показать ответ",
    M.BUTTON_TOO_OLD: "Эта кнопка слишком старая. Спросите ещё раз.",
    M.BUTTON_OF_ANOTHER: "Эта кнопка для того, кто спросил.",
    M.THANKS: "Спасибо, отмечено.",
    M.CANCELLED: "Отменено; ничего не изменилось.",
    # Inline mode
    M.INLINE_HINT: "Наберите вопрос и выберите цитату, чтобы отправить её сюда",
    M.INLINE_NOTHING: "Ничего не нашлось – спросить в личном чате",
    # A group's settings
    M.SETTINGS_HEADING: "**Настройки этой группы**",
    M.SETTING_LANGUAGE: "Язык: {value}",
    M.SETTING_QUOTES: "Цитат в ответе: {count}",
    M.SETTING_MENTIONS: "Отвечать на упоминания: {value}",
    M.SETTING_QUIET: "Молчать, если ответа нет: {value}",
    M.SETTING_ON: "да",
    M.SETTING_OFF: "нет",
    M.SETTINGS_SAVED: "Сохранено.",
    M.ADMINISTRATORS_ONLY: "Это могут только администраторы группы.",
    M.GROUPS_ONLY: "Эта команда – для групп.",
    # Trouble
    M.ERROR: "У меня что-то пошло не так; сбой записан под номером {id}. Попробуйте позже.",
    M.TOO_MANY_QUESTIONS: "Слишком много вопросов сразу. Спросите через {seconds} {seconds:секунду|секунды|секунд}.",
    M.TOO_MANY_IN_CHAT: (
        "В этом чате слишком много вопросов сразу. Снова отвечу через "
        "{seconds} {seconds:секунду|секунды|секунд}."
    ),
    M.BUSY: "Сейчас у меня много вопросов. Спросите ещё раз через минуту.",
    M.MAYBE_SENT: "Во время ответа пропала связь. Если ответа не видно, нажмите кнопку.",
    # Descriptions of commands, for the menus
    M.COMMAND_ASK: "Задать вопрос статьям",
    M.COMMAND_HELP: "Как спрашивать",
    M.COMMAND_SOURCES: "Статьи, которые я цитирую",
    M.COMMAND_PROOF: "Где именно стоит цитата",
    M.COMMAND_PRIVACY: "Что хранится и как долго",
    M.COMMAND_FORGET: "Удалить то, что хранится о вас",
    M.COMMAND_SETTINGS: "Настройки этой группы",
    M.COMMAND_RELOAD: "Прочитать статьи заново",
    M.COMMAND_ADD: "Добавить статью по адресу",
    M.COMMAND_EDIT: "Исправить название, издание, дату или адрес",
    M.COMMAND_REMOVE: "Удалить статью",
    M.COMMAND_EDITIONS: "Сохранённые редакции",
    M.COMMAND_ROLLBACK: "Вернуться к прежней редакции",
    M.COMMAND_HISTORY: "Кто что менял",
    M.COMMAND_GAPS: "Что спрашивали и не получили ответа",
    M.COMMAND_STATS: "Вопросы, ответы и источники в числах",
    M.COMMAND_STATUS: "Редакция, память, версии",
    # Maintenance of the articles
    M.MAINTAINERS_ONLY: "Это могут только те, кто ведёт бота.",
    M.CONFIRM_IN_PERSON: "Анонимные администраторы подтверждают кнопкой, чтобы было известно, кто действует.",
    M.RELOAD_RUNNING: "Статьи уже перечитывает {who}. Подождите, пока это закончится.",
    M.RELOAD_PROGRESS: "Читаю статьи: {done} из {count}",
    M.RELOAD_DONE: "**Готово.** Теперь работает редакция {edition}.",
    M.RELOAD_UNCHANGED: "**Ничего не изменилось.** Работает прежняя редакция {edition}.",
    M.RELOAD_DRY: "**Пока ничего не изменено.** Вот что сделала бы перезагрузка:",
    M.RELOAD_FAILED: "**Перезагрузка не удалась:** {problem}\nРаботает прежняя редакция {edition}.",
    M.RELOAD_REPORT_ATTACHED: "Полный отчёт приложен.",
    M.FILES_CHANGED_SINCE: "После этого отчёта файлы изменились. Посмотрите новый.",
    M.REPORT_ADDED: "**Добавлено:** {count}",
    M.REPORT_CHANGED: "**Изменено:** {count}",
    M.REPORT_CHANGED_LINE: (
        "{name}: отличается {passages} {passages:отрывок|отрывка|отрывков}, "
        "больше нет на месте {quotes} {quotes:данной цитаты|данных цитат|данных цитат}"
    ),
    M.REPORT_REMOVED: "**Удалено:** {count}",
    M.REPORT_UNCHANGED: "**Без изменений:** {count}",
    M.REPORT_REFUSED: "**Не принято:** {count}",
    M.REPORT_REFUSED_LINE: "{place}: {problem}",
    M.REPORT_DUPLICATES: "**Один текст в нескольких файлах:** {count}",
    M.REPORT_TOTALS: (
        "{articles} {articles:статья|статьи|статей}, {passages} {passages:отрывок|отрывка|отрывков}, "
        "{seconds} с, редакция {edition}"
    ),
    # Maintenance: single articles and editions
    M.ADD_USAGE: "Напишите адрес после /add или пришлите файл: {formats}.",
    M.ADD_PREVIEW: (
        "**Добавить эту статью?**\n"
        "Название: {title}\n"
        "Издание: {publisher}\n"
        "Дата: {date}\n"
        "Язык: {language}\n"
        "Отрывков: {passages}"
    ),
    M.ADD_FIRST_SENTENCES: "Начинается так:",
    M.ADD_RESIDUE: "Убрано, {count} {count:строка|строки|строк}:",
    M.ADD_REFUSED: "{name} добавить нельзя: {problem}",
    M.ADD_TOO_LARGE: "Файл больше {megabytes} МБ. Положите его прямо в папку со статьями.",
    M.ADDED: "Добавлено: {file}.",
    M.EDIT_USAGE: "Ответьте на карточку статьи строками вида «title: …». Можно изменить: {fields}.",
    M.EDITED: "Изменено в {file}: {fields}.",
    M.REMOVE_USAGE: "Напишите имя файла после /remove; список статей: /sources.",
    M.REMOVE_CONFIRM: (
        "Удалить {name} ({file})? Больше не будет на месте {count} "
        "{count:данной цитаты|данных цитат|данных цитат}."
    ),
    M.REMOVED: "Удалено: {file}.",
    M.ARTICLE_UNKNOWN: "Статьи {name} нет.",
    M.EDITIONS_HEADING: "**Редакции, сначала новые**",
    M.EDITIONS_LINE: "{edition}, {moment}: {count} {count:статья|статьи|статей}",
    M.ROLLBACK_USAGE: "Напишите номер редакции после /rollback; список: /editions.",
    M.ROLLED_BACK: "Снова работает редакция {edition}.",
    M.EDITION_UNKNOWN: "Редакции {edition} нет; список: /editions.",
    # Maintenance: looking back
    M.HISTORY_HEADING: "**Кто что менял, сначала новое**",
    M.HISTORY_LINE: "{moment} {who}: {action}, {before} → {after}",
    M.HISTORY_EMPTY: "Изменений ещё не было.",
    M.GAPS_HEADING: "**Спрашивали и не получили ответа, за {days} {days:день|дня|дней}**",
    M.GAPS_LINE: "{count} × {question}",
    M.GAPS_EMPTY: "За {days} {days:день|дня|дней} ответ нашёлся на каждый вопрос.",
    M.STATS: (
        "**За {days} {days:день|дня|дней}**\n"
        "Вопросов: {questions}\n"
        "С ответом: {answered} ({share} %)\n"
        "Полезно: {useful}, не то: {not_useful}"
    ),
    M.STATS_TOP_SOURCES: "Чаще всего цитируются:",
    M.STATS_EMPTY: "За {days} {days:день|дня|дней} вопросов не было.",
    M.STATUS: (
        "**Состояние**\n"
        "Редакция: {edition}\n"
        "Статей: {articles}, отрывков: {passages}\n"
        "Последняя перезагрузка: {reloaded}\n"
        "Работает с: {started}\n"
        "Память: {megabytes} МБ\n"
        "Quoth {version}"
    ),
    # The terminal
    M.TERMINAL_HELLO: "{count} {count:статья|статьи|статей}. Задайте вопрос; /sources – список, /quit – выход.",
    M.TERMINAL_PROMPT: "? ",
}
