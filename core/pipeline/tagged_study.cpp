#include "core/pipeline/tagged_study.h"

#include <algorithm>

#include "core/pipeline/row_rules.h"

namespace neuroscribe::pipeline {

std::string TaggedStudy::neuron(NeuronId id) const {
    const std::uint32_t units = study->run->units;
    return std::to_string(id.value / units) + "/" + std::to_string(id.value % units);
}

bool TaggedStudy::solid(const tagging::Cell& cell) const {
    return cell.q && *cell.q < static_cast<double>(tagger.thresholds().alphaMicro) / 1e6;
}

std::vector<std::uint32_t> TaggedStudy::tagsOf(NeuronId id) {
    std::vector<std::pair<tagging::Cell, std::uint32_t>> cells;
    for (std::uint32_t c = 0; c < tagger.tags().descriptors; ++c)
        if (tagger.tags().tagged(id, c))
            cells.emplace_back(tagger.cell(id, c), c);
    std::stable_sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first.score, a.first.lift) > std::pair(b.first.score, b.first.lift);
    });
    std::vector<std::uint32_t> columns;
    for (const auto& [cell, column] : cells)
        columns.push_back(column);
    return columns;
}

Result<TaggedStudy> tagStudy(std::shared_ptr<const StudyData> study, store::Database& database,
                             const tagging::Thresholds& thresholds, std::stop_token stop, ProgressSink& progress,
                             bool allRules) {
    NS_ASSIGN(tagging::Tagger tagger, makeTagger(*study, thresholds.split, thresholds.tail));
    if (allRules || tagging::isOfWholeRows(thresholds.rule)) {
        NS_ASSIGN(auto rows, loadRowRules(*study, database, thresholds.split, stop, progress));
        NS_TRY(tagger.setRowRules(std::move(rows)));
    }
    NS_TRY(tagger.apply(thresholds, stop));
    return TaggedStudy{std::move(study), std::move(tagger)};
}

} // namespace neuroscribe::pipeline
