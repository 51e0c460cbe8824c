-- From version 1 to version 2: embeddings, clusters of raw descriptors, and descriptors that come from clusters.

-- One sentence encoder; identity: hash of its weights, tokenizer and pooling.
CREATE TABLE embedding_model (
    id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE, folder TEXT NOT NULL, dimension INTEGER NOT NULL
);
-- vector: float32, as many as the model's dimension. A rowid table: a row is too long for an index tree.
CREATE TABLE embedding (
    model_id INTEGER NOT NULL REFERENCES embedding_model(id),
    raw_descriptor_id INTEGER NOT NULL REFERENCES raw_descriptor(id),
    vector BLOB NOT NULL
);
CREATE UNIQUE INDEX embedding_by_descriptor ON embedding(model_id, raw_descriptor_id);

-- How the clusters came about: method, threshold, ... of the newest clustering.
CREATE TABLE clustering (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- name_source: 0 suggested, 1 automatic, 2 a person. questions: JSON array of texts.
CREATE TABLE cluster (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_source INTEGER NOT NULL CHECK (name_source IN (0, 1, 2)),
    excluded INTEGER NOT NULL DEFAULT 0,
    centre INTEGER REFERENCES raw_descriptor(id),
    questions TEXT NOT NULL
);
-- cluster_id 4294967295: put aside by a person, in no cluster. Raw descriptors without a row are unclustered.
CREATE TABLE cluster_member (
    raw_descriptor_id INTEGER PRIMARY KEY REFERENCES raw_descriptor(id), cluster_id INTEGER NOT NULL
);
CREATE INDEX cluster_member_by_cluster ON cluster_member(cluster_id);

-- A descriptor may stand for a cluster; both keep their ids for good. One that was merged away is retired, so that
-- undo finds it again. taken_by: the edit that gave a descriptor without a cluster to a cluster of the same name.
CREATE TABLE descriptor_2 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    question_id INTEGER NOT NULL REFERENCES question(id),
    position INTEGER NOT NULL,
    excluded INTEGER NOT NULL DEFAULT 0,
    cluster_id INTEGER UNIQUE,
    retired INTEGER NOT NULL DEFAULT 0,
    taken_by INTEGER REFERENCES edit(id)
);
INSERT INTO descriptor_2(id, name, question_id, position, excluded)
    SELECT id, name, question_id, position, excluded FROM descriptor;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'descriptor')
    WHERE name = 'descriptor_2';

-- of_member: the term is the name of a member of the cluster; else somebody gave it.
CREATE TABLE descriptor_synonym_2 (
    descriptor_id INTEGER NOT NULL REFERENCES descriptor_2(id) ON DELETE CASCADE, term TEXT NOT NULL,
    of_member INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (descriptor_id, term)
) WITHOUT ROWID;
INSERT INTO descriptor_synonym_2(descriptor_id, term) SELECT descriptor_id, term FROM descriptor_synonym;

DROP TABLE descriptor_synonym;
DROP TABLE descriptor;
ALTER TABLE descriptor_2 RENAME TO descriptor;
ALTER TABLE descriptor_synonym_2 RENAME TO descriptor_synonym;
CREATE UNIQUE INDEX descriptor_by_name ON descriptor(name) WHERE retired = 0;
CREATE INDEX descriptor_taken ON descriptor(taken_by) WHERE taken_by NOT NULL;

-- Questions of a descriptor beyond descriptor.question_id: its answers are the Kleene OR over all of them.
CREATE TABLE descriptor_question (
    descriptor_id INTEGER NOT NULL REFERENCES descriptor(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question_id INTEGER NOT NULL REFERENCES question(id),
    PRIMARY KEY (descriptor_id, position)
) WITHOUT ROWID;
