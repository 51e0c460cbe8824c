-- From version 2 to version 3: how each answer of a person came to be asked for.

-- The answer itself is a row of label_pending (unsure: unanswered), so that it counts wherever answers of an annotator
-- do. verdict: 0 unsure, 1 no, 2 yes. drawn: 0 in a balanced sample, 1 disagreement first. model: what the label matrix
-- said then (0 unanswered, 1 no, 2 yes). weight: how many sentences of the descriptor it stood for; 0: not known.
CREATE TABLE person_answer (
    engine_id INTEGER NOT NULL REFERENCES engine(id),
    question_id INTEGER NOT NULL REFERENCES question(id),
    sentence_id INTEGER NOT NULL REFERENCES sentence(id),
    verdict INTEGER NOT NULL CHECK (verdict IN (0, 1, 2)),
    drawn INTEGER NOT NULL CHECK (drawn IN (0, 1)),
    model INTEGER NOT NULL CHECK (model IN (0, 1, 2)),
    weight REAL NOT NULL,
    answered_at INTEGER NOT NULL,  -- seconds since 1970
    PRIMARY KEY (engine_id, question_id, sentence_id)
) WITHOUT ROWID;

-- What waits for a review belongs to the clustering that it came with (core/descriptors/review.cpp).
UPDATE clustering SET key = 'review.' || (
    SELECT coalesce(max(id), 0) FROM edit
    WHERE history = 'curation' AND text_code = 'cluster.recluster' AND undone = 0
) WHERE key = 'review';
