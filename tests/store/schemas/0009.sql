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
','d74b28469fe1be5d124312cd79b83625eb4da97ddf86ccca4d6f29b4b6e340c9','[[0, 26, "headline"], [28, 39, "byline"], [41, 157, "body"], [159, 290, "body"]]','[[0, 26, "headline"], [28, 39, "byline"], [41, 125, "body"], [126, 157, "body"], [159, 250, "body"], [251, 290, "body"]]','[[[[41, 88], [126, 157]], [89, 93], [94, 124], "Maren Holt", "person", null, "direct", "said", "frame"], [[[226, 249]], [201, 205], [159, 170], "Ilse Brandt", "person", "Radio Saltmere", "indirect", "said", "frame"], [[[251, 280]], [285, 289], [281, 284], "Ilse Brandt", "person", null, "direct", "said", "frame"]]',6,3,1);
INSERT INTO "articles" VALUES('public','plums','Frost ruins the plums',NULL,NULL,'[]','2026-01-09',NULL,'Frost ruins the plums

“There will be no plum jam this winter,” said Tobias Renn, a grower. The mayor of Quillon, Oda Lind, promised hardier trees 🌳.
','b7bd5508e8d8b3f3da0b3328f304138432050770929e5dfa9a30b0f390e96b9d','[[0, 21, "headline"], [23, 149, "body"]]','[[0, 21, "headline"], [23, 91, "body"], [92, 149, "body"]]','[[[[23, 63]], [64, 68], [69, 90], "Tobias Renn", "person", null, "direct", "said", "frame"], [[[133, 148]], [124, 132], [92, 123], "Oda Lind", "person", null, "indirect", "said", "frame"]]',3,2,2);
INSERT INTO "articles" VALUES('public','ferry-stays','Ferry stays',NULL,NULL,'[]',NULL,NULL,'Ferry stays

The ferry will sail on, the council of Saltmere said on Monday.','0d211714098901087a084492a726d4e36d92a8c366fbb4ac5d02bd7d8cf68611','[[0, 11, "headline"], [13, 76, "body"]]','[[0, 11, "headline"], [13, 76, "body"]]','[[[[13, 35]], [61, 65], [37, 60], "council of Saltmere", "organisation", null, "indirect", "said", "frame"]]',2,1,3);
INSERT INTO "articles" VALUES('discord-7','dredging-to-begin-in-april','Dredging to begin in April',NULL,'Saltmere Courier','["Ada Lint"]','2026-02-14','https://courier.example/dredging','Dredging to begin in April

By Ada Lint

“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”

Ilse Brandt, who leads the fishing guild, told Radio Saltmere that the boats would stay in. “The channel must be marked,” she said.
','d74b28469fe1be5d124312cd79b83625eb4da97ddf86ccca4d6f29b4b6e340c9','[[0, 26, "headline"], [28, 39, "byline"], [41, 157, "body"], [159, 290, "body"]]','[[0, 26, "headline"], [28, 39, "byline"], [41, 125, "body"], [126, 157, "body"], [159, 250, "body"], [251, 290, "body"]]','[[[[41, 88], [126, 157]], [89, 93], null, "Ilse Brandt", "person", null, "direct", "said", "moderator"], [[[226, 249]], [201, 205], [159, 170], "Ilse Brandt", "person", "Radio Saltmere", "indirect", "said", "frame"], [[[251, 280]], [285, 289], [281, 284], "Ilse Brandt", "person", null, "direct", "said", "frame"]]',6,3,5);
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
INSERT INTO "indexes" VALUES('discord-7','1 nltk 3.10.4',5,2,X'7801ED97FB73D34610C713087DBF5BFA6E31E20D0E858424401F4080B6B4B4CCD0FEC6641825966D35B26424194F86E91FDE4E5BBA9FD3AE232B32492803FD819DC8DFBDDBBDBDBDBDBBAF94F517A79C3CF0DAFE5A9E79171F78FD3469875120FA9D3B5E3F1AF432AF39D75C9ABFB038B7D08C0751D494FE5F93D5D0CF1AB78338F69A5E3F48B34494B32BCD3BDEAD96DFB819C6ADB17E31AC606CA541AB13C69DD93C995D0D449B953FBF9F8691D75C70932C9E6D7ABFF851DE0BD2A0713519A461907A4C7923CA82C672EAC7ADBC147ADE85BDEDB7C2A461C3BC959595DF9BDE30495BACA29854C6E489FCB859054312D799BD61208DAE7F1F18FA21130451703FC06723F02501AF9DF09B774329471191BCBCCC0F5969CF4F9D733789189C778B80E9AA2CC099B3DCB90FC34856EAC5095EBE4057308C88B96A4B1B76C9330A7C02B7C30C97CE208C68E6898394F54A332B0A85A1EB13723571304C06CE2FCBFD0DE95DEBFA711C30716F903937D2939CD70532976B3B4D9C251DB8C2B0EF629375A4B8C64CF69B4FD7308C8BA5E41C01E99085BB528ADA4993A15B66CFDF70E54ADAD27B4F728F381E5ED26240A487234D7AAE985D3F6DB94DF6F23408BC1599CEEFB9F357D9F3CA2E372BA77074F024829FE6E15A14DC0D8B13A0C7F851C7CF0D4AFD0D3DF77EEA7752BFDFBDBB960C62B9184D4F0A93CFCFC95DE01C07712E07333BADF394EDE7CBF64C1C83784D56B31960CCA16F134DF468477EC78CE7BDE6D8E82096F54D889CF5037F5D2EA6D835F3C57266C9208F02B7B03AAB238322B0CCE9068E96727A3D902AB9A88BE7E4DA5E20ECA655CE5C6A71B12F9E19B7B792B5414FCA524E7CA912A39D06F706523729B12E4FB2A83A4541DCC9BBE6C0D6B8DAAC86B271BDAC92E5A25B83D9B6E4B8448E66ADCB707C7C6D7EE32E13B26B05D95A1AF6F33089AB29BA833566AFA6394F96631EB5A96EF1AA4F778BDB8494378F68A5A6C5CE97CCD57C8BAD2F39D4A6EBF6BEE4549F6DD56B6BB20B2CC82E646DAA23637DA223736D9AE7C6C2D72739EEB335C5397931ED9117EEDEE2AD3BFA9D16ADFA60A40F7FC4C6CD88BECFF56C8E311B71B1EB3363632D8EF9598C17C4D7FA34E4081E568418744D3B31377A119BC956C60C8865CA4C887E6F4CBD5434A75E567C45F155C5D7145F577C43F14DC5B714DF567C47F15DC5F714F72BBEAFF881E2878A1F297EACF889E2A78A9F297EAE7840B1A17850D1533CA47858F188E251C5638AC7154F289E543CA5D8549C553CADF885E219C5B38A738AF38AE714171417159714CF2B5E50BCA86830695FABFB59DDC749FB67FB56DDAF49FB33A9FE0D4DB05A77ABEFD3AE63B57E5F6A7E5F297EAD7849F1B2E215C565C5AB8AD714AF2B7EABF89DE2F78A37147F50FC51F1A6E24F8A3F2BDE52B4FBA94DC7447F73ABA583871B8EADAC5BFB2FB1D978C6A0F3A0E3831D1EB0871866038D13F095E6684EF303EDC18EDF4E8431C89F32C67886F61FA518E643FF24D9CEA760BEBADF3D759DDBF5510EE80D0AE45A41695C27903E4B8772A2536A74C6A1B354C6417920D44A1F31D0A1549058F4D146E78AA273F540A8963E28062427FAA05C742807E40AD3477EE85C6574A8136C281E523CA908256187A219033593F3114572A40F6A86A6A16674A8199DB1E8503373410DE850333AD48C7E4075FCD10FCAD390C7539D9AA11F96871C991FFDA8EA502E7DC7B48F35A39F90E7B83CC4459F9587B5B18653AA3396DA61631CB53C230FB583A2D1A16874A8999A40CDE850333AD48C0E35A3432DE850B3D18CA863E78236EB423817086701B1AB407D11CE00C21940D87B84BC11F61C217F84BD46D86B84F523EC21F2FC955BD481BD44D84B84BD4476FACA9DF4CAF8A608337549F1B2E215C56545DB7F6DBAF3312D0DA3D0B28E8FB58DC2E92BEBB4E119045F6894360F6D689EB386BE5B298F29D3B55175D95E17FB51F6EDF8767B3B95E416705358213781DBC40DE036C14E08EC5416DB01BB71561D2A4665C9DA55CFA5501E896EB535DDECB656EC88CDF2FC9E17F580AB11F81B81AB11B81A81AB11B81A81AB11B81A81AB11B81A81AB11B81A81AB9167F569BD5BDEAEF2F5247EE69D8AF04E4578A722933EB97997220DF75BBC57513D6D1F523CACF8A4F665A7FBF1B4F9F6AAAEF39AE27545BBA7DA74F7FA1FBDFDD657466C36C674EEBC743FC46F8C394AFDE68B0F623C51B476F75BE57DB8DD22FC97B8A3188EF1F64CCB0772F91B79EFF65C5CF280F0A05EA8D83E144713A862857C4E9245419EF465FCBF90246701E12C20F6CADD2959563F6E277DD472CE90FD058C5EFD93C8937F4890A74DA2CFFAA5B6DB8FD7DD900A4468FE659D3A6FD7C6E771A52EF6E3C6AA8E9B9999D937B3C987428AFB664A5437AE8AEF78C7F4341F3BFC43F02F04CD645E');
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('reports',2);
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
INSERT INTO "sqlite_sequence" VALUES('records',1);
INSERT INTO "sqlite_sequence" VALUES('name_rules',1);
INSERT INTO "sqlite_sequence" VALUES('feeds',1);
INSERT INTO "sqlite_sequence" VALUES('feed_items',3);
PRAGMA user_version = 9;
COMMIT;
