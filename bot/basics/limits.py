"""Every size, count and time that protects somebody, once, with its unit and its reason.

What Telegram sets is in ``bot.chat.wire.telegram``; what was measured for quality, and what only shapes how
something looks, stays beside what it shapes.
"""

from dataclasses import dataclass, replace

HOUR = 3600
DAY = 24 * HOUR
"""Seconds, as is the other."""
MEGABYTE = 1_000_000
"""Bytes, as files' sizes are given to people."""


@dataclass(frozen=True, slots=True)
class FileLimits:
    """How much of one file is read: what is larger is refused with a reason, so that others can be read."""

    one: int = 20 * MEGABYTE
    """Bytes of a file with one article, and of any part that is unpacked: Telegram hands bots no larger."""
    many: int = 100 * MEGABYTE
    """Bytes of a file with many articles, of which only one is held at a time."""
    unpacked: int = 100 * MEGABYTE
    """Bytes that one archive may unpack to: a small one can hold a thousand times its size."""
    parts: int = 40 * MEGABYTE
    """Bytes of all parts of a Word document, counted while they are unpacked."""
    step: int = 1 << 16
    """Bytes that are unpacked at a time: no step may yield more than it was asked for."""
    members: int = 5_000
    """Parts of one archive: each costs a seek, and a book has some hundreds."""
    nested: int = 2
    """Archives within archives: some tools pack parts, and all parts once more."""
    characters: int = 5_000_000
    """Characters of an article, and bytes of a feed, whose parser builds all at once: about ten novels."""
    lines: int = 200_000
    """Lines of an article: cleaning takes up to 0.1 ms for each."""
    marks: int = 30
    """Combining marks that one letter may carry (the Stream-Safe Text Format, UAX 15)."""
    guessed: int = 100_000
    """Bytes that are looked at to guess an encoding; more do not change the guess."""
    header: int = 1_000_000
    """Characters of a header or a list of synonyms: its parser holds fifty times as much."""
    toml: int = 100_000
    """Characters of a header in TOML, whose parser is slow."""
    keys: int = 100
    """Keys of a header; a dozen are known."""
    key: int = 40
    """Characters of a key that are shown and compared: comparing takes time quadratic in its length."""
    header_problems: int = 20
    """Problems of one header that are told."""
    problems: int = 100
    """Problems of one file that are told: nobody reads more."""
    refused: int = 1_000
    """Articles of one file that are refused before the rest is, if more were refused than read."""
    depth: int = 8
    """Mappings and lists inside of each other: those of other tools have four, and each level is a call."""
    mail_field: int = 10_000
    """Characters of a field of a message that is read, such as its subject: in time quadratic in them."""
    field: int = 1_000
    """Characters of a header's field: a title is shown with every quote."""
    synonym: int = 100
    """Characters of a name in the list of synonyms: it is a word or some, no text."""
    name: int = 80
    """Characters of the name under which an added file is kept."""
    name_bytes: int = 200
    """Bytes of it: file systems take 255, and an ending and a number follow."""
    residue: int = 1_000
    """Characters of a line that is compared with patterns of residue: longer ones are prose."""


