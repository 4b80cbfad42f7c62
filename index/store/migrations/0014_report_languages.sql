-- Why: who waits for the outcome of a report is told it in the language in which they made it. `spoken`: that language, as
-- the caller writes it, as long as `waits`; '' for what was reported before.
ALTER TABLE reports ADD COLUMN spoken TEXT NOT NULL DEFAULT '';
