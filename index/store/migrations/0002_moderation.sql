-- Why: what a community's moderators decide, beside its articles. Times are ISO 8601 in UTC. Everything goes with its
-- community. A removal keeps the whole article (`kept`, the JSON array of its row) for a while, then only what it is
-- known again by. Corrections stand by words, not offsets, so that they outlive a new version of the article.
CREATE TABLE preferences (
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (community, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE records (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE INDEX records_by_community ON records (community, id);

CREATE TABLE reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    at TEXT NOT NULL,
    reporter TEXT NOT NULL,
    article_id TEXT NOT NULL,
    title TEXT NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    content_low INTEGER,
    content_high INTEGER,
    text TEXT NOT NULL,
    speaker TEXT,
    suggestion TEXT,
    note TEXT NOT NULL,
    state TEXT NOT NULL,
    settled_by TEXT
) STRICT;

CREATE INDEX reports_by_state ON reports (community, state, id);

CREATE TABLE removals (
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    id TEXT NOT NULL,
    url TEXT,
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    removed_by TEXT NOT NULL,
    kept TEXT,
    PRIMARY KEY (community, id)
) STRICT;

CREATE INDEX removals_by_url ON removals (community, url) WHERE url IS NOT NULL;
CREATE INDEX removals_by_digest ON removals (community, digest);

CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    words TEXT NOT NULL,
    occurrence INTEGER NOT NULL,
    speaker TEXT,
    speaker_type TEXT,
    corrected_by TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (community, article_id, words, occurrence)
) STRICT;

CREATE TABLE name_rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    names TEXT NOT NULL,
    target TEXT NOT NULL
) STRICT;

CREATE INDEX name_rules_by_community ON name_rules (community, id);
