"""French."""

from bot.languages.language import (
    Asked,
    Asking,
    Interviews,
    KnownLanguage,
    Manners,
    PointingWords,
    Reading,
    Residue,
    Sentences,
    WordedFilters,
    Words,
    listed,
    phrases,
)

_WORDS = Words(
    stop_words=listed("""
        a ai ainsi alors apres au aux avant avec avait avaient ce cela ces cet cette ceux chez comme comment
        combien dans de depuis des dont du elle elles en entre est et ete etait etaient etre eu fait fut il
        ils je la laquelle le lequel les lesquels leur leurs lors lui mais me meme mes moi mon ma ne ni nos
        notre nous on ont ou par pas plus pour pourquoi quand que quel quelle quelles quels qui quoi sa sans
        se selon sera ses si son sont sous sur ta te tes ton tu un une vers vos votre vous y afin ailleurs
        aujourdhui auquel aura aurait autre autres ayant beaucoup ca car ceci celle celles celui cependant
        chaque contre dabord deja desquelles desquels devait doit donc duquel encore enfin environ etant eux
        faire faut font furent hors ici jamais jusqua jusque lorsque lorsqu lon maintenant malgre memes
        moins neanmoins non nouveau oui parce parmi pendant peu peut peuvent pourrait pourtant presque puis
        puisque quelquun quelque quelques quelqu sauf serait seront seulement sinon sois soit sommes suis
        surtout tandis tant tel telle tellement telles tels tous tout toute toutes tres trop va voici voila
        vont avez avons etes qu jai cest quest quil quils quun quune dun dune nest netait ny sil
    """),
    before_apostrophes=r"(?:[cdjlmnst]|qu|(?:jus|lors|puis|quoi)qu)'(?=\w)",
    interchanged="e$ ent$",
    irregular="""
        aller va vont ira iront alla allerent; venir vient viennent vint vinrent venu venus venue; devenir devient devint devenu devenue
        prendre prend prennent prit prirent pris prise; comprendre comprit compris; apprendre apprit appris; mettre met mit mirent mis mise
        permettre permit permis; promettre promit promis promise; dire dit dirent dite dites; ecrire ecrit ecrivit ecrivirent ecrite
        faire faisait firent faite faits; voir voit virent vu vue vus; savoir sait sut su; pouvoir peut pouvait purent; vouloir veut voulait voulut voulu
        devoir doit devait dut du; recevoir recoit recut recu recue; tenir tient tint tenu tenue; obtenir obtient obtint obtenu obtenue
        mourir meurt moururent mourut mort morte morts; naitre nait naquit ne nee nes; vivre vit vecut vecu; conduire conduit conduisit
        construire construit construisit construite; detruire detruit detruisit detruite; ouvrir ouvre ouvrit ouvert ouverte
        offrir offre offrit offert; perdre perd perdit perdu perdue; vendre vend vendit vendu vendue; rendre rend rendit rendu
        lire lit lut lu lue; croire croit crut cru; boire boit but bu; courir court courut couru; craindre craint craignit
        cheval chevaux; journal journaux; oeil yeux; travail travaux; hopital hopitaux
    """,
    short_forms="""
        km kilomètre; kg kilogramme kilo; cm centimètre; mm millimètre; ha hectare; min minute; tél téléphone; bd boulevard
    """,
    times=r"""
        janvier|févr?ier|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundis?
        mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|minuit|midi|aube|hier|aujourd['’]hui
        demain|matin|matinée|soir|soirée|nuits?|semaines?|mois|ans?|années?|décennies?|siècles?|jours?
        journée|heures?|minutes?|[0-9]{1,2}h(?:[0-9]{2})?
    """,
    numbers=r"""
        deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|dizaines?|douzaines?|vingtaine
        centaines?|cents?|mille|milliers?|millions?|milliards?|demie?|moitié|tiers|quart|double|plusieurs
    """,
    parts=r"""
        sections?|articles?|art\.|chapitres?|chap\.|pages?|pp?\.|paragraphes?|par\.|figures?|fig\.|tableaux?|annexes?
        règles?|étapes?|points?|alinéas?|tomes?|vol\.|versions?|n°
    """,
    causes=r"""
        parce|car|puisque|grâce|cause[s]?|causé\w*|raisons?|donc|afin|faute|conséquen\w+|suite|provoqu\w+
        entraîn\w+|éviter|pour|pourquoi|dû|due
    """,
    speech=r"""
        dit|disent|disait|déclar(?:é|e|ent|ait|a)|affirm(?:é|e|ent|ait|a)|annonc(?:é|e|ent|a)
        expliqu(?:é|e|ent|ait|a)|assur(?:é|e|ent|a)|soulign(?:é|e|ent|a)|estim(?:é|e|ent|ait|a)
        ajout(?:é|e|ent|a)|écrit|écrivait|selon|racont(?:é|e|ent|ait|a)|promis|précis(?:é|e|ent|a)|averti
        accus(?:é|e|ent|a)
    """,
    reports=r"""
        (?:dit|dis|déclar|écri|expliqu|affirm|racont|selon|annonc|assur|soulign|estim|ajout|préci|répond|demand|cit|d['’]après)\w*
    """,
    refers_back=r"""
        il|elle|ils|elles|ce|cet|cette|ces|cela|ça|celui-ci|celle-ci|ceux-ci|son|sa|ses|leurs?|mais|et|aussi
        puis|alors|cependant|pourtant|toutefois|or
    """,
    before_places=listed("à au aux en dans de du des près vers depuis hors chez sur sous"),
    months=(
        "janvier janv",
        "février févr fév",
        "mars",
        "avril avr",
        "mai",
        "juin",
        "juillet juil",
        "août",
        "septembre sept",
        "octobre oct",
        "novembre nov",
        "décembre déc",
    ),
    months_too=frozenset(["mars", "sept"]),
    before_dates=r"le|du|au|en|dès|depuis|avant|après|jusqu['’]au|mi|fin|début|et",
    ordinals="er|e",
    days="1er",
    years=r"en|depuis|avant|après|vers|dès|jusqu['’]en|de|entre|et|fin|début|mi|d['’]|à",
    surely_years=r"an|années?|l['’]année|été|hiver|printemps|automne",
    after_years=r"ap(?:rès|\.) J\.?-C\.?|av(?:ant|\.) J\.?-C\.?",
    not_dates=r"versions?|v\.?|adresse ip|ip|section|chapitre|article|n°",
    small_numbers=(
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "",
        "",
        "",
        "vingt",
    ),
    fractions=("moitié demi demie", "tiers", "quart quarts"),
    tens=("vingt", "trente", "quarante", "cinquante", "soixante"),
    scales=("mille milliers", "millions million", "milliards milliard"),
    short_scales="""
        mds milliards
        mio millions
    """,
    glued_scales=("M", "Md Mds"),
    bounds=r"""
        au moins|au plus|au maximum|pas|jusqu'à|jusqu’à|(?:plus|moins) de|environ|près de|quelque|presque|à peu près
        seulement|avant|avant le|après|après le|depuis|depuis le|dès le
    """,
    part_of=r"d['’]entre (?:eux|elles)|de ces|dont|parmi (?:eux|elles|lesquels|lesquelles)|y compris",
)

