"""The tables, as numbered migrations: the n-th script leads from ``user_version`` n - 1 to n.

A script that was released is never changed; a change is a new script. Times are seconds since 1970.
"""

MIGRATIONS = (
    """
    CREATE TABLE updates (
        bot_id INTEGER NOT NULL,
        update_id INTEGER NOT NULL,
        received_at REAL NOT NULL,
        body TEXT, -- as Telegram sent it, only until it is handled
        PRIMARY KEY (bot_id, update_id)
    ) WITHOUT ROWID;

    CREATE TABLE answers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        chat_id INTEGER NOT NULL,
        question_message INTEGER NOT NULL,
        answer_message INTEGER, -- empty until Telegram has confirmed it
        asker_id INTEGER,
        given_at REAL NOT NULL,
        edition TEXT NOT NULL,
        question TEXT, -- emptied after a while
        reason TEXT NOT NULL, -- why there was no answer, '' where there was one
        claims TEXT NOT NULL, -- JSON: [[article, revision, start, end, text], ...]
        UNIQUE (chat_id, question_message)
    );
    CREATE INDEX answers_by_asker ON answers (asker_id);
    CREATE INDEX answers_by_time ON answers (given_at);

    CREATE TABLE feedback (
        answer_id INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        useful INTEGER NOT NULL,
        given_at REAL NOT NULL,
        PRIMARY KEY (answer_id, user_id)
    ) WITHOUT ROWID;

    CREATE TABLE chats (
        chat_id INTEGER PRIMARY KEY,
        active INTEGER NOT NULL DEFAULT 1,
        language TEXT NOT NULL DEFAULT '',
        quotes INTEGER NOT NULL DEFAULT 1,
        mentions INTEGER NOT NULL DEFAULT 1,
        quiet INTEGER NOT NULL DEFAULT 0
    );

    CREATE TABLE history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        done_at REAL NOT NULL,
        actor_id INTEGER,
        deed TEXT NOT NULL,
        details TEXT NOT NULL,
        from_edition TEXT NOT NULL,
        to_edition TEXT NOT NULL
    )
    """,
    """
    ALTER TABLE answers ADD COLUMN hedged INTEGER NOT NULL DEFAULT 0; -- 1: the closest passages only
    CREATE INDEX answers_by_message ON answers (chat_id, answer_message)
    """,
    """
    ALTER TABLE answers ADD COLUMN told TEXT NOT NULL DEFAULT '{}'; -- JSON: what stands beside the quotes
    UPDATE answers SET told = '{"hedged": true}' WHERE hedged;
    ALTER TABLE answers DROP COLUMN hedged
    """,
    """
    -- told: whether a private chat has heard what is read there
    ALTER TABLE chats ADD COLUMN told INTEGER NOT NULL DEFAULT 0
    """,
    """
    CREATE TABLE bookmarks ( -- quotes that people saved, as claims
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id INTEGER NOT NULL,
        saved_at REAL NOT NULL,
        article TEXT NOT NULL,
        revision TEXT NOT NULL,
        first INTEGER NOT NULL,
        past INTEGER NOT NULL,
        words TEXT NOT NULL,
        UNIQUE (user_id, article, revision, first, past)
    )
    """,
    """
    CREATE TABLE wishes ( -- questions that were refused, and who wants to be told of an answer
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id INTEGER NOT NULL,
        asked_in INTEGER NOT NULL,
        question_message INTEGER NOT NULL,
        tell_in INTEGER NOT NULL,
        reply_to INTEGER NOT NULL,
        thread INTEGER NOT NULL,
        language TEXT NOT NULL,
        question TEXT NOT NULL,
        wished_at REAL NOT NULL,
        UNIQUE (user_id, asked_in, question_message)
    );
    CREATE TABLE owed ( -- answers that are still to be sent
        answer_id INTEGER PRIMARY KEY,
        chat_id INTEGER NOT NULL,
        reply_to INTEGER NOT NULL,
        thread INTEGER NOT NULL,
        language TEXT NOT NULL,
        quiet INTEGER NOT NULL,
        due_at REAL NOT NULL,
        begun INTEGER NOT NULL -- 1: nobody knows whether it has arrived
    );
    CREATE TRIGGER owed_no_longer AFTER DELETE ON answers
    BEGIN DELETE FROM owed WHERE answer_id = OLD.id; END
    """,
    """
    ALTER TABLE answers ADD COLUMN language TEXT NOT NULL DEFAULT ''; -- in which it was answered
    CREATE TABLE corrections ( -- which chats are told, once, that a quote has changed
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        chat_id INTEGER NOT NULL,
        answer_message INTEGER, -- that showed the quote
        language TEXT NOT NULL,
        claim TEXT NOT NULL, -- JSON: [article, revision, start, end, text]
        edition TEXT NOT NULL, -- that changes it
        decided_at REAL NOT NULL,
        state INTEGER NOT NULL DEFAULT 0,
        announced INTEGER, -- the message that is to show it
        UNIQUE (chat_id, claim)
    );
    CREATE INDEX corrections_by_state ON corrections (state)
    """,
    """
    CREATE TABLE allowed ( -- what maintainers decided of a person or a chat; 0 stands for everybody
        id INTEGER PRIMARY KEY,
        may INTEGER NOT NULL
    );
    CREATE TABLE guests ( -- chats that are not served and were told so
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        chat_id INTEGER NOT NULL UNIQUE,
        told_at REAL NOT NULL,
        language TEXT, -- empty until they ask to be let in
        decided INTEGER NOT NULL DEFAULT 0
    )
    """,
    """
    CREATE TABLE keepers ( -- maintainers: when they want to be told what
        user_id INTEGER PRIMARY KEY,
        language TEXT NOT NULL DEFAULT '',
        daily INTEGER, -- minute of the day
        quiet TEXT NOT NULL DEFAULT '', -- 22:00-07:00, off; '' as the settings say
        zone TEXT NOT NULL DEFAULT '',
        told_at REAL NOT NULL DEFAULT 0, -- up to when the last report told
        seen INTEGER NOT NULL DEFAULT 0 -- the last finding that they were told of
    )
    """,
    """
    CREATE TABLE addresses ( -- that are fetched again
        url TEXT PRIMARY KEY,
        due_at REAL NOT NULL,
        etag TEXT NOT NULL,
        modified TEXT NOT NULL,
        revision TEXT NOT NULL, -- of the text of which maintainers know
        state TEXT NOT NULL -- what they were told last
    ) WITHOUT ROWID;
    CREATE TABLE findings ( -- what waits for maintainers to decide, or to be told
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind INTEGER NOT NULL,
        article TEXT NOT NULL,
        url TEXT NOT NULL,
        about TEXT NOT NULL,
        name TEXT NOT NULL,
        data BLOB NOT NULL, -- the page, as it came
        found_at REAL NOT NULL,
        UNIQUE (url, kind)
    )
    """,
    """
    CREATE TABLE scopes ( -- the folders of articles that a chat sees; a person cannot delete it
        chat_id INTEGER PRIMARY KEY,
        folders TEXT NOT NULL -- with commas between, '' for all
    );
    -- scope: in which it was given, as in folders
    ALTER TABLE answers ADD COLUMN scope TEXT NOT NULL DEFAULT ''
    """,
    """
    CREATE TABLE followed ( -- feeds and site maps
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        url TEXT NOT NULL UNIQUE,
        due_at REAL NOT NULL,
        etag TEXT NOT NULL,
        modified TEXT NOT NULL
    );
    CREATE TABLE listed ( -- the pages that each has listed
        followed_id INTEGER NOT NULL,
        url TEXT NOT NULL,
        seen_at REAL NOT NULL, -- when last
        again INTEGER NOT NULL DEFAULT 0, -- 1: not for the first time
        PRIMARY KEY (followed_id, url)
    ) WITHOUT ROWID;
    ALTER TABLE keepers ADD COLUMN offered INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE keepers ADD COLUMN offered_at REAL NOT NULL DEFAULT 0
    """,
    """
    -- handed: 1 where maintainers have been asked
    ALTER TABLE wishes ADD COLUMN handed INTEGER NOT NULL DEFAULT 0
    """,
    """
    ALTER TABLE listed DROP COLUMN again
    """,
    """
    -- decided: 1 where they were let in, 2 where not (1 for both before)
    -- heard: 0 until maintainers are told that they ask, and then until they are told what was decided
    ALTER TABLE guests ADD COLUMN heard INTEGER NOT NULL DEFAULT 1
    """,
    """
    CREATE TABLE unwiped ( -- has a row while bytes of what was forgotten may be in the file
        id INTEGER PRIMARY KEY
    );
    -- nobody knows what was interrupted before
    INSERT INTO unwiped (id) SELECT 1 WHERE EXISTS (SELECT 1 FROM updates)
    """,
)
DATA_VERSION = len(MIGRATIONS)
"""The version that this Quoth writes."""
