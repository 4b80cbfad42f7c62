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
INSERT INTO "articles" VALUES('discord-7','dredging-to-begin-in-april','Dredging to begin in April',NULL,'Saltmere Courier','["Ada Lint"]','2026-02-14','https://courier.example/dredging','Dredging to begin in April

By Ada Lint

“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”

Ilse Brandt, who leads the fishing guild, told Radio Saltmere that the boats would stay in. “The channel must be marked,” she said.
','d74b28469fe1be5d124312cd79b83625eb4da97ddf86ccca4d6f29b4b6e340c9','[[0, 26, "headline"], [28, 39, "byline"], [41, 157, "body"], [159, 290, "body"]]','[[0, 26, "headline"], [28, 39, "byline"], [41, 125, "body"], [126, 157, "body"], [159, 250, "body"], [251, 290, "body"]]','[[[[41, 88], [126, 157]], [89, 93], null, "Ilse Brandt", "person", null, "direct", "said", "moderator"], [[[221, 249]], [201, 205], [159, 200], "Ilse Brandt", "person", "Radio Saltmere", "indirect", "said", "frame"], [[[251, 280]], [285, 289], [281, 284], "Ilse Brandt", "person", null, "direct", "said", "frame"]]',6,3,5);
INSERT INTO "articles" VALUES('discord-7','plums','Frost ruins the plums',NULL,NULL,'[]','2026-01-09',NULL,'Frost ruins the plums

“There will be no plum jam this winter,” said Tobias Renn, a grower. The mayor of Quillon, Oda Lind, promised hardier trees 🌳.
','b7bd5508e8d8b3f3da0b3328f304138432050770929e5dfa9a30b0f390e96b9d','[[0, 21, "headline"], [23, 149, "body"]]','[[0, 21, "headline"], [23, 91, "body"], [92, 149, "body"]]','[[[[23, 63]], [64, 68], [69, 90], "Tobias Renn", "person", null, "direct", "said", "frame"], [[[133, 148]], [124, 132], [92, 123], "Oda Lind", "person", null, "indirect", "said", "frame"]]',3,2,2);
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
    last_error TEXT,
    UNIQUE (community, url)
) STRICT;
INSERT INTO "feeds" VALUES(1,'discord-7','https://courier.example/feed.xml','Courier','settings','2026-11-24T13:01:06.942436+00:00','2026-02-14T14:00:00.000000+00:00','2026-02-14T15:00:00.000000+00:00','"tag"',NULL,0,NULL);
CREATE TABLE indexes (
    community TEXT NOT NULL PRIMARY KEY REFERENCES communities (community) ON DELETE CASCADE,
    made_by TEXT NOT NULL,
    revision INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;
INSERT INTO "indexes" VALUES('discord-7','91b8f397c8b24d7df20501a1550104335ecf756a3a73925eeef3f23ea88b4440',5,2,X'7801ED97FB73D34610C713087DB7F445DF2D46BCC1A124210ED007EFB6B4B4CCD0FEC66418C55662812C0549C69361FA87B7D396EEE7B4EBC8B24C12CA407F6007E5BB77BBB7B7B777F73D73F7E529270FBD55BF9D67DEF9875EDB4F3BA2DCBEEDAD47FD5EE635E79B4B0BE75AF38BCDB81F454DE9FF2D5909FDAC712B8863AFE9AD0769968832B7DCBCEDDDECF88D1B61DC19E917C332C64E1A74D6C2786D364F665702D166E59FBF9E8691D75C7493B4E69ADEAF7E94F78234685C49FA6918A41E535E8FB2A07139F5E34E5E0ABDE0C2DEF23B61D2B061DEF2F2F2EF4D6F9014AB2826953179227FDCAC822189EBCCDE209046D77F000CFC900982287810E0B311F89280B79AF037EF86528E22227979991FB2D29E9F3AE76E123138EF1601D31559803367B9731F8491ACD48B13BC7C81AE60181173C59636E8926714F8045E0D335CD6FA6144334F1CA4AC579A5951280C5D9F902B898341D2777E59EE6F486FBBEBC771C0C4BD7EE6DC484F72BE2790B95C57D3C459D2BE2B0CFB2E3659478A6BCC64777DBA06615C2C25E70848872CDC9552D4B53419B865F6FC0D57AE64557AEF4BEE11C7C34B3A0C88F470A449CF15B32BA7CD6DB297A741E02DCB747E2FE0FC55F6BCB2CBCDCA291C1E3C89E0A779D88E823BA13BC7768C1F77FCDCA0D4DFD073EFA7FE5AEAAF77EFB4937E2CB7A2E94961F28579B90B9CE320CEE56066A7749EB2FD6CD99E896310B765359B01461CD66DA2891EAB91BF66C6B35E73647410CBFA2644CED603FF9E5C4CB16BE6AD7266493F8F02B7B03AAB638222B0CCE9060E9772EA5E205572515B67E4DA9E23ECA655CE5C6A71B1B74E8FDA3B49BBDF93B294135FAAC4584D83FB7DA99B9458972759549DA2205ECBBBE6C0D6B8DAAC84B271BDAC9265CBADC16C63392E91A359EB321C1D5F9BDFA8CB84EC3A41D64EC3F53C4CE26A8A8BE430621F4B73CCA32ED5B9F140B5F9D6F84D487AF39056AA5AEC7DC93C96B1DBFC92435DC22DB7FB25A7DA74C7BCC693750BB72B599BEAD0589FE8D05C9BE619CA3F74A94F72D4673CC579799A76C97BBBBB7874877FA745AB7E18E9C31FB17133A2EF713D9B63CC465CECFACDD8588B637E16E325F1B53E0D3984471521065DD34ECC8D5EC466B295310362993213A23F37A65E299A53AF2ABEA6F8BAE21B8A6F2ABEA5B857F16DC57714DF557C4FF17DC57D8A1F287EA8F891E2C78A9F287EAAF899E2E78A5F28EE576C281E50F4140F2A1E523CAC7844F1A8E231C5E38A27144F2A361567154F297EA9785A714E715E7141F18CE2A2624B7149F1ACE239C5F38A0693F6B5BA9FD57D9CB47FB66FD5FD9AB43F93EADFD004AB75B7FA3EEB3A56EBF795E6F7B5E2378A17142F2A5E52BCAC7845F1AAE235C5EF14BF57FC41F1BAE28F8A3F29DE50FC59F117C59B8A763FB5E998E86F6EB574F071C3B195756BFF25361BCF18743E747CB0C303F611C36CA07102BED21CCE697EA07DD8F1DB8E3006F953C618CFD0FEA314C37CE89F245BF914CC57F777575DE7567D94037A8302B956501AD709A4CFD2A19CE8941A9D71E82C9571501E08B5D2470C74281524167DB4D1B9A2E85C3D10AAA50F8A01C9893E28171DCA01B9C2F4911F3A57191DEA041B8A07154F284249D8A168C640CDE47C58911CE9839AA169A8191D6A46672C3AD4CC5C50033AD48C0E35A3EF571D7FF403F235E4F354A766E887E42347E6473FA23A944BDF51ED63CDE8C7E53B261F71D167E5636DACE1A4EA8CA576D818472D4FCB47EDA06874281A1D6AA62650333AD48C0E35A343CDE8500B3AD46C3423EAC8B9A0CDBA10CE05C25940EC2A505F843380700610F61E216F843D47C81F61AF11F61A61FD087B88BC78728B3AB097087B89B097C8769FDC494FC6B74598A90B8A17152F295E56B4FDD7A63B1FD3D2300A2DEBF858DB289CBEB24E1B9E41F0854669F3D186E6396BE83B95F298325D1B5597ED75B11F67DF8A6FB7B653496E013785157213B84DDC006E13EC84C04E08AC84C04A08AC5416DB19BB8976F3ECA6D9CDB26A52617682556E57AFACAA3C3D3AE91B2118D26F85641AC4527D4122453D0E17E01E07541E02848700E121407808101E02848700E121407808101E02848700E121409ED7EFF69D3E0AD5C76012F9F36023D5AB31E9F73C0F35D2707F8B471BD5D3F641C5438A4F6B5FB6BB1FCF9ACCAFE83AAF2A5E53B47BAA4D470FFF2855585F19B1D918D3B9F3D2FD08BF32CD94FBCDD762194F587B27587D5478386CFC7F893B8CE1B86FD7B4FCFA2EFF00DF5DA1C4C737213C781D72B45FA1C30954B142BE20C9A2204FFB32FE5F4892B3807016107BB7B74B96D55FCE937E3173CE907D050C7F574C224FFB5DF1AC49F4793F6A3BFD65BC13528108CDBFACB3255BB575DB9E08EA623F51A09A413333337B6636F9504871CFCC44F613DFAAED88C4E47F1BFF02FA166FE7');
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
INSERT INTO "removals" VALUES('discord-7','ferry-stays',NULL,'0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611','2026-02-14T12:00:00+00:00','1001','["ferry-stays", "Ferry stays", null, null, "[]", null, null, "Ferry stays\n\nThe ferry will sail on, the council of Saltmere said on Monday.", "0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611", "[[0, 11, \"headline\"], [13, 76, \"body\"]]", "[[0, 11, \"headline\"], [13, 76, \"body\"]]", "[[[[13, 35]], [61, 65], [37, 60], \"council of Saltmere\", \"organisation\", null, \"indirect\", \"said\", \"frame\"]]", 2, 1]');
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
INSERT INTO "reports" VALUES(1,'discord-7','2026-02-14T12:00:00+00:00','1002','dredging-to-begin-in-april','Dredging to begin in April',41,125,41,157,'“We have waited eleven years for this dredger,” said Maren Holt, the harbour master.','Maren Holt','Ilse Brandt','She said it.','corrected','1001');
INSERT INTO "reports" VALUES(2,'discord-7','2026-02-14T12:00:00+00:00','1003','plums','Frost ruins the plums',23,91,23,63,'“There will be no plum jam this winter,” said Tobias Renn, a grower.','Tobias Renn',NULL,'Was it he?','open',NULL);
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('reports',2);
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
INSERT INTO "sqlite_sequence" VALUES('records',1);
INSERT INTO "sqlite_sequence" VALUES('name_rules',1);
INSERT INTO "sqlite_sequence" VALUES('feeds',1);
INSERT INTO "sqlite_sequence" VALUES('feed_items',3);
PRAGMA user_version = 6;
COMMIT;
