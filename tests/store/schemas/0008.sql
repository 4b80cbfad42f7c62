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
INSERT INTO "indexes" VALUES('discord-7','1 nltk 3.10.4',5,2,X'7801ED97FB73D34610C70984BEDF2D7DB718F10687928438401FBCDBD2D23243FB1B936194588E5564C948329E0CD33FBC9DB6743FA75D479665925006FA033B28DFBDDBBDBDBDBDBBEF99DE8BBB9C3CF03AFE5A9E79E71F78FD34E9845120FAEDDB5E3F1AF432AFB9D05C5E3CD75A586AC683286A4AFFAFC96AE8678D5B411C7B4DAF1FA45922CAFC4AF3B677B3ED376E84717BAC5F0C2B18DB69D05E0FE3F5B93C995B0D449B937F7E3F0D23AFB9E42669CD37BD5FFC28EF0569D0B8920CD230483DA6BC1E6541E372EAC7EDBC147AD185BDE5B7C3A461C3BC959595DF9BDE3049DBACA29854C6E489FC71B30A8624AE337BC3401A5DFF3E30F4432608A2E07E80CF46E04B025E27E16FDE0DA51C4544F2F2323F64A53D3F75CEDD246270DE2D02A6ABB20067CE72E73E0C2359A9172778F9025DC13022E6AA2D6DD825CF28F009DC09335CD6076144334F1CA4AC579A5951280C5D9F90AB89836132707E59EE6F48EF5AD78FE380897B83CCB9919EE47C572073B976D2C459D2812B0CFB2E3659478A6BCC64BFF9740DC3B8584ACE11900E59B82BA5A8EB693274CBECF91BAE5C49477AEF49EE11C7C34BDA0C88F470A449CF15B3EBA76DB7C95E9E0681B722D3F93D77FE2A7B5ED9E566E5148E0E9E44F0D33C5C8B823B617102F4183FEAF8B941A9BFA1E7DE4FFDF5D4EF77EFAC2583582E46D393C2E48B0B721738C7419CCBC1CC4EE93C65FBD9B23D13C7205E93D56C061873E8DB44533D3A91BF6EC6B35E736C7410CBFAA644CEFA817F572EA6D835F35639B3649047815B589DD591411158E67403474B397537902AB9A8AD33726DCF1176D32A672EB5B8D85BA7C7EDED646DD093B294135FAEC4E8A4C1BD81D44D4AACCB932CAA4E5110AFE75D73606B5C6D5643D9B85E56C9B2E5D660B6891C97C9D1AC75198E8FAFCD6FDC654A76ED205B4BC37E1E267135C5257218B34FA439E15197EAFC64A0DA7C6BFCA624BD79482B552DF6BE649EC8D86D7EC9A12EE196DBFD92536DBA135E93C9BA85DB95AC4D7564AC4F7464AE4DF30CE51FB9D42739EE3399E2823C4DBBE5C9DD53BCBBA3BF33A2553F8CF4E18FD8B859D1F7BA9ECD3166232E76FD666DACC5313F8BF182F85A9F861CC1C38A1083AE1927E6462F6233D9CA9801B14C9909D15F1CBB5E2A9ABB5E567C45F155C5D7145F577C43F14DC5B714DF567C47F15DC5F714F729BEAFF881E2878A1F297EACF889E2A78A9F297EAEB85FB1A17840D1533CA87848F1B0E211C5A38AC7148F2B9E503CA9D8549C533CA5F885E269C579C505C545C5338A4B8A2DC565C5B38AE714CF2B1A4CDBD7EA7E56F771DAFED9BE55F76BDAFE4CAB7F4313ACD6DDEAFBB4EB58ADDF979ADF578A5F2B5E50BCA87849F1B2E215C5AB8AD714BF55FC4EF17BC5EB8A3F28FEA87843F127C59F156F2ADAFDD4A663A2BFB9D5D2C1C70DC756D6ADFD97D86C3C63D0F9D0F1C10E0FD8470CB381C609F84A7334A7F981F661C76F3BC218E44F19633C43FB8F520CF3A17F9A6CE553305FDDDFDD759D5BF5510EE80D0AE45A41695C27903E4B8772A2536A74C6A1B354C6417920D44A1F31D0A1549058F4D146E78AA273F540A8963E28062427FAA05C742807E40AD3477EE85C6574A8136C281E543CA108256187A219033593F3614572A40F6A86A6A16674A8199DB1E8503373410DE850333AD48CBE5F75FCD10FC8D790CF539D9AA11F928F1C991FFD88EA502E7D47B58F35A31F97EF987CC4459F938FB5B18693AA3396DA61631CB53C2D1FB583A2D1A16874A8999A40CDE850333AD48C0E35A3432DE850B3D18CA863E78236EB423817086701B1AB407D11CE00C21940D87B84BC11F61C217F84BD46D86B84F523EC21F2FCC92DEAC05E22EC25C25E22DB7D72A73D19DF1461765D50BCA87849F1B2A2EDBF36DDF9989186516859C7C7DA46E1F49575DAF00C822F344A9B8F3634CF5943DFA994C794E9DAA8BA6CAF8BFD28FB567CBBB59D4A720BB829AC909BC06DE206709B6027047642602504564260A5B2D8CED84DB49B6737CD6E9655930AB313AC72BB7A6555E5E9D149DF08C1907E2B24D32096EA731229EA71B800F738A0F210203C04080F01C24380F010203C04080F01C24380F010203C04080F01F2AC7EB7EFF451A83E06D3C89F071BA95E8D69BFE779A89186FB5B3CDAA89EB60F2A1E527C52FBB2DDFD78DA647E45D77955F19AA2DD536D3A7AF847A9C2FACA88CDC698CE9D97EE87F89569A6DC6FBE16CB78C2DA3BC1EAA3C2C361E3FF4BDC510CC77DBB67E4D777F907F89E0A253EBA09E1C1EB90A3FD0A1D4DA08A15F23949160579D297F1FF42929C0584B380D8BBBD5DB2ACFE729EF68B997386EC2B60F4BB621A79DAEF8AA74DA2CFFA51DBE92FE39D900A4468FE659D2DD9AAADDBF6585017FBB102D50C9A9D9DDD3BBBC987428A7B67A7B29FF8566D472426FFDBF8179A627141');
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
PRAGMA user_version = 8;
COMMIT;
