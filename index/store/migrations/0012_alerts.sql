-- Why: somebody is told of articles as they come. `arrivals` has the articles that were added for the first time, in
-- order: each is told of once, whatever becomes of it later. `announced` is 1 where nothing is left to announce, 2 while
-- that is under way. An alert is a wish to be told: of what `person` said, of a `topic`, of an `outlet`, or of all that
-- are given together; in a channel (`tell_in`, in words that only the bot understands) or to its `owner` alone. It has
-- been told of the arrivals up to `told`; a message under way has those up to `begun`, so that the next process knows
-- what may have been sent when this one died. `refused` is 1 where the last message could not be delivered.
-- `digests` has, of each community that wants any, up to which day one was `sent`, and which one is being sent.
CREATE TABLE arrivals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    at TEXT NOT NULL,
    announced INTEGER NOT NULL,
    UNIQUE (community, article_id)
) STRICT;

CREATE INDEX arrivals_by_community ON arrivals (community, id);
CREATE INDEX arrivals_to_announce ON arrivals (community) WHERE announced <> 1;

CREATE TABLE alerts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    at TEXT NOT NULL,
    owner TEXT NOT NULL,
    tell_in TEXT,
    spoken TEXT NOT NULL,
    person TEXT,
    topic TEXT,
    outlet TEXT,
    since INTEGER NOT NULL DEFAULT 0,
    told INTEGER NOT NULL DEFAULT 0,
    begun INTEGER,
    told_at TEXT,
    refused INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX alerts_by_community ON alerts (community, id);
CREATE INDEX alerts_by_owner ON alerts (owner);

CREATE TABLE digests (
    community TEXT PRIMARY KEY REFERENCES communities (community) ON DELETE CASCADE,
    sent TEXT NOT NULL,
    begun TEXT
) STRICT, WITHOUT ROWID;
