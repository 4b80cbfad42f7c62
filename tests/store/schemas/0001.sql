BEGIN TRANSACTION;
CREATE TABLE articles (
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    deck TEXT,
    outlet TEXT,
    authors TEXT NOT NULL,
    published TEXT,
    url TEXT,
    text TEXT NOT NULL,
    digest TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    sentences TEXT NOT NULL,
    attributions TEXT NOT NULL,
    sentence_count INTEGER NOT NULL,
    attribution_count INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (community, id)
) STRICT;
INSERT INTO "articles" VALUES('public','dredging-to-begin-in-april','Dredging to begin in April',NULL,'Saltmere Courier','["Ada Lint"]','2026-02-14','https://courier.example/dredging','Dredging to begin in April

By Ada Lint

“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”

Ilse Brandt, who leads the fishing guild, told Radio Saltmere that the boats would stay in. “The channel must be marked,” she said.
','d74b28469fe1be5d124312cd79b83625eb4da97ddf86ccca4d6f29b4b6e340c9','[[0, 26, "headline"], [28, 39, "byline"], [41, 157, "body"], [159, 290, "body"]]','[[0, 26, "headline"], [28, 39, "byline"], [41, 125, "body"], [126, 157, "body"], [159, 250, "body"], [251, 290, "body"]]','[[[[41, 88], [126, 157]], [89, 93], [94, 124], "Maren Holt", "person", null, "direct", "said", "frame"], [[[221, 249]], [201, 205], [159, 200], "Ilse Brandt", "person", "Radio Saltmere", "indirect", "said", "frame"], [[[251, 280]], [285, 289], [281, 284], "Ilse Brandt", "person", null, "direct", "said", "frame"]]',6,3,1);
INSERT INTO "articles" VALUES('public','plums','Frost ruins the plums',NULL,NULL,'[]','2026-01-09',NULL,'Frost ruins the plums

“There will be no plum jam this winter,” said Tobias Renn, a grower. The mayor of Quillon, Oda Lind, promised hardier trees 🌳.
','b7bd5508e8d8b3f3da0b3328f304138432050770929e5dfa9a30b0f390e96b9d','[[0, 21, "headline"], [23, 149, "body"]]','[[0, 21, "headline"], [23, 91, "body"], [92, 149, "body"]]','[[[[23, 63]], [64, 68], [69, 90], "Tobias Renn", "person", null, "direct", "said", "frame"], [[[133, 148]], [124, 132], [92, 123], "Oda Lind", "person", null, "indirect", "said", "frame"]]',3,2,2);
INSERT INTO "articles" VALUES('public','ferry-stays','Ferry stays',NULL,NULL,'[]',NULL,NULL,'Ferry stays

The ferry will sail on, the council of Saltmere said on Monday.','0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611','[[0, 11, "headline"], [13, 76, "body"]]','[[0, 11, "headline"], [13, 76, "body"]]','[[[[13, 35]], [61, 65], [37, 60], "council of Saltmere", "organisation", null, "indirect", "said", "frame"]]',2,1,3);
CREATE TABLE communities (
    community TEXT PRIMARY KEY,
    revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "communities" VALUES('public',3);
CREATE INDEX articles_by_url ON articles (community, url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_digest ON articles (community, digest);
PRAGMA user_version = 1;
COMMIT;
