"""What messengers write themselves into an exported chat."""

import re

from bot.languages.known import joined

_LEFT_OUT = (
    r"""
    <[^<>]{1,60}>
    [^\s/:]{1,120}\.\w{2,5} \([^()]{1,40}\)
    """,
    "(?:media|image|video|audio|sticker|gif|document|contact card|photo|voice message) omitted",
    "(?:this message was deleted|you deleted this message|message deleted|missed (?:voice|video) call|null)[. ]?.{0,30}",
    "(?:medien|bild|video|audio|sticker|dokument) (?:ausgeschlossen|weggelassen)|(?:diese nachricht wurde gelöscht|du hast diese nachricht gelöscht)[.]?",
    "(?:médias?|image|vidéo|audio|sticker|document) omise?s?|(?:ce message a été supprimé|vous avez supprimé ce message)[.]?",
    "(?:multimedia|imagen|vídeo|video|audio|sticker|documento) omitid[oa]s?|(?:se eliminó este mensaje|eliminaste este mensaje|este mensaje fue eliminado)[.]?",
    "(?:immagine|video|audio|sticker|documento|gif) (?:omess[oa]|esclus[oa]|non inclus[oa])|(?:questo messaggio è stato eliminato|hai eliminato questo messaggio)[.]?",
    "(?:медиафайл|изображение|видео|аудиофайл|стикер|документ) (?:опущено|опущен|отсутствует|пропущено|пропущен)|без медиафайлов|(?:данное сообщение удалено|вы удалили (?:данное|это) сообщение|сообщение удалено)[.]?",
    "(?:зображення|відео|аудіо|стікер|документ) (?:пропущено|вилучено)|без медіафайлів|(?:це повідомлення видалено|ви видалили це повідомлення)[.]?",
    "(?:медиа|сурет|бейне|аудио|құжат) (?:қосылмаған|өткізіп жіберілді)|(?:бұл хабар жойылды|сіз бұл хабарды жойдыңыз)[.]?",
)

NO_MESSAGE = re.compile(joined(_LEFT_OUT), re.IGNORECASE)
"""A message that is nothing but a file that was not exported, or that was deleted."""
