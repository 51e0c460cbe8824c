-- Schema of study.neuroscribe, version 1. Compiled into the program (core/CMakeLists.txt); later versions are added as
-- migrations beside it, never by changing this file once it has shipped.

CREATE TABLE study_value (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Corpus. id: 0 .. n-1 in seeded shuffled order; split: 0 calibration, 1 validation.
CREATE TABLE category (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE import (
    id INTEGER PRIMARY KEY, sources TEXT NOT NULL, options TEXT NOT NULL, counts TEXT NOT NULL, finished_at TEXT NOT NULL
);
CREATE TABLE sentence (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    text_hash BLOB NOT NULL UNIQUE,
    category_id INTEGER NOT NULL REFERENCES category(id),
    words INTEGER NOT NULL,
    split INTEGER NOT NULL CHECK (split IN (0, 1)),
    import_id INTEGER NOT NULL REFERENCES import(id),
    source TEXT NOT NULL  -- "file:line" or record id, for the way back
);
CREATE INDEX sentence_by_category ON sentence(category_id);
CREATE VIRTUAL TABLE sentence_fts USING fts5(text, content='sentence', content_rowid='id', tokenize='unicode61');
CREATE TABLE rejected (
    import_id INTEGER NOT NULL REFERENCES import(id), source TEXT NOT NULL, reason TEXT NOT NULL, raw TEXT NOT NULL
);

-- Descriptors: identity, shown name and question text are three things (ARCHITECTURE, "Identity of a descriptor").
CREATE TABLE question (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE descriptor (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    question_id INTEGER NOT NULL REFERENCES question(id),
    position INTEGER NOT NULL,
    excluded INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE descriptor_synonym (
    descriptor_id INTEGER NOT NULL REFERENCES descriptor(id) ON DELETE CASCADE, term TEXT NOT NULL,
    PRIMARY KEY (descriptor_id, term)
) WITHOUT ROWID;

-- Labels. engine: who answered; name: "B" for the label matrix, else the name of a reference annotator.
CREATE TABLE engine (
    id INTEGER PRIMARY KEY, annotator TEXT NOT NULL, spec TEXT NOT NULL, prompt_hash TEXT NOT NULL,
    created_at TEXT NOT NULL, UNIQUE (annotator, spec, prompt_hash)
);
-- One byte a sentence, blocks of 4096 sentences in id order: 0 unanswered, 1 no, 2 yes. The last block may be short.
CREATE TABLE label_block (
    engine_id INTEGER NOT NULL REFERENCES engine(id),
    question_id INTEGER NOT NULL REFERENCES question(id),
    block INTEGER NOT NULL,
    answers BLOB NOT NULL,
    PRIMARY KEY (engine_id, question_id, block)
) WITHOUT ROWID;

-- Extraction runs; activations lie beside the database in activations/<folder>/.
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    folder TEXT NOT NULL UNIQUE,
    model TEXT NOT NULL,          -- folder of the model as given
    model_hash TEXT NOT NULL,
    run_hash TEXT NOT NULL,       -- model + tokenizer + site + pooling + dtype
    parameters TEXT NOT NULL,     -- JSON: site, pooling, dtype, device, threads, blas, cpu
    layers INTEGER NOT NULL,
    units INTEGER NOT NULL,
    sentences INTEGER NOT NULL,   -- finished
    finished INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL
);

-- Undo: an append-only log per history ("thresholds", "curation", "validation") and a cursor.
CREATE TABLE edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, history TEXT NOT NULL, kind TEXT NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, text_code TEXT NOT NULL, arguments TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL
);

CREATE TABLE neuron_mark (
    run_id INTEGER NOT NULL REFERENCES run(id), neuron INTEGER NOT NULL,
    bookmarked INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (run_id, neuron)
) WITHOUT ROWID;