_ASKING = Asking(
    kinds={
        Asked.NUMBER: r"""
            combien
            quel(?:le)?s? (?:est |était |fut |a été )?(?:\w+ ){0,2}?(?:nombre|montant|pourcentage|part|population|coût|prix|total|taille|chiffre|taux|proportion|salaire|budget|bilan|température|âge|distance|longueur|hauteur|poids|somme|superficie)
        """,
        Asked.TIME: r"""
            quand|depuis quand|jusqu['’](?:à )?quand
            (?:en |à |de |dans )?quel(?:le)?s? (?:\w+ )?(?:années?|dates?|jours?|mois|heures?|époque|siècle|moment|décennie|période|saison)
        """,
        Asked.PLACE: r"""
            où|d['’]où
            (?:dans |en |à |de |sur )?quel(?:le)?s? (?:\w+ )?(?:villes?|pays|régions?|villages?|lieux?|endroits?|province|quartier|rue|place|continent|fleuve|département|bâtiment)
        """,
        Asked.PERSON: r"""
            qui
            quel(?:le)?s? (?:est |était |sont |\w+ )?(?:personnes?|homme|femme|nom|noms|président|présidente|ministre|entreprise|société|organisation|équipe|parti|groupe|auteur|autrice|journal|journaliste|chaîne)
            comment s['’]appel\w+
        """,
        Asked.CAUSE: r"""
            pourquoi|pour quelles? raisons?|à cause de quoi
            qu['’]est-ce qui a (?:causé|provoqué|entraîné)
        """,
        Asked.SPEECH: r"""
            (?:qu['’]|que |qu['’]est-ce que? ?)(?:\w+[ -]){0,5}?(?:dit|dire|disent|déclaré|déclare|affirmé|affirme|annoncé|promis|répondu|expliqué|écrit|demandé)
        """,
        Asked.MANNER: r"comment|de quelle (?:façon|manière)",
        Asked.THING: r"""
            quel(?:le)?s? (?:événement|chose|sorte|type|genre)s?
            qu['’]est-il arrivé|que s['’]est-il passé|^que|quoi|qu['’]est-ce qu[ei']?|quel(?:le)?s?|lesquels|lesquelles|lequel|laquelle
        """,
    },
    yes_no_links="et|mais|alors",
    begins_another=r"""
        est-ce qu[e'’]?|(?:[nl]['’])?(?:y )?\w{1,30}-(?:t-)?(?:ils?|elles?|on|ce)
        (?:l[ea]s? |l['’]|une? |ce(?:tte)? |mon |ma |son |sa |chaque )(?:(?!(?:l[ea]s?|une?|des)\b)(?:d['’]|(?:de|à) la )?[\w-]{1,30} ){1,4}(?:n['’])?\w{1,30}-(?:t-)?(?:il|elle)
    """,
    exists=r"y a(?:vait)?[-\s]t[-\s]il(?: eu)?|il y (?:a|avait|aura)(?: eu)?",
    yes_no_first=r"""
        est-ce qu[e'’]?|est-il|est-elle|sont-ils|sont-elles|a-t-il|a-t-elle|a-t-on|ont-ils|ont-elles
        était-il|était-elle|y a-t-il|peut-on|faut-il|était-ce|est-ce
    """,
    doubts="si|s’il|s'il",
    about_next=r"combien d(?:e|['’])|combien|quel(?:le)?s?|que|quoi",
    begs=r"(?:parlez?|dis|dites|raconte[zr]?|expliquez?)(?:-moi|-nous)(?: plus| un peu)?(?: plus)? (?:de|du|des|d['’]|sur|qui|ce que|quand|où|pourquoi|comment|combien)|une idée (?:de|du|d['’])",
    outcries=r"""
        (?![^?]*\?)(?:quel(?:le)?s? (?:\w+ )?\w+|comme c['’]est \w+)|qui l['’]eût cru|qui aurait (?:cru|pensé)(?: ça| cela)?|ah bon|et alors|à quoi bon|c['’]est vrai ça|qui s['’]en (?:soucie|fiche|moque|fout)|où est la (?:justice|logique)|comme le temps passe|que veux-tu|qu['’]est-ce qu['’]on y peut|où va le monde
        (?![^?]*\?)(?:où va-t-on|combien de fois faut-il [^?]*|comme (?:toujours|d['’]habitude)[^?]*|comment peut-on être [^?]*|quel monde de \w+|qu['’]est-ce qu['’]on (?!sait|dit)\w+|quand est-ce que (?:ça|cela|tout ça) [^?]*(?:fin|cess|arrêt)\w*|comme on dit[^?]*|qui s['’]y [^?]*)
    """,
    speakers=r"je|j['’]\w+|me|m['’]\w+|moi|mon|ma|mes|nous|tu|te|t['’]\w+|toi|ton|tes|vous|vos|votre",
    among_people=r"demain|ce soir|tout à l['’]heure|ce week-end|la semaine prochaine|quelqu['’]un|(?<!['’])on|(?!chez|assez|nez)\w+ez",
    states=r"(?:quoi|qui|où) que|quoi qu['’]|quel(?:le)?s? que soi(?:t|ent)",
    defines=(
        r"(?:qu['’]est-ce que(?: c['’]est que)?|c['’]est quoi|qui (?:est|était|sont|étaient)|que (?:signifie|veut dire)|(?:définis|définition de|définir))",
        r"(?:c['’]est quoi|signifie|veut dire|définition)",
    ),
    introduces=r"(?:est|sont|était|étaient) (?:une?|les?|la|l['’]|des|tout|toute)|désigne|désignent|signifie",
    presents=(r"est|était|s[’']appelle", r"qui|dont|une?|l[’']anci\w+|ancien(?:ne)?|le|la|alors"),
    question_words=r"depuis quand|jusqu['’]à quand|(?:par|avec|pour|à) qui|combien|qui|que|quoi|quand|où|d['’]où|pourquoi|comment|quel(?:le)?s?",
    either="ou",
    links=r"(?:et |mais )?(?:qu['’]en est-il|que dire) (?:de|du|des|d['’])|et pour|et|mais|ou",
    prepositions=r"par|avec|pour|contre|pendant|durant|après|avant|depuis|jusque|entre|sans|selon|lors",
    before_small_places=frozenset(["à", "au", "en", "dans"]),
    verifies=listed(
        "vrai exact exacte correct vraiment citation phrase article articles écrit vérifier vérifie vérifiez"
    ),
    now=r"""
        maintenant|aujourd['’]hui|actuellement|en ce moment|à présent|cette (?:semaine|année)|ce mois-ci|(?:la|le|les) (?:dernière|dernier|dernières|derniers|plus récente?s?)(?= (?:nouvelles?|informations?|chiffres?))|plus récente?s?|jusqu['’]ici
    """,
    someone=listed("quelqu'un"),
    writes=listed("écrit dit rapporté affirmé publié prétendu"),
    worded_filters=WordedFilters(
        language_word="langue",
        in_language=r"en",
        languages="en anglais, ru russe, kk kazakh, de allemand, uk ukrainien, fr français, es espagnol, it italien",
        only=r"seulement|uniquement|rien que|exclusivement",
        sources=r"(?:(?:dans|de|du|par|chez|selon)\s+)?(?:le|la|les)?",
        says=r"(?:selon|d['’]après)(?: le| la| les)?",
        in_articles=r"(?:dans|de|d['’]après|selon) (?:l['’]|cet )\s?article(?: intitulé| sur)?",
        since=r"(?:publiés? )?(?:depuis|à partir de|à partir du)(?: le)?",
        after=r"(?:publiés? )?après(?: le)?",
        until=r"(?:publiés? )?jusqu['’](?:au|à|en)",
        before=r"(?:publiés? )?avant(?: le)?",
    ),
    pointing=PointingWords(
        more=r"(?:et )?(?:montre[- ]moi |donne[- ]moi )?(?:encore |en )?plus(?: de citations)?|encore|quoi d'autre|la suite|(?:les )?(?:autres|suivantes?)",
        source=r"(?:et )?(?:quelle est )?(?:la |ta |sa |les )?sources?|d'où (?:ça vient|vient cela|cela vient|vient ça)|(?:où est-ce |où c'est )écrit|preuve|(?:le )?lien",
        speaker=r"(?:et )?qui (?:a dit|dit|affirme|a écrit|prétend) (?:ça|cela)|qui l'a (?:dit|écrit)|qui le dit",
        before_ordinals=r"le|la|et|montre|moi",
        ordinals=(r"premi(?:er|ère)", r"deuxième|second(?:e)?", r"troisième", r"quatrième", r"cinquième"),
        quotes=r"citation|réponse|numéro|passage",
    ),
    filters={"before": "avant", "after": "après", "source": "source", "lang": "langue"},
)

