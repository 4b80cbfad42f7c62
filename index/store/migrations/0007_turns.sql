-- Why: one feed's poll may end the whole process. It is written down before it begins, so that the next process knows
-- which feed that was and does not begin with the same one. `begun` is when the poll under way began, ISO 8601 in UTC,
-- and stays where its process died; `crashes` is how many polls in a row ended that way. `limited` is 1 where a poll
-- left something for later because the community's feeds had used up their hour.
ALTER TABLE feeds ADD COLUMN begun TEXT;
ALTER TABLE feeds ADD COLUMN crashes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN limited INTEGER NOT NULL DEFAULT 0;
