"""German."""

from bot.languages.interface.catalogue import Catalogue, one_other

INTERFACE = Catalogue(
    plural=one_other,
    grouping=".",
    sentences={
        # Profile, menus and first steps
        "LANGUAGE_NAME": "Deutsch",
        "MONTHS": "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
        "DAY": "{day}. {month} {year}",
        "DESCRIPTION": "Stellen Sie eine Frage. Ich antworte nur mit den Worten der Artikel, die man mir gegeben hat, jedes Zitat mit Quelle und einem Link zum Satz. Wenn sie nicht antworten, sage ich das.",
        "SHORT_DESCRIPTION": "Antworten aus gegebenen Artikeln, nur in deren eigenen Worten, jedes Zitat mit Quelle.",
        "START": (
            "**Stellen Sie mir eine Frage.** Ich antworte nur mit den Worten von {count} {count:Artikel|Artikeln}, jedes Zitat mit Quelle. Selbst schreibe ich nichts zur Sache; wenn die Artikel nicht antworten, sage ich das.\n\n"
            "/sources zeigt die Artikel, /help sagt, was ich noch kann."
        ),
        "START_EXAMPLES": "Fragen könnten Sie etwa nach einem dieser Artikel:",
        "HELP": (
            "**Fragen**\n"
            "Schicken Sie eine Frage in Ihren eigenen Worten; Namen, Daten und Zahlen helfen am meisten. Sie bekommen bis zu drei Zitate, Wort für Wort, jedes mit Quelle. Der Titel der Quelle führt genau zu dem Satz.\n\n"
            "**Genauer suchen**\n"
            "vor:2022-01-06, nach:2021, quelle:kurier und sprache:de sagen, wo zu suchen ist; eine Wendung in Anführungszeichen muss dort Wort für Wort stehen. Schicken Sie einen ganzen Satz, um zu erfahren, wo er steht, oder antworten Sie auf eine Antwort mit „und in …?“, um weiterzufragen.\n\n"
            "**In Gruppen**\n"
            "/ask mit einer Frage, eine Antwort auf eine meiner Nachrichten oder eine Erwähnung meines Namens. /ask allein, als Antwort auf eine Nachricht, nimmt diese Nachricht als Frage.\n\n"
            "**In jedem Chat**\n"
            "Tippen Sie meinen Namen und ein paar Wörter und wählen Sie ein Zitat zum Senden.\n\n"
            "**Befehle**\n"
            "/sources – die Artikel, die ich zitiere\n"
            "/proof – wo genau ein Zitat steht\n"
            "/privacy – was gespeichert wird und wie lange\n"
            "/forget – löschen, was über Sie gespeichert ist"
        ),
        "GROUP_HELLO": "Guten Tag. Ich beantworte Fragen nur mit den Worten gegebener Artikel, jedes Zitat mit Quelle. Fragen Sie mit /ask und einer Frage, mit einer Antwort an mich oder indem Sie {bot} erwähnen. Sonst bleibe ich still. Administratoren wählen mit /settings, wie ich hier antworte.",
        "ASK_USAGE": "Bitte schreiben Sie die Frage hinter /ask, oder antworten Sie mit /ask auf die Nachricht, die sie stellt.",
        "UNKNOWN_COMMAND": "Diesen Befehl kenne ich nicht. /help nennt die, die ich kenne.",
        "PRIVACY": (
            "**Was gespeichert wird**\n"
            "– was Sie mir schicken, bis ich es bearbeitet habe, meist weniger als eine Sekunde;\n"
            "– welche Zitate als Antwort gegeben wurden, wann, in welchem Chat und wem, damit die Knöpfe darunter funktionieren;\n"
            "– ob Sie eine Antwort nützlich fanden;\n"
            "– der Text einer Frage für einen Tag; länger nur, wenn es keine Antwort gab oder sie nicht nützlich war, damit die Artikel ergänzt werden können;\n"
            "– die Einstellungen einer Gruppe und welche Chats ich nicht erreiche.\n\n"
            "Was Sie in anderen Chats hinter meinem Namen tippen, wird nicht gespeichert.\n\n"
            "**Wie lange**\n"
            "{days} {days:Tag|Tage}, dann wird es gelöscht; die Einstellungen einer Gruppe bleiben, bis ich sie verlasse.\n\n"
            "**Wer es sieht**\n"
            "Wer diesen Bot betreut, sieht unbeantwortete Fragen ohne die Namen der Fragenden. {passed_on} Protokolle enthalten weder Fragen noch Antworten.\n\n"
            "/forget löscht sofort, was über Sie gespeichert ist. Was Betreuer ändern, wird mit ihrer Nutzernummer gespeichert."
        ),
        "PASSED_ON_NOTHING": "Nichts wird weitergegeben.",
        "PASSED_ON_QUESTIONS": "Um nach der Bedeutung zu suchen, werden Fragen auch an {host} gesendet, ohne Namen und Chats. Sonst wird nichts weitergegeben.",
        "FORGOTTEN": "Gelöscht: alles, was über Sie gespeichert war.",
        "SOURCES_HEADING": "**Quellen:** {count} {count:Artikel|Artikel}, Seite {page} von {pages}",
        "SOURCES_NONE": "Es gibt noch keine Artikel.",
        # Answers and refusals
        "UNDERSTOOD_AS": "Zusammen mit der früheren Frage verstanden: {words}",
        "CLOSEST_PASSAGES": "**Die nächstliegenden Stellen – lies sie, bevor du dich auf sie verlässt:**",
        "QUOTED_SO": "**Genau diese Worte stehen hier:**",
        "QUOTED_OTHERWISE": "**Hier lauten die Worte anders:**",
        "QUOTED_NOWHERE": "**Diese Worte stehen nicht in den Artikeln. Die nächsten Stellen:**",
        "PASTED": "Sie schickten: „{words}“",
        "ONLY_PASTED": "Nur in dem, was Sie schickten: {words}",
        "ONLY_IN_ARTICLE": "Nur im Artikel: {words}",
        "SOURCES_DIFFER": "Die Quellen weichen voneinander ab: Vergleichen Sie Zahlen und Daten.",
        "ALSO_SEARCHED": "Auch gesucht: {words}",
        "MISSING_WORDS": "Nicht in den Artikeln: {words}",
        "QUOTE_GOES_ON": "Das Zitat geht weiter; der Titel führt zum ganzen Text.",
        "MARKS_LOST": "Telegram kann einige Akzente dieses Zitats nicht zeigen; der Titel führt zum Original.",
        "PAGE_NUMBER": "S. {page}",
        "REFUSED_EMPTY_QUESTION": "Bitte fragen Sie mit ein paar Wörtern, die sagen, was Sie suchen.",
        "PART_ASKED": "Frage: **{words}**",
        "PART_REFUSED": "Die Artikel scheinen das nicht zu beantworten: {words}",
        "UNREAD": "Ich beantworte {count} Fragen einer Nachricht; bitte stellen Sie die anderen in einer weiteren.",
        "OTHER_LANGUAGE": "Die Artikel sind in einer anderen Sprache als die Frage: von ihren Wörtern lassen sich nur Namen, Zahlen und Daten darin finden.",
        "REFUSED_SMALL_TALK": "Ich suche Antworten in einer Sammlung von Artikeln und zitiere sie. Fragen Sie nach dem, was darin steht: wer, was, wo, wann oder wie viele.",
        "REFUSED_NO_SUBJECT": "Bitte sagen Sie, wonach Sie fragen: Ein paar Wörter genügen.",
        "REFUSED_EMPTY_CORPUS": "Es gibt noch keine Artikel, aus denen ich antworten könnte.",
        "REFUSED_NO_MATCH": "Die Artikel beantworten das nicht: In keinem kommen diese Wörter vor.",
        "REFUSED_NOT_COVERED": "Die Artikel scheinen das nicht zu beantworten.",
        "REFUSED_BAD_FILTER": "Einen Filter dieser Frage kann ich nicht lesen. Filter sehen so aus: vor:2022-01-06, nach:2021, quelle:kurier, sprache:de.",
        "REFUSED_NOTHING_LEFT": "Keine Stelle dazu erfüllt alle Filter und enthält alle Wendungen in Anführungszeichen Wort für Wort.",
        "REFUSED_NOT_QUOTED": "Diese Worte stehen nicht in den Artikeln, auch nichts Ähnliches.",
        "FILTERS_TO_BLAME": "Filter: {words}",
        "NEAREST": "Die nächsten Artikel:",
        "CONTEXT_HEADING": "**Das Zitat mit seinen Nachbarsätzen:**",
        "PASSAGE_HEADING": "**Aus dem Artikel, Teil {number} von {count}:**",
        "PROOF": (
            "**Wo das Zitat steht**\n"
            "Datei: {file}\n"
            "Zeichen: {start} bis {end}\n"
            "SHA-256 des Artikeltexts: {revision}\n"
            "SHA-256 des Zitats: {digest}"
        ),
        "PROOF_OF": "Antwort {answer}, Zitat {quote}",
        "PROOF_READ_AT": "Aus der Datei gelesen: {moment} UTC",
        "PROOF_USAGE": "Antworten Sie mit /proof auf eine meiner Antworten, oder schreiben Sie deren Nummer hinter den Befehl.",
        "ANSWER_UNKNOWN": "Diese Antwort ist nicht mehr gespeichert. Bitte fragen Sie noch einmal.",
        "ARTICLE_CHANGED": "Der Artikel hat sich seither geändert; das Zitat steht dort nicht mehr. Bitte fragen Sie noch einmal.",
        "ARTICLE_GONE": "Dieser Artikel gehört nicht mehr zu den Quellen.",
        "NO_MORE_QUOTES": "Zu dieser Frage gibt es keine weiteren Zitate.",
        # Buttons and what pressing them says
        "BUTTON_MORE": "Mehr Zitate",
        "BUTTON_CONTEXT": "Mehr Umfeld",
        "BUTTON_PROOF": "Nachweis",
        "BUTTON_USEFUL": "👍 Nützlich",
        "BUTTON_NOT_USEFUL": "👎 Nicht nützlich",
        "BUTTON_OPEN_PRIVATE": "Privat öffnen",
        "BUTTON_PREVIOUS": "‹ Zurück",
        "BUTTON_NEXT": "Weiter ›",
        "BUTTON_CONFIRM": "Bestätigen",
        "BUTTON_CANCEL": "Abbrechen",
        "BUTTON_APPLY": "Anwenden",
        "BUTTON_SHOW": "Antwort zeigen",
        "BUTTON_SOURCES": "Alle Quellen",
        "BUTTON_TOO_OLD": "Dieser Knopf ist zu alt. Bitte fragen Sie noch einmal.",
        "BUTTON_OF_ANOTHER": "Dieser Knopf ist für den, der gefragt hat.",
        "THANKS": "Danke, notiert.",
        "CANCELLED": "Abgebrochen; nichts wurde geändert.",
        # Inline mode
        "INLINE_HINT": "Frage tippen; ein Zitat wählen, um es hierher zu senden",
        "INLINE_NOTHING": "Nichts gefunden – privat fragen",
        # A group's settings
        "SETTINGS_HEADING": "**Einstellungen dieser Gruppe**",
        "SETTINGS_HINT": "Drücken Sie auf eine Zeile, um sie zu ändern; das können nur Administratoren.",
        "SETTING_LANGUAGE": "Sprache: {value}",
        "SETTING_QUOTES": "Zitate je Antwort: {count}",
        "SETTING_MENTIONS": "Auf Erwähnungen antworten: {value}",
        "SETTING_QUIET": "Schweigen, wenn es keine Antwort gibt: {value}",
        "SETTING_LANGUAGE_OF_ASKER": "die des Fragenden",
        "SETTING_ON": "ja",
        "SETTING_OFF": "nein",
        "SETTINGS_SAVED": "Gespeichert.",
        "ADMINISTRATORS_ONLY": "Das können nur Administratoren der Gruppe.",
        "GROUPS_ONLY": "Dieser Befehl ist für Gruppen.",
        # Trouble
        "ERROR": "Bei mir ist etwas schiefgegangen; es ist unter {id} notiert. Bitte versuchen Sie es später wieder.",
        "TOO_MANY_QUESTIONS": "Das war viel auf einmal. Bitte fragen Sie in {seconds} {seconds:Sekunde|Sekunden} wieder.",
        "TOO_MANY_IN_CHAT": "Dieser Chat fragt viel auf einmal. Ich antworte wieder in {seconds} {seconds:Sekunde|Sekunden}.",
        "MAYBE_SENT": "Beim Antworten fiel das Netz aus. Wenn die Antwort nicht bei Ihnen ist, drücken Sie den Knopf.",
        # Descriptions of commands, for the menus
        "COMMAND_ASK": "Die Artikel etwas fragen",
        "COMMAND_HELP": "Wie man fragt",
        "COMMAND_SOURCES": "Die zitierten Artikel",
        "COMMAND_PROOF": "Wo genau ein Zitat steht",
        "COMMAND_PRIVACY": "Was gespeichert wird und wie lange",
        "COMMAND_FORGET": "Löschen, was über Sie gespeichert ist",
        "COMMAND_SETTINGS": "Einstellungen dieser Gruppe",
        "COMMAND_RELOAD": "Die Artikel neu lesen",
        "COMMAND_ADD": "Einen Artikel von einer Adresse hinzufügen",
        "COMMAND_EDIT": "Titel, Herausgeber, Datum oder Adresse berichtigen",
        "COMMAND_REMOVE": "Einen Artikel entfernen",
        "COMMAND_EDITIONS": "Die gespeicherten Ausgaben",
        "COMMAND_ROLLBACK": "Zu einer früheren Ausgabe zurückkehren",
        "COMMAND_HISTORY": "Wer was geändert hat",
        "COMMAND_GAPS": "Was gefragt und nicht beantwortet wurde",
        "COMMAND_STATS": "Fragen, Antworten und Quellen in Zahlen",
        "COMMAND_STATUS": "Ausgabe, Speicher, Versionen",
        # Maintenance of the articles
        "MAINTAINERS_ONLY": "Das können nur die Betreuer des Bots.",
        "REPORTED_IN_PRIVATE": "Ich habe Ihnen privat geschrieben.",
        "OPEN_PRIVATE_FIRST": "Noch kann ich Ihnen nicht schreiben: Bitte öffnen Sie einen privaten Chat mit mir und drücken Sie auf Start.",
        "CONFIRM_IN_PERSON": "Anonyme Administratoren bestätigen mit dem Knopf, damit bekannt ist, wer handelt.",
        "RELOAD_RUNNING": "{who} liest die Artikel gerade neu ein. Bitte warten Sie, bis das fertig ist.",
        "RELOAD_PROGRESS": "Lese die Artikel: {done} von {count}",
        "RELOAD_DONE": "**Neu geladen.** Jetzt gilt Ausgabe {edition}.",
        "RELOAD_UNCHANGED": "**Nichts hat sich geändert.** Ausgabe {edition} gilt weiter.",
        "RELOAD_DRY": "**Noch wurde nichts geändert.** Das Neuladen würde bewirken:",
        "RELOAD_FAILED": ("**Das Neuladen ist gescheitert:** {problem}\nAusgabe {edition} gilt weiter."),
        "RELOAD_REPORT_ATTACHED": "Der ganze Bericht ist angehängt.",
        "FILES_CHANGED_SINCE": "Die Dateien haben sich seit diesem Bericht geändert. Bitte sehen Sie sich einen neuen an.",
        "REPORT_ADDED": "**Hinzugefügt:** {count}",
        "REPORT_CHANGED": "**Geändert:** {count}",
        "REPORT_CHANGED_LINE": "{name}: {passages} {passages:Abschnitt weicht ab|Abschnitte weichen ab}, {quotes} {quotes:gegebenes Zitat gilt|gegebene Zitate gelten} nicht mehr",
        "REPORT_REMOVED": "**Entfernt:** {count}",
        "REPORT_REMOVED_LINE": "{name}: {quotes} {quotes:gegebenes Zitat gilt|gegebene Zitate gelten} nicht mehr",
        "REPORT_UNCHANGED": "**Unverändert:** {count}",
        "REPORT_REFUSED": "**Abgelehnt:** {count}",
        "REPORT_REFUSED_LINE": "{place}: {problem}",
        "REPORT_DUPLICATES": "**Derselbe Text in mehreren Dateien:** {count}",
        "REPORT_SIMILAR": "**Fast derselbe Text:** {count}",
        "REPORT_TOTALS": "{articles} {articles:Artikel|Artikel}, {passages} {passages:Abschnitt|Abschnitte}, {seconds} s, Ausgabe {edition}",
        # Maintenance: single articles and editions
        "ADD_USAGE": "Bitte schreiben Sie eine Adresse hinter /add, oder schicken Sie eine Datei: {formats}.",
        "ADD_PREVIEW": (
            "**Diesen Artikel hinzufügen?**\n"
            "Titel: {title}\n"
            "Herausgeber: {publisher}\n"
            "Datum: {date}\n"
            "Sprache: {language}\n"
            "Abschnitte: {passages}"
        ),
        "ADD_FIRST_SENTENCES": "So beginnt er:",
        "ADD_RESIDUE": "Weggeschnitten, {count} {count:Zeile|Zeilen}:",
        "ADD_REFUSED": "{name} kann nicht hinzugefügt werden: {problem}",
        "ADD_TOO_LARGE": "Die Datei ist größer als {megabytes} MB. Bitte legen Sie sie direkt in den Ordner der Artikel.",
        "ADD_EXISTS": "Derselbe Text ist schon da: {file}.",
        "ADD_SEVERAL": "**{count} {count:Artikel|Artikel} hinzufügen?**",
        "ADDED": "Hinzugefügt als {file}.",
        "EDIT_USAGE": "Bitte antworten Sie auf die Vorschau des Artikels mit Zeilen wie „title: …“. Möglich: {fields}.",
        "EDIT_PREVIEW": "Zum Berichtigen antworten Sie mit Zeilen wie „title: …“: {fields}.",
        "EDITED": "Geändert in {file}: {fields}.",
        "REMOVE_USAGE": "Bitte schreiben Sie den Namen der Datei hinter /remove; /sources zeigt die Artikel.",
        "REMOVE_CONFIRM": "{name} ({file}) entfernen? {count} {count:gegebenes Zitat gilt|gegebene Zitate gelten} dann nicht mehr.",
        "ARTICLE_UNKNOWN": "Einen Artikel {name} gibt es nicht.",
        "EDITIONS_HEADING": "**Ausgaben, neueste zuerst**",
        "EDITIONS_LINE": "{edition}, {moment}: {count} {count:Artikel|Artikel}",
        "ROLLBACK_USAGE": "Bitte schreiben Sie die Nummer einer Ausgabe hinter /rollback; /editions nennt sie.",
        "ROLLBACK_UNKEPT": "Der Ordner enthält Änderungen, die keine Ausgabe bewahrt; sie gingen dabei verloren. Bitte zuerst /reload.",
        "EDITION_UNKNOWN": "Eine Ausgabe {edition} gibt es nicht; /editions nennt alle.",
        # Maintenance: looking back
        "HISTORY_HEADING": "**Wer was geändert hat, neueste zuerst**",
        "HISTORY_LINE": "{moment} {who}: {action}, {before} → {after}",
        "HISTORY_EMPTY": "Noch wurde nichts geändert.",
        "GAPS_HEADING": "**Gefragt und nicht beantwortet, {days} {days:Tag|Tage} zurück**",
        "GAPS_LINE": "{count} × {question}",
        "GAPS_EMPTY": "In {days} {days:Tag|Tagen} wurde jede Frage beantwortet.",
        "STATS": (
            "**{days} {days:Tag|Tage} zurück**\n"
            "Fragen: {questions}\n"
            "Beantwortet: {answered} ({share} %)\n"
            "Nützlich: {useful}, nicht nützlich: {not_useful}"
        ),
        "STATS_TOP_SOURCES": "Am häufigsten zitiert:",
        "STATS_OTHERS": "andere",
        "STATS_LINE": "{number}. {name}: {count}",
        "STATS_EMPTY": "In {days} {days:Tag|Tagen} gab es keine Fragen.",
        "STATUS_MEANING": "Auch nach der Bedeutung gesucht: {encoder}",
        "STATUS_FOLLOWS": "Die Bedeutung folgt: {done} von {count} Sätzen sind erfasst",
        "STATUS_WORDS": "Nur nach Wörtern gesucht",
        "STATUS": (
            "**Zustand**\n"
            "Ausgabe: {edition}\n"
            "Artikel: {articles}, Abschnitte: {passages}\n"
            "Zuletzt geladen: {reloaded}\n"
            "Läuft seit: {started}\n"
            "{meaning}\n"
            "Speicher: {megabytes} MB\n"
            "Quoth {version}"
        ),
        # Why a file, or a part of it, is refused
        "PROBLEM_AT": "{name}: {problem}",
        "UNKNOWN_ENDING": "Dateien mit der Endung {suffix} werden nicht gelesen; bekannt sind {known}",
        "NO_ENDING": "Dateien ohne Endung werden nicht gelesen; bekannt sind {known}",
        "FILE_EMPTY": "die Datei ist leer",
        "NO_ARTICLE": "sie enthält keinen Artikel",
        "NO_SENTENCE": "ohne Überschriften und Reste bleibt kein Satz übrig",
        "READER_FAILED": "das Lesen ist gescheitert ({kind}); speichern Sie sie als .txt oder .md",
        "READER_ENDED": "dem Leser fehlte Speicher, oder er brach ab; den Text als .txt oder .md speichern",
        "TOO_MANY_BYTES": "{size} Bytes sind mehr als die Grenze von {limit}; teilen Sie die Datei",
        "TOO_MANY_CHARACTERS": "{size} Zeichen sind mehr als die Grenze von {limit}; teilen Sie die Datei",
        "TOO_MANY_LINES": "{size} Zeilen sind mehr als die Grenze von {limit}; teilen Sie die Datei",
        "TOO_MANY_PAGES": "{size} Seiten sind mehr als die Grenze von {limit}; teilen Sie die Datei",
        "TOO_MANY_KEYS": "ein Kopf hat höchstens {limit} Schlüssel; entfernen Sie die unbekannten",
        "TOO_MANY_REFUSED": "mehr als {limit} Teile wurden abgelehnt; der Rest wird nicht gelesen",
        "MORE_REFUSED": "außerdem abgelehnte Teile: {count}",
        "TOO_MANY_MARKS": "ein Buchstabe trägt mehr als {limit} Zusatzzeichen; das ist kein lesbarer Text",
        "TOO_SLOW": "das Lesen dauert länger als {seconds} Sekunden; teilen Sie die Datei",
        "NOT_TEXT": "das ist kein Text: die Datei enthält Binärdaten; entfernen Sie sie oder speichern Sie sie als Text",
        "WRONG_ENCODING": "sie lässt sich nicht als {encoding} lesen; speichern Sie sie als UTF-8",
        "UNKNOWN_ENCODING": "ihre Zeichenkodierung ist unbekannt; speichern Sie sie als UTF-8",
        "ENCRYPTED": "sie ist verschlüsselt; speichern Sie sie ohne Passwort",
        # What a header says that cannot be
        "FIELD_TOO_LONG": "länger als {limit} Zeichen",
        "FIELD_MISSING": "fehlt",
        "FIELD_NOT_A_TEXT": "hier wird ein einzelner Text erwartet",
        "FIELD_NOT_BELOW": "darunter wird {known} erwartet",
        "FIELD_WRONG": "das kann nicht stimmen ({problem})",
        "FIELD_NOT_AN_ADDRESS": "{value} ist keine Webadresse; sie muss mit http:// oder https:// beginnen",
        "FIELD_NO_SUCH_DAY": "den Tag {value} gibt es nicht im Kalender",
        "FIELD_NOT_A_DATE": "{value} ist kein Datum; schreiben Sie es als YYYY-MM-DD",
        "FIELD_NOT_A_LANGUAGE": "{value} ist keine Sprache; schreiben Sie ihren Code aus zwei Buchstaben nach ISO 639-1, etwa en, ru oder kk",
        "FIELD_UNKNOWN": "unbekannter Schlüssel; bekannt sind {known}",
        "FIELD_MISSPELT": "unbekannter Schlüssel; meinten Sie {near}?",
        "FURTHER_PROBLEM": "{problem}; Zeile {number}: {further}",
        "KEYS_UNUSED": "Schlüssel, die hier nichts bewirken: {keys}",
        "IS_A_DRAFT": "sie ist als Entwurf gekennzeichnet und wird nicht gelesen",
        "TOML_BROKEN": "der Kopf lässt sich nicht als TOML lesen: {problem}",
        "HEADER_NOT_CLOSED": "der Kopf, der hier beginnt, ist nicht geschlossen; fügen Sie danach eine Zeile --- ein",
        "HEADERS_DIFFER": "der Kopf und die .yaml daneben widersprechen sich bei {key}; behalten Sie eines von beiden",
        "HEADER_ALONE": "es gibt keinen Artikel {name}, der diesen Kopf braucht; benennen Sie ihn um oder entfernen Sie ihn",
        "MANY_HEADERS": "sie enthält viele Artikel, jeder mit eigenem Kopf; berichtigen Sie sie in der Datei",
        "YAML_TOO_LONG": "das YAML ist länger als die Grenze von {limit} Zeichen",
        "YAML_BROKEN": "kein YAML: {problem}; setzen Sie Text mit ':' oder anderen Sonderzeichen in Anführungszeichen",
        "YAML_CHARACTERS": "kein YAML: es enthält Zeichen, die YAML nicht erlaubt",
        "YAML_NO_MAPPING": "erwartet werden Zeilen der Form 'key: value'",
        "YAML_SECOND_DOCUMENT": "hier beginnt ein zweites YAML-Dokument; entfernen Sie es",
        "YAML_NO_KEY": "vor ':' fehlt ein Schlüssel",
        "YAML_KEY_TWICE": "der Schlüssel {key} kommt zweimal vor (zuerst in Zeile {first})",
        "YAML_TOO_DEEP": "Listen und Zuordnungen sind hier zu tief verschachtelt",
        "YAML_ALIAS": "YAML-Verweise (& und *) werden nicht angenommen; setzen Sie den Text in Anführungszeichen",
        "YAML_TAG": "YAML-Marken (!) werden nicht angenommen; setzen Sie den Text in Anführungszeichen",
        # Why a format's reader gives up
        "CSV_NO_TEXT": "keine Spalte heißt 'text'; die Spalten sind {columns}",
        "CSV_BROKEN": "die Tabellenzeile ist nicht lesbar: {problem}",
        "JSON_BROKEN": "die Zeile ist kein JSON: {problem}",
        "JSON_NO_OBJECT": 'die Zeile ist kein JSON-Objekt; schreiben Sie {{"text": …}}',
        "NOT_READ": "nicht gelesen: {what}",
        "JSON_NO_ARTICLES": "nichts darin ist als Text bekannt",
        "XML_BROKEN": "die Datei ist kein XML: {problem}",
        "FEED_BROKEN": "der Feed ist beschädigt ({kind})",
        "FEED_NONE": "das ist kein RSS- oder Atom-Feed; entfernen Sie die Datei oder speichern Sie ihre Artikel als Text",
        "HTML_EMPTY": "in der Seite wurde kein Artikel gefunden; speichern Sie sie als .txt oder .md",
        "HTML_BROKEN": "die Seite ist zu beschädigt zum Lesen; speichern Sie sie als .txt oder .md",
        "HTML_TOO_LARGE": "die Seite hat mehr als {limit} Elemente; speichern Sie ihren Text als .txt oder .md",
        "HTML_ATTRIBUTES": "<{tag}> hat mehr als {limit} Attribute; entfernen Sie sie",
        "HTML_ALL_ATTRIBUTES": "die Seite hat mehr als {limit} Attribute; speichern Sie ihren Text als .txt oder .md",
        "FEED_ATTRIBUTES": "ein Tag des Feeds hat zu viele Attribute; speichern Sie seine Artikel als Text",
        "PDF_TOO_COMPLEX": "eine Seite des PDFs ist zu kompliziert; speichern Sie den Text als .txt oder .md",
        "PDF_BROKEN": "das PDF ist beschädigt ({kind}); speichern Sie den Text als .txt",
        "PDF_PICTURES": "das PDF enthält Bilder von Text, keinen Text; lassen Sie eine Texterkennung (OCR) darüber laufen",
        "PDF_FONTS": "die Schriften des PDFs verraten ihre Buchstaben nicht; speichern Sie den Text als .txt oder .md",
        "NOT_INSTALLED": "für solche Dateien fehlt eine Bibliothek: pip install '{extra}'",
        # Synonyms
        "TOO_MANY_PARTS": "{size} Teile sind mehr als die Grenze von {limit}; teilen Sie die Datei",
        "TOO_MANY_TAGS": "sie hat mehr als {limit} Tags; speichern Sie ihren Text als .txt oder .md",
        "ARCHIVE_BROKEN": "die Datei ist beschädigt: sie ist kein Zip-Archiv; speichern Sie sie neu",
        "ARCHIVE_UNUSUAL": "sie ist auf ungewöhnliche Weise gepackt; packen Sie sie neu als gewöhnliches Zip-Archiv",
        "UNPACKS_TO_TOO_MUCH": "entpackt ist sie größer als die Grenze von {limit} Bytes; teilen Sie die Datei",
        "PART_MISSING": "die Datei ist beschädigt: ihr Teil {part} fehlt; speichern Sie sie neu",
        "PART_BROKEN": "die Datei ist beschädigt: ihr Teil {part} lässt sich nicht entpacken; speichern Sie sie neu",
        "PART_ELSEWHERE": "ihr Teil {part} würde anderswo entpackt; packen Sie sie neu",
        "PART_TOO_LARGE": "ein Teil davon ist entpackt größer als die Grenze von {limit} Bytes; teilen Sie die Datei",
        "PARTS_TOO_LARGE": "ihre Teile haben mehr Bytes als die Grenze von {limit}; teilen Sie die Datei",
        "DOCX_ENCRYPTED": "sie ist verschlüsselt oder ein altes .doc; speichern Sie sie als .docx ohne Passwort",
        "DOCX_BROKEN": "das Dokument ist beschädigt ({kind}); speichern Sie es neu",
        "EPUB_NO_CONTENTS": "das Buch ist beschädigt: es nennt seinen Inhalt nicht; speichern Sie es neu",
        "EPUB_PROTECTED": "das Buch ist kopiergeschützt; sein Text ist nicht lesbar",
        "EPUB_NO_XML": "das Buch ist beschädigt: {part} ist kein XML; speichern Sie es neu",
        "EPUB_EMPTY": "das Buch ist beschädigt: {part} ist leer; speichern Sie es neu",
        "EPUB_TAGS": "das Buch ist beschädigt: {part} hat mehr als {limit} Tags",
        "EPUB_TOO_LONG": "seine Kapitel haben mehr Zeichen als die Grenze von {limit}; teilen Sie die Datei",
        "DATABASE_UNUSABLE": "Die Datenbank {path} ist nicht nutzbar: {problem}",
        "NAME_TWICE": "{name} kommt zweimal vor (zuerst in Zeile {first}); führen Sie beide zusammen",
        "NAMES_EXPECTED": "{name}: erwartet werden Namen, durch Kommas getrennt",
        "NAME_ALONE": "{name} hat keinen anderen Namen; schreiben Sie einen hinter den Doppelpunkt",
        "NAME_EMPTY": "ein Name ist leer; schreiben Sie ihn vor den Doppelpunkt",
        "NAME_TOO_LONG": "der Name, der mit {name} beginnt, ist länger als {limit} Zeichen",
        # The folder of articles
        "UNREADABLE": "nicht lesbar: {problem}; prüfen Sie die Zugriffsrechte",
        "UNREADABLE_LINK": "nicht lesbar: {problem}; entfernen Sie die Datei",
        "NOT_A_FILE": "das ist eine Pipe, ein Socket oder ein Gerät; entfernen Sie es",
        "NAME_UNPRINTABLE": "ihr Name enthält Zeichen, die sich nicht zeigen lassen; benennen Sie sie um",
        "LINK_TO_FOLDER": "Links auf Ordner werden nicht verfolgt; verschieben Sie den Ordner hierher",
        "LINK_LEADS_OUT": "der Link führt aus dem Ordner hinaus; legen Sie die Datei selbst hierher",
        "LEFT_OUT": "{problem} ({file} bleibt bis dahin unberücksichtigt)",
        "ID_TAKEN": "ihre Kennung {id} ist schon von {file} belegt; benennen Sie eine von beiden um",
        "FOLDER_UNREADABLE": "der Ordner {folder} ist nicht lesbar ({problem}); geben Sie mit --corpus oder BOT_CORPUS einen vorhandenen Ordner mit Artikeln an",
        "WOULD_LIE_OUTSIDE": "{file} läge außerhalb von {folder}; geben Sie einen anderen Namen",
        "NOT_WRITTEN": "{file} lässt sich nicht schreiben ({problem}); prüfen Sie die Zugriffsrechte",
        "NOT_REMOVED": "{file} lässt sich nicht entfernen ({problem}); prüfen Sie die Zugriffsrechte",
        "EDITION_NOT_KEPT": "die Ausgabe lässt sich nicht in {folder} speichern ({problem})",
        "KEPT_DAMAGED": "die gespeicherte Datei {file} ist beschädigt; nehmen Sie eine andere Ausgabe",
        "CHANGED_WHILE_READ": "{file} hat sich beim Lesen geändert; versuchen Sie es wieder, wenn niemand schreibt",
        "CHANGED_SINCE_READ": "{file} hat sich seit dem Lesen geändert; zuerst /reload",
        "STOPPING": "der Bot hält gerade an; nichts wurde geändert",
        # Corrections and addresses
        "EDIT_FIELD": "erwartet wird eines von {fields}, dann ein Doppelpunkt und der Wert",
        "EDIT_LINES": "erwartet werden Zeilen wie 'title: …' mit einem von {fields}",
        "ADDRESS_SLOW": "die Adresse hat {seconds} Sekunden lang nicht geantwortet; versuchen Sie es später",
        "ADDRESS_UNREACHABLE": "die Adresse ist nicht erreichbar ({kind}); versuchen Sie es später",
        "ADDRESS_KIND": "unter der Adresse liegt {kind}; bekannt sind {known}",
        "ADDRESS_LEADS_ON": "die Adresse leitet mehr als {limit}-mal weiter; geben Sie die letzte an",
        "ADDRESS_REFUSES": "der Server antwortete {status}; öffnen Sie die Adresse zuerst im Browser",
        "ADDRESS_TOO_LARGE": "größer als die Grenze von {limit} Bytes",
        "ADDRESS_BROKEN": "die Antwort des Servers ist beschädigt; versuchen Sie es später",
        "ADDRESS_WRONG": "das muss eine Adresse sein, die mit http:// oder https:// beginnt",
        "ADDRESS_LETTERS": "die Adresse enthält Buchstaben, die kodiert werden müssen; kopieren Sie sie aus dem Browser",
        "ADDRESS_PRIVATE": "die Adresse liegt nicht im öffentlichen Internet; schicken Sie die Datei",
        # The page to read on
        "PAGE_ASK": "Fragen Sie die Artikel",
        "PAGE_ASK_BUTTON": "Fragen",
        "PAGE_ABOUT": "Jede Antwort besteht aus wörtlichen Zitaten mit Quelle; Artikel: {count}. Sonst wird zur Sache nichts gesagt.",
        "PAGE_SKIP": "Zum Inhalt springen",
        "PAGE_ARTICLES": "Artikel",
        "PAGE_FILTERS": "Wo gesucht wird",
        "PAGE_SOURCE": "Quelle",
        "PAGE_AFTER": "Erschienen nach",
        "PAGE_BEFORE": "Erschienen vor",
        "PAGE_LANGUAGE": "Sprache",
        "PAGE_ANY": "beliebig",
        "PAGE_READ": "Im Artikel lesen",
        "PAGE_ORIGINAL": "Originalseite",
        "PAGE_LINK": "Dauerhafter Link",
        "PAGE_PROVEN": "Geprüft: Genau diese Worte stehen im Artikel.",
        "PAGE_MOVED": "Der Artikel hat sich geändert; genau diese Worte stehen noch darin, an anderer Stelle.",
        "PAGE_REWORDED": "Der Artikel hat sich geändert; diese Worte stehen nicht mehr darin. Unten: das Zitat, wie es war, und der ähnlichste Satz des heutigen Artikels.",
        "PAGE_QUOTE_LOST": "Der Artikel hat sich geändert; weder diese Worte noch ähnliche stehen jetzt darin. Unten: das Zitat, wie es war.",
        "PAGE_THEN": "Damals",
        "PAGE_NOW": "Heute",
        "PAGE_NOT_FOUND": "Diese Seite gibt es nicht, oder die Anfrage ist nicht lesbar.",
        "PAGE_HISTORY": "Änderungen",
        "PAGE_NO_HISTORY": "Keine aufbewahrte Ausgabe hat einen anderen Text dieses Artikels.",
        "PAGE_CAME": "Neue Sätze: {count}",
        "PAGE_WENT": "Entfallene Sätze: {count}",
        "PAGE_PART": "Teil {number} von {count}",
        "TOOL_UNKNOWN": "Ein Werkzeug {name} gibt es nicht; es gibt {known}.",
        "TOOL_TAKES": "{tool} nimmt {names}: einen Text von 1 bis {count} Zeichen oder eine Zahl ab 1.",
        # The terminal
        "TERMINAL_HELLO": "{count} {count:Artikel|Artikel}. Stellen Sie eine Frage; /sources zeigt die Artikel, /quit beendet.",
        "TERMINAL_PROMPT": "? ",
        "FIRST_ARTICLE": "Über diesen Ordner",
        "FIRST_ARTICLE_TEXT": "Quoth antwortet nur mit den Worten der Artikel in diesem Ordner. Legen Sie Ihre eigenen Dateien hierher: Markdown, reinen Text, gespeicherte Webseiten, PDF, Word, EPUB oder Feeds. Diese Datei kann gelöscht werden, sobald es eine andere gibt.",
    },
)