_MANNERS = Manners(
    greetings=listed("bonjour salut bonsoir coucou cher chers chère dis hello salutations"),
    thanks=listed("merci remercie remerciements cordialement salutations bises bisous bisou adieu bye"),
    pleas=listed("plaît svp stp excusez excuse pardon désolé désolée"),
    urgency=listed("urgent urgence vite"),
    addresses=listed("""
        bot tous toutes monde messieurs mesdames amis équipe madame monsieur copains collègues
    """),
    requests=listed("""
        dire dites dis savoir sait savez sais question questions demander demande expliquer
        expliquez aider aidez aide répondre pouvez peux pourriez voudrais aimerais renseigner
        renseignez renseignement répondez réponds dîtes connaissez connais connaît
        éclairer savez-vous pourrait pourrais
    """),
    wishes=listed("bonne bon"),
    beside=listed("""
        journée soirée matin soir petite rapide beaucoup bien mille avance d'avance déranger dérange
        ok d'accord super parfait sérieux sérieusement vraiment plaisantes plaisantez importe soucie
        bête utile très aidé hein premièrement deuxièmement troisièmement aussi chose gentiment
        rapidement peut-être hasard si possible question stupide idiote brève
    """),
    fillers=listed("ok bon alors donc oh ah hm hmm wow super"),
    asker=listed("je j'ai j'aimerais moi mon ma mes nous"),
    you=listed("tu vous toi te ton votre es êtes quelqu'un va vas allez"),
    about_you=listed("appelles appelez nom faire fait créé humain robot"),
    leaning=listed("il elle ils elles lui leur cela ça ceci là"),
)

