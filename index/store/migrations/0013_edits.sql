-- Why: what a moderator says of an article (its title, outlet, day or link) holds when the article is added again, as by
-- the feed that brought it. `edited` names these particulars, a JSON list.
ALTER TABLE articles ADD COLUMN edited TEXT NOT NULL DEFAULT '[]';
