"""French."""

from bot.languages.interface.catalogue import Catalogue, none_or_one_other

INTERFACE = Catalogue(
    plural=none_or_one_other,
    grouping="\u202f",
    sentences={
        # Profile, menus and first steps
        "LANGUAGE_NAME": "Français",
        "MONTHS": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        "DAY": "{day} {month} {year}",
        "DESCRIPTION": "Posez une question. Je réponds uniquement avec les mots des articles qu’on m’a donnés, chaque citation avec sa source et un lien vers la phrase. S’ils n’y répondent pas, je le dis.",
        "SHORT_DESCRIPTION": "Répond avec les mots mêmes d’articles donnés, chaque citation avec sa source.",
        "START": (
            "**Posez-moi une question.** Je réponds uniquement avec les mots de {count} {count:article|articles}, chaque citation avec sa source. Je n’écris rien moi-même sur le sujet ; si les articles ne répondent pas, je le dis.\n\n"
            "/sources liste les articles, /help dit ce que je sais faire d’autre."
        ),
        "START_EXAMPLES": "Vous pourriez interroger l’un de ces articles :",
        "HELP": (
            "**Poser une question**\n"
            "Envoyez une question avec vos mots ; les noms, les dates et les chiffres aident le plus. Vous recevez jusqu’à trois citations, mot pour mot, chacune avec sa source. Le titre de la source mène à la phrase même.\n\n"
            "**Chercher plus précisément**\n"
            "avant:2022-01-06, après:2021, source:courrier et langue:fr disent où chercher ; une expression entre guillemets doit s’y trouver mot pour mot. Envoyez une phrase entière pour savoir où elle se trouve, ou répondez à une réponse par « et à … ? » pour continuer.\n\n"
            "**Dans les groupes**\n"
            "/ask avec une question, une réponse à l’un de mes messages ou une mention de mon nom. /ask seul, en réponse à un message, prend ce message pour question.\n\n"
            "**Dans n’importe quelle discussion**\n"
            "Tapez mon nom et quelques mots, puis choisissez une citation à envoyer.\n\n"
            "**Commandes**\n"
            "/sources – les articles que je cite\n"
            "/proof – où se trouve exactement une citation\n"
            "/privacy – ce qui est conservé, et combien de temps\n"
            "/forget – supprimer ce qui est conservé sur vous"
        ),
        "GROUP_HELLO": "Bonjour. Je réponds aux questions uniquement avec les mots d’articles donnés, chaque citation avec sa source. Demandez avec /ask et une question, en me répondant ou en mentionnant {bot}. Sinon, je me tais. Les administrateurs choisissent avec /settings comment je réponds ici.",
        "ASK_USAGE": "Écrivez la question après /ask, ou répondez par /ask au message qui la pose.",
        "UNKNOWN_COMMAND": "Je ne connais pas cette commande. /help liste celles que je connais.",
        "PRIVACY": (
            "**Ce qui est conservé**\n"
            "– ce que vous m’envoyez, jusqu’à ce que je l’aie traité, en général moins d’une seconde ;\n"
            "– quelles citations ont été données en réponse, quand, dans quelle discussion et à qui, pour que les boutons en dessous fonctionnent ;\n"
            "– si vous avez trouvé une réponse utile ;\n"
            "– le texte d’une question pendant un jour ; plus longtemps seulement s’il n’y a pas eu de réponse ou si elle n’était pas utile, afin de compléter les articles ;\n"
            "– les réglages d’un groupe, et les discussions que je ne peux pas joindre.\n\n"
            "Ce que vous tapez après mon nom dans d’autres discussions n’est pas conservé.\n\n"
            "**Combien de temps**\n"
            "{days} {days:jour|jours}, puis c’est supprimé ; les réglages d’un groupe restent jusqu’à ce que je le quitte.\n\n"
            "**Qui le voit**\n"
            "Ceux qui entretiennent ce bot voient les questions sans réponse, sans les noms de ceux qui les ont posées. {passed_on} Les journaux ne contiennent ni questions ni réponses.\n\n"
            "/forget supprime aussitôt ce qui est conservé sur vous. Ce que changent les responsables est conservé avec leur numéro d’utilisateur."
        ),
        "PASSED_ON_NOTHING": "Rien n’est transmis.",
        "PASSED_ON_QUESTIONS": "Pour chercher par le sens, les questions sont aussi envoyées à {host}, sans noms ni discussions. Rien d’autre n’est transmis.",
        "FORGOTTEN": "Supprimé : tout ce qui était conservé sur vous.",
        "SOURCES_HEADING": "**Sources :** {count} {count:article|articles}, page {page} sur {pages}",
        "SOURCES_NONE": "Il n’y a pas encore d’articles.",
        # Answers and refusals
        "UNDERSTOOD_AS": "Compris avec la question précédente : {words}",
        "CLOSEST_PASSAGES": "**Les passages les plus proches – à lire avant de s’y fier :**",
        "QUOTED_SO": "**Ces mots mêmes se trouvent ici :**",
        "QUOTED_OTHERWISE": "**Ici, les mots sont différents :**",
        "QUOTED_NOWHERE": "**Ces mots ne se trouvent pas dans les articles. Les passages les plus proches :**",
        "PASTED": "Vous avez envoyé : « {words} »",
        "ONLY_PASTED": "Seulement dans votre envoi : {words}",
        "ONLY_IN_ARTICLE": "Seulement dans l’article : {words}",
        "SOURCES_DIFFER": "Les sources divergent : comparez les chiffres et les dates.",
        "ALSO_SEARCHED": "Cherché aussi : {words}",
        "MISSING_WORDS": "Absents des articles : {words}",
        "QUOTE_GOES_ON": "La citation continue ; le titre mène au texte entier.",
        "MARKS_LOST": "Telegram ne peut pas montrer certains accents de cette citation ; le titre mène à l’original.",
        "PAGE_NUMBER": "p. {page}",
        "REFUSED_EMPTY_QUESTION": "Écrivez quelques mots qui disent ce que vous cherchez.",
        "PART_ASKED": "Question : **{words}**",
        "PART_REFUSED": "Les articles ne semblent pas répondre à : {words}",
        "UNREAD": "Je réponds à {count} questions par message ; posez les autres dans un autre.",
        "OTHER_LANGUAGE": "Les articles sont dans une autre langue que la question : de ses mots, on ne peut y trouver que les noms, les nombres et les dates.",
        "REFUSED_SMALL_TALK": "Je cherche les réponses dans un ensemble d’articles et je les cite. Demandez ce qu’ils racontent : qui, quoi, où, quand ou combien.",
        "REFUSED_NO_SUBJECT": "Dites sur quoi porte votre question : quelques mots suffisent.",
        "REFUSED_EMPTY_CORPUS": "Il n’y a pas encore d’articles pour répondre.",
        "REFUSED_NO_MATCH": "Les articles n’y répondent pas : aucun ne contient ces mots.",
        "REFUSED_NOT_COVERED": "Les articles ne semblent pas y répondre.",
        "REFUSED_BAD_FILTER": "Je ne peux pas lire un filtre de cette question. Les filtres s’écrivent ainsi : avant:2022-01-06, après:2021, source:courrier, langue:fr.",
        "REFUSED_NOTHING_LEFT": "Aucun passage à ce sujet ne passe tous les filtres et ne contient mot pour mot toutes les expressions entre guillemets.",
        "REFUSED_NOT_QUOTED": "Ces mots ne se trouvent pas dans les articles, ni rien de semblable.",
        "FILTERS_TO_BLAME": "Filtres : {words}",
        "NEAREST": "Les articles les plus proches :",
        "CONTEXT_HEADING": "**La citation parmi ses voisines :**",
        "PASSAGE_HEADING": "**Extrait de l’article, partie {number} sur {count} :**",
        "PROOF": (
            "**Où se trouve la citation**\n"
            "Fichier : {file}\n"
            "Caractères : {start} à {end}\n"
            "SHA-256 du texte de l’article : {revision}\n"
            "SHA-256 de la citation : {digest}"
        ),
        "PROOF_OF": "Réponse {answer}, citation {quote}",
        "PROOF_READ_AT": "Lu dans le fichier : {moment} UTC",
        "PROOF_USAGE": "Répondez par /proof à l’une de mes réponses, ou écrivez son numéro après la commande.",
        "ANSWER_UNKNOWN": "Cette réponse n’est plus conservée. Posez la question de nouveau.",
        "ARTICLE_CHANGED": "L’article a changé depuis ; la citation ne s’y trouve plus. Posez la question de nouveau.",
        "ARTICLE_GONE": "Cet article ne fait plus partie des sources.",
        "NO_MORE_QUOTES": "Il n’y a pas d’autres citations pour cette question.",
        # Buttons and what pressing them says
        "BUTTON_MORE": "Plus de citations",
        "BUTTON_CONTEXT": "Contexte",
        "BUTTON_PROOF": "Preuve",
        "BUTTON_USEFUL": "👍 Utile",
        "BUTTON_NOT_USEFUL": "👎 Pas utile",
        "BUTTON_OPEN_PRIVATE": "Ouvrir en privé",
        "BUTTON_PREVIOUS": "‹ Retour",
        "BUTTON_NEXT": "Suite ›",
        "BUTTON_CONFIRM": "Confirmer",
        "BUTTON_CANCEL": "Annuler",
        "BUTTON_APPLY": "Appliquer",
        "BUTTON_SHOW": "Montrer la réponse",
        "BUTTON_SOURCES": "Toutes les sources",
        "BUTTON_TOO_OLD": "Ce bouton est trop ancien. Posez la question de nouveau.",
        "BUTTON_OF_ANOTHER": "Ce bouton est à celui qui a posé la question.",
        "THANKS": "Merci, c’est noté.",
        "CANCELLED": "Annulé ; rien n’a été changé.",
        # Inline mode
        "INLINE_HINT": "Tapez une question ; choisissez une citation à envoyer ici",
        "INLINE_NOTHING": "Rien trouvé – demander en privé",
        # A group's settings
        "SETTINGS_HEADING": "**Réglages de ce groupe**",
        "SETTINGS_HINT": "Appuyez sur une ligne pour la changer ; seuls les administrateurs le peuvent.",
        "SETTING_LANGUAGE": "Langue : {value}",
        "SETTING_QUOTES": "Citations par réponse : {count}",
        "SETTING_MENTIONS": "Répondre aux mentions : {value}",
        "SETTING_QUIET": "Me taire sans réponse : {value}",
        "SETTING_LANGUAGE_OF_ASKER": "celle de chacun",
        "SETTING_ON": "oui",
        "SETTING_OFF": "non",
        "SETTINGS_SAVED": "Enregistré.",
        "ADMINISTRATORS_ONLY": "Seuls les administrateurs du groupe le peuvent.",
        "GROUPS_ONLY": "Cette commande est pour les groupes.",
        # Trouble
        "ERROR": "Quelque chose s’est mal passé de mon côté ; c’est noté sous {id}. Réessayez plus tard.",
        "TOO_MANY_QUESTIONS": "C’était beaucoup à la fois. Réessayez dans {seconds} {seconds:seconde|secondes}.",
        "TOO_MANY_IN_CHAT": "Cette discussion demande beaucoup à la fois. Je réponds de nouveau dans {seconds} {seconds:seconde|secondes}.",
        "MAYBE_SENT": "Le réseau a manqué pendant que je répondais. Si la réponse ne vous est pas parvenue, appuyez sur le bouton.",
        # Descriptions of commands, for the menus
        "COMMAND_ASK": "Poser une question aux articles",
        "COMMAND_HELP": "Comment demander",
        "COMMAND_SOURCES": "Les articles cités",
        "COMMAND_PROOF": "Où se trouve exactement une citation",
        "COMMAND_PRIVACY": "Ce qui est conservé, et combien de temps",
        "COMMAND_FORGET": "Supprimer ce qui est conservé sur vous",
        "COMMAND_SETTINGS": "Réglages de ce groupe",
        "COMMAND_RELOAD": "Relire les articles",
        "COMMAND_ADD": "Ajouter un article depuis une adresse",
        "COMMAND_EDIT": "Corriger titre, éditeur, date ou adresse",
        "COMMAND_REMOVE": "Retirer un article",
        "COMMAND_EDITIONS": "Les éditions conservées",
        "COMMAND_ROLLBACK": "Revenir à une édition antérieure",
        "COMMAND_HISTORY": "Qui a changé quoi",
        "COMMAND_GAPS": "Ce qui est resté sans réponse",
        "COMMAND_STATS": "Questions, réponses et sources en chiffres",
        "COMMAND_STATUS": "Édition, mémoire, versions",
        # Maintenance of the articles
        "MAINTAINERS_ONLY": "Seuls les responsables du bot le peuvent.",
        "REPORTED_IN_PRIVATE": "Je vous ai répondu en privé.",
        "OPEN_PRIVATE_FIRST": "Je ne peux pas encore vous écrire : ouvrez une discussion privée avec moi et appuyez sur Démarrer.",
        "CONFIRM_IN_PERSON": "Les administrateurs anonymes confirment avec le bouton, pour qu’on sache qui agit.",
        "RELOAD_RUNNING": "{who} est en train de relire les articles. Attendez que ce soit fini.",
        "RELOAD_PROGRESS": "Lecture des articles : {done} sur {count}",
        "RELOAD_DONE": "**Rechargé.** L’édition {edition} est en service.",
        "RELOAD_UNCHANGED": "**Rien n’a changé.** L’édition {edition} reste en service.",
        "RELOAD_DRY": "**Rien n’a encore été changé.** Un rechargement ferait ceci :",
        "RELOAD_FAILED": ("**Le rechargement a échoué :** {problem}\nL’édition {edition} reste en service."),
        "RELOAD_REPORT_ATTACHED": "Le rapport entier est joint.",
        "FILES_CHANGED_SINCE": "Les fichiers ont changé depuis ce rapport. Regardez-en un nouveau.",
        "REPORT_ADDED": "**Ajoutés :** {count}",
        "REPORT_CHANGED": "**Modifiés :** {count}",
        "REPORT_CHANGED_LINE": "{name} : {passages} {passages:passage diffère|passages diffèrent}, {quotes} {quotes:citation donnée n’est plus valable|citations données ne sont plus valables}",
        "REPORT_REMOVED": "**Retirés :** {count}",
        "REPORT_REMOVED_LINE": "{name} : {quotes} {quotes:citation donnée n’est plus valable|citations données ne sont plus valables}",
        "REPORT_UNCHANGED": "**Inchangés :** {count}",
        "REPORT_REFUSED": "**Refusés :** {count}",
        "REPORT_REFUSED_LINE": "{place} : {problem}",
        "REPORT_DUPLICATES": "**Le même texte dans plusieurs fichiers :** {count}",
        "REPORT_SIMILAR": "**Presque le même texte :** {count}",
        "REPORT_TOTALS": "{articles} {articles:article|articles}, {passages} {passages:passage|passages}, {seconds} s, édition {edition}",
        # Maintenance: single articles and editions
        "ADD_USAGE": "Écrivez une adresse après /add, ou envoyez un fichier : {formats}.",
        "ADD_PREVIEW": (
            "**Ajouter cet article ?**\n"
            "Titre : {title}\n"
            "Éditeur : {publisher}\n"
            "Date : {date}\n"
            "Langue : {language}\n"
            "Passages : {passages}"
        ),
        "ADD_FIRST_SENTENCES": "Il commence ainsi :",
        "ADD_RESIDUE": "Coupé, {count} {count:ligne|lignes} :",
        "ADD_REFUSED": "{name} ne peut pas être ajouté : {problem}",
        "ADD_TOO_LARGE": "Le fichier dépasse {megabytes} Mo. Mettez-le directement dans le dossier des articles.",
        "ADD_EXISTS": "Le même texte s’y trouve déjà : {file}.",
        "ADD_SEVERAL": "**Ajouter {count} {count:article|articles} ?**",
        "ADDED": "Ajouté : {file}.",
        "EDIT_USAGE": "Répondez à l’aperçu de l’article par des lignes telles que « title: … ». Possibles : {fields}.",
        "EDIT_PREVIEW": "Pour corriger, répondez par des lignes telles que « title: … » : {fields}.",
        "EDITED": "Modifié dans {file} : {fields}.",
        "REMOVE_USAGE": "Écrivez le nom du fichier après /remove ; /sources liste les articles.",
        "REMOVE_CONFIRM": "Retirer {name} ({file}) ? {count} {count:citation donnée ne sera plus valable|citations données ne seront plus valables}.",
        "ARTICLE_UNKNOWN": "Il n’y a pas d’article {name}.",
        "EDITIONS_HEADING": "**Éditions, les plus récentes d’abord**",
        "EDITIONS_LINE": "{edition}, {moment} : {count} {count:article|articles}",
        "ROLLBACK_USAGE": "Écrivez le numéro d’une édition après /rollback ; /editions les liste.",
        "ROLLBACK_UNKEPT": "Le dossier contient des changements qu’aucune édition n’a conservés ; un retour les perdrait. Faites d’abord /reload.",
        "EDITION_UNKNOWN": "Il n’y a pas d’édition {edition} ; /editions les liste.",
        # Maintenance: looking back
        "HISTORY_HEADING": "**Qui a changé quoi, le plus récent d’abord**",
        "HISTORY_LINE": "{moment} {who} : {action}, {before} → {after}",
        "HISTORY_EMPTY": "Rien n’a encore été changé.",
        "GAPS_HEADING": "**Resté sans réponse depuis {days} {days:jour|jours}**",
        "GAPS_LINE": "{count} × {question}",
        "GAPS_EMPTY": "Depuis {days} {days:jour|jours}, chaque question a eu une réponse.",
        "STATS": (
            "**Depuis {days} {days:jour|jours}**\n"
            "Questions : {questions}\n"
            "Avec réponse : {answered} ({share} %)\n"
            "Utiles : {useful}, pas utiles : {not_useful}"
        ),
        "STATS_TOP_SOURCES": "Les plus cités :",
        "STATS_OTHERS": "autres",
        "STATS_LINE": "{number}. {name} : {count}",
        "STATS_EMPTY": "Aucune question depuis {days} {days:jour|jours}.",
        "STATUS_MEANING": "Recherche aussi par le sens : {encoder}",
        "STATUS_FOLLOWS": "Le sens suivra : {done} phrases traitées sur {count}",
        "STATUS_WORDS": "Recherche par les mots seulement",
        "STATUS": (
            "**État**\n"
            "Édition : {edition}\n"
            "Articles : {articles}, passages : {passages}\n"
            "Dernier rechargement : {reloaded}\n"
            "En marche depuis : {started}\n"
            "{meaning}\n"
            "Mémoire : {megabytes} Mo\n"
            "Quoth {version}"
        ),
        # Why a file, or a part of it, is refused
        "PROBLEM_AT": "{name} : {problem}",
        "UNKNOWN_ENDING": "les fichiers en {suffix} ne sont pas lus ; connus : {known}",
        "NO_ENDING": "les fichiers sans extension ne sont pas lus ; connus : {known}",
        "FILE_EMPTY": "le fichier est vide",
        "NO_ARTICLE": "il ne contient aucun article",
        "NO_SENTENCE": "sans les titres et les restes, il n’y a plus aucune phrase",
        "READER_FAILED": "la lecture a échoué ({kind}) ; enregistrez-le en .txt ou .md",
        "READER_ENDED": "son lecteur a manqué de mémoire ou s’est arrêté ; enregistrez le texte en .txt ou .md",
        "TOO_MANY_BYTES": "{size} octets dépassent la limite de {limit} ; divisez-le",
        "TOO_MANY_CHARACTERS": "{size} caractères dépassent la limite de {limit} ; divisez-le",
        "TOO_MANY_LINES": "{size} lignes dépassent la limite de {limit} ; divisez-le",
        "TOO_MANY_PAGES": "{size} pages dépassent la limite de {limit} ; divisez-le",
        "TOO_MANY_KEYS": "un en-tête a au plus {limit} clés ; retirez celles qui sont inconnues",
        "TOO_MANY_REFUSED": "plus de {limit} de ses parties ont été refusées ; le reste n’est pas lu",
        "MORE_REFUSED": "autres parties refusées : {count}",
        "TOO_MANY_MARKS": "une lettre porte plus de {limit} signes combinés ; ce n’est pas un texte lisible",
        "TOO_SLOW": "la lecture prend plus de {seconds} secondes ; divisez-le",
        "NOT_TEXT": "ce n’est pas un texte : il contient des données binaires ; retirez-le ou enregistrez-le en texte",
        "WRONG_ENCODING": "il ne se lit pas en {encoding} ; enregistrez-le en UTF-8",
        "UNKNOWN_ENCODING": "son codage est inconnu ; enregistrez-le en UTF-8",
        "ENCRYPTED": "il est chiffré ; enregistrez-le sans mot de passe",
        # What a header says that cannot be
        "FIELD_TOO_LONG": "plus de {limit} caractères",
        "FIELD_MISSING": "manque",
        "FIELD_NOT_A_TEXT": "un seul texte est attendu",
        "FIELD_NOT_BELOW": "{known} sont attendus en dessous",
        "FIELD_WRONG": "cela ne peut pas être juste ({problem})",
        "FIELD_NOT_AN_ADDRESS": "{value} n’est pas une adresse web ; elle doit commencer par http:// ou https://",
        "FIELD_NO_SUCH_DAY": "le jour {value} n’existe pas dans le calendrier",
        "FIELD_NOT_A_DATE": "{value} n’est pas une date ; écrivez-la sous la forme YYYY-MM-DD",
        "FIELD_NOT_A_LANGUAGE": "{value} n’est pas une langue ; écrivez son code ISO 639-1 de deux lettres, tel que en, ru ou kk",
        "FIELD_UNKNOWN": "clé inconnue ; connues : {known}",
        "FIELD_MISSPELT": "clé inconnue ; vouliez-vous dire {near} ?",
        "FURTHER_PROBLEM": "{problem} ; ligne {number} : {further}",
        "KEYS_UNUSED": "clés sans effet ici : {keys}",
        "IS_A_DRAFT": "il est marqué comme brouillon et n’est pas lu",
        "TOML_BROKEN": "l’en-tête ne se lit pas comme du TOML : {problem}",
        "HEADER_NOT_CLOSED": "l’en-tête qui commence ici n’est pas fermé ; ajoutez après lui une ligne ---",
        "HEADERS_DIFFER": "l’en-tête et le .yaml à côté se contredisent sur {key} ; gardez l’un des deux",
        "HEADER_ALONE": "aucun article {name} n’a besoin de cet en-tête ; renommez-le ou retirez-le",
        "MANY_HEADERS": "il contient beaucoup d’articles, chacun avec son en-tête ; corrigez-les dans le fichier",
        "YAML_TOO_LONG": "le YAML dépasse la limite de {limit} caractères",
        "YAML_BROKEN": "pas du YAML : {problem} ; mettez entre guillemets un texte avec ':' ou d’autres signes spéciaux",
        "YAML_CHARACTERS": "pas du YAML : il contient des caractères que YAML n’admet pas",
        "YAML_NO_MAPPING": "des lignes de la forme 'key: value' sont attendues",
        "YAML_SECOND_DOCUMENT": "un second document YAML commence ici ; retirez-le",
        "YAML_NO_KEY": "il manque une clé devant ':'",
        "YAML_KEY_TWICE": "la clé {key} figure deux fois (d’abord à la ligne {first})",
        "YAML_TOO_DEEP": "listes et tableaux sont imbriqués trop profondément ici",
        "YAML_ALIAS": "les alias YAML (& et *) ne sont pas acceptés ; mettez le texte entre guillemets",
        "YAML_TAG": "les étiquettes YAML (!) ne sont pas acceptées ; mettez le texte entre guillemets",
        # Why a format's reader gives up
        "CSV_NO_TEXT": "aucune colonne ne s’appelle 'text' ; les colonnes sont {columns}",
        "CSV_BROKEN": "la ligne du tableau est illisible : {problem}",
        "JSON_BROKEN": "la ligne n’est pas du JSON : {problem}",
        "JSON_NO_OBJECT": 'la ligne n’est pas un objet JSON ; écrivez {{"text": …}}',
        "NOT_READ": "non lu : {what}",
        "JSON_NO_ARTICLES": "rien n’y est reconnu comme un texte",
        "XML_BROKEN": "le fichier n’est pas du XML : {problem}",
        "FEED_BROKEN": "le flux est endommagé ({kind})",
        "FEED_NONE": "ce n’est pas un flux RSS ou Atom ; retirez-le ou enregistrez ses articles en texte",
        "HTML_EMPTY": "aucun article trouvé dans la page ; enregistrez-la en .txt ou .md",
        "HTML_BROKEN": "la page est trop endommagée pour être lue ; enregistrez-la en .txt ou .md",
        "HTML_TOO_LARGE": "la page a plus de {limit} éléments ; enregistrez son texte en .txt ou .md",
        "HTML_ATTRIBUTES": "<{tag}> a plus de {limit} attributs ; retirez-les",
        "HTML_ALL_ATTRIBUTES": "la page a plus de {limit} attributs ; enregistrez son texte en .txt ou .md",
        "FEED_ATTRIBUTES": "une balise du flux a trop d’attributs ; enregistrez ses articles en texte",
        "PDF_TOO_COMPLEX": "une page du PDF est trop complexe ; enregistrez son texte en .txt ou .md",
        "PDF_BROKEN": "le PDF est endommagé ({kind}) ; enregistrez son texte en .txt",
        "PDF_PICTURES": "le PDF contient des images de texte, pas de texte ; passez-le par une reconnaissance de texte (OCR)",
        "PDF_FONTS": "les polices du PDF ne révèlent pas leurs lettres ; enregistrez son texte en .txt ou .md",
        "NOT_INSTALLED": "lire de tels fichiers demande une bibliothèque qui n’est pas installée : pip install '{extra}'",
        # Synonyms
        "TOO_MANY_PARTS": "{size} parties dépassent la limite de {limit} ; divisez-le",
        "TOO_MANY_TAGS": "il a plus de {limit} balises ; enregistrez son texte en .txt ou .md",
        "ARCHIVE_BROKEN": "le fichier est endommagé : ce n’est pas une archive zip ; enregistrez-le de nouveau",
        "ARCHIVE_UNUSUAL": "il est compressé d’une façon inhabituelle ; refaites-en une archive zip ordinaire",
        "UNPACKS_TO_TOO_MUCH": "décompressé, il dépasse la limite de {limit} octets ; divisez-le",
        "PART_MISSING": "le fichier est endommagé : sa partie {part} manque ; enregistrez-le de nouveau",
        "PART_BROKEN": "le fichier est endommagé : sa partie {part} ne se décompresse pas ; enregistrez-le de nouveau",
        "PART_ELSEWHERE": "sa partie {part} se décompresserait ailleurs ; refaites l’archive",
        "PART_TOO_LARGE": "décompressée, une de ses parties dépasse la limite de {limit} octets ; divisez-le",
        "PARTS_TOO_LARGE": "ses parties ont plus d’octets que la limite de {limit} ; divisez-le",
        "DOCX_ENCRYPTED": "il est chiffré ou c’est un ancien .doc ; enregistrez-le en .docx sans mot de passe",
        "DOCX_BROKEN": "le document est endommagé ({kind}) ; enregistrez-le de nouveau",
        "EPUB_NO_CONTENTS": "le livre est endommagé : il ne nomme pas son contenu ; enregistrez-le de nouveau",
        "EPUB_PROTECTED": "le livre est protégé contre la copie ; son texte est illisible",
        "EPUB_NO_XML": "le livre est endommagé : {part} n’est pas du XML ; enregistrez-le de nouveau",
        "EPUB_EMPTY": "le livre est endommagé : {part} est vide ; enregistrez-le de nouveau",
        "EPUB_TAGS": "le livre est endommagé : {part} a plus de {limit} balises",
        "EPUB_TOO_LONG": "ses chapitres ont plus de caractères que la limite de {limit} ; divisez-le",
        "DATABASE_UNUSABLE": "La base de données {path} est inutilisable : {problem}",
        "NAME_TWICE": "{name} figure deux fois (d’abord à la ligne {first}) ; réunissez-les",
        "NAMES_EXPECTED": "{name} : des noms séparés par des virgules sont attendus",
        "NAME_ALONE": "{name} n’a pas d’autre nom ; écrivez-en un après le deux-points",
        "NAME_EMPTY": "un nom est vide ; écrivez-le avant le deux-points",
        "NAME_TOO_LONG": "le nom qui commence par {name} dépasse {limit} caractères",
        # The folder of articles
        "UNREADABLE": "illisible : {problem} ; vérifiez les droits d’accès",
        "UNREADABLE_LINK": "illisible : {problem} ; retirez-le",
        "NOT_A_FILE": "c’est un tube, une socket ou un périphérique ; retirez-le",
        "NAME_UNPRINTABLE": "son nom contient des signes impossibles à montrer ; renommez-le",
        "LINK_TO_FOLDER": "les liens vers des dossiers ne sont pas suivis ; déplacez le dossier ici",
        "LINK_LEADS_OUT": "le lien mène hors du dossier ; mettez ici le fichier lui-même",
        "LEFT_OUT": "{problem} ({file} est laissé de côté d’ici là)",
        "ID_TAKEN": "son identifiant {id} est déjà pris par {file} ; renommez l’un des deux",
        "FOLDER_UNREADABLE": "le dossier {folder} est illisible ({problem}) ; indiquez un dossier d’articles existant avec --corpus ou BOT_CORPUS",
        "WOULD_LIE_OUTSIDE": "{file} serait hors de {folder} ; donnez-lui un autre nom",
        "NOT_WRITTEN": "{file} ne peut pas être écrit ({problem}) ; vérifiez les droits d’accès",
        "NOT_REMOVED": "{file} ne peut pas être retiré ({problem}) ; vérifiez les droits d’accès",
        "EDITION_NOT_KEPT": "l’édition ne peut pas être conservée dans {folder} ({problem})",
        "KEPT_DAMAGED": "le fichier conservé {file} est endommagé ; prenez une autre édition",
        "CHANGED_WHILE_READ": "{file} a changé pendant la lecture ; réessayez quand personne n’écrit",
        "CHANGED_SINCE_READ": "{file} a changé depuis sa lecture ; faites d’abord /reload",
        "STOPPING": "le bot s’arrête ; rien n’a été changé",
        # Corrections and addresses
        "EDIT_FIELD": "l’un de {fields} est attendu, puis un deux-points et la valeur",
        "EDIT_LINES": "des lignes telles que 'title: …' sont attendues, avec l’un de {fields}",
        "ADDRESS_SLOW": "l’adresse n’a pas répondu en {seconds} secondes ; réessayez plus tard",
        "ADDRESS_UNREACHABLE": "l’adresse est injoignable ({kind}) ; réessayez plus tard",
        "ADDRESS_KIND": "à cette adresse se trouve {kind} ; connus : {known}",
        "ADDRESS_LEADS_ON": "l’adresse redirige plus de {limit} fois ; donnez la dernière",
        "ADDRESS_REFUSES": "le serveur a répondu {status} ; ouvrez d’abord l’adresse dans un navigateur",
        "ADDRESS_TOO_LARGE": "plus que la limite de {limit} octets",
        "ADDRESS_BROKEN": "la réponse du serveur est endommagée ; réessayez plus tard",
        "ADDRESS_WRONG": "il faut une adresse qui commence par http:// ou https://",
        "ADDRESS_LETTERS": "l’adresse contient des lettres à coder ; copiez-la depuis le navigateur",
        "ADDRESS_PRIVATE": "l’adresse n’est pas sur l’internet public ; envoyez plutôt le fichier",
        # The page to read on
        "PAGE_ASK": "Interrogez les articles",
        "PAGE_ASK_BUTTON": "Demander",
        "PAGE_ABOUT": "Chaque réponse est faite de citations mot pour mot, chacune avec sa source ; articles : {count}. Rien d’autre n’est dit du sujet.",
        "PAGE_SKIP": "Aller au contenu",
        "PAGE_ARTICLES": "Articles",
        "PAGE_FILTERS": "Où chercher",
        "PAGE_SOURCE": "Source",
        "PAGE_AFTER": "Publié après",
        "PAGE_BEFORE": "Publié avant",
        "PAGE_LANGUAGE": "Langue",
        "PAGE_ANY": "peu importe",
        "PAGE_READ": "Lire dans l’article",
        "PAGE_ORIGINAL": "Page d’origine",
        "PAGE_LINK": "Lien permanent",
        "PAGE_PROVEN": "Vérifié : l’article contient exactement ces mots.",
        "PAGE_MOVED": "L’article a changé ; ces mots exacts s’y trouvent toujours, à un autre endroit.",
        "PAGE_REWORDED": "L’article a changé ; ces mots n’y sont plus. Ci-dessous : la citation telle qu’elle était, et la phrase de l’article d’aujourd’hui qui lui ressemble le plus.",
        "PAGE_QUOTE_LOST": "L’article a changé ; ni ces mots ni rien de semblable n’y figurent maintenant. Ci-dessous : la citation telle qu’elle était.",
        "PAGE_THEN": "Avant",
        "PAGE_NOW": "Maintenant",
        "PAGE_NOT_FOUND": "Cette page n’existe pas, ou la demande est illisible.",
        "PAGE_HISTORY": "Historique",
        "PAGE_NO_HISTORY": "Aucune édition conservée n’a un autre texte de cet article.",
        "PAGE_CAME": "Phrases apparues : {count}",
        "PAGE_WENT": "Phrases disparues : {count}",
        "PAGE_PART": "Partie {number} sur {count}",
        "TOOL_UNKNOWN": "Il n’y a pas d’outil {name} ; il y a {known}.",
        "TOOL_TAKES": "{tool} accepte {names} : un texte de 1 à {count} caractères, ou un nombre à partir de 1.",
        # The terminal
        "TERMINAL_HELLO": "{count} {count:article|articles}. Posez une question ; /sources les liste, /quit termine.",
        "TERMINAL_PROMPT": "? ",
        "FIRST_ARTICLE": "À propos de ce dossier",
        "FIRST_ARTICLE_TEXT": "Quoth ne répond qu’avec les mots des articles de ce dossier. Mettez-y vos propres fichiers : Markdown, texte brut, pages web enregistrées, PDF, Word, EPUB ou flux. Ce fichier peut être supprimé dès qu’il y en a un autre.",
    },
)