@dataclass(frozen=True, slots=True)
class PageLimits:
    """How much of a web page or a PDF is read, whose readers may need far more time than their size tells."""

    elements: int = 100_000
    """Elements of a web page: each becomes an object of about 1 kB."""
    attributes: int = 1_000
    """Attributes of one element: building the tree takes time quadratic in their number."""
    all_attributes: int = 300_000
    """Attributes of all elements of a page."""
    metadata: int = 200_000
    """Characters of all JSON-LD of a page that are looked at."""
    broken_metadata: int = 5_000
    """Characters of JSON-LD that is no JSON: it is searched in time quadratic in its length."""
    nested_paragraphs: int = 1_000
    """Paragraphs inside of others, which HTML forbids: joining them takes time quadratic in their text."""
    property: int = 10_000
    """Characters of a property in a page's head: trafilatura looks at it in time quadratic in them."""
    feed_head: int = 20_000
    """Bytes of a feed in front of its first element: feedparser takes time quadratic in their number."""
    feed_tags: int = 250_000
    """Tags of a feed, of which a broken one takes 0.01 ms for each."""
    feed_work: int = 100_000_000
    """Sum of the squares of the attributes of a feed's elements, as reading them takes time."""
    docx_tags: int = 1_000_000
    """Tags of all parts of a Word document: python-docx builds them as trees before the first paragraph."""
    book_tags: int = 600_000
    """Tags of all chapters of a book: about five Bibles with a tag a verse, read in 10 s."""
    package_tags: int = 50_000
    """Tags of a file that only describes the book; every file in it is named once or twice."""
    restructured_lines: int = 20_000
    """Lines of a .rst, of which docutils makes objects of up to 0.1 ms and 7 kB each; manuals have 10,000."""
    rtf_depth: int = 500
    """Groups inside of each other in a rich text: what holds in each is kept until it ends."""
    pages: int = 2_000
    """Pages of a PDF; a thick book has half as many."""
    seconds: int = 60
    """Seconds of CPU time for the largest PDF; a small one that needs as much was made to."""
    least_seconds: int = 5
    """Seconds of CPU time for every PDF."""
    seconds_a_megabyte: int = 10
    """Seconds of CPU time on top of that: the text of a book takes about 2."""
    recovered: int = 1_000_000
    """Bytes of a broken stream of a PDF that are searched for what can be read."""
    operations: int = 500_000
    """Steps of the drawing of one page of a PDF."""
    forms: int = 500
    """Forms within forms that one page of a PDF draws."""
    recognising: int = 40
    """Seconds of the clock for all pictures of a PDF, some ten pages; less than a child may be silent."""
    pixels: int = 40_000_000
    """Points of a picture in which text is looked for; a page scanned at 600 dpi has 35 million."""


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What a child process may take that parses files with libraries of others."""

    seconds: int = 20
    """Seconds of the processor for every file; the costliest within all other limits takes 5."""
    seconds_a_megabyte: int = 6
    """Seconds of the processor on top, for its size."""
    silence: int = 30
    """Seconds of the wall's clock, on top of those of the processor, without an article: the child hangs."""
    address_space: int = 3 << 30
    """Bytes that it may map; its libraries alone map half of one GiB."""
    text_here: int = 100_000
    """Bytes of Markdown or of a text that is read without one; of marks alone that takes a second."""
    open_files: int = 64
    """It opens its libraries, and nothing else."""
    written: int = 80 * MEGABYTE
    """Bytes of a file that it writes: the package that tells languages unpacks its model (68 MB) into one."""
    frame: int = 60 * MEGABYTE
    """Bytes of one answer: the longest article, in a script of three bytes a letter, and its JSON."""
    trace: int = 4_000
    """Characters of its traceback that are logged."""
    idle: float = 30.0
    """Seconds after which it ends if it got no file."""
    files: int = 1_000
    """Files that it reads before another takes its place: libraries remember things."""


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What a process that answers may take."""

    most: int = 64
    """Processes; each takes some tens of megabytes, and is worth one core."""
    tries: int = 2
    """Processes that one question may end before nobody thinks about it any more."""
    seconds: float = 60.0
    """Until it has answered, its start and opening an edition included: it hangs."""
    reply: int = 8 * MEGABYTE
    """Bytes of a reply: places, and the words that are claimed to stand there."""


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How long an address may keep a maintainer waiting."""

    seconds: float = 30.0
    """Seconds, redirects included."""
    redirects: int = 5
    """Addresses that lead on to another: browsers give up at 20, pages need two."""
    between: float = 1.0
    """Seconds between two requests of ours to one host, where nobody waits for the page."""
    patience: float = 60.0
    """Seconds that a request waits for its turn; a host that wants more is asked another time."""
    later: float = 3600.0
    """Seconds after which a page is tried again whose server fails or wants to be left alone."""
    hosts: int = 4
    """Hosts that are asked at the same time: one that is slow keeps few others waiting."""
    site_maps: int = 20
    """Site maps that a list of site maps may name: each is a request."""
    listed: int = 5_000
    """Pages that one list may name: a maintainer looks at what is new."""
    robots: int = 500_000
    """Bytes of a robots.txt that are read, as RFC 9309 asks for at least."""


