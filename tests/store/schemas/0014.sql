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
INSERT INTO "indexes" VALUES('discord-7','3 nltk 3.10.4',6,2,X'7801C556CD8FDB4414F7F823D905566C25D45E404A0789935BB15F69CB0509C401090951B8AD56D5249E24661D4F3A761AADAAFEADA51CCA1909D10387E5F79E3F92D84EABA50766ED78FCDECFEFFDDED768FFDE73783D971335CE33F9D573B9B06612271AFBF373B94896F34C86A7E1839347C3E3B350FEB48C93C4A483EFC6332343207E31A3586583C73A4D652817DA66069BA350E6A480C8169AA9352B6DE545782E7F8CD4E087388DB6F17375652C444F0B0FD89988BE4F4AA435F31854E44CD928862578B05ACB0B58A45B465647D3389DDECBCDBD91C6EE1E2EB5B07122C321F31F82D5CF2AC9E7DAEAC1B76669D90C62F83EC9F4E01BABD22887D92A869350C609791C559A442B223D89B3191E53108DD8BF7CACA2D80C2ADB905D84325B68758974501E77BB382A99EDCC4B01383E23C0AE5CD718801AAEBEDC367CD43273CCC96B05F022942B6323625F641601E7A8B8E4D4E21953B9CBF4CA95C6CB4C3DA3C74AC594459DE8679A30575A51B1265CDC7CC635E45A710D3315534AE70A6D82E7CC24F4713E2B0CDA11AAC4EA2C67F80ADD87F7D4104AE14185685469459D29BB6A4521A064E849AA179E59D10DD8E533452647861F2BB3645C96AB2B48C73395A69A1CCF9719C3881E385FE29131D78935ACB14B4E0CCD0D7488C312342567BF2A12ADE2B408A5311FD4EAE58C90E96216CC04D29B0E04DCA939CF6FA3B11B450E1BFD548F259A57D93C1E27FA495C7440790CBC6DC6F823ABAECA73435935B56A317B3236CB14074B289198FCE45886C72137A14E73CC5F76BFF4B48978B88DC800D5E91811AD8D34208BCADD5B3093444D2BF54319362CE81491EEB45FCF32F53D4731DCE6689679A239CC5A7F4AA3564749876B611EBECB8FEBC0EE5F6AE48D6D0F4F6578F6A830BED6B792D8864466BC9CC35DE58652FDA0656862F5D3259289CCAFE9B461894EA7F9AC8290A9325DA318559D670DC2C361C8E753A56DD105808B5E01BAC836319D549BA09D44239D8D6DBCC8639336D99E155CB6102DC65DA02ED6475DC04EEA9DC89DFCD71DDDC87555F90D409B7C59F70D4C17F7611BD6C9BC03D7E65DE6A11AE71DAC6BF54ECE35A293F16951BB1AD4CDB7896AB3A543E8E285EBE19F1F41CB11AEE37A7E8037D7F37CDF1F0C7CE90CA07549DC63A4738D25E8E79AB7F52F9B808DF759AEA03FB8139E10013642F8FE96414858BC25141E2F9FC0A02D84E743E4FB8E0B4B240B02B242776FBDFA7DD1EBF7ABE0C920E0BC68DFBDD87DB76AB7D43FD80F0EF70EF709E11EFC25DC6B213E78235F8ABBBF09B1DFF3FAFB2FDD5BBF1F0AF1E64382FC794BBCBA0BA6FFBCFEF48FCF5EDF79E57E5E47CCFFA63AD70E5DB8CB0D496BD9C60BEAC320026FAF1AFDFF58A03CA0ABA8ED8857BD711C8891E2A289480B2403B063E17FCA3F8CB416358C1FF874E12E1BA7D7EB3BAE1F8860DD24D8F5D128D427958D773649057CD7D3FB68CF3F083EEEDDA63E2F3BD8F5C5FA6A18A05C058143F3F91EAB4A21CF1846A27A5F9B64494B5C84CD343D9C0FF8CEF37032E0B73C2D90C97A61027D2A5CF72A867C438769BFC1F26F079FDCD965FB067600AD98B4A2ED484BC332081087EA6E6BB9B7A9661B0B090AFCCA29E79E4FA6C6C7E52BB04DC5175FFF0BBC5436B3');
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
, waits INTEGER NOT NULL DEFAULT 0, told TEXT NOT NULL DEFAULT '', posted TEXT, spoken TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "reports" VALUES(1,'discord-7','2026-02-14T12:00:00+00:00','1002','dredging-to-begin-in-april','Dredging to begin in April',41,157,41,157,'“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”','Maren Holt','Ilse Brandt','She said it.','corrected','1001',0,'',NULL,'');
INSERT INTO "reports" VALUES(2,'discord-7','2026-02-14T12:00:00+00:00','1003','plums','Frost ruins the plums',23,91,23,63,'“There will be no plum jam this winter,” said Tobias Renn, a grower.','Tobias Renn',NULL,'Was it he?','open',NULL,0,'',NULL,'');
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
PRAGMA user_version = 14;
COMMIT;
