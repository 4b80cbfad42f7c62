-- Why: of a page that its site does not let be read, the feed may have the whole text. An article that is made of that
-- says so, and gives way to its page.
ALTER TABLE articles ADD COLUMN from_feed INTEGER NOT NULL DEFAULT 0;
