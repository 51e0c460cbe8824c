// Stores many answers of one person, and the names of what answers are made of.
#pragma once

#include <string>
#include <utility>

#include "core/labels/person_answers.h"

namespace neuroscribe::labels {

const char* verdictName(Verdict verdict); ///< "unsure", "no", "yes"
const char* drawnName(Drawn drawn);       ///< "balanced", "disagreement"

/// Inside the caller's transaction, which it does not outlive.
class PersonAnswerWriter {
public:
    /// Errors: InvalidArgument (the name is empty or "B").
    static Result<PersonAnswerWriter> open(store::Database& database, const std::string& annotator);
    /// In place of what the annotator answered there. Errors: InvalidArgument (no such sentence).
    Status add(const PersonAnswer& answer);

private:
    PersonAnswerWriter(store::Database& database, EngineId engine, std::uint32_t sentences, store::Statement draw,
                       store::Statement label)
        : m_database(&database), m_engine(engine), m_sentences(sentences), m_draw(std::move(draw)),
          m_label(std::move(label)) {}
    Status storeDraw(QuestionId question, const PersonAnswer& answer);
    Status storeLabel(QuestionId question, const PersonAnswer& answer);

    store::Database* m_database;
    EngineId m_engine;
    std::uint32_t m_sentences;
    store::Statement m_draw, m_label;
};

} // namespace neuroscribe::labels
