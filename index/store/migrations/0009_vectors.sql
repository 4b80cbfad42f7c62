-- Why: what the sentences of an article mean, so that a process that has just started need not encode them again. They
-- can be lost: of any other `model` they are made anew, and so are those of a version of the article that is no more
-- (`revision`), unless the same `texts` were encoded. `content` has a float32 for each sentence, then its int8s. They
-- go with their article.
CREATE TABLE vectors (
    community TEXT NOT NULL,
    article_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    model TEXT NOT NULL,
    texts TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (community, article_id),
    FOREIGN KEY (community, article_id) REFERENCES articles (community, id) ON DELETE CASCADE
) STRICT;
