-- Why: what a search index holds of one article, so that an index is made without reading every text again. They can be
-- lost: of other code (`made_by`), or of a version of the article that is no more (`revision`), they are left aside, and
-- the article is read. They go with their article.
CREATE TABLE forwards (
    community TEXT NOT NULL,
    article_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (community, article_id),
    FOREIGN KEY (community, article_id) REFERENCES articles (community, id) ON DELETE CASCADE
) STRICT;
