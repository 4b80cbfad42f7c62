-- Why: a community's ranking index as it was at a revision, so that a process that has just started reads it instead of
-- building it from every article. It is a copy that can be lost: `made_by` is the code that made it, and of any other
-- code's it is made anew. It goes with its community. `articles` is how many it holds.
CREATE TABLE indexes (
    community TEXT NOT NULL PRIMARY KEY REFERENCES communities (community) ON DELETE CASCADE,
    made_by TEXT NOT NULL,
    revision INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

-- What catching up asks of every article stands behind its text, which this keeps from being read.
CREATE INDEX articles_by_revision ON articles (community, revision, id, sentence_count, attribution_count);