@dataclass(frozen=True, slots=True)
class EditionLimits:
    """What is kept of the articles beside the articles themselves."""

    kept: int = 10
    """Editions that ``/rollback`` and old answers can reach; files that did not change are kept once."""
    read_here: int = MEGABYTE
    """Bytes of a folder that is read in the process that serves; a child, which reads larger ones, takes half
    a second of the processor to start."""
    read_alone: int = 10 * MEGABYTE
    """Bytes of a folder that the child reads by itself; a process for each core costs 2 s to start."""
    read_whole: int = MEGABYTE
    """Bytes of a file that one of the processes that read is given; of a larger one they get the articles."""
    read_ahead: int = 64
    """Rows or files that are given to the processes that read before the first of them is done."""
    loading_niceness: int = 10
    """How far such a child stands back: of a processor that others want too, it gets a tenth."""
    still_seconds: float = 2.0
    """Seconds that files have to stand still before a watched folder is read: copying takes a while."""
    worth_keeping: float = 0.1
    """Seconds that reading a folder took, from which on the next call of a command gets what was read."""
    settled: float = 2.0
    """Seconds in which a file may change twice with one time stamp, as on FAT."""
    remembered: int = 8
    """Files that stay in the cache of commands, up to two a folder: those that were used last."""
    free: int = 500 * MEGABYTE
    """Bytes of a disk that should be free: a reload writes changed files once more before it drops any."""
    left: int = 64 * MEGABYTE
    """Bytes of what an edition had read of articles that changed since, with their places: 20 MB of text."""
    past_files: int = 500
    """Files that have changed since, of which the text of an old quote is looked for: 30 s of small pages."""
    report: int = 1 << 20
    """Bytes of a line on the control socket: a whole report of a reload."""


@dataclass(frozen=True, slots=True)
class TextLimits:
    """How much of a text is read, or quoted, as one, in characters: longer texts cost more than they tell."""

    word: int = 40
    """What is longer is no word that anybody asks for, and is read as several."""
    sentence: int = 2_000
    """What is longer is no sentence, and is cut into pieces that can be read."""
    unended: int = 500
    """The same for what does not end as a sentence does, such as the transcript of a talk."""
    clause: int = 150
    """Of a piece in a script that ends no sentence by a sign (Thai, Lao): two or three lines of a phone."""
    piece: int = 300
    """The longest of such pieces."""
    joined: int = 350
    """Sentences are joined up to here until their quotation marks balance: as far as a quote of two goes."""
    passage_sentences: int = 100
    """Sentences of a passage; only what has hardly any words, such as rows of dots, comes near."""
    lead_in: int = 300
    """What is longer is no line that leads to another."""
    quote: int = 350
    """A quote of two sentences, which is read at a glance; a single sentence may be longer."""
    spoken: int = 700
    """A quote that begins where somebody's speech does, since its answer lies deep inside."""
    link: int = 3_000
    """An address that names a quote; where it takes more, the link leads to the article as a whole."""


