-- Why: data goes when it should. `departures` has the communities that the bot has left, until they are forgotten or
-- it is back; `at` is ISO 8601 in UTC, to the microsecond. `erasures` has one row: the highest revision of a community
-- that was ever forgotten. One that begins anew begins above it, or a process that still has the old one in memory
-- might take the new one's revision for it. The indexes find what a person did, over all communities.
CREATE TABLE departures (
    community TEXT PRIMARY KEY REFERENCES communities (community) ON DELETE CASCADE,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE erasures (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL
) STRICT;

CREATE INDEX removals_with_text ON removals (at) WHERE kept IS NOT NULL;
CREATE INDEX records_by_actor ON records (actor);
CREATE INDEX reports_by_reporter ON reports (reporter);
CREATE INDEX reports_by_settler ON reports (settled_by) WHERE settled_by IS NOT NULL;
CREATE INDEX removals_by_remover ON removals (removed_by);
CREATE INDEX corrections_by_corrector ON corrections (corrected_by);
