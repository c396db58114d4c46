"""Spanish."""

from bot.languages.interface.catalogue import Catalogue, one_other

INTERFACE = Catalogue(
    plural=one_other,
    grouping=".",
    sentences={
        # Profile, menus and first steps
        "LANGUAGE_NAME": "Español",
        "MONTHS": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
        "DAY": "{day} de {month} de {year}",
        "DESCRIPTION": "Haga una pregunta. Respondo solo con las palabras de los artículos que me dieron, cada cita con su fuente y un enlace a la frase. Si no responden, lo digo.",
        "SHORT_DESCRIPTION": "Responde solo con las palabras de los artículos dados, cada cita con su fuente.",
        "START": (
            "**Hágame una pregunta.** Respondo solo con las palabras de {count} {count:artículo|artículos}, cada cita con su fuente. Yo no escribo nada sobre el tema; si los artículos no responden, lo digo.\n\n"
            "/sources muestra los artículos, /help dice qué más puedo hacer."
        ),
        "START_EXAMPLES": "Podría preguntar por uno de estos artículos:",
        "HELP": (
            "**Preguntar**\n"
            "Envíe una pregunta con sus palabras; lo que más ayuda son nombres, fechas y cifras. Recibirá hasta tres citas, palabra por palabra, cada una con su fuente. El título de la fuente lleva a la frase misma.\n\n"
            "**Buscar con más precisión**\n"
            "antes:2022-01-06, después:2021, fuente:correo y idioma:es dicen dónde buscar; una expresión entre comillas tiene que estar allí palabra por palabra. Envíe una frase entera para saber dónde está, o responda a una respuesta con «¿y en …?» para seguir preguntando.\n\n"
            "**En grupos**\n"
            "/ask con una pregunta, una respuesta a un mensaje mío o una mención de mi nombre. /ask solo, en respuesta a un mensaje, toma ese mensaje como pregunta.\n\n"
            "**En cualquier chat**\n"
            "Escriba mi nombre y unas palabras, y elija una cita para enviarla.\n\n"
            "**Comandos**\n"
            "/sources – los artículos que cito\n"
            "/proof – dónde está exactamente una cita\n"
            "/privacy – qué se guarda y por cuánto tiempo\n"
            "/forget – borrar lo que se guarda sobre usted"
        ),
        "GROUP_HELLO": "Hola. Respondo preguntas solo con las palabras de artículos dados, cada cita con su fuente. Pregunte con /ask y una pregunta, respondiéndome o mencionando {bot}. Si no, guardo silencio. Los administradores eligen con /settings cómo respondo aquí.",
        "ASK_USAGE": "Escriba la pregunta después de /ask, o responda con /ask al mensaje que la hace.",
        "UNKNOWN_COMMAND": "No conozco este comando. /help muestra los que conozco.",
        "PRIVACY": (
            "**Qué se guarda**\n"
            "– lo que me envía, hasta que lo he tratado, normalmente menos de un segundo;\n"
            "– qué citas se dieron como respuesta, cuándo, en qué chat y a quién, para que funcionen los botones de debajo;\n"
            "– si una respuesta le pareció útil;\n"
            "– el texto de una pregunta durante un día; más tiempo solo si no hubo respuesta o no fue útil, para poder completar los artículos;\n"
            "– los ajustes de un grupo y a qué chats no llego.\n\n"
            "Lo que escribe después de mi nombre en otros chats no se guarda.\n\n"
            "**Por cuánto tiempo**\n"
            "{days} {days:día|días}, y después se borra; los ajustes de un grupo quedan hasta que lo dejo.\n\n"
            "**Quién lo ve**\n"
            "Quienes mantienen este bot ven las preguntas sin respuesta, sin los nombres de quienes preguntaron. {passed_on} Los registros no contienen preguntas ni respuestas.\n\n"
            "/forget borra enseguida lo que se guarda sobre usted. Lo que cambian los encargados se guarda con su número de usuario."
        ),
        "PASSED_ON_NOTHING": "No se transmite nada.",
        "PASSED_ON_QUESTIONS": "Para buscar por el sentido, las preguntas se envían también a {host}, sin nombres ni chats. No se transmite nada más.",
        "FORGOTTEN": "Borrado: todo lo que se guardaba sobre usted.",
        "SOURCES_HEADING": "**Fuentes:** {count} {count:artículo|artículos}, página {page} de {pages}",
        "SOURCES_NONE": "Todavía no hay artículos.",
        # Answers and refusals
        "UNDERSTOOD_AS": "Entendido junto con la pregunta anterior: {words}",
        "CLOSEST_PASSAGES": "**Los pasajes más cercanos: léelos antes de fiarte de ellos:**",
        "QUOTED_SO": "**Estas mismas palabras están aquí:**",
        "QUOTED_OTHERWISE": "**Aquí las palabras son otras:**",
        "QUOTED_NOWHERE": "**Estas palabras no están en los artículos. Los pasajes más cercanos:**",
        "PASTED": "Usted envió: «{words}»",
        "ONLY_PASTED": "Solo en lo que envió: {words}",
        "ONLY_IN_ARTICLE": "Solo en el artículo: {words}",
        "SOURCES_DIFFER": "Las fuentes difieren: compare cifras y fechas.",
        "ALSO_SEARCHED": "También se buscó: {words}",
        "MISSING_WORDS": "No están en los artículos: {words}",
        "QUOTE_GOES_ON": "La cita continúa; el título lleva al texto completo.",
        "MARKS_LOST": "Telegram no puede mostrar algunos acentos de esta cita; el título lleva al original.",
        "PAGE_NUMBER": "pág. {page}",
        "REFUSED_EMPTY_QUESTION": "Escriba unas palabras que digan qué busca.",
        "PART_ASKED": "Pregunta: **{words}**",
        "PART_REFUSED": "Los artículos no parecen responder a: {words}",
        "UNREAD": "Respondo a {count} preguntas de un mensaje; haga las demás en otro.",
        "OTHER_LANGUAGE": "Los artículos están en otro idioma que la pregunta: de sus palabras solo se pueden encontrar nombres, números y fechas.",
        "REFUSED_SMALL_TALK": "Busco respuestas en una colección de artículos y las cito. Pregunte por lo que cuentan: quién, qué, dónde, cuándo o cuántos.",
        "REFUSED_NO_SUBJECT": "Diga sobre qué pregunta: bastan unas pocas palabras.",
        "REFUSED_EMPTY_CORPUS": "Todavía no hay artículos con los que responder.",
        "REFUSED_NO_MATCH": "Los artículos no lo responden: ninguno tiene estas palabras.",
        "REFUSED_NOT_COVERED": "Parece que los artículos no lo responden.",
        "REFUSED_BAD_FILTER": "No puedo leer un filtro de esta pregunta. Los filtros son así: antes:2022-01-06, después:2021, fuente:correo, idioma:es.",
        "REFUSED_NOTHING_LEFT": "Ningún pasaje sobre esto cumple todos los filtros y tiene palabra por palabra todas las expresiones entre comillas.",
        "REFUSED_NOT_QUOTED": "Estas palabras no están en los artículos, ni nada parecido.",
        "FILTERS_TO_BLAME": "Filtros: {words}",
        "NEAREST": "Los artículos más cercanos:",
        "CONTEXT_HEADING": "**La cita entre sus vecinas:**",
        "PASSAGE_HEADING": "**Del artículo, parte {number} de {count}:**",
        "PROOF": (
            "**Dónde está la cita**\n"
            "Archivo: {file}\n"
            "Caracteres: de {start} a {end}\n"
            "SHA-256 del texto del artículo: {revision}\n"
            "SHA-256 de la cita: {digest}"
        ),
        "PROOF_OF": "Respuesta {answer}, cita {quote}",
        "PROOF_READ_AT": "Leído del archivo: {moment} UTC",
        "PROOF_USAGE": "Responda con /proof a una respuesta mía, o escriba su número después del comando.",
        "ANSWER_UNKNOWN": "Esta respuesta ya no se guarda. Pregunte de nuevo.",
        "ARTICLE_CHANGED": "El artículo ha cambiado desde entonces; la cita ya no está allí. Pregunte de nuevo.",
        "ARTICLE_GONE": "Este artículo ya no está entre las fuentes.",
        "NO_MORE_QUOTES": "No hay más citas para esta pregunta.",
        # Buttons and what pressing them says
        "BUTTON_MORE": "Más citas",
        "BUTTON_CONTEXT": "Más contexto",
        "BUTTON_PROOF": "Prueba",
        "BUTTON_USEFUL": "👍 Útil",
        "BUTTON_NOT_USEFUL": "👎 No útil",
        "BUTTON_OPEN_PRIVATE": "Abrir en privado",
        "BUTTON_PREVIOUS": "‹ Atrás",
        "BUTTON_NEXT": "Siguiente ›",
        "BUTTON_CONFIRM": "Confirmar",
        "BUTTON_CANCEL": "Cancelar",
        "BUTTON_APPLY": "Aplicar",
        "BUTTON_SHOW": "Mostrar la respuesta",
        "BUTTON_SOURCES": "Todas las fuentes",
        "BUTTON_TOO_OLD": "Este botón es demasiado antiguo. Pregunte de nuevo.",
        "BUTTON_OF_ANOTHER": "Este botón es de quien preguntó.",
        "THANKS": "Gracias, anotado.",
        "CANCELLED": "Cancelado; no se cambió nada.",
        # Inline mode
        "INLINE_HINT": "Escriba una pregunta; elija una cita para enviarla aquí",
        "INLINE_NOTHING": "Nada encontrado – preguntar en privado",
        # A group's settings
        "SETTINGS_HEADING": "**Ajustes de este grupo**",
        "SETTINGS_HINT": "Pulse una línea para cambiarla; solo pueden los administradores.",
        "SETTING_LANGUAGE": "Idioma: {value}",
        "SETTING_QUOTES": "Citas por respuesta: {count}",
        "SETTING_MENTIONS": "Responder a menciones: {value}",
        "SETTING_QUIET": "Callar si no hay respuesta: {value}",
        "SETTING_LANGUAGE_OF_ASKER": "el de quien pregunta",
        "SETTING_ON": "sí",
        "SETTING_OFF": "no",
        "SETTINGS_SAVED": "Guardado.",
        "ADMINISTRATORS_ONLY": "Solo pueden hacerlo los administradores del grupo.",
        "GROUPS_ONLY": "Este comando es para grupos.",
        # Trouble
        "ERROR": "Algo salió mal por mi parte; quedó anotado como {id}. Inténtelo más tarde.",
        "TOO_MANY_QUESTIONS": "Fue mucho de una vez. Pregunte de nuevo en {seconds} {seconds:segundo|segundos}.",
        "TOO_MANY_IN_CHAT": "Este chat pregunta mucho de una vez. Responderé de nuevo en {seconds} {seconds:segundo|segundos}.",
        "MAYBE_SENT": "La red falló mientras respondía. Si la respuesta no le llegó, pulse el botón.",
        # Descriptions of commands, for the menus
        "COMMAND_ASK": "Preguntar a los artículos",
        "COMMAND_HELP": "Cómo preguntar",
        "COMMAND_SOURCES": "Los artículos citados",
        "COMMAND_PROOF": "Dónde está exactamente una cita",
        "COMMAND_PRIVACY": "Qué se guarda y por cuánto tiempo",
        "COMMAND_FORGET": "Borrar lo que se guarda sobre usted",
        "COMMAND_SETTINGS": "Ajustes de este grupo",
        "COMMAND_RELOAD": "Leer de nuevo los artículos",
        "COMMAND_ADD": "Añadir un artículo desde una dirección",
        "COMMAND_EDIT": "Corregir título, editor, fecha o dirección",
        "COMMAND_REMOVE": "Quitar un artículo",
        "COMMAND_EDITIONS": "Las ediciones guardadas",
        "COMMAND_ROLLBACK": "Volver a una edición anterior",
        "COMMAND_HISTORY": "Quién cambió qué",
        "COMMAND_GAPS": "Lo que se preguntó y no se respondió",
        "COMMAND_STATS": "Preguntas, respuestas y fuentes en cifras",
        "COMMAND_STATUS": "Edición, memoria, versiones",
        # Maintenance of the articles
        "MAINTAINERS_ONLY": "Solo pueden hacerlo los encargados del bot.",
        "REPORTED_IN_PRIVATE": "Le he respondido en privado.",
        "OPEN_PRIVATE_FIRST": "Todavía no puedo escribirle: abra un chat privado conmigo y pulse Iniciar.",
        "CONFIRM_IN_PERSON": "Los administradores anónimos confirman con el botón, para que se sepa quién actúa.",
        "RELOAD_RUNNING": "{who} está releyendo los artículos. Espere a que termine.",
        "RELOAD_PROGRESS": "Leyendo los artículos: {done} de {count}",
        "RELOAD_DONE": "**Recargado.** Ahora sirve la edición {edition}.",
        "RELOAD_UNCHANGED": "**Nada ha cambiado.** Sigue sirviendo la edición {edition}.",
        "RELOAD_DRY": "**Todavía no se cambió nada.** Una recarga haría esto:",
        "RELOAD_FAILED": ("**La recarga falló:** {problem}\nSigue sirviendo la edición {edition}."),
        "RELOAD_REPORT_ATTACHED": "El informe completo va adjunto.",
        "FILES_CHANGED_SINCE": "Los archivos han cambiado desde este informe. Mire uno nuevo.",
        "REPORT_ADDED": "**Añadidos:** {count}",
        "REPORT_CHANGED": "**Cambiados:** {count}",
        "REPORT_CHANGED_LINE": "{name}: {passages} {passages:pasaje difiere|pasajes difieren}, {quotes} {quotes:cita dada ya no vale|citas dadas ya no valen}",
        "REPORT_REMOVED": "**Quitados:** {count}",
        "REPORT_REMOVED_LINE": "{name}: {quotes} {quotes:cita dada ya no vale|citas dadas ya no valen}",
        "REPORT_UNCHANGED": "**Sin cambios:** {count}",
        "REPORT_REFUSED": "**Rechazados:** {count}",
        "REPORT_REFUSED_LINE": "{place}: {problem}",
        "REPORT_DUPLICATES": "**El mismo texto en varios archivos:** {count}",
        "REPORT_SIMILAR": "**Casi el mismo texto:** {count}",
        "REPORT_TOTALS": "{articles} {articles:artículo|artículos}, {passages} {passages:pasaje|pasajes}, {seconds} s, edición {edition}",
        # Maintenance: single articles and editions
        "ADD_USAGE": "Escriba una dirección después de /add, o envíe un archivo: {formats}.",
        "ADD_PREVIEW": (
            "**¿Añadir este artículo?**\n"
            "Título: {title}\n"
            "Editor: {publisher}\n"
            "Fecha: {date}\n"
            "Idioma: {language}\n"
            "Pasajes: {passages}"
        ),
        "ADD_FIRST_SENTENCES": "Empieza así:",
        "ADD_RESIDUE": "Recortado, {count} {count:línea|líneas}:",
        "ADD_REFUSED": "{name} no se puede añadir: {problem}",
        "ADD_TOO_LARGE": "El archivo pasa de {megabytes} MB. Póngalo directamente en la carpeta de artículos.",
        "ADD_EXISTS": "El mismo texto ya está: {file}.",
        "ADD_SEVERAL": "**¿Añadir {count} {count:artículo|artículos}?**",
        "ADDED": "Añadido: {file}.",
        "EDIT_USAGE": "Responda a la vista previa del artículo con líneas como «title: …». Posibles: {fields}.",
        "EDIT_PREVIEW": "Para corregir, responda con líneas como «title: …»: {fields}.",
        "EDITED": "Cambiado en {file}: {fields}.",
        "REMOVE_USAGE": "Escriba el nombre del archivo después de /remove; /sources muestra los artículos.",
        "REMOVE_CONFIRM": "¿Quitar {name} ({file})? {count} {count:cita dada dejará de valer|citas dadas dejarán de valer}.",
        "ARTICLE_UNKNOWN": "No hay ningún artículo {name}.",
        "EDITIONS_HEADING": "**Ediciones, las más nuevas primero**",
        "EDITIONS_LINE": "{edition}, {moment}: {count} {count:artículo|artículos}",
        "ROLLBACK_USAGE": "Escriba el número de una edición después de /rollback; /editions las muestra.",
        "ROLLBACK_UNKEPT": "La carpeta tiene cambios que ninguna edición guarda; al volver se perderían. Haga primero /reload.",
        "EDITION_UNKNOWN": "No hay ninguna edición {edition}; /editions las muestra.",
        # Maintenance: looking back
        "HISTORY_HEADING": "**Quién cambió qué, lo más nuevo primero**",
        "HISTORY_LINE": "{moment} {who}: {action}, {before} → {after}",
        "HISTORY_EMPTY": "Todavía no se ha cambiado nada.",
        "GAPS_HEADING": "**Preguntado y sin respuesta, en {days} {days:día|días}**",
        "GAPS_LINE": "{count} × {question}",
        "GAPS_EMPTY": "En {days} {days:día|días} toda pregunta tuvo respuesta.",
        "STATS": (
            "**En {days} {days:día|días}**\n"
            "Preguntas: {questions}\n"
            "Respondidas: {answered} ({share} %)\n"
            "Útiles: {useful}, no útiles: {not_useful}"
        ),
        "STATS_TOP_SOURCES": "Lo más citado:",
        "STATS_OTHERS": "otros",
        "STATS_LINE": "{number}. {name}: {count}",
        "STATS_EMPTY": "Ninguna pregunta en {days} {days:día|días}.",
        "STATUS_MEANING": "Se busca también por el sentido: {encoder}",
        "STATUS_FOLLOWS": "El sentido llegará: {done} de {count} frases procesadas",
        "STATUS_WORDS": "Se busca solo por palabras",
        "STATUS": (
            "**Estado**\n"
            "Edición: {edition}\n"
            "Artículos: {articles}, pasajes: {passages}\n"
            "Última recarga: {reloaded}\n"
            "En marcha desde: {started}\n"
            "{meaning}\n"
            "Memoria: {megabytes} MB\n"
            "Quoth {version}"
        ),
        # Why a file, or a part of it, is refused
        "PROBLEM_AT": "{name}: {problem}",
        "UNKNOWN_ENDING": "los archivos con la extensión {suffix} no se leen; se conocen {known}",
        "NO_ENDING": "los archivos sin extensión no se leen; se conocen {known}",
        "FILE_EMPTY": "el archivo está vacío",
        "NO_ARTICLE": "no contiene ningún artículo",
        "NO_SENTENCE": "sin títulos ni restos no queda ninguna frase",
        "READER_FAILED": "la lectura falló ({kind}); guárdelo como .txt o .md",
        "READER_ENDED": "a su lector le faltó memoria o falló; guarde el texto como .txt o .md",
        "TOO_MANY_BYTES": "{size} bytes son más que el límite de {limit}; divídalo",
        "TOO_MANY_CHARACTERS": "{size} caracteres son más que el límite de {limit}; divídalo",
        "TOO_MANY_LINES": "{size} líneas son más que el límite de {limit}; divídalo",
        "TOO_MANY_PAGES": "{size} páginas son más que el límite de {limit}; divídalo",
        "TOO_MANY_KEYS": "una cabecera tiene como mucho {limit} claves; quite las desconocidas",
        "TOO_MANY_REFUSED": "se rechazaron más de {limit} de sus partes; el resto no se lee",
        "MORE_REFUSED": "otras partes rechazadas: {count}",
        "TOO_MANY_MARKS": "una letra lleva más de {limit} signos combinados; no es un texto legible",
        "TOO_SLOW": "leerlo tarda más de {seconds} segundos; divídalo",
        "NOT_TEXT": "esto no es un texto: contiene datos binarios; quítelo o guárdelo como texto",
        "WRONG_ENCODING": "no se puede leer como {encoding}; guárdelo como UTF-8",
        "UNKNOWN_ENCODING": "su codificación es desconocida; guárdelo como UTF-8",
        "ENCRYPTED": "está cifrado; guárdelo sin contraseña",
        # What a header says that cannot be
        "FIELD_TOO_LONG": "más de {limit} caracteres",
        "FIELD_MISSING": "falta",
        "FIELD_NOT_A_TEXT": "aquí se espera un solo texto",
        "FIELD_NOT_BELOW": "debajo se esperan {known}",
        "FIELD_WRONG": "no puede ser correcto ({problem})",
        "FIELD_NOT_AN_ADDRESS": "{value} no es una dirección web; tiene que empezar por http:// o https://",
        "FIELD_NO_SUCH_DAY": "el día {value} no existe en el calendario",
        "FIELD_NOT_A_DATE": "{value} no es una fecha; escríbala como YYYY-MM-DD",
        "FIELD_NOT_A_LANGUAGE": "{value} no es un idioma; escriba su código ISO 639-1 de dos letras, como en, ru o kk",
        "FIELD_UNKNOWN": "clave desconocida; se conocen {known}",
        "FIELD_MISSPELT": "clave desconocida; ¿quiso decir {near}?",
        "FURTHER_PROBLEM": "{problem}; línea {number}: {further}",
        "KEYS_UNUSED": "claves que aquí no sirven: {keys}",
        "IS_A_DRAFT": "está marcado como borrador y no se lee",
        "TOML_BROKEN": "la cabecera no se puede leer como TOML: {problem}",
        "HEADER_NOT_CLOSED": "la cabecera que empieza aquí no está cerrada; añada después una línea ---",
        "HEADERS_DIFFER": "la cabecera y el .yaml de al lado difieren en {key}; deje uno de los dos",
        "HEADER_ALONE": "no hay ningún artículo {name} que necesite esta cabecera; renómbrela o quítela",
        "MANY_HEADERS": "contiene muchos artículos, cada uno con su cabecera; corríjalos en el archivo",
        "YAML_TOO_LONG": "el YAML pasa del límite de {limit} caracteres",
        "YAML_BROKEN": "no es YAML: {problem}; ponga entre comillas un texto con ':' u otros signos especiales",
        "YAML_CHARACTERS": "no es YAML: contiene caracteres que YAML no admite",
        "YAML_NO_MAPPING": "se esperan líneas de la forma 'key: value'",
        "YAML_SECOND_DOCUMENT": "aquí empieza un segundo documento YAML; quítelo",
        "YAML_NO_KEY": "falta una clave delante de ':'",
        "YAML_KEY_TWICE": "la clave {key} aparece dos veces (primero en la línea {first})",
        "YAML_TOO_DEEP": "las listas y tablas están aquí demasiado anidadas",
        "YAML_ALIAS": "los alias de YAML (& y *) no se aceptan; ponga el texto entre comillas",
        "YAML_TAG": "las etiquetas de YAML (!) no se aceptan; ponga el texto entre comillas",
        # Why a format's reader gives up
        "CSV_NO_TEXT": "ninguna columna se llama 'text'; las columnas son {columns}",
        "CSV_BROKEN": "la fila no se puede leer: {problem}",
        "JSON_BROKEN": "la línea no es JSON: {problem}",
        "JSON_NO_OBJECT": 'la línea no es un objeto JSON; escriba {{"text": …}}',
        "NOT_READ": "no se leyó: {what}",
        "JSON_NO_ARTICLES": "nada de lo que contiene se reconoce como un texto",
        "XML_BROKEN": "el archivo no es XML: {problem}",
        "FEED_BROKEN": "el canal está dañado ({kind})",
        "FEED_NONE": "esto no es un canal RSS ni Atom; quítelo o guarde sus artículos como texto",
        "HTML_EMPTY": "no se encontró ningún artículo en la página; guárdela como .txt o .md",
        "HTML_BROKEN": "la página está demasiado dañada para leerla; guárdela como .txt o .md",
        "HTML_TOO_LARGE": "la página tiene más de {limit} elementos; guarde su texto como .txt o .md",
        "HTML_ATTRIBUTES": "<{tag}> tiene más de {limit} atributos; quítelos",
        "HTML_ALL_ATTRIBUTES": "la página tiene más de {limit} atributos; guarde su texto como .txt o .md",
        "FEED_ATTRIBUTES": "una etiqueta del canal tiene demasiados atributos; guarde sus artículos como texto",
        "PDF_TOO_COMPLEX": "una página del PDF es demasiado compleja; guarde su texto como .txt o .md",
        "PDF_BROKEN": "el PDF está dañado ({kind}); guarde su texto como .txt",
        "PDF_PICTURES": "el PDF contiene imágenes de texto, no texto; páselo por un reconocimiento de texto (OCR)",
        "PDF_FONTS": "las fuentes del PDF no revelan sus letras; guarde su texto como .txt o .md",
        "NOT_INSTALLED": "para leer estos archivos falta una biblioteca: pip install '{extra}'",
        # Synonyms
        "TOO_MANY_PARTS": "{size} partes son más que el límite de {limit}; divídalo",
        "TOO_MANY_TAGS": "tiene más de {limit} etiquetas; guarde su texto como .txt o .md",
        "ARCHIVE_BROKEN": "el archivo está dañado: no es un archivo zip; guárdelo de nuevo",
        "ARCHIVE_UNUSUAL": "está comprimido de un modo inusual; comprímalo de nuevo como un archivo zip corriente",
        "UNPACKS_TO_TOO_MUCH": "descomprimido pasa del límite de {limit} bytes; divídalo",
        "PART_MISSING": "el archivo está dañado: falta su parte {part}; guárdelo de nuevo",
        "PART_BROKEN": "el archivo está dañado: su parte {part} no se puede descomprimir; guárdelo de nuevo",
        "PART_ELSEWHERE": "su parte {part} se descomprimiría en otro lugar; comprímalo de nuevo",
        "PART_TOO_LARGE": "una de sus partes, descomprimida, pasa del límite de {limit} bytes; divídalo",
        "PARTS_TOO_LARGE": "sus partes tienen más bytes que el límite de {limit}; divídalo",
        "DOCX_ENCRYPTED": "está cifrado o es un .doc antiguo; guárdelo como .docx sin contraseña",
        "DOCX_BROKEN": "el documento está dañado ({kind}); guárdelo de nuevo",
        "EPUB_NO_CONTENTS": "el libro está dañado: no nombra su contenido; guárdelo de nuevo",
        "EPUB_PROTECTED": "el libro está protegido contra copia; su texto no se puede leer",
        "EPUB_NO_XML": "el libro está dañado: {part} no es XML; guárdelo de nuevo",
        "EPUB_EMPTY": "el libro está dañado: {part} está vacío; guárdelo de nuevo",
        "EPUB_TAGS": "el libro está dañado: {part} tiene más de {limit} etiquetas",
        "EPUB_TOO_LONG": "sus capítulos tienen más caracteres que el límite de {limit}; divídalo",
        "DATABASE_UNUSABLE": "La base de datos {path} no se puede usar: {problem}",
        "NAME_TWICE": "{name} aparece dos veces (primero en la línea {first}); júntelos",
        "NAMES_EXPECTED": "{name}: se esperan nombres separados por comas",
        "NAME_ALONE": "{name} no tiene otro nombre; escriba uno después de los dos puntos",
        "NAME_EMPTY": "hay un nombre vacío; escríbalo antes de los dos puntos",
        "NAME_TOO_LONG": "el nombre que empieza por {name} pasa de {limit} caracteres",
        # The folder of articles
        "UNREADABLE": "no se puede leer: {problem}; compruebe los permisos",
        "UNREADABLE_LINK": "no se puede leer: {problem}; quítelo",
        "NOT_A_FILE": "es una tubería, un socket o un dispositivo; quítelo",
        "NAME_UNPRINTABLE": "su nombre tiene signos que no se pueden mostrar; renómbrelo",
        "LINK_TO_FOLDER": "no se siguen enlaces a carpetas; mueva la carpeta aquí",
        "LINK_LEADS_OUT": "el enlace sale de la carpeta; ponga aquí el archivo mismo",
        "LEFT_OUT": "{problem} ({file} queda fuera hasta entonces)",
        "ID_TAKEN": "su identificador {id} ya lo tiene {file}; renombre uno de los dos",
        "FOLDER_UNREADABLE": "la carpeta {folder} no se puede leer ({problem}); indique una carpeta de artículos existente con --corpus o BOT_CORPUS",
        "WOULD_LIE_OUTSIDE": "{file} quedaría fuera de {folder}; dele otro nombre",
        "NOT_WRITTEN": "{file} no se puede escribir ({problem}); compruebe los permisos",
        "NOT_REMOVED": "{file} no se puede quitar ({problem}); compruebe los permisos",
        "EDITION_NOT_KEPT": "la edición no se puede guardar en {folder} ({problem})",
        "KEPT_DAMAGED": "el archivo guardado {file} está dañado; tome otra edición",
        "CHANGED_WHILE_READ": "{file} cambió mientras se leía; inténtelo cuando nadie escriba",
        "CHANGED_SINCE_READ": "{file} cambió desde que se leyó; haga primero /reload",
        "STOPPING": "el bot se está deteniendo; no se cambió nada",
        # Corrections and addresses
        "EDIT_FIELD": "se espera uno de {fields}, luego dos puntos y el valor",
        "EDIT_LINES": "se esperan líneas como 'title: …' con uno de {fields}",
        "ADDRESS_SLOW": "la dirección no respondió en {seconds} segundos; inténtelo más tarde",
        "ADDRESS_UNREACHABLE": "no se llega a la dirección ({kind}); inténtelo más tarde",
        "ADDRESS_KIND": "en la dirección hay {kind}; se conocen {known}",
        "ADDRESS_LEADS_ON": "la dirección redirige más de {limit} veces; dé la última",
        "ADDRESS_REFUSES": "el servidor respondió {status}; abra primero la dirección en un navegador",
        "ADDRESS_TOO_LARGE": "más que el límite de {limit} bytes",
        "ADDRESS_BROKEN": "la respuesta del servidor está dañada; inténtelo más tarde",
        "ADDRESS_WRONG": "tiene que ser una dirección que empiece por http:// o https://",
        "ADDRESS_LETTERS": "la dirección tiene letras que hay que codificar; cópiela del navegador",
        "ADDRESS_PRIVATE": "la dirección no está en la internet pública; envíe el archivo",
        # The page to read on
        "PAGE_ASK": "Pregunte a los artículos",
        "PAGE_ASK_BUTTON": "Preguntar",
        "PAGE_ABOUT": "Cada respuesta se compone de citas literales, cada una con su fuente; artículos: {count}. No se dice nada más sobre el tema.",
        "PAGE_SKIP": "Ir al contenido",
        "PAGE_ARTICLES": "Artículos",
        "PAGE_FILTERS": "Dónde buscar",
        "PAGE_SOURCE": "Fuente",
        "PAGE_AFTER": "Publicado después del",
        "PAGE_BEFORE": "Publicado antes del",
        "PAGE_LANGUAGE": "Idioma",
        "PAGE_ANY": "cualquiera",
        "PAGE_READ": "Leer en el artículo",
        "PAGE_ORIGINAL": "Página original",
        "PAGE_LINK": "Enlace permanente",
        "PAGE_PROVEN": "Comprobado: el artículo tiene exactamente estas palabras.",
        "PAGE_MOVED": "El artículo ha cambiado; estas mismas palabras siguen en él, en otro lugar.",
        "PAGE_REWORDED": "El artículo ha cambiado; estas palabras ya no están en él. Abajo: la cita como era y la frase del artículo de hoy que más se le parece.",
        "PAGE_QUOTE_LOST": "El artículo ha cambiado; ni estas palabras ni nada parecido están ahora en él. Abajo: la cita como era.",
        "PAGE_THEN": "Antes",
        "PAGE_NOW": "Ahora",
        "PAGE_NOT_FOUND": "No existe esa página, o la petición no se puede leer.",
        "PAGE_HISTORY": "Historial",
        "PAGE_NO_HISTORY": "Ninguna edición guardada tiene otro texto de este artículo.",
        "PAGE_CAME": "Frases nuevas: {count}",
        "PAGE_WENT": "Frases retiradas: {count}",
        "PAGE_PART": "Parte {number} de {count}",
        "TOOL_UNKNOWN": "No hay ninguna herramienta {name}; hay {known}.",
        "TOOL_TAKES": "{tool} acepta {names}: un texto de 1 a {count} caracteres o un número desde 1.",
        # The terminal
        "TERMINAL_HELLO": "{count} {count:artículo|artículos}. Haga una pregunta; /sources los muestra, /quit termina.",
        "TERMINAL_PROMPT": "? ",
        "FIRST_ARTICLE": "Acerca de esta carpeta",
        "FIRST_ARTICLE_TEXT": "Quoth responde solo con las palabras de los artículos de esta carpeta. Ponga aquí sus propios archivos: Markdown, texto sin formato, páginas web guardadas, PDF, Word, EPUB o canales. Este archivo puede borrarse en cuanto haya otro.",
    },
)