@dataclass(frozen=True, slots=True)
class AskingLimits:
    """How much may be asked; the allowances hold for any 60 seconds."""

    question: int = 4096
    """Characters of a question: all of a message of Telegram, for it may be a quotation to look up."""
    claims: int = 12
    """Sentences of a message passed on that are looked up, each by itself."""
    searched: int = 400
    """Characters of it that are searched if it is no quotation; what follows is ignored, but for filters."""
    beside: int = 200
    """Characters of what stands beside a question that help to find it: each of its questions costs them."""
    heard: int = 400
    """Characters at either end of a message in which talk is told from questions; all between is one text."""
    gaps: int = 2_000
    """Questions that nobody could answer that a report groups: each is compared with those before it."""
    grouped: int = 200
    """Characters of a question by which it is grouped with others that nobody could answer."""
    message: int = 8_000
    """Characters that are read of what is asked anywhere, with its filters: more than any chat sends."""
    phrases: int = 8
    """Phrases in quotation marks that an answer must have; each is looked for in every passage."""
    clauses: int = 32
    """Clauses of a message that are told apart: who asks more is not asking."""
    questions: int = 3
    """Questions of one message that are answered; each costs as much as a message of its own."""
    quotes_found: int = 5
    """Quotes that an answer has; those that are not shown at first are a button away."""
    user_a_minute: int = 12
    """Questions of one person: reading an answer takes longer than five seconds."""
    chat_a_minute: int = 20
    """Questions in one group: Telegram lets a bot send about as many messages to one."""
    presses_a_minute: int = 30
    """Buttons that one person presses: each costs the chat one of the messages Telegram allows it."""
    inline_a_minute: int = 40
    """Inline queries of one person: typing a question sends one every second or two."""
    web_a_minute: int = 60
    """Questions from one address on the page: some people may share one, programs ask one a second."""
    anonymous_a_minute: int = 3
    """Commands for maintainers that anonymous writers of one group give: each is answered with a button."""
    requests_an_hour: int = 20
    """Requests to be let in that maintainers get of all strangers together: each is a message to each."""
    handed_a_day: int = 3
    """Questions of one person that are handed over to maintainers, who have to think about each."""
    keys: int = 10_000
    """People or chats that an allowance remembers before it looks for those who ask no more."""
    follow_up_seconds: int = 600
    """In a private chat "and in Tarn?" leans on the last question for so long; in a reply always."""
    quotes: int = 3
    """Quotes that an answer shows at first, and the most that a group may choose."""
    corrections_a_minute: int = 20
    """Corrections of quotes that one chat is told of: Telegram lets a bot send about as many to a group."""
    reports_a_minute: int = 5
    """Reports of trouble to the operators: one error tends to come many times."""
    troubles_a_minute: int = 1
    """Words of trouble that one chat gets: where nothing works, saying so once is enough."""


@dataclass(frozen=True, slots=True)
class LookingLimits:
    """How much of an edition one question looks at, besides ranking it: each is work, and others wait."""

    words: int = 30
    """Words of a question that are joined, taken apart, or read as an abbreviation; few have more."""
    joined: int = 8
    """The same that are joined in pairs without looking whether the articles have them."""
    days: int = 3
    """Days in figures that a question is taken to tell; what has more is no question."""
    passages: int = 20
    """Passages that are looked at for one such word or day; the first that has it tends to explain it."""
    compounds: int = 200
    """Words with one beginning that are looked at for a compound."""
    introducing: int = 256
    """Passages that are looked at for one that introduces what a question asks about."""
    other_forms: int = 2048
    """Passages that are looked at for a phrase whose words stand there in other forms."""


@dataclass(frozen=True, slots=True)
class MeaningLimits:
    """What encoding sentences may cost, and how long it is waited for."""

    batch: int = 32
    """Texts encoded and kept at once: what a kill may lose, and how soon a stop is heard (about a second)."""
    tables: int = 4
    """Tables of editions that stay: what serves, what served before, two other folders of a user's cache."""
    at_once: int = 1_000
    """New sentences that a single question waits for: half a minute on two cores, once."""
    a_call: int = 300
    """Those that are encoded by each single question to a larger folder: about 10 seconds."""
    hopeless: int = 10_000
    """New sentences of a folder in which a single question encodes none: thirty would not be enough."""
    looked_at: int = 64
    """Passages of a folder by which is guessed how many sentences are new: each costs a look into a file."""
    waited_at_most: float = 45.0
    """Seconds that a single question waits for sentences to be encoded, whatever else the machine does."""
    question_seconds: float = 3.0
    """How long an answer waits for a server of embeddings before it goes on by words."""
    batch_seconds: float = 60.0
    """How long a batch of sentences may take there: a server without an accelerator needs some."""
    tries: int = 3
    """Times that a batch is sent there; a question is sent once."""
    rest: float = 30.0
    """Seconds after a failure in which no question is sent: answers do not wait for a server that is down."""
    unused_days: int = 90
    """After so long a vector is forgotten that no edition had."""
    writer_seconds: float = 10.0
    """Seconds that a process waits for another one that writes vectors."""


