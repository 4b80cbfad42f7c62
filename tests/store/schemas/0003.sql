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
INSERT INTO "articles" VALUES('discord-7','plums','Frost ruins the plums',NULL,NULL,'[]','2026-01-09',NULL,'Frost ruins the plums

“There will be no plum jam this winter,” said Tobias Renn, a grower. The mayor of Quillon, Oda Lind, promised hardier trees 🌳.
','b7bd5508e8d8b3f3da0b3328f304138432050770929e5dfa9a30b0f390e96b9d','[[0, 21, "headline"], [23, 149, "body"]]','[[0, 21, "headline"], [23, 91, "body"], [92, 149, "body"]]','[[[[23, 63]], [64, 68], [69, 90], "Tobias Renn", "person", null, "direct", "said", "frame"], [[[133, 148]], [124, 132], [92, 123], "Oda Lind", "person", null, "indirect", "said", "frame"]]',3,2,2);
INSERT INTO "articles" VALUES('discord-7','dredging-to-begin-in-april','Dredging to begin in April',NULL,'Saltmere Courier','["Ada Lint"]','2026-02-14','https://courier.example/dredging','Dredging to begin in April

By Ada Lint

“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”

Ilse Brandt, who leads the fishing guild, told Radio Saltmere that the boats would stay in. “The channel must be marked,” she said.
','d74b28469fe1be5d124312cd79b83625eb4da97ddf86ccca4d6f29b4b6e340c9','[[0, 26, "headline"], [28, 39, "byline"], [41, 157, "body"], [159, 290, "body"]]','[[0, 26, "headline"], [28, 39, "byline"], [41, 125, "body"], [126, 157, "body"], [159, 250, "body"], [251, 290, "body"]]','[[[[41, 88], [126, 157]], [89, 93], null, "Ilse Brandt", "person", null, "direct", "said", "moderator"], [[[221, 249]], [201, 205], [159, 200], "Ilse Brandt", "person", "Radio Saltmere", "indirect", "said", "frame"], [[[251, 280]], [285, 289], [281, 284], "Ilse Brandt", "person", null, "direct", "said", "frame"]]',6,3,5);
CREATE TABLE communities (
    community TEXT PRIMARY KEY,
    revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "communities" VALUES('discord-7',6);
INSERT INTO "communities" VALUES('public',3);
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    words TEXT NOT NULL,
    occurrence INTEGER NOT NULL,
    speaker TEXT,
    speaker_type TEXT,
    corrected_by TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (community, article_id, words, occurrence)
) STRICT;
INSERT INTO "corrections" VALUES(1,'discord-7','dredging-to-begin-in-april','“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”',0,'Ilse Brandt','person','1001','2026-11-24T12:33:19.968381+00:00');
CREATE TABLE feed_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT,
    seen TEXT NOT NULL,
    version TEXT NOT NULL,
    read_version TEXT,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_check TEXT NOT NULL,
    checked TEXT,
    etag TEXT,
    last_modified TEXT,
    article_id TEXT,
    article_url TEXT,
    announced INTEGER NOT NULL,
    UNIQUE (feed, key)
) STRICT;
INSERT INTO "feed_items" VALUES(1,1,'k0','https://courier.example/0','2026-02-14T12:00:00.000000+00:00','2026-02-14T12:00:00.000000+00:00','v0',NULL,'waiting',0,'2026-02-14T12:00:00.000000+00:00',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "feed_items" VALUES(3,1,'k1','https://courier.example/1','2026-02-14T12:00:00.000000+00:00','2026-02-14T13:00:00.000000+00:00','v1','v1','added',0,'2026-02-14T13:00:00.000000+00:00',NULL,NULL,NULL,'dredging-to-begin-in-april','https://courier.example/dredging',0);
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    announce_in TEXT,
    added TEXT NOT NULL,
    checked TEXT,
    next_check TEXT,
    etag TEXT,
    last_modified TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    UNIQUE (community, url)
) STRICT;
INSERT INTO "feeds" VALUES(1,'discord-7','https://courier.example/feed.xml','Courier','settings','2026-11-24T12:33:20.012846+00:00','2026-02-14T13:00:00.000000+00:00','2026-02-14T14:00:00.000000+00:00','"e2"',NULL,0,NULL);
CREATE TABLE name_rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    names TEXT NOT NULL,
    target TEXT NOT NULL
) STRICT;
INSERT INTO "name_rules" VALUES(1,'discord-7','rename','["Oda Lind"]','Oda Lindt');
CREATE TABLE preferences (
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (community, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "preferences" VALUES('discord-7','discord','{"language":"de"}');
CREATE TABLE records (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
INSERT INTO "records" VALUES(1,'discord-7','2026-11-24T12:33:19.996780+00:00','1001','remove','Ferry stays','');
CREATE TABLE removals (
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    id TEXT NOT NULL,
    url TEXT,
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    removed_by TEXT NOT NULL,
    kept TEXT,
    PRIMARY KEY (community, id)
) STRICT;
INSERT INTO "removals" VALUES('discord-7','ferry-stays',NULL,'0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611','2026-11-24T12:33:19.945007+00:00','1001','["ferry-stays", "Ferry stays", null, null, "[]", null, null, "Ferry stays\n\nThe ferry will sail on, the council of Saltmere said on Monday.", "0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611", "[[0, 11, \"headline\"], [13, 76, \"body\"]]", "[[0, 11, \"headline\"], [13, 76, \"body\"]]", "[[[[13, 35]], [61, 65], [37, 60], \"council of Saltmere\", \"organisation\", null, \"indirect\", \"said\", \"frame\"]]", 2, 1]');
CREATE TABLE reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    at TEXT NOT NULL,
    reporter TEXT NOT NULL,
    article_id TEXT NOT NULL,
    title TEXT NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    content_low INTEGER,
    content_high INTEGER,
    text TEXT NOT NULL,
    speaker TEXT,
    suggestion TEXT,
    note TEXT NOT NULL,
    state TEXT NOT NULL,
    settled_by TEXT
) STRICT;
INSERT INTO "reports" VALUES(1,'discord-7','2026-11-24T12:33:19.951452+00:00','1002','dredging-to-begin-in-april','Dredging to begin in April',41,125,41,157,'“We have waited eleven years for this dredger,” said Maren Holt, the harbour master.','Maren Holt','Ilse Brandt','She said it.','corrected','1001');
INSERT INTO "reports" VALUES(2,'discord-7','2026-11-24T12:33:19.978884+00:00','1003','plums','Frost ruins the plums',23,91,23,63,'“There will be no plum jam this winter,” said Tobias Renn, a grower.','Tobias Renn',NULL,'Was it he?','open',NULL);
CREATE INDEX articles_by_url ON articles (community, url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_digest ON articles (community, digest);
CREATE INDEX records_by_community ON records (community, id);
CREATE INDEX reports_by_state ON reports (community, state, id);
CREATE INDEX removals_by_url ON removals (community, url) WHERE url IS NOT NULL;
CREATE INDEX removals_by_digest ON removals (community, digest);
CREATE INDEX name_rules_by_community ON name_rules (community, id);
CREATE INDEX feeds_by_next_check ON feeds (next_check) WHERE next_check IS NOT NULL;
CREATE INDEX feed_items_to_announce ON feed_items (feed) WHERE announced = 0;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('reports',2);
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
INSERT INTO "sqlite_sequence" VALUES('records',1);
INSERT INTO "sqlite_sequence" VALUES('name_rules',1);
INSERT INTO "sqlite_sequence" VALUES('feeds',1);
INSERT INTO "sqlite_sequence" VALUES('feed_items',3);
PRAGMA user_version = 3;
COMMIT;
