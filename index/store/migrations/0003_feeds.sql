-- Why: a community's feeds, and of each entry what has been read of its page, so that a poll reads only what is new,
-- and goes on where the last one ended. Moments are ISO 8601 in UTC, to the microsecond, so that they sort as text.
-- `version` is the entry as the feed has it, `read_version` as it was when its page was last read, or given up. An
-- entry's article is named, not referred to: it may be removed, and the entry stays known.
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    announce_in TEXT,
    added TEXT NOT NULL,
    checked TEXT,
    next_check TEXT,
    etag TEXT,
    last_modified TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    UNIQUE (community, url)
) STRICT;

CREATE INDEX feeds_by_next_check ON feeds (next_check) WHERE next_check IS NOT NULL;

CREATE TABLE feed_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT,
    seen TEXT NOT NULL,
    version TEXT NOT NULL,
    read_version TEXT,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_check TEXT NOT NULL,
    checked TEXT,
    etag TEXT,
    last_modified TEXT,
    article_id TEXT,
    article_url TEXT,
    announced INTEGER NOT NULL,
    UNIQUE (feed, key)
) STRICT;

CREATE INDEX feed_items_to_announce ON feed_items (feed) WHERE announced = 0;
