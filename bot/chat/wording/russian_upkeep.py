"""What maintainers read, in Russian."""

from bot.chat.wording.names import Message as M  # noqa: N817 (it opens every line)

UPKEEP = {
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
    M.REPORT_REMOVED_LINE: "{name}: больше нет на месте {quotes} {quotes:данной цитаты|данных цитат|данных цитат}",
    M.REPORT_UNCHANGED: "**Без изменений:** {count}",
    M.REPORT_REFUSED: "**Не принято:** {count}",
    M.REPORT_REFUSED_LINE: "{place}: {problem}",
    M.REPORT_DUPLICATES: "**Один текст в нескольких файлах:** {count}",
    M.REPORT_SIMILAR: "**Почти одинаковый текст:** {count}",
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
    M.ADD_EXISTS: "Такой текст уже есть: {file}.",
    M.ADD_SEVERAL: "**Добавить {count} {count:статью|статьи|статей}?**",
    M.ADDED: "Добавлено: {file}.",
    M.EDIT_USAGE: "Ответьте на карточку статьи строками вида «title: …». Можно изменить: {fields}.",
    M.EDIT_PREVIEW: "Чтобы исправить, ответьте строками вида «title: …»: {fields}.",
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
    M.ROLLBACK_UNKEPT: "В папке есть изменения, которых нет ни в одной редакции; они бы пропали. Сначала /reload.",
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
    M.STATS_OTHERS: "прочие",
    M.STATS_LINE: "{number}. {name}: {count}",
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
}