@dataclass(frozen=True, slots=True)
class KeepingLimits:
    """How much one person may leave with the bot."""

    bookmarks: int = 500
    """Saved quotes: a bibliography for a book, and small enough to be proven again within a second."""
    bookmarks_shown: int = 3
    """Saved quotes on a page of the list, as many as an answer has."""
    wishes: int = 10
    """Questions of which one person waits for an answer: each is asked anew whenever articles change."""
    allowed: int = 10_000
    """People and chats of whom maintainers decided whether they are served: more are a school, not a list."""
    offered_at_once: int = 8
    """Pages of lists that a maintainer is offered in one message: as many numbers stand in one row."""
    listed_days: int = 90
    """Days after which a page that a list names no more is forgotten: feeds flicker."""
    told_at_once: int = 10
    """Findings that a maintainer is told at a time: each is a message."""
    all_wishes: int = 5_000
    """The same of all people together: a minute or two of the processor, in turn with other questions."""


@dataclass(frozen=True, slots=True)
class WaitingLimits:
    """How long something is waited for, in seconds, and how much may wait."""

    inline: float = 2.0
    """An inline query: whoever types has typed on."""
    inline_at_once: int = 100
    """Inline queries that wait for that long; further ones are let go, for they would be too late."""
    inline_repeated: int = 30
    """Telegram may repeat inline results for so long: it cannot be told of a reload."""
    unserved_repeated: int = 300
    """The same of the word to somebody who is not served that there are none."""
    typing: float = 1.0
    """An answer, before its chat is shown that one is being made."""
    rights: float = 5.0
    """Telegram's word on what somebody may do: a press has to be answered soon."""
    rights_kept: float = 300.0
    """That word is good for so long; a changed right of the bot's own chats is heard of at once."""
    rights_chats: int = 1_000
    """Groups whose administrators are remembered."""
    callback: float = 0.02
    """What one callback may take of the event loop, in time of its processor: everybody waits meanwhile."""
    switch: float = 0.0005
    """The interpreter, while a thread computes: a question wants it a dozen times, else for 5 ms each."""
    call: float = 60.0
    """A chat's limit, or the network, before a call is given up."""
    flood: float = 3600.0
    """A chat that Telegram shuts for longer gets no answer: whoever asked has gone."""
    late: int = 1_000
    """Answers that wait for their chats: each is a page of some kilobytes."""
    poll: float = 10.0
    """What the network may add to the time that a poll is held open."""
    encoding: float = 2.0
    """Between two looks whether something new serves whose sentences are to be encoded."""
    encoder_failed: float = 300.0
    """After an encoder failed, before it is tried again."""
    last_batch: float = 3.0
    """At the end, for the sentences that are being encoded: the packaged encoder needs no longer for some."""
    wishes: float = 1.0
    """Between two looks whether other articles serve, or a wish has come that they may answer."""
    offers: tuple[float, ...] = (0.0, 1.0, 5.0, 30.0, 120.0)
    """Before each try to offer an answer: the network that lost it may be away for longer."""
    cut_off: float = 300.0
    """Telegram is out of reach: before what could be neither sent nor offered is tried again."""
    owed: float = DAY
    """What could not be sent, from its question on: then its words are forgotten, and who asked is gone."""
    silence: float = 120.0
    """Without an answer to a poll, after which the bot counts as cut off."""
    last_poll: float = 2.0
    """The last poll, which only tells Telegram sooner what was received."""
    logged_progress: float = 10.0
    """Between two lines of the log that tell how far something long is."""
    stop: float = 6.0
    """Running work at the end; what is cut short comes again at the next start."""
    conflict: float = 30.0
    """Another process that polls with the same token, before this one gives up if it has just come; up to
    twice as long, by chance, so that of two that came together one stays."""
    conflict_each: float = 9.0
    """As much longer for each second that this one had polled alone, so that it stays and the other goes."""
    conflict_over: float = 60.0
    """Without another one's polls, between which up to half as long may pass, before they are new trouble."""
    reminder: float = 60.0
    """Between two lines of the log about a trouble that goes on."""
    rounds: float = 60.0
    """Between two looks whether the page of an article is due: the shortest time between two is an hour."""
    notices: float = 20.0
    """Between two looks whether a maintainer is to be told something: a report comes in its minute."""
    corrections: float = 2.0
    """Between two looks whether somebody is to be told of a correction."""
    between_corrections: float = 0.1
    """Between two chats that are told: each takes two calls, and Telegram allows a bot about 30 a second."""
    updates: float = 3 * DAY
    """An update's id is remembered: Telegram repeats one for 24 hours (getUpdates), and clocks differ."""
    unfinished: float = 60.0
    """A file that is being written, before it counts as left by a death: the longest takes a second."""
    purge: float = 3600.0
    """Between two deletions of what is too old."""
    progress: float = 3.0
    """Between two words on how far a reload is: Telegram allows a chat few edits."""
    shell_progress: float = 0.2
    """The same in a shell, which has no such limit."""
    other_poller: float = 3.0
    """A poll that another process with the same token would end: it polls again within a second or two."""
    connections: int = 64
    """Calls of the Bot API at once; further ones wait for one of these."""
    deeds: int = 30
    """Buttons of maintainers that wait to be pressed; then the oldest is given up."""
    previews: int = 30
    """Uploads that wait to be confirmed, with their files in memory."""


