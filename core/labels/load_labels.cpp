#include <cmath>
#include <limits>

#include "core/labels/kleene.h"
#include "core/labels/label_detail.h"
#include "core/labels/pending_answers.h"
#include "core/llm/engine_record.h"

namespace neuroscribe::labels {
namespace {

constexpr std::uint32_t kNobody = 0; // engine ids begin at 1

/// One descriptor's answers under construction: later engines write over what earlier ones answered; what a later one
/// left open stays.
struct Column {
    std::span<std::uint8_t> cells;
    std::vector<std::uint32_t> winners; ///< engine by sentence; empty where nobody asks

    void put(std::size_t sentence, Answer answer, EngineId engine) {
        if (answer == Answer::Unanswered)
            return;
        cells[sentence] = static_cast<std::uint8_t>(answer);
        if (!winners.empty())
            winners[sentence] = engine.value;
    }
};

Error strayAnswers(const store::Database& database) {
    return {ErrorCode::Corrupt, database.path(), "there are answers about sentences that do not exist",
            "Restore the study from a copy"};
}

/// One engine's answers over a column.
class EngineReader {
public:
    EngineReader(store::Database& database, const llm::EngineRecord& engine) : m_database(database), m_engine(engine) {}

    Status overlay(QuestionId question, Column& column) {
        NS_ASSIGN(auto select, m_database.prepare("SELECT block, answers FROM label_block "
                                                  "WHERE engine_id = ? AND question_id = ?"));
        select.bind(1, std::int64_t{m_engine.id.value}).bind(2, std::int64_t{question.value});
        for (;;) {
            NS_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            const std::int64_t block = select.integer(0);
            const auto answers = select.blob(1);
            const auto blocks = static_cast<std::int64_t>((column.cells.size() + kAnswerBlock - 1) / kAnswerBlock);
            if (block < 0 || block >= blocks ||
                static_cast<std::size_t>(block) * kAnswerBlock + answers.size() > column.cells.size())
                return strayAnswers(m_database);
            NS_TRY(overlayBlock(question, static_cast<std::uint32_t>(block), answers, column));
        }
        return overlayPending(question, column);
    }

private:
    Status overlayBlock(QuestionId question, std::uint32_t block, std::span<const std::byte> answers, Column& column) {
        NS_TRY(checkAnswers(answers, block, m_database.path()));
        LabelDetail detail;
        if (m_engine.marginThreshold != 0) {
            NS_ASSIGN(detail, loadDetail(m_database, m_engine.id, question, block));
        }
        detail.margins.resize(answers.size(), std::numeric_limits<float>::quiet_NaN());
        const std::size_t first = std::size_t{block} * kAnswerBlock;
        for (std::size_t i = 0; i < answers.size(); ++i)
            column.put(first + i,
                       decideByMargin(static_cast<Answer>(answers[i]), detail.margins[i], m_engine.marginThreshold),
                       m_engine.id);
        return {};
    }

    Status overlayPending(QuestionId question, Column& column) {
        NS_ASSIGN(auto reader, PendingReader::open(m_database, m_engine.id, question));
        for (;;) {
            NS_ASSIGN(const auto pending, reader.next());
            if (!pending)
                return {};
            if (pending->sentence.value >= column.cells.size())
                return strayAnswers(m_database);
            const float margin = pending->margin.value_or(std::numeric_limits<float>::quiet_NaN());
            column.put(pending->sentence.value, decideByMargin(pending->answer, margin, m_engine.marginThreshold),
                       m_engine.id);
        }
    }

