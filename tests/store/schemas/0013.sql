BEGIN TRANSACTION;
CREATE TABLE alerts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    at TEXT NOT NULL,
    owner TEXT NOT NULL,
    tell_in TEXT,
    spoken TEXT NOT NULL,
    person TEXT,
    topic TEXT,
    outlet TEXT,
    since INTEGER NOT NULL DEFAULT 0,
    told INTEGER NOT NULL DEFAULT 0,
    begun INTEGER,
    told_at TEXT,
    refused INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "alerts" VALUES(1,'discord-7','2026-02-14T12:00:00.000000+00:00','1003',NULL,'de','Maren Holt',NULL,NULL,6,6,NULL,NULL,0);
INSERT INTO "alerts" VALUES(2,'discord-7','2026-02-14T12:00:00.000000+00:00','1001','55','en',NULL,'plums',NULL,6,6,NULL,NULL,0);
CREATE TABLE arrivals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    community TEXT NOT NULL REFERENCES communities (community) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    at TEXT NOT NULL,
    announced INTEGER NOT NULL,
    UNIQUE (community, article_id)
) STRICT;
INSERT INTO "arrivals" VALUES(1,'public','dredging-to-begin-in-april','2026-02-14T12:00:00.000000+00:00',0);
INSERT INTO "arrivals" VALUES(2,'public','plums','2026-02-14T12:00:00.000000+00:00',0);
INSERT INTO "arrivals" VALUES(3,'public','ferry-stays','2026-02-14T12:00:00.000000+00:00',0);
INSERT INTO "arrivals" VALUES(4,'discord-7','dredging-to-begin-in-april','2026-02-14T12:00:00.000000+00:00',0);
INSERT INTO "arrivals" VALUES(5,'discord-7','plums','2026-02-14T12:00:00.000000+00:00',0);
INSERT INTO "arrivals" VALUES(6,'discord-7','ferry-stays','2026-02-14T12:00:00.000000+00:00',0);
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
    revision INTEGER NOT NULL, from_feed INTEGER NOT NULL DEFAULT 0, edited TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (community, id)
) STRICT;
INSERT INTO "articles" VALUES('public','dredging-to-begin-in-april','Dredging to begin in April',NULL,'Saltmere Courier','["Ada Lint"]','2026-02-14','https://courier.example/dredging','Dredging to begin in April

By Ada Lint

“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”

Ilse Brandt, who leads the fishing guild, told Radio Saltmere that the boats would stay in. “The channel must be marked,” she said.
','d74b28469fe1be5d124312cd79b83625eb4da97ddf86ccca4d6f29b4b6e340c9','[[0, 26, "headline"], [28, 39, "byline"], [41, 157, "body"], [159, 290, "body"]]','[[0, 26, "headline"], [28, 39, "byline"], [41, 125, "body"], [126, 157, "body"], [159, 250, "body"], [251, 290, "body"]]','[[[[41, 88], [126, 157]], [89, 93], [94, 124], "Maren Holt", "person", null, "direct", "said", "frame"], [[[226, 249]], [201, 205], [159, 170], "Ilse Brandt", "person", "Radio Saltmere", "indirect", "said", "frame"], [[[251, 280]], [285, 289], [281, 284], "Ilse Brandt", "person", null, "direct", "said", "frame"]]',6,3,1,0,'[]');
INSERT INTO "articles" VALUES('public','plums','Frost ruins the plums',NULL,NULL,'[]','2026-01-09',NULL,'Frost ruins the plums

“There will be no plum jam this winter,” said Tobias Renn, a grower. The mayor of Quillon, Oda Lind, promised hardier trees 🌳.
','b7bd5508e8d8b3f3da0b3328f304138432050770929e5dfa9a30b0f390e96b9d','[[0, 21, "headline"], [23, 149, "body"]]','[[0, 21, "headline"], [23, 91, "body"], [92, 149, "body"]]','[[[[23, 63]], [64, 68], [69, 90], "Tobias Renn", "person", null, "direct", "said", "frame"], [[[133, 148]], [124, 132], [92, 123], "Oda Lind", "person", null, "indirect", "said", "frame"]]',3,2,2,0,'[]');
INSERT INTO "articles" VALUES('public','ferry-stays','Ferry stays',NULL,NULL,'[]',NULL,NULL,'Ferry stays

The ferry will sail on, the council of Saltmere said on Monday.','0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611','[[0, 11, "headline"], [13, 76, "body"]]','[[0, 11, "headline"], [13, 76, "body"]]','[[[[13, 35]], [61, 65], [37, 60], "council of Saltmere", "organisation", null, "indirect", "said", "frame"]]',2,1,3,0,'[]');
INSERT INTO "articles" VALUES('discord-7','dredging-to-begin-in-april','Dredging to begin in April',NULL,'Saltmere Courier','["Ada Lint"]','2026-02-14','https://courier.example/dredging','Dredging to begin in April

By Ada Lint

“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”

Ilse Brandt, who leads the fishing guild, told Radio Saltmere that the boats would stay in. “The channel must be marked,” she said.
','d74b28469fe1be5d124312cd79b83625eb4da97ddf86ccca4d6f29b4b6e340c9','[[0, 26, "headline"], [28, 39, "byline"], [41, 157, "body"], [159, 290, "body"]]','[[0, 26, "headline"], [28, 39, "byline"], [41, 125, "body"], [126, 157, "body"], [159, 250, "body"], [251, 290, "body"]]','[[[[41, 88], [126, 157]], [89, 93], null, "Ilse Brandt", "person", null, "direct", "said", "moderator"], [[[226, 249]], [201, 205], [159, 170], "Ilse Brandt", "person", "Radio Saltmere", "indirect", "said", "frame"], [[[251, 280]], [285, 289], [281, 284], "Ilse Brandt", "person", null, "direct", "said", "frame"]]',6,3,6,0,'[]');
INSERT INTO "articles" VALUES('discord-7','plums','Frost ruins the plums',NULL,'Quillon Echo','[]','2026-01-09',NULL,'Frost ruins the plums

“There will be no plum jam this winter,” said Tobias Renn, a grower. The mayor of Quillon, Oda Lind, promised hardier trees 🌳.
','b7bd5508e8d8b3f3da0b3328f304138432050770929e5dfa9a30b0f390e96b9d','[[0, 21, "headline"], [23, 149, "body"]]','[[0, 21, "headline"], [23, 91, "body"], [92, 149, "body"]]','[[[[23, 63]], [64, 68], [69, 90], "Tobias Renn", "person", null, "direct", "said", "frame"], [[[133, 148]], [124, 132], [92, 123], "Oda Lind", "person", null, "indirect", "said", "frame"]]',3,2,4,0,'["outlet"]');
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
INSERT INTO "communities" VALUES('discord-7',7);
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
CREATE TABLE digests (
    community TEXT PRIMARY KEY REFERENCES communities (community) ON DELETE CASCADE,
    sent TEXT NOT NULL,
    begun TEXT
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
INSERT INTO "indexes" VALUES('discord-7','2 nltk 3.10.4',6,2,X'7801ED976973134710866D30B9EF84DC0962B94126E043067270272121A142F28D72516B69656D9076C5EE0A958BCA4FCE0F482A09E967B65B5EAD56D82614E4035DACDF9EE99E9E9E9E9977C4EFCFCF38B9EFB5FD66967AE7EE7BFD246E87DD40F45BB7BC7E77D04BBDFA527D65F16C6361B9EEFD3408BBDD38AA5D6D7662AF2E1EBFC46BA19FD66E0651E4D5BD7E90A4B128A7EB5E8641BA92DCB29EC4C320F156EBB7BC1B2DBF763D8C5AE3FE3D7F234EA4EB6E3E8368718BF15DF54CE25E28A9781D3F69851249664882C05B95887C5E2B095AEB61B43E9FC5F36B8168F3F2CFEF2761D7AB375CFE0DC9EA67BF9BF58224A85D8E07890B236BB8D64D83DAA5C48F5A9984B5352CD6BDB0CB8C6B66E9063E49B7C3B423B02E89B6DCFCDE4DBF15C6358B2D7DABBFD5BD619CB4A8629E990CC8A4629E4B4D30A45C9A9E370CA4D1F1EF01433F248BA01BDC0BF0D9087C16DB76C5C93AAE066EADAE06A91F9252CF97320B76E22E83B34E1E305993553A739A39F7A1EC9EB4A3182F5F80859456396467BDAAB5B20459B2EC29EB154CF36A8A96757C42AEC50E86F1C0F9A599BF21BDCD8E1F450113F706A973233DC9F98E40EA726D27B1B324035718CE9DD8641D09AE1193FDEAD3350CA37C29A5F3C551D13346E8FC2CC56DE9DDE98192E9FC9E3BFFA58351DAE57AE9EC8F8EF5AA9436C9C26637B81DE62740AFD1C3CEA81B94F81B7AEFFCC45F4FFC7EE776331E447231EB9E14265B5CF0EA0B1CF620CAE4F4A627759EA2FD4CD19E8A63103565359B01C61CFA36D1548F76D75F37E319AF3E363A88647D5322A7FDC0BF23742076CDBC51CC2C1E64DDC02DACCAEAC8280F2C73BA81A3A59CBC1348955CD4C692575F3E4BD84DAB9CB9C4E2626F9C1AB7B7E2E6A027652926BE528AD14E82BB03A99B9458972759949DBA41B49E75CC81AD71B5590B65E37A6929CB865B83D926725C2147B35665383EBE32BF719729D9B582B49984FD2C8CA3728ACBE430669F4873C2A32AD5D393812AF3ADF09B92F4E6212D5535DFFB82792263B7F90587AA841B6EF70B4E95E94E784D26EB166E57B232D591B13AD191B932CD25CA3F72A94E72DC6732C505799A76C993BF3B7FF7477F67452B7F18E9C31FB17173A2EF713D9B63CC465CECEEABD5E6BC999AF3B438E667319E13ABF539C7C29F072521065DB34ECC915E842888AD8C1910CB949910FDC533F342DE9C7951F125C597155F517C55F135C5D715DF507C53F12DC5B715DF51DCABF8AEE27B8AEF2B7EA0F8A1E2478A1F2B7EA2F8A9E23EC59AE27E454FF180E241C5438A87158F281E553CA6785CF184625D715EF1A4E2678AA7144F2B2E282E2A2E292E2B36145714CF289E553CA768306D5FCBFB59DEC769FB67FB56DEAF69FB33ADFE354DB05C77ABEF93AE63B97E9F6B7E5F287EA9785EF182E245C54B8A9715AF285E55FC5AF11BC56F15AF297EA7F8BDE275C51F147F54BCA168F7539BEEBEFECDAD960E3E6E38B6A26EEDBFC466E31983CE878E0F7678C03E62980D344EC0579AA339CD0FB40F3B7EDB11C6207FCA18E319DA7F1462980FFDD3642B9F9CF9AAFEEEAAEADCAA8F72406F5020D70A4AE33A81F4593A94139D52A3330E9DA5320ECA03A156FA88810EA582C4A28F363A57149DAB0742B5F441312039D107E5A243392057983EF243E72AA3439D604DF180E2714528093B14CD18A8999C0F2992237D5033340D35A343CDE88C45879A990B6A40879AD1A166F47DAAE38FBE5FBE9A7C9EEAD40CFDA07CE4C8FCE887558772E93BA27DAC19FD987C47E5232EFABC7CAC8D359C509DB1D40E1BE3A8E529F9A81D148D0E45A343CDD4046A46879AD1A16674A8191D6A41879A8D66441D3B17B45917C2B940380B885D05EA8B700610CE00C2DE23E48DB0E708F923EC35C25E23AC1F610F91674F6E5E07F612612F11F612D9EE933BEDC9F82A0F33735EF182E245C54B8AB6FFDA74E763561A46A1451D1F6B1B85D357D469C33308BED0286D3EDAD03C670D7DA7521C53A46BA3EAA2BD2AF6C3EC5BF1EDD6762AC92DE0A6B0426E02B7891BC06D829D10D809819510580981958A623B6337D16E9EDD34BB59564D2ACC4EB0CAEDEAA55515A747277D230443FAAD904C8358AACF4824AFC7A11CDCE380CA4380F010203C04080F01C24380F010203C04080F01C24380F010203C04C8D3FADDBED347A1FC184C237F1E6CA47C35A6FD9EE7A1466AEE6FFE68A37ADA3EA07850F171EDCB76F7E34993F9655DE715C5AB8A764FB5E9E8E11FA50AEB2B22361B633A775EBA1FE057A49962BFF95A2CE3096BEF04CB8F0A0F878DFF2F7147311CF7ED9A955FDFC51FE0BB4B94F8F0268407AF438EF62B7434812A56C867249917E4715FC6FF0B49721610CE0262EFF676C9B2FCCB79DA2F66CE19B23787D1EF8A69E469BF2B9E34893EED476DA7BF8C77422A10A1F91775B664ABB66EDB234155EC470A5431686E6E6ECFDC261F0A29EE999BCA7EE25BB61D9698FC6FE35F04999A80');
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
INSERT INTO "removals" VALUES('discord-7','ferry-stays',NULL,'0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611','2026-02-14T12:00:00+00:00','1001','["ferry-stays", "Ferry stays", null, null, "[]", null, null, "Ferry stays\n\nThe ferry will sail on, the council of Saltmere said on Monday.", "0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611", "[[0, 11, \"headline\"], [13, 76, \"body\"]]", "[[0, 11, \"headline\"], [13, 76, \"body\"]]", "[[[[13, 35]], [61, 65], [37, 60], \"council of Saltmere\", \"organisation\", null, \"indirect\", \"said\", \"frame\"]]", 2, 1, 0, "[]"]');
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
CREATE INDEX arrivals_by_community ON arrivals (community, id);
CREATE INDEX arrivals_to_announce ON arrivals (community) WHERE announced <> 1;
CREATE INDEX alerts_by_community ON alerts (community, id);
CREATE INDEX alerts_by_owner ON alerts (owner);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('arrivals',6);
INSERT INTO "sqlite_sequence" VALUES('reports',2);
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
INSERT INTO "sqlite_sequence" VALUES('records',1);
INSERT INTO "sqlite_sequence" VALUES('name_rules',1);
INSERT INTO "sqlite_sequence" VALUES('alerts',2);
INSERT INTO "sqlite_sequence" VALUES('feeds',1);
INSERT INTO "sqlite_sequence" VALUES('feed_items',3);
PRAGMA user_version = 13;
COMMIT;