@dataclass(frozen=True, slots=True)
class ServerLimits:
    """What the bot's own HTTP servers take from whoever comes."""

    update: int = MEGABYTE
    """Bytes of an update: several times the largest that was seen."""
    passed_over: int = 50 * MEGABYTE
    """Bytes of a longer one of Telegram's that are read and dropped, for it would be sent again and again."""
    head: int = 16_384
    """Bytes of a request's first line and headers, and of a body where none is due."""
    body_seconds: float = 10.0
    """From the headers to the end of the body."""
    idle_seconds: float = 75.0
    """Until the headers are there, and between two requests: proxies keep connections for a minute."""
    asked: int = 100_000
    """Bytes of a request to the page with a question or a quotation in it, several times the longest one."""
    page_seconds: float = 10.0
    """Until the headers of a request to the page are there, and between two requests of one client."""
    connections: int = 1_000
    """Connections to the page at once."""
    connections_of_one: int = 100
    """The same of one address: browsers open six, and some people share an address."""
    waiting: int = 50
    """Questions on the page that wait for their turn; others are asked to come again."""
    busy_seconds: int = 5
    """After this, who was told that many wait may come again."""
    ranges: int = 20
    """Languages or kinds of page that a request prefers; browsers name up to ten."""
    logins_a_minute: int = 5
    """Tokens of maintainers that one address may try; all together may try ten times as many."""
    session_seconds: float = 12 * 3600.0
    """After its last request, a maintainer's session on the page is over."""
    sessions: int = 100
    """Sessions of maintainers at once; then the oldest is over."""
    deeds: int = 30
    """Uploads that wait to be confirmed, and deeds whose outcome the page still shows."""
    upload_seconds: float = 300.0
    """From the headers of an upload to its end."""
    refusals_a_minute: int = 1
    """Lines of the log on refused requests, however many there are."""