_READING = Reading(
    sentences=Sentences(
        leads_on=listed("le la les un une des du de et ou au aux à en dans par pour avec sur que"),
        titles=listed("m mm mme mmes mlle mlles dr drs pr prof me mgr st ste sts stes gén col cdt cap lt"),
        inside=listed("""
            p.ex c.-à-d i.e cf env ex dép av apr j.-c av.j.-c apr.j.-c éd trad coll dir réf angl all lat gr ital esp
            vs id ibid op.cit
        """),
        before_names=listed("bd av fg pl rte imp"),
        numbered=listed("""
            n no nos art al p pp chap ch fig vol t tél tabl sect par ann éd janv févr avr juil sept oct nov déc
        """),
        words_too=phrases("""
            l art, d art, un art, cet art, son art, leur art
        """),
        starters=listed("""
            le la les l un une des du de d ce cet cette ces il elle ils elles on nous vous je tu mais et ou or donc
            ni car à au aux en dans sur sous par pour avec sans chez entre vers contre depuis pendant avant après dès
            selon malgré comme quand lorsque lorsqu si puisque parce que qu qui quoi où pourquoi comment combien quel
            quelle quels quelles alors puis ensuite enfin ainsi aussi cependant toutefois pourtant néanmoins
            aujourd'hui aujourd’hui hier demain ici là maintenant déjà encore toujours jamais souvent parfois bientôt
            son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos personne rien aucun aucune nul tout toute
            tous toutes chaque chacun plusieurs certains certaines quelques autre autres d'autres même ne non oui
            peut-être voilà voici grâce plus moins très seul seule seuls c'est c’est c s'il s’il
        """),
        calendar=listed("""
            janvier février mars avril mai juin juillet août septembre octobre novembre décembre
            janv févr avr juil sept oct nov déc
            lundi mardi mercredi jeudi vendredi samedi dimanche
        """),
    ),
    residue=Residue(
        accounts=r"utilisateur(?: (?:windows|(?:de )?microsoft office))?|administrateur|invité|auteur inconnu",
        labels=r"""
            partager|publicité|(?:photo|source|crédit\w*)s? ?:.*|commentaires.*|accueil|menu|recherche(?:r)?|connexion
            se (?:connecter|déconnecter)|s.(?:inscrire|abonner|identifier)\b.*|mon compte|fermer|annuler|imprimer
            aller au (?:contenu|menu)\b.*|haut de page|retour (?:en haut|à l.accueil|au menu).*|tout accepter|tout refuser
            (?:paramétrer|gérer) (?:les|mes) cookies|accepter(?: et fermer)?|refuser|partager (?:sur|cet|l.article|cette|par)\b.*
            copier le lien.*|envoyer par (?:e-?mail|mail|courriel)|lire (?:la suite|plus|aussi).*|voir (?:plus|aussi|tou[ts]).*
            sommaire|table des matières|mentions légales|politique de confidentialité|plan du site|contact(?:ez-nous)?
            qui sommes-nous.*|newsletters?\b.*|abonne(?:z-vous|ment)\b.*|suivez-nous\b.*|mots[- ]clés ?:?.*|étiquettes? ?:.*
            catégories? ?:.*|(?:photo|image|vidéo) [–—-] .*|(?-i:Par(?: (?:et )?[^\W\d_a-zàâçéèêëîïôùûœ][\w.'’-]+){2,6})|(?:texte|auteure?|propos|vidéo)(?: par|:| :).*
            (?:publié|mis à jour|modifié|posté)(?:e)?(?: le| à|:| :).*|dernière (?:modification|mise à jour)\b.*
            temps de lecture\b.*|\d+ (?:commentaires?|vues|partages|réponses)|page \d+(?: (?:sur|/) \d+)?|page (?:suivante|précédente)
        """,
        boilerplate=r"""
            l['’]article\b.{1,200}\best apparu en premier sur\b
            abonnez-vous\b|inscrivez-vous\b|suivez-nous\b|rejoignez-nous\b|cliquez (?:ici|sur)\b|(?:à )?lire (?:aussi|également)\s*[:»>]
            recevez\b.{0,80}\b(?:newsletter|boîte mail|e-?mail|courriel|lettre d.information)\b
            (?:soutenez|aidez)(?:-nous| notre| nos)\b.{0,80}$|faites un don\b|partagez (?:cet|cette|votre|vos)\b.{0,60}$
            (?:veuillez |merci d.)?activer (?:javascript|les cookies)|votre (?:adresse )?(?:e-?mail|courriel)\b.{0,40}\bne sera pas
            en (?:continuant|cliquant|poursuivant|utilisant)\b.{0,100}\bvous acceptez\b|laissez un commentaire\b
            (?:si vous avez )?(?:vu|repéré|trouvé|remarqué) une (?:erreur|faute|coquille)\b
            cet article est (?:réservé|paru|d.abord)\b.{0,80}$|déjà abonné\b
        """,
        banners=r"""
            .*\btous droits réservés\b|.*\b(?:nous utilisons|notre site|ce site|nos partenaires)\b.{0,80}\bcookies?\b
            .*\bcookies?\b.{0,80}\b(?:navigateur|consentement|confidentialité)\b
            (?:toute )?reproduction\b.{0,60}\b(?:interdite|autorisation)\b
        """,
        makers="(?:propos recueillis|recueilli|traduit|écrit|rédigé|photographié|illustré|réalisé)(?:e|s|es)?(?: (?:de l.anglais|de l.allemand|du russe))? par",
        joins_names=listed("et avec de du des la le à en pour par d l dans"),
        credits="(?:crédits?(?: photos?)?|photos?(?:graphie)?s?|illustrations?|infographie|capture d.écran)",
        agencies="abaca|sipa(?: press)?|maxppp|hans lucas|belga",
        archived="(?:photo|image|vidéo) d.(?:archives?|illustration)",
        sources="source",
        finite_verbs=r"est|sont|était|étaient|ont|avait|avaient|furent|sera|seront|peut|peuvent|doit|déclare|\w{3,}(?:aient|èrent)",
        references=r".*\b(?:consulté|lu en ligne|archivé) (?:le|sur|depuis)\b.*\d.*|.*\(lire en ligne.*\).*",
        notes=r"""
            (?:note|mot) (?:de la rédaction|de l.(?:auteure?|éditeur|éditrice)|du traducteur|de la traductrice)\s*[:.—–(].*
            (?:ndlr|nde|ndt|n\.d\.l\.r\.)\s*[:.—–].*|\W?(?:correction|rectificatif|précision|avertissement|erratum)\s*[:.—–(].*
            cet article (?:est paru|a été (?:publié|traduit|mis à jour|modifié|corrigé)|est une traduction|est extrait)\b.*
        """,
        attributions=r"""
            (?:[^\W\d_]+,\s)?(?:selon|d.après|suivant)\s.*[:,]|(?:du|de la|de l.)\s?(?:journal|revue|agence)\s[^,;]{0,50}:
        """,
        related=r"""
            (?:à )?lire aussi ?:?|(?:à )?lire également ?:?|voir aussi ?:?|sur le même (?:sujet|thème) ?:?|notes et références
            (?:articles?|contenus|sujets) (?:similaires|liés|associés|récents|connexes) ?:?|les plus (?:lus|populaires|partagés)\b.*
            dans la même rubrique ?:?|bibliographie|liens externes|pour aller plus loin ?:?
        """,
        comments="commentaires?",
        commenting=r"(?:laisser|ajouter|écrire|poster|publier) un commentaire.*|réagir.*|\d+ réponses à\b.*",
        author_cards=r"""
            .{3,60}\best (?:une? |la |le )?.{0,60}\b(?:journaliste|correspondante?|rédact(?:eur|rice)|report(?:er|rice)|chroniqueu(?:r|se))\b.*
        """,
        tails=r"(?:lire la suite|en savoir plus|voir plus)\s*[.…»>→]*",
        edit_marks=r"modifier(?: \| modifier le (?:code|wikicode))?",
        date_words=listed("""
            h le de du à au er publié mis jour modifié aujourd hui hier heure heures minute minutes min
            jours semaine semaines mois ans année page lecture temps date
        """),
    ),
    interviews=Interviews(
        you=r"vous|votre|vos|tu|toi",
        prompts=r"""
            (?:[^\W\d_]+, |et |alors )?(?:racontez|décrivez|expliquez|présentez|parlez|dites|citez|donnez|rappelez)\b
            (?:[^\W\d_]+, |et |alors )?(?:raconte|décris|explique|présente|parle)(?:-nous|-moi)\b
        """,
        askers=listed("question q intervieweur intervieweuse animateur animatrice journaliste"),
        answerers=listed("réponse r"),
    ),
)

LANGUAGE = KnownLanguage(
    code="fr", name="Français", words=_WORDS, asking=_ASKING, manners=_MANNERS, reading=_READING
)