    store::Database& m_database;
    const llm::EngineRecord& m_engine;
};

Result<std::vector<llm::EngineRecord>> enginesOf(store::Database& database, const std::string& annotator) {
    NS_ASSIGN(auto engines, llm::loadEngines(database, llm::Task::Labels));
    std::erase_if(engines, [&](const llm::EngineRecord& engine) { return engine.annotator != annotator; });
    return engines;
}

/// From the one that counts least to the one that counts most. Terms that are the descriptor's no more count least, so
/// that an edit that is undone brings its answers back.
std::vector<llm::EngineRecord> inOrder(std::vector<llm::EngineRecord> engines, const Descriptor& descriptor) {
    std::stable_partition(engines.begin(), engines.end(),
                          [&](const llm::EngineRecord& engine) { return hasOtherTerms(engine, descriptor); });
    return engines;
}

Status fillFromQuestion(store::Database& database, const std::vector<llm::EngineRecord>& engines,
                        const std::string& text, Column& column) {
    NS_ASSIGN(const auto question, findQuestion(database, text));
    if (!question)
        return {};
    for (const llm::EngineRecord& engine : engines)
        NS_TRY(EngineReader(database, engine).overlay(*question, column));
    return {};
}

void orInto(Column& column, const Column& further) {
    for (std::size_t i = 0; i < column.winners.size(); ++i) {
        const Answer present = static_cast<Answer>(column.cells[i]);
        const Answer both = kleeneOr(present, static_cast<Answer>(further.cells[i]));
        if (both != present)
            column.winners[i] = both == Answer::Yes ? further.winners[i] : kNobody;
    }
    kleeneOrInto(column.cells, further.cells);
}

Status fillColumn(store::Database& database, const std::vector<llm::EngineRecord>& all, const Descriptor& descriptor,
                  Column& column) {
    const auto engines = inOrder(all, descriptor);
    NS_TRY(fillFromQuestion(database, engines, descriptor.question, column));
    for (const std::string& question : descriptor.furtherQuestions) {
        std::vector<std::uint8_t> cells(column.cells.size());
        Column further{cells, std::vector<std::uint32_t>(column.winners.size(), kNobody)};
        NS_TRY(fillFromQuestion(database, engines, question, further));
        orInto(column, further);
    }
    return {};
}

Result<LabelMatrix> loadFrom(store::Database& database, const std::vector<Descriptor>& descriptors,
                             const std::vector<llm::EngineRecord>& engines) {
    NS_ASSIGN(const std::uint32_t sentences, countSentences(database));
    LabelMatrix matrix(sentences, static_cast<std::uint32_t>(descriptors.size()));
    for (std::uint32_t c = 0; c < matrix.descriptors(); ++c) {
        Column column{matrix.column(c), {}};
        NS_TRY(fillColumn(database, engines, descriptors[c], column));
    }
    return matrix;
}

} // namespace

Result<LabelMatrix> loadLabels(store::Database& database, const std::vector<Descriptor>& descriptors,
                               const std::string& annotator) {
    NS_ASSIGN(const auto engines, enginesOf(database, annotator));
    return loadFrom(database, descriptors, engines);
}

Result<LabelMatrix> loadEngineLabels(store::Database& database, const std::vector<Descriptor>& descriptors,
                                     EngineId engine) {
    NS_ASSIGN(auto record, llm::loadEngine(database, engine));
    return loadFrom(database, descriptors, {std::move(record)});
}

Result<std::vector<AnswersByEngine>>
countByEngine(store::Database& database, const std::vector<Descriptor>& descriptors, const std::string& annotator) {
    NS_ASSIGN(const std::uint32_t sentences, countSentences(database));
    NS_ASSIGN(const auto engines, enginesOf(database, annotator));
    std::vector<AnswersByEngine> counts;
    std::vector<std::uint8_t> cells;
    for (const Descriptor& descriptor : descriptors) {
        cells.assign(sentences, 0);
        Column column{cells, std::vector<std::uint32_t>(sentences, kNobody)};
        NS_TRY(fillColumn(database, engines, descriptor, column));
        AnswersByEngine& count = counts.emplace_back();
        for (const std::uint32_t winner : column.winners)
            if (winner != kNobody)
                ++count[EngineId(winner)];
    }
    return counts;
}

Status setMarginThreshold(store::Database& database, const std::string& annotator, double threshold) {
    if (!std::isfinite(threshold))
        return Error{ErrorCode::InvalidArgument, "margin", "the threshold is not a number", ""};
    NS_ASSIGN(auto update,
              database.prepare("UPDATE engine SET margin_threshold = ?1 WHERE task = 'labels' AND annotator = ?2 AND "
                               "(EXISTS (SELECT 1 FROM label_detail WHERE engine_id = engine.id AND margins NOT NULL) "
                               "OR EXISTS (SELECT 1 FROM label_pending WHERE engine_id = engine.id AND "
                               "margin NOT NULL))"));
    NS_TRY(update.bind(1, threshold).bind(2, annotator).run());
    if (database.changes() == 0)
        return Error{ErrorCode::MissingInput, annotator, "no answer of this annotator came with a margin",
                     "Only local models give margins"};
    return {};
}

Result<std::vector<std::string>> loadAnnotators(store::Database& database) {
    NS_ASSIGN(auto select,
              database.prepare("SELECT DISTINCT annotator FROM engine WHERE task = 'labels' AND (EXISTS "
                               "(SELECT 1 FROM label_block WHERE engine_id = engine.id) OR EXISTS "
                               "(SELECT 1 FROM label_pending WHERE engine_id = engine.id AND answer <> 0)) "
                               "ORDER BY annotator <> ?, annotator"));
    select.bind(1, std::string_view(kLabelMatrixName));
    std::vector<std::string> names;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return names;
        names.push_back(select.text(0));
    }
}

} // namespace neuroscribe::labels