@dataclass(frozen=True, slots=True)
class IndexLimits:
    """What a shared index takes, and how long."""

    tries: int = 3
    """Nodes that are asked before a question is told that nothing can be looked up."""
    dead_seconds: float = 5.0
    """A node that did not answer is not asked first for so long."""
    look_seconds: float = 10.0
    """Between two looks whether a newer edition is there, or the index is back."""
    seconds_to_write: float = 120.0
    """Until a node has taken some megabytes of documents, or merged what it has."""
    bulk: int = 8 * MEGABYTE
    """Bytes of documents that are sent at once; a cluster takes a hundred megabytes."""
    piece: int = 4 * MEGABYTE
    """Bytes of an edition's statistics in one document."""
    page: int = 256
    """Passages that are asked for at first, by place and score alone: seldom are more needed."""
    weighed: int = 96
    """Passages whose terms are fetched at first: six times those whose sentences are candidates."""
    largest_page: int = 8_000
    """The same at most; a cluster gives 10,000 at once."""
    together: int = 16
    """Articles that are fetched at once, as soon as one of those a question found is needed."""
    ids: int = 30_000
    """Articles that one condition of a search names; a cluster takes 65,536."""
    fetched: int = 2_000
    """Articles that stay in memory: about a hundred questions' worth."""
    passages: int = 1 << 14
    """Passages whose terms stay in memory, some kilobytes each."""
    sampled: int = 100
    """Articles of a new index that are read back and compared before it serves."""


@dataclass(frozen=True, slots=True)
class CacheLimits:
    """How many results are remembered, which only saves time."""

    words: int = 1 << 17
    """Words' stems and what they are evidence of."""
    vectors: int = 1 << 16
    """Words' vectors, about 64 MB when full."""
    related: int = 1 << 13
    """Words of questions with their neighbours in meaning: each costs a product with all vectors."""
    looked_up: int = 1 << 13
    """Words that were looked up in an edition's dictionaries, a megabyte each when full."""
    sentences: int = 1 << 13
    """Sentences of candidates as the features read them."""
    lines: int = 1 << 10
    """Lines as residue or none, of up to a kilobyte: those around a text stand in it and in others again."""
    sketched: int = 1 << 16
    """Runs of words as the search for copies counts them."""
    questions: int = 32
    """Questions whose language was told: each is asked for it by all that reads dates, amounts and kinds."""
    sites: int = 100
    """Sites whose robots.txt is kept in memory for a day: one of the longest takes some 10 MB."""
    scopes: int = 8
    """Parts of the articles that chats see, each an edition of its own in memory."""
    filters: int = 256
    """Filters with the passages they leave."""
    articles: int = 32
    """Long articles whose shape was read: a reload reads each some times in a row."""
    past: int = 32
    """Files of kept editions that were read to tell what has changed since: some articles' worth of text."""
    replies: int = 256
    """Replies of the edition that serves, for questions that a page is asked again: with each some quotes."""
    fragments: int = 64
    """Articles whose words were placed for links to a quote."""


@dataclass(slots=True)
class Limits:
    """All of them. What those who run it have chosen is set once, by ``choose``, before anything is read."""

    files: FileLimits = FileLimits()
    pages: PageLimits = PageLimits()
    children: ChildLimits = ChildLimits()
    workers: WorkerLimits = WorkerLimits()
    fetching: FetchLimits = FetchLimits()
    editions: EditionLimits = EditionLimits()
    texts: TextLimits = TextLimits()
    asking: AskingLimits = AskingLimits()
    looking: LookingLimits = LookingLimits()
    meaning: MeaningLimits = MeaningLimits()
    keeping: KeepingLimits = KeepingLimits()
    waiting: WaitingLimits = WaitingLimits()
    servers: ServerLimits = ServerLimits()
    index: IndexLimits = IndexLimits()
    caches: CacheLimits = CacheLimits()


LIMITS = Limits()
"""The limits that hold where no setting says otherwise."""


def choose(largest: int, fetching: float, parsing: int) -> None:
    """Let these hold in this process: bytes of a file with one article, seconds of fetching, of parsing."""
    LIMITS.files = replace(LIMITS.files, one=largest)
    LIMITS.fetching = replace(LIMITS.fetching, seconds=fetching)
    LIMITS.children = replace(LIMITS.children, seconds=parsing)
