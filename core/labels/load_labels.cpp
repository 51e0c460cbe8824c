#include <algorithm>
#include <cstring>

#include "core/labels/answer_store.h"

namespace neuroscribe::labels {
namespace {

/// Later engines write over what earlier ones answered; what a later one left open stays.
void overlay(std::span<const std::byte> answers, std::span<std::uint8_t> cells) {
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto answer = static_cast<std::uint8_t>(answers[i]);
        cells[i] = answer != 0 ? answer : cells[i];
    }
}

Status loadColumn(store::Database& database, store::Statement& select, std::span<std::uint8_t> column) {
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        const std::int64_t block = select.integer(0);
        const auto answers = select.blob(1);
        const std::int64_t blocks = (static_cast<std::int64_t>(column.size()) + kAnswerBlock - 1) / kAnswerBlock;
        if (block < 0 || block >= blocks ||
            static_cast<std::size_t>(block) * kAnswerBlock + answers.size() > column.size())
            return Error{ErrorCode::Corrupt, database.path(), "there are answers about sentences that do not exist",
                         "Restore the study from a copy"};
        NS_TRY(checkAnswers(answers, static_cast<std::uint32_t>(block), database.path()));
        overlay(answers, column.subspan(static_cast<std::size_t>(block) * kAnswerBlock, answers.size()));
    }
}

} // namespace

Result<LabelMatrix> loadLabels(store::Database& database, const std::vector<Descriptor>& descriptors,
                               const std::string& annotator) {
    NS_ASSIGN(const std::uint32_t sentences, countSentences(database));
    LabelMatrix matrix(sentences, static_cast<std::uint32_t>(descriptors.size()));
    NS_ASSIGN(auto select, database.prepare("SELECT b.block, b.answers FROM engine e "
                                            "CROSS JOIN label_block b ON b.engine_id = e.id "
                                            "AND b.question_id = (SELECT id FROM question WHERE text = ?2) "
                                            "WHERE e.annotator = ?1 ORDER BY e.created_at, e.id"));
    for (std::uint32_t c = 0; c < matrix.descriptors(); ++c) {
        select.reset();
        select.bind(1, annotator).bind(2, descriptors[c].question);
        NS_TRY(loadColumn(database, select, matrix.column(c)));
    }
    return matrix;
}

Result<std::vector<std::string>> loadAnnotators(store::Database& database) {
    NS_ASSIGN(auto select, database.prepare("SELECT DISTINCT annotator FROM engine WHERE EXISTS "
                                            "(SELECT 1 FROM label_block WHERE engine_id = engine.id) "
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
