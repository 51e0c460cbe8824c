#include "core/labels/disagreement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "core/labels/label_detail.h"
#include "core/labels/pending_answers.h"

namespace neuroscribe::labels {
namespace {

Error cancelled() {
    return {ErrorCode::Cancelled, "labels", "stopped", ""};
}

/// The margins of one engine, of all questions of a descriptor.
class MarginReader {
public:
    MarginReader(store::Database& database, const llm::EngineRecord& engine, const std::stop_token& stop,
                 Disagreement& into)
        : m_database(database), m_engine(engine), m_stop(stop), m_into(into) {}

    Status read(std::uint32_t column, const Descriptor& descriptor) {
        for (const std::string& text : descriptor.questions()) {
            NS_ASSIGN(const auto question, findQuestion(m_database, text));
            if (!question)
                continue;
            for (std::uint32_t first = 0; first < m_into.sentences(); first += kAnswerBlock) {
                if (m_stop.stop_requested())
                    return cancelled();
                NS_TRY(readBlock(column, *question, first));
            }
            NS_TRY(readPending(column, *question));
        }
        return {};
    }

private:
    Status readBlock(std::uint32_t column, QuestionId question, std::uint32_t first) {
        NS_ASSIGN(const LabelDetail detail, loadDetail(m_database, m_engine.id, question, first / kAnswerBlock));
        for (std::size_t i = 0; i < detail.margins.size(); ++i)
            add(column, first + static_cast<std::uint32_t>(i), detail.margins[i]);
        return {};
    }

    Status readPending(std::uint32_t column, QuestionId question) {
        NS_ASSIGN(auto reader, PendingReader::open(m_database, m_engine.id, question));
        for (std::uint32_t read = 0;; ++read) {
            if (read % kAnswerBlock == 0 && m_stop.stop_requested())
                return cancelled();
            NS_ASSIGN(const auto pending, reader.next());
            if (!pending)
                return {};
            if (pending->margin)
                add(column, pending->sentence.value, *pending->margin);
        }
    }

    void add(std::uint32_t column, std::uint32_t sentence, float margin) {
        if (sentence < m_into.sentences() && !std::isnan(margin))
            m_into.addMargin(column, SentenceId(sentence),
                             std::abs(margin - static_cast<float>(m_engine.marginThreshold)));
    }

    store::Database& m_database;
    const llm::EngineRecord& m_engine;
    const std::stop_token& m_stop;
    Disagreement& m_into;
};

/// What its engines say one by one; where there is but one, the label matrix says it already.
Status addEngines(store::Database& database, const std::vector<Descriptor>& descriptors,
                  const std::vector<llm::EngineRecord>& engines, const std::stop_token& stop, Disagreement& into) {
    for (const llm::EngineRecord& engine : engines) {
        if (stop.stop_requested())
            return cancelled();
        if (engines.size() > 1) {
            NS_ASSIGN(const LabelMatrix answers, loadEngineLabels(database, descriptors, engine.id));
            into.addAnswers(answers);
        }
        MarginReader margins(database, engine, stop, into);
        for (std::uint32_t column = 0; column < descriptors.size(); ++column)
            NS_TRY(margins.read(column, descriptors[column]));
    }
    return {};
}

} // namespace

Disagreement::Disagreement(std::uint32_t sentences, std::size_t descriptors)
    : m_sentences(sentences), m_said(sentences * descriptors, 0),
      m_margins(sentences * descriptors, std::numeric_limits<float>::quiet_NaN()) {}

void Disagreement::addAnswers(const LabelMatrix& answers) {
    for (std::uint32_t column = 0; column < answers.descriptors(); ++column) {
        const auto cells = answers.column(column);
        const auto said = std::span(m_said).subspan(at(column, SentenceId(0)), cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i)
            said[i] |= cells[i]; // an answer is 0, 1 or 2: its number is its bit
    }
}

void Disagreement::addMargin(std::uint32_t descriptor, SentenceId sentence, float distance) {
    float& margin = m_margins[at(descriptor, sentence)];
    margin = std::fmin(margin, distance); // of a number and NaN, the number
}

Result<Disagreement> loadDisagreement(store::Database& database, const std::vector<Descriptor>& descriptors,
                                      const std::string& exceptFor, std::stop_token stop) {
    NS_ASSIGN(const std::uint32_t sentences, countSentences(database));
    Disagreement disagreement(sentences, descriptors.size());
    NS_ASSIGN(const auto annotators, loadAnnotators(database));
    for (const std::string& annotator : annotators) {
        if (stop.stop_requested())
            return cancelled();
        if (annotator == exceptFor)
            continue;
        NS_ASSIGN(const LabelMatrix answers, loadLabels(database, descriptors, annotator));
        disagreement.addAnswers(answers);
    }
    NS_ASSIGN(auto engines, llm::loadEngines(database, llm::Task::Labels));
    std::erase_if(engines, [](const llm::EngineRecord& engine) { return engine.annotator != kLabelMatrixName; });
    NS_TRY(addEngines(database, descriptors, engines, stop, disagreement));
    return disagreement;
}

} // namespace neuroscribe::labels
