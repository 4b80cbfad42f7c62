-- Why: how long something is kept is counted, not read off a clock that may leap. One row: the moment that is `counted`
-- so far, what the clock said then, and what it said after it last leapt. Moments are ISO 8601 in UTC, to the
-- microsecond.
CREATE TABLE calendar (
    id INTEGER PRIMARY KEY,
    counted TEXT NOT NULL,
    clock TEXT NOT NULL,
    leapt TEXT NOT NULL
) STRICT;
