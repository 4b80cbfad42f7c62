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
    revision INTEGER NOT NULL, from_feed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (community, id)
) STRICT;
INSERT INTO "articles" VALUES('public','dredging-to-begin-in-april','Dredging to begin in April',NULL,'Saltmere Courier','["Ada Lint"]','2026-02-14','https://courier.example/dredging','Dredging to begin in April

By Ada Lint

“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”

Ilse Brandt, who leads the fishing guild, told Radio Saltmere that the boats would stay in. “The channel must be marked,” she said.
','d74b28469fe1be5d124312cd79b83625eb4da97ddf86ccca4d6f29b4b6e340c9','[[0, 26, "headline"], [28, 39, "byline"], [41, 157, "body"], [159, 290, "body"]]','[[0, 26, "headline"], [28, 39, "byline"], [41, 125, "body"], [126, 157, "body"], [159, 250, "body"], [251, 290, "body"]]','[[[[41, 88], [126, 157]], [89, 93], [94, 124], "Maren Holt", "person", null, "direct", "said", "frame"], [[[226, 249]], [201, 205], [159, 170], "Ilse Brandt", "person", "Radio Saltmere", "indirect", "said", "frame"], [[[251, 280]], [285, 289], [281, 284], "Ilse Brandt", "person", null, "direct", "said", "frame"]]',6,3,1,0);
INSERT INTO "articles" VALUES('public','plums','Frost ruins the plums',NULL,NULL,'[]','2026-01-09',NULL,'Frost ruins the plums

“There will be no plum jam this winter,” said Tobias Renn, a grower. The mayor of Quillon, Oda Lind, promised hardier trees 🌳.
','b7bd5508e8d8b3f3da0b3328f304138432050770929e5dfa9a30b0f390e96b9d','[[0, 21, "headline"], [23, 149, "body"]]','[[0, 21, "headline"], [23, 91, "body"], [92, 149, "body"]]','[[[[23, 63]], [64, 68], [69, 90], "Tobias Renn", "person", null, "direct", "said", "frame"], [[[133, 148]], [124, 132], [92, 123], "Oda Lind", "person", null, "indirect", "said", "frame"]]',3,2,2,0);
INSERT INTO "articles" VALUES('public','ferry-stays','Ferry stays',NULL,NULL,'[]',NULL,NULL,'Ferry stays

The ferry will sail on, the council of Saltmere said on Monday.','0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611','[[0, 11, "headline"], [13, 76, "body"]]','[[0, 11, "headline"], [13, 76, "body"]]','[[[[13, 35]], [61, 65], [37, 60], "council of Saltmere", "organisation", null, "indirect", "said", "frame"]]',2,1,3,0);
INSERT INTO "articles" VALUES('discord-7','dredging-to-begin-in-april','Dredging to begin in April',NULL,'Saltmere Courier','["Ada Lint"]','2026-02-14','https://courier.example/dredging','Dredging to begin in April

By Ada Lint

“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”

Ilse Brandt, who leads the fishing guild, told Radio Saltmere that the boats would stay in. “The channel must be marked,” she said.
','d74b28469fe1be5d124312cd79b83625eb4da97ddf86ccca4d6f29b4b6e340c9','[[0, 26, "headline"], [28, 39, "byline"], [41, 157, "body"], [159, 290, "body"]]','[[0, 26, "headline"], [28, 39, "byline"], [41, 125, "body"], [126, 157, "body"], [159, 250, "body"], [251, 290, "body"]]','[[[[41, 88], [126, 157]], [89, 93], null, "Ilse Brandt", "person", null, "direct", "said", "moderator"], [[[226, 249]], [201, 205], [159, 170], "Ilse Brandt", "person", "Radio Saltmere", "indirect", "said", "frame"], [[[251, 280]], [285, 289], [281, 284], "Ilse Brandt", "person", null, "direct", "said", "frame"]]',6,3,5,0);
INSERT INTO "articles" VALUES('discord-7','plums','Frost ruins the plums',NULL,NULL,'[]','2026-01-09',NULL,'Frost ruins the plums

“There will be no plum jam this winter,” said Tobias Renn, a grower. The mayor of Quillon, Oda Lind, promised hardier trees 🌳.
','b7bd5508e8d8b3f3da0b3328f304138432050770929e5dfa9a30b0f390e96b9d','[[0, 21, "headline"], [23, 149, "body"]]','[[0, 21, "headline"], [23, 91, "body"], [92, 149, "body"]]','[[[[23, 63]], [64, 68], [69, 90], "Tobias Renn", "person", null, "direct", "said", "frame"], [[[133, 148]], [124, 132], [92, 123], "Oda Lind", "person", null, "indirect", "said", "frame"]]',3,2,2,0);
CREATE TABLE calendar (
    id INTEGER PRIMARY KEY,
    counted TEXT NOT NULL,
    clock TEXT NOT NULL,
    leapt TEXT NOT NULL
) STRICT;
INSERT INTO "calendar" VALUES(1,'2026-02-14T12:00:00.000000+00:00','2026-02-14T12:00:00.000000+00:00','2026-02-14T12:00:00.000000+00:00');
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
INSERT INTO "corrections" VALUES(1,'discord-7','dredging-to-begin-in-april','“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”',0,'Ilse Brandt','person','1001','2026-02-14T12:00:00+00:00');
CREATE TABLE departures (
    community TEXT PRIMARY KEY REFERENCES communities (community) ON DELETE CASCADE,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE erasures (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL
) STRICT;
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
INSERT INTO "feed_items" VALUES(1,1,'k0','https://courier.example/0','2026-02-14T12:00:00.000000+00:00','2026-02-14T13:00:00.000000+00:00','v0',NULL,'waiting',0,'2026-02-14T13:00:00.000000+00:00',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "feed_items" VALUES(3,1,'k1','https://courier.example/1','2026-02-14T12:00:00.000000+00:00','2026-02-14T14:00:00.000000+00:00','v1','v1','added',0,'2026-02-14T14:00:00.000000+00:00',NULL,NULL,NULL,'dredging-to-begin-in-april','https://courier.example/1',0);
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
    last_error TEXT, begun TEXT, crashes INTEGER NOT NULL DEFAULT 0, limited INTEGER NOT NULL DEFAULT 0,
    UNIQUE (community, url)
) STRICT;
INSERT INTO "feeds" VALUES(1,'discord-7','https://courier.example/feed.xml','Courier','settings','2026-02-14T12:00:00.000000+00:00','2026-02-14T14:00:00.000000+00:00','2026-02-14T15:00:00.000000+00:00','"tag"',NULL,0,NULL,NULL,0,0);
CREATE TABLE indexes (
    community TEXT NOT NULL PRIMARY KEY REFERENCES communities (community) ON DELETE CASCADE,
    made_by TEXT NOT NULL,
    revision INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;
INSERT INTO "indexes" VALUES('discord-7','2 nltk 3.10.4',5,2,X'7801ED97FB73D34610C713087DBF5BFA6E31E20D0E858438401F3CFBA0A56586F63726C328B11CABC89291643C19A67F6DFF8A76DAD2FD9C761D5996494219E80FEC44FEEEDDEEADF6F6EEBEA7FCFEFC8C93FB5EC75FCB33EFFC7DAF9F269D300A44BF75CBEB47835EE635179ACB8BE75A0B4BCD7810454DE9FF25590DFDAC71338863AFE9F583344B4439DDF4720CD2951696F5341906A9B7D2BCE5DD68FB8DEB61DC1EF7EFF91B492A5D7707611411C34BDA8C8FD4334D7AA124E075FDB41D4A2479431A04DE8A44E4F1DA69D05E0FE3F5F93C995F0D449B973FBF9F8691D75C7259B724AB9FFD28EF0569D0B8920C521746E6702DCA82C6E5D48FDBB984B5392C36BD30E28DAB6689029FA43B61D615589744DBEEFDDE4DBF1D260D8B2D7D2BBF35BD6192B6A95D91990CC81382919AA0FBD1F4BC61203D5DFF1E30F443B208A2E05E80E346E033D98E2B4EDE753570737535C8FC90947ABE9459B09B440CCEBB45C0745566E9CC59EEDC87525B69C7095EBE0013A9CC72D825CFBAB9320599B2AC29F315CC8A6A8A96777D42AE260E86C9C0F965B9BF21BD6B5D3F8E035EDC1B64CE8DF424E73B0299CBB59326CE920E5C61D86D629379A4B8C6BCEC579FAE61181753A9EC2FB68AEE3142177B29E948EF4E3794BCCEEFB95D5FD91895556E56F6FE685BAF4869D33C5C8B82DB61B103F4F03C6C8FBA41A9BFA1A7CD4FFDF5D4EF776FAF2583588E63D393C2E48B0B7202D9EC419CCBEECD4EEA7BCAF6B3657B268E41BC26B3D90C30E6D0B7174DF5E844FEBA19CF7ACDB1D1412CF39B1239EB07FE1DA103B16BE6AD7266C9208F0237B13AABA3A022B0BCD30D1C4DE5E49D40AAE4A2B6CEC8D93E47D84DABECB9D4E2626F9D1AB7B793B5414FCA524E7CB912A393067707523729B14E4FB2A83A4541BC9E77CD81A571B5590D65E17A5925CB969B83D926725C2647B3D665383EBE36BF719729D9B5836C2D0DFB7998C4D51497C861CC3E91E684475DAAA72703D5E65BE33725E9CD4D5AA96AB1F625F344C66EF14B0E7509B7DCEA979C6AD39DF09A4CD64DDC8E646DAA23637DA223736D9A6728FFC8A53EC9719FC91417E46ADA2517FDEEE2B61FFDCE8A567D30D2873F62E3E644DFE37A36C7988DB8D8DDD368CC79330DE76971CCCF623C2756EB738EA59F071521065DB34ECC915E842888CD8C372096296F42F43B67E685A239F3A2E24B8A2F2BBEA2F8AAE26B8AAF2BBEA1F8A6E25B8A6F2BBEA3B857F15DC5F714DF57FC40F143C58F143F56FC44F153C57D8A0DC5FD8A9EE201C5838A87140F2B1E513CAA784CF1B8E209C5A6E2BCE249C5CF144F299E565C505C543CA3B8A4D8525C563CAB784EF1BCA2C1B475ADAE67751DA7AD9FAD5B75BDA6ADCFB4FA3734C16ADDADBE4FBA8ED5FA7DAEF97DA1F8A5E205C58B8A97142F2B5E51BCAAF8B5E2378ADF2A7EA7784DF17BC51F14AF2BFEA8F893E20D453B9FDA74E7F56F4EB574F070C2B195756BFF25361BCF18741E747CB0C303F610C36CA07102BED21CBDD3FC407BB0E3B71D610CF2A78C319EA1FD472986F9D03F4DB6F22998AFEE77575DE7567D94037A83023956501AC709A4CFD2A19CE8941A9D71E84C9571501E08B5D2470C74281524167DB4D139A2E81C3D10AAA50F8A01C9893E28171DCA0139C2F4911F3A47191DEA041B8A07148F2B4249D8A168C640CDE47C48911CE9839AA169A8191D6A46672C3AD4CCBBA00674A8191D6A46DFA73AFEE8FBE569C8E3A94ECDD00FCA438EBC1FFDB0EA502E7D47B48F39A31F93E7A83CC4459F9787B9318713AA3396DA61631CB53C250FB583A2D1A16874A8999A40CDE850333AD48C0E35A3432DE850B3D18CA863FB8236F342D817087B01B1A3407D11F600C21E40587B84BC11D61C217F84B546586B84F923AC21F2ECCA2DEAC05A22AC25C25A22DBBD72A75D195F1561662E285E54BCA47859D1D65F9B6E7FCC4AC328B4ACE3636DA370FACA3A6D7806C1171AA5CD431B9A67AFA1EF54CA63CA746D545DB6D7C57E987D2BBEDDDA4E2539059C1466C849E0347102384DB013023B21B012022B21B052596C65EC24DAC9B3936627CBAA4985590966B95DBD32ABF2EBD149DF08C1907E2B24AF412CD5672452D4E35001EE7240E52240B808102E02848B00E12240B808102E02848B00E12240B808102E02E4697DB7EFF452A85E06D3C89F0B1BA91E8D69DFF35CD448C3FD169736AAA7ED038A07151FD7BA6C773D9E34995FD1795E55FC5AD1CEA9361D3DFCA354617D65C466634CE7CC4BF703FCCA3453EE375F8B653C61ED9D60F552E1E2B0F1FF25EE2886E3BE5DB3F2F55DFE00DF5DA1C48737213C781D72B4AFD0D10B54B1423E23C9A2208FFB30FE5F4892BD80B01710BBB7B74B96D52FE7695FCCEC33646F01A3EF8A69E469DF154F9A449FF6A5B6D32FE39D900A4468FE659D25D9AAADCBF6485017FB9102D50C9A9B9BDB33B7C987428A7BE6A6B29FF8566D872526FF6DFC0B51D79767');
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
INSERT INTO "records" VALUES(1,'discord-7','2026-02-14T12:00:00+00:00','1001','remove','Ferry stays','');
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
INSERT INTO "removals" VALUES('discord-7','ferry-stays',NULL,'0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611','2026-02-14T12:00:00+00:00','1001','["ferry-stays", "Ferry stays", null, null, "[]", null, null, "Ferry stays\n\nThe ferry will sail on, the council of Saltmere said on Monday.", "0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611", "[[0, 11, \"headline\"], [13, 76, \"body\"]]", "[[0, 11, \"headline\"], [13, 76, \"body\"]]", "[[[[13, 35]], [61, 65], [37, 60], \"council of Saltmere\", \"organisation\", null, \"indirect\", \"said\", \"frame\"]]", 2, 1, 0]');
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
, waits INTEGER NOT NULL DEFAULT 0, told TEXT NOT NULL DEFAULT '', posted TEXT) STRICT;
INSERT INTO "reports" VALUES(1,'discord-7','2026-02-14T12:00:00+00:00','1002','dredging-to-begin-in-april','Dredging to begin in April',41,157,41,157,'“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”','Maren Holt','Ilse Brandt','She said it.','corrected','1001',0,'',NULL);
INSERT INTO "reports" VALUES(2,'discord-7','2026-02-14T12:00:00+00:00','1003','plums','Frost ruins the plums',23,91,23,63,'“There will be no plum jam this winter,” said Tobias Renn, a grower.','Tobias Renn',NULL,'Was it he?','open',NULL,0,'',NULL);
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
CREATE INDEX articles_by_url ON articles (community, url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_digest ON articles (community, digest);
CREATE INDEX records_by_community ON records (community, id);
CREATE INDEX reports_by_state ON reports (community, state, id);
CREATE INDEX removals_by_url ON removals (community, url) WHERE url IS NOT NULL;
CREATE INDEX removals_by_digest ON removals (community, digest);
CREATE INDEX name_rules_by_community ON name_rules (community, id);
CREATE INDEX feeds_by_next_check ON feeds (next_check) WHERE next_check IS NOT NULL;
CREATE INDEX articles_by_revision ON articles (community, revision, id, sentence_count, attribution_count);
CREATE INDEX removals_with_text ON removals (at) WHERE kept IS NOT NULL;
CREATE INDEX records_by_actor ON records (actor);
CREATE INDEX reports_by_reporter ON reports (reporter);
CREATE INDEX reports_by_settler ON reports (settled_by) WHERE settled_by IS NOT NULL;
CREATE INDEX removals_by_remover ON removals (removed_by);
CREATE INDEX corrections_by_corrector ON corrections (corrected_by);
CREATE INDEX feed_items_unsettled ON feed_items (feed) WHERE announced <> 1;
CREATE INDEX reports_untold ON reports (community, id) WHERE told <> state;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('reports',2);
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
INSERT INTO "sqlite_sequence" VALUES('records',1);
INSERT INTO "sqlite_sequence" VALUES('name_rules',1);
INSERT INTO "sqlite_sequence" VALUES('feeds',1);
INSERT INTO "sqlite_sequence" VALUES('feed_items',3);
PRAGMA user_version = 11;
COMMIT;
