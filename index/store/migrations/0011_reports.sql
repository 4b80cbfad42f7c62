-- Why: a report is posted to a channel, and who made it is told what came of it, also when a process ends in between.
-- `waits`: whether who made it is still to be told; `told`: the state of which whom it concerns have been told;
-- `posted`: where it stands, as the caller writes that. Nobody waits for what was reported before.
ALTER TABLE reports ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN told TEXT NOT NULL DEFAULT '';
ALTER TABLE reports ADD COLUMN posted TEXT;
UPDATE reports SET told = state;
CREATE INDEX reports_untold ON reports (community, id) WHERE told <> state;
