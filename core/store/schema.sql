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

-- Who answers, with which prompt. task: "topics" (p1) or "labels" (p2, and whatever else fills a label matrix).
-- annotator: "B" for the label matrix, else the name of a reference annotator; empty for topics.
CREATE TABLE engine (
    id INTEGER PRIMARY KEY,
    task TEXT NOT NULL CHECK (task IN ('topics', 'labels')),
    annotator TEXT NOT NULL,
    spec TEXT NOT NULL,
    identity TEXT NOT NULL,       -- hash of the model, or server and model; the spec where there is no model
    prompt_hash TEXT NOT NULL,
    prompt TEXT NOT NULL,         -- template; empty where none was asked
    wrapper TEXT NOT NULL,        -- template of a chat model's turns
    device TEXT NOT NULL,
    parameters TEXT NOT NULL,     -- JSON; of topics also the example in the prompt
    margin_threshold REAL NOT NULL DEFAULT 0,
    in_union INTEGER NOT NULL DEFAULT 1,  -- of topics: what it said counts
    created_at TEXT NOT NULL,
    UNIQUE (task, annotator, identity, prompt_hash)
);

-- p1: what each engine said about each sentence (failure: llm::Failure; asked_at: seconds since 1970), and the
-- descriptors read from it, in the order of the answer.
CREATE TABLE description (
    engine_id INTEGER NOT NULL REFERENCES engine(id),
    sentence_id INTEGER NOT NULL REFERENCES sentence(id),
    reply TEXT NOT NULL,
    failure INTEGER NOT NULL,
    detail TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    PRIMARY KEY (engine_id, sentence_id)
) WITHOUT ROWID;
CREATE TABLE raw_descriptor (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE description_descriptor (
    engine_id INTEGER NOT NULL,
    sentence_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    raw_descriptor_id INTEGER NOT NULL REFERENCES raw_descriptor(id),
    PRIMARY KEY (engine_id, sentence_id, position),
    FOREIGN KEY (engine_id, sentence_id) REFERENCES description(engine_id, sentence_id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX description_descriptor_by_name ON description_descriptor(raw_descriptor_id);

-- Labels. One byte a sentence, blocks of 4096 sentences in id order: 0 unanswered, 1 no, 2 yes. The last block may be
-- short.
CREATE TABLE label_block (
    engine_id INTEGER NOT NULL REFERENCES engine(id),
    question_id INTEGER NOT NULL REFERENCES question(id),
    block INTEGER NOT NULL,
    answers BLOB NOT NULL,
    PRIMARY KEY (engine_id, question_id, block)
) WITHOUT ROWID;
-- What a language model's answers came with, in blocks as long as label_block's; null where a block has none.
CREATE TABLE label_detail (
    engine_id INTEGER NOT NULL REFERENCES engine(id),
    question_id INTEGER NOT NULL REFERENCES question(id),
    block INTEGER NOT NULL,
    margins BLOB,                 -- float32, NaN: none
    failures BLOB,                -- byte, llm::Failure
    replies BLOB,                 -- u32, row of reply_text, 0: none
    details BLOB,                 -- u32, row of reply_text, 0: none
    asked_at BLOB NOT NULL,       -- u32, seconds since 1970, 0: not asked
    PRIMARY KEY (engine_id, question_id, block)
) WITHOUT ROWID;
CREATE TABLE reply_text (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
-- Answers as they come; moved into blocks now and then, because a block is dear to write.
CREATE TABLE label_pending (
    engine_id INTEGER NOT NULL REFERENCES engine(id),
    question_id INTEGER NOT NULL REFERENCES question(id),
    sentence_id INTEGER NOT NULL REFERENCES sentence(id),
    answer INTEGER NOT NULL,
    margin REAL,
    failure INTEGER NOT NULL,
    reply TEXT NOT NULL,
    detail TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    PRIMARY KEY (engine_id, question_id, sentence_id)
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
