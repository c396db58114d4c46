"""English forms that no stemmer joins: people ask "what did they pay?", articles write that they paid.

Forms that are mostly another word are left out: bit, bore, born, bound, ground, lay, wound.
"""

_FORMS = """
    arise arose arisen; awake awoke awoken; beat beaten; become became; begin began begun; bend bent
    bite bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built
    burn burnt; buy bought; catch caught; child children; choose chose chosen; come came; creep crept
    deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven
    eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled
    fly flew flown; foot feet; forbid forbade forbidden; foresee foresaw foreseen
    forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; give gave given
    go went gone; grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept
    know knew known; lead led; leap leapt; learn learnt; leave left; lend lent; light lit; lose lost
    make made; man men; mean meant; meet met; mislead misled; mistake mistook mistaken
    overcome overcame; overtake overtook overtaken; overthrow overthrew overthrown; pay paid
    policeman policemen; policewoman policewomen; prove proven; rebuild rebuilt; ride rode ridden
    ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent
    serviceman servicemen; shake shook shaken; shoot shot; show shown; shrink shrank shrunk
    sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; spend spent
    spin spun; spring sprang sprung; stand stood; steal stole stolen; stick stuck
    strike struck stricken; swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken
    teach taught; tear tore torn; think thought; throw threw thrown; tooth teeth; understand understood
    undertake undertook undertaken; uphold upheld; wake woke woken; wear wore worn; weep wept; win won
    withdraw withdrew withdrawn; withhold withheld; woman women; write wrote written
"""

IRREGULAR = {
    form: base
    for base, *forms in map(str.split, filter(str.strip, _FORMS.replace("\n", ";").split(";")))
    for form in forms
}
"""Form → the word that it is a form of, both folded."""
